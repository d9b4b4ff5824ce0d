"""`nrm diff`: what changed between two editions, builds or PDFs."""

from __future__ import annotations

import json as json_module
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, Country, ExcelFlag, JsonFlag, Kind

if TYPE_CHECKING:
    from nrm.analysis.diff_value import Diff, DiffRow

SUMMARY = "What changed between two editions."
EXAMPLES = ("nrm diff 2015 2016", "nrm diff 2016.pdf 2017.pdf --format markdown")


class DiffFormat(StrEnum):
    """How a comparison is printed."""

    TABLE = "table"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    MARKDOWN = "markdown"
    HTML = "html"


_COLOURS = {"added": "green", "relisted": "cyan", "removed": "red", "retained": "bold", "not_established": "yellow"}


def command(
    old: Annotated[str, typer.Argument(help="List year, build folder or PDF to compare from.")],
    new: Annotated[str, typer.Argument(help="The same to compare with.")],
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="PART,...", help="Only these groups (relisted ...) or changes (renamed ...)."),
    ] = None,
    kind: Kind = None,
    country: Country = None,
    build: BuildFolder = DEFAULT_BUILD,
    form: Annotated[DiffFormat, typer.Option("--format", help="How to print the data.")] = DiffFormat.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Compare two editions: added, relisted after a gap, removed, retained with changes.

    Two years are compared within a build, which can tell what was there before; of two builds the newest edition
    each; two PDFs alone cannot tell what is relisted. With --only reworded the changed words are shown: [-gone-],
    {+new+}. Ends with 0 where nothing differs, with 1 where something does.
    """
    from nrm.analysis.diff_value import select
    from nrm.cli.screen import notices
    from nrm.stages.comparison import compare

    form = DiffFormat.JSON if json else form
    if excel and form is not DiffFormat.CSV:
        raise typer.BadParameter("--excel goes with --format csv")
    found, sample = compare(old, new, build)
    wanted = [word.strip() for part in only or () for word in part.split(",")]
    shown = select(found, only=wanted, kind=kind.value if kind else None, country=country)
    _print(shown, form, sample, words="reworded" in wanted, excel=excel)
    if form is not DiffFormat.HTML and form is not DiffFormat.MARKDOWN:
        notices(sample, law=bool(shown.rows), to_data=form is DiffFormat.TABLE)
    if not shown.is_empty:
        raise typer.Exit(1)


def _print(shown: Diff, form: DiffFormat, sample: bool, *, words: bool, excel: bool) -> None:
    from nrm.analysis import diff_formats
    from nrm.cli.screen import LAW_NOTICE, envelope, print_csv
    from nrm.corpus import SAMPLE_NOTICE

    told = [LAW_NOTICE] * bool(shown.rows) + [SAMPLE_NOTICE] * sample
    match form:
        case DiffFormat.JSON:
            print(envelope("diff", sample, **shown.as_json()))
        case DiffFormat.JSONL:
            for row in shown.rows:
                print(json_module.dumps({"group": row.group, "sample": sample, **row.as_json()}, ensure_ascii=False))
        case DiffFormat.CSV:
            print_csv(diff_formats.COLUMNS, diff_formats.rows_of_text(shown), excel=excel)
        case DiffFormat.MARKDOWN:
            print(diff_formats.as_markdown(shown) + "".join(f"\n*{line}*\n" for line in told), end="")
        case DiffFormat.HTML:
            print(diff_formats.as_html_page(shown, *told), end="")
        case DiffFormat.TABLE:
            _print_groups(shown, words=words)


def _print_groups(shown: Diff, *, words: bool) -> None:
    from nrm.analysis.diff_formats import TITLES, note, redlines
    from nrm.analysis.diff_value import GROUPS
    from nrm.cli.screen import say, styled

    print(styled(f"{shown.old} → {shown.new}", "bold"))
    if shown.is_empty:
        print(f"\nNothing differs ({len(shown.retained)} markets on both lists).")
        return
    for group in GROUPS:
        rows: tuple[DiffRow, ...] = getattr(shown, group)
        if not rows:
            continue
        print("\n" + styled(f"{TITLES[group]} ({len(rows)})", _COLOURS[group]))
        told = [row for row in rows if note(row) or group != "retained"]
        for row in told:
            place = f"{row.kind}, {row.country}" if row.country else row.kind
            said = note(row)
            say(f"{row.name} ({place})" + (f": {said}" if said else ""), "  ", "      ")
            for line in redlines(row, "[-{}-]", "{{+{}+}}") if words else ():
                say(line, "      ")
        if len(told) < len(rows):
            print(f"  unchanged: {len(rows) - len(told)}")
