"""`nrm inspect`: a PDF as nrm sees it: its outline, what did not add up, and a page with boxes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nrm.cli.options import ExcelFlag, Format, FormatOption, JsonFlag, chosen

if TYPE_CHECKING:
    from nrm.inspect import Inspection

SUMMARY = "A PDF as nrm sees it."
EXAMPLES = ("nrm inspect report.pdf", "nrm inspect report.pdf --page 12 --out page.png")


def command(
    file: Annotated[Path, typer.Argument(help="Any PDF.")],
    page: Annotated[int | None, typer.Option("--page", metavar="N", help="Draw this page of the PDF.")] = None,
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="The picture. [default: NAME-page-N.png]")
    ] = None,
    corrections: Annotated[
        Path | None, typer.Option("--corrections", metavar="FILE", help="Your own corrections (TOML).")
    ] = None,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Print the outline of a report and what did not add up in it; draw a page with boxes around what was found.

    The source column of an entry is what a correction of it needs. Another PDF gives its headings and layout alone.
    """
    from nrm.cli.screen import envelope, notices, print_rows
    from nrm.inspect import inspected, outline

    form = chosen(form, json, excel)
    if out is not None and page is None:
        raise typer.BadParameter("--out needs --page")
    seen = inspected(file, corrections=corrections)
    picture = _picture(seen, page, out) if page is not None else None
    sample = seen.report is not None and seen.report.edition.sample
    rows = [_row(row) for row in outline(seen)]
    match form:
        case Format.TABLE:
            _print_outline(seen, rows, picture)
        case Format.JSON:
            print(
                envelope(
                    "inspect",
                    sample,
                    file=str(file),
                    list_year=seen.report.edition.list_year if seen.report else None,
                    trouble=seen.trouble,
                    picture=str(picture or ""),
                    rows=rows,
                    findings=_findings(seen),
                )
            )
        case Format.JSONL | Format.CSV:
            print_rows(form, "inspect", sample, rows, excel=excel)
    notices(sample, law=seen.report is not None, to_data=form is Format.TABLE)


def _picture(seen: Inspection, page: int, out: Path | None) -> Path:
    from nrm.inspect.picture import draw_page

    return draw_page(seen, page, out or Path(f"{seen.path.stem}-page-{page}.png"))


def _row(row: Any) -> dict[str, Any]:
    from dataclasses import asdict

    return {name: None if value == "" else value for name, value in asdict(row).items()}


def _findings(seen: Inspection) -> list[dict[str, Any]]:
    if seen.report is None:
        return []
    return [
        {
            "code": one.code,
            "severity": one.severity,
            "page": one.page or None,
            "text": one.text,
            "hint": one.hint,
        }
        for one in seen.report.findings
    ]


def _print_outline(seen: Inspection, rows: list[dict[str, Any]], picture: Path | None) -> None:
    from nrm.cli.screen import print_table, say, styled

    pages = len(seen.document.pages)
    if seen.report is None:
        say(f"{seen.trouble}. What follows is its layout alone ({pages} pages).")
    else:
        edition = seen.report.edition
        print(styled(edition.title, "bold"))
        say(f"list year {edition.list_year}, {pages} pages, {len(seen.report.entries)} entries")
    print()
    cells = [
        (
            str(row["page"]),
            row["printed_page"] or "",
            "  " * (row["level"] - 1) + row["title"],
            row["kind"],
            row["about"] or "",
            row["source"] or "",
        )
        for row in rows
    ]
    print_table(("page", "printed", "title", "is a", "about", "source"), cells)
    findings = _findings(seen)
    if findings:
        print(f"\n{styled('What did not add up', 'bold')}")
        print_table(
            ("page", "severity", "code", "text"),
            [(str(one["page"] or ""), one["severity"], one["code"], one["text"]) for one in findings],
        )
        print()
        for code, hint in dict.fromkeys((one["code"], one["hint"]) for one in findings if one["severity"] != "info"):
            say(f"{code}: {hint}", "", "  ")
    if picture is not None:
        print(f"\npicture: {picture}")
