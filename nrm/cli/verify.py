"""`nrm verify`: the truth checks of each edition, what follows from them, and where to look."""

from __future__ import annotations

import shlex
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, ExcelFlag, Format, FormatOption, JsonFlag, chosen
from nrm.errors import UnknownName

if TYPE_CHECKING:
    from nrm.analysis.truth_checks import TruthCheck
    from nrm.corpus import Corpus

SUMMARY = "Whether each edition was read whole: its truth checks."
EXAMPLES = ("nrm verify", "nrm verify 2016 2017 --json")

_HEADS = {
    "online total": "online",
    "physical total": "physical",
    "contents": "contents",
    "lines": "lines",
    "pages": "pages",
}
_MARKS = {"pass": "", "not applicable": "", "explained": " explained", "fail": " FAIL"}


def command(
    years: Annotated[
        list[int] | None, typer.Argument(metavar="YEAR", help="List years of editions. [default: all]")
    ] = None,
    source: Annotated[
        Path, typer.Option("--source", metavar="DIR", help="The folder of the PDFs, for the commands shown.")
    ] = Path("data/raw"),
    build: BuildFolder = DEFAULT_BUILD,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Show how the truth checks of each edition of a build ended, and the command that shows the place.

    Declared totals against listings found, the contents page against headings, lines that were not understood, pages
    that could not be read. Ends with 1 where one fails and nothing explains it: then absence from the edition proves
    nothing.
    """
    from nrm.analysis.truth_checks import failed_years, truth_checks
    from nrm.cli.screen import notices, print_rows
    from nrm.corpus import load

    form = chosen(form, json, excel)
    corpus = load(build)
    editions = _asked(corpus, years or [])
    checks = truth_checks(editions, corpus.rows("findings"))
    if form is Format.TABLE:
        _print_table(checks, editions, source)
    else:
        print_rows(form, "verify", corpus.sample, [_row(one, source, corpus.sample) for one in checks], excel=excel)
    notices(corpus.sample, law=False, to_data=form is Format.TABLE)
    if any(failed_years(checks)):
        raise typer.Exit(1)


def _asked(corpus: Corpus, years: Sequence[int]) -> list[dict[str, Any]]:
    """The rows of the editions asked for. Raises `UnknownName` for one of which the build has no file."""
    rows = corpus.rows("editions")
    held = {row["list_year"] for row in rows if row["status"] != "missing"}
    for year in years:
        if year not in held:
            there = ", ".join(map(str, sorted(held)))
            raise UnknownName(f"this build has no edition {year}; it has {there}")
    return [row for row in rows if not years or row["list_year"] in years]


def _row(one: TruthCheck, source: Path, sample: bool) -> dict[str, Any]:
    return {
        "list_year": one.list_year,
        "check": one.check,
        "expected": one.expected or None,
        "found": one.found or None,
        "verdict": one.verdict,
        "text": one.text or None,
        "coverage": one.coverage,
        "page": one.page or None,
        "command": _place(one, source, sample) or None,
    }


def _place(one: TruthCheck, source: Path, sample: bool = False) -> str:
    """The command that shows what a check is about; empty where there is nothing to look at."""
    if one.verdict not in ("fail", "explained") and not one.page:
        return ""
    page = f" --page {one.page}" if one.page else ""
    return f"nrm inspect {shlex.quote(str(_file(one.file, source, sample)))}{page}"


def _file(name: str, source: Path, sample: bool) -> Path:
    """Where a PDF of the build lies: among the samples, in the folder of the PDFs, or wherever the user knows."""
    if sample:
        from importlib.resources import files

        shipped = Path(str(files("nrm.samples") / name))
        if shipped.is_file():
            return shipped
    places = [source / name, *sorted(path for path in source.rglob("*") if path.name == name)]
    return next((path for path in places if path.is_file()), Path(name))


def _print_table(checks: Sequence[TruthCheck], editions: Sequence[dict[str, Any]], source: Path) -> None:
    from nrm.analysis.phrases import years
    from nrm.cli.screen import print_table, say, styled

    by_year: dict[int, dict[str, TruthCheck]] = {}
    for one in checks:
        by_year.setdefault(one.list_year, {})[one.check] = one
    covered = {row["list_year"]: (row["coverage_online"], row["coverage_physical"]) for row in editions}
    rows = []
    for year, found in by_year.items():
        cells = [_cell(found[check]) if check in found else "" for check in _HEADS]
        rows.append((str(year), *cells, _worst(found.values()), _coverage(covered[year])))
    print_table(("year", *_HEADS.values(), "verdict", "coverage"), rows, "bold")
    told = [one for one in checks if one.text and one.verdict != "not applicable"]
    if told:
        print("\n" + styled("What differs, and where to look", "bold"))
    sample = any(row["sample"] for row in editions)
    for one in told:
        say(f"{one.list_year}, {one.check} ({one.verdict}): {one.text}", "  ", "    ")
        if place := _place(one, source, sample):
            print(f"    {styled(place, 'cyan')}")
    print()
    missing = [row["list_year"] for row in editions if row["status"] == "missing"]
    if missing:
        say(f"Not among the files: {years(missing)}.")
    failed = sorted({one.list_year for one in checks if one.verdict == "fail"})
    if failed:
        say(f"Not verified: {years(failed)}. Absence from an edition that is not complete proves nothing.")
    else:
        say(f"{len(by_year)} editions: every check agrees or is explained.")


def _cell(one: TruthCheck) -> str:
    mark = _MARKS[one.verdict]
    match one.check:
        case "online total" | "physical total":
            return (f"{one.found} of {one.expected}" if one.expected else f"{one.found} (no total)") + mark
        case "pages":
            return f"{one.found} of {one.expected}{mark}"
        case "contents":
            return "none missing" if one.verdict == "pass" else f"{one.found.split()[0]} missing{mark}"
        case _:
            return f"{one.found}{mark}"


def _worst(checks: Any) -> str:
    found = {one.verdict for one in checks}
    return next(word for word in ("fail", "explained", "pass") if word in found or word == "pass")


def _coverage(both: tuple[str, str]) -> str:
    online, physical = both
    return online if online == physical else f"online {online}, physical {physical}"
