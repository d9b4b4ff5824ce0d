"""`nrm screen`: which names or domains of a user's own list were ever on the Notorious Markets List."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, ExcelFlag, Format, FormatOption, JsonFlag, chosen

if TYPE_CHECKING:
    from nrm.screening import NameList, Screening, Verdict

SUMMARY = "Your own list against the NML."
EXAMPLES = ("nrm screen suppliers.csv --column website", "nrm screen names.txt --json")


def command(
    file: Annotated[Path, typer.Argument(help="CSV, XLSX, or text with one name or domain on each line.")],
    column: Annotated[
        str | None, typer.Option("--column", metavar="NAME", help="Its header or number. [default: recognised]")
    ] = None,
    sheet: Annotated[
        str | None, typer.Option("--sheet", metavar="NAME", help="Sheet of a workbook. [default: the first]")
    ] = None,
    matches: Annotated[bool, typer.Option("--matches", help="Leave out the names that match nothing.")] = False,
    build: BuildFolder = DEFAULT_BUILD,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Screen a list: which of its names were ever on the NML, in which years, whether now, and how sure that is.

    Evidence, strongest first: exact domain, registered domain, alias, near name (with a score, for a person to
    judge). A table shows what matches; the other formats have every name unless --matches is given.
    """
    from nrm.cli.screen import envelope, notices, print_rows
    from nrm.corpus import load
    from nrm.screening import read_names, screen

    corpus = load(build)
    read = read_names(file, column, sheet)
    found = screen(read, corpus)
    form = chosen(form, json, excel)
    rows = [row for row in found.records() if row["market_id"] or not matches]
    match form:
        case Format.TABLE:
            _print_table(read, found)
        case Format.JSON:
            more = {"column": read.column, "newest": found.newest, "notices": list(found.notices)}
            print(envelope("screen", found.sample, **more, rows=rows))
        case _:
            print_rows(form, "screen", found.sample, rows, excel=excel)
    if form is not Format.TABLE:
        for caution in found.cautions:
            print(f"nrm: {caution}", file=sys.stderr)
    notices(found.sample, law=True, to_data=form is Format.TABLE)


def _print_table(read: NameList, found: Screening) -> None:
    from nrm.analysis.phrases import years
    from nrm.cli.screen import print_table, say

    heads = ("row", "input", "on the NML as", "list years", f"on that of {found.newest}", "evidence", "score", "page")
    rows = [
        (
            str(one.row),
            one.input,
            one.name if one.matched in (one.name, one.input) else f"{one.name} ({one.matched})",
            years(one.list_years),
            _now(one),
            str(one.evidence),
            "" if one.score is None else f"{one.score:.0f}",
            f"{one.page_year}, page {one.page}" + (f" (printed {one.printed_page})" if one.printed_page else ""),
        )
        for one in found.matches
    ]
    if rows:
        print_table(heads, rows, "bold")
        print()
    passed = [f"{read.empty:,} empty"] * bool(read.empty) + [f"{read.comments:,} comments"] * bool(read.comments)
    left_out = f" Passed over: {', '.join(passed)}." if passed else ""
    where = f" from column {read.column!r}" if read.column else ""
    say(f"{found.names:,} names{where}, {found.names_matched:,} of them matched.{left_out}")
    for caution in found.cautions:
        say(caution)


def _now(one: Verdict) -> str:
    return {True: "yes", False: "no", None: "not established"}[one.current]
