"""`nrm corroborate`: what another report says about the list, checked against the listings."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, ExcelFlag, Format, FormatOption, JsonFlag, chosen
from nrm.errors import BadTable

if TYPE_CHECKING:
    from nrm.model import Finding
    from nrm.stages.corroborate import Corroboration

SUMMARY = "What another report says about the list."
EXAMPLES = ("nrm corroborate trade-estimate.pdf", "nrm corroborate press-release.txt --date 2025-01-08 --json")
_STYLES = {"confirmed": "green", "contradicted": "red", "unknown market": "yellow", "not established": "dim"}


def command(
    file: Annotated[Path, typer.Argument(help="Any PDF, or a text file in UTF-8.")],
    day: Annotated[
        str | None,
        typer.Option("--date", metavar="YYYY-MM-DD", help="When it appeared. [default: its first page, its metadata]"),
    ] = None,
    build: BuildFolder = DEFAULT_BUILD,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Find what a document claims about the list, and check each claim against the listings.

    A claim says that a market is on a list or was removed from it. It is confirmed or contradicted by the edition
    that it names; an edition that is missing or incomplete establishes nothing. Ends with 1 where the listings
    contradict a claim.
    """
    from nrm.cli.screen import envelope, notices, print_rows
    from nrm.corpus import load
    from nrm.stages.corroborate import corroborate

    form = chosen(form, json, excel)
    told = corroborate(file, load(build), on=_day(day))
    match form:
        case Format.TABLE:
            _print(told)
        case Format.JSON:
            print(
                envelope(
                    "corroborate",
                    told.sample,
                    file=told.file,
                    document_date=told.date.day,
                    date_source=told.date.source,
                    rows=list(told.rows),
                    findings=[_finding_row(one) for one in told.findings],
                )
            )
        case Format.JSONL | Format.CSV:
            print_rows(form, "corroborate", told.sample, told.rows, excel=excel)
    notices(told.sample, law=True, to_data=form is Format.TABLE)
    if told.verdicts["contradicted"]:
        raise typer.Exit(1)


def _day(text: str | None) -> date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise BadTable(f"--date {text}: no day; write it as 2025-01-08") from None


def _finding_row(one: Finding) -> dict[str, object]:
    return {
        "code": one.code,
        "severity": one.severity,
        "page": one.page or None,
        "text": one.text,
        "hint": one.hint,
    }


def _print(told: Corroboration) -> None:
    from nrm.cli.screen import print_table, say, styled

    heads = ("page", "list", "printed", "market", "country", "claim", "verdict")
    rows = [
        (
            str(row["page"]),
            str(row["list_year"] or "?"),
            row["year_printed"],
            row["market"] or "(none named)",
            row["country"],
            row["claim"],
            row["verdict"],
        )
        for row in told.rows
    ]
    if rows:
        print_table(heads, rows, "bold")
    counted = [styled(f"{number} {verdict}", _STYLES[verdict]) for verdict, number in told.verdicts.most_common()]
    print(("\n" + ", ".join(counted)) if counted else "No claim about the list found.")
    say(f"The document's date: {_dated(told)}.")
    sentences = dict.fromkeys((row["page"], row["sentence"]) for row in told.rows)
    if sentences:
        print(f"\n{styled('What the document says', 'bold')}")
    for page, sentence in sentences:
        say(f"page {page}: {sentence}", "", "  ")
    if told.findings:
        print(f"\n{styled('To be looked at', 'bold')}")
    for one in told.findings:
        say(f"page {one.page}, {one.code}: {one.text}", "", "  ")


def _dated(told: Corroboration) -> str:
    if told.date.day is None:
        return "unknown (give it with --date)"
    sources = {"option": "as given", "cover": "printed on its first page", "metadata": "from the file's metadata"}
    return f"{told.date.day.isoformat()}, {sources[told.date.source]}"
