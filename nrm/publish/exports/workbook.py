"""A workbook (XLSX): a sheet for each table, with filters, real numbers and dates, and links to the PDF's pages.

Text is written as text, never as a formula. Needs `pip install 'nrm[xlsx]'`.
"""

from __future__ import annotations

import datetime
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nrm.errors import NrmError
from nrm.publish import rights
from nrm.publish.exports.about import about
from nrm.publish.exports.flat_tables import Cell, FlatTable, flat_tables

if TYPE_CHECKING:
    from nrm.publish.tables_once import TablesOnce

NEEDED = "writing workbooks needs one more package: pip install 'nrm[xlsx]'"
_LONGEST_CELL, _MOST_LINKS, _LONGEST_LINK = 32_767, 65_000, 2_000
_CUT = " … (cut: the whole text is in the tables of the build)"
_NARROWEST, _HASH, _WIDEST = 8, 16, 60
_MEASURED_ROWS = 200


def write(corpus: TablesOnce, names: Collection[str], path: Path) -> None:
    """Write the named tables of a corpus. Raises `NrmError` where the package that it needs is missing."""
    try:
        import xlsxwriter
        from xlsxwriter.exceptions import FileCreateError
    except ModuleNotFoundError as error:
        raise NrmError(NEEDED) from error
    flat = list(flat_tables(corpus, names))
    book = xlsxwriter.Workbook(
        str(path), {"strings_to_numbers": False, "strings_to_formulas": False, "strings_to_urls": False}
    )
    # No date of today: the same build gives the same bytes.
    published = [row["published"] for row in corpus.rows("editions") if row["source_sha256"] and row["published"]]
    newest = max(published, default=datetime.date(2000, 1, 1))
    book.set_properties({"title": "Notorious Markets List", "comments": rights.RESERVATION,
                         "created": datetime.datetime.combine(newest, datetime.time())})  # fmt: skip
    formats = {
        "head": book.add_format({"bold": True, "bg_color": "#e8edf2", "bottom": 1, "valign": "top"}),
        "date": book.add_format({"num_format": "yyyy-mm-dd", "align": "left"}),
        "link": book.get_default_url_format(),
        "bold": book.add_format({"bold": True, "valign": "top"}),
        "text": book.add_format({"text_wrap": True, "valign": "top"}),
    }
    _about_sheet(book, corpus, flat, formats)
    for table in flat:
        _table_sheet(book, table, formats, sample=corpus.sample)
    try:
        book.close()
    except FileCreateError as error:
        raise OSError(*error.args[0].args) from error


def _about_sheet(book: Any, corpus: TablesOnce, flat: Sequence[FlatTable], formats: dict[str, Any]) -> None:
    """The first sheet: what a reader must know, and the meaning of every column."""
    sheet = book.add_worksheet("about")
    sheet.hide_gridlines(2)
    sheet.set_column(0, 1, 22)
    sheet.set_column(2, 2, 100)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    row = 0
    for head, text in about(corpus):
        sheet.write_string(row, 0, head, formats["bold"])
        sheet.write_string(row, 2, text, formats["text"])
        row += 1
    row += 1
    for place, head in enumerate(("sheet", "column", "meaning")):
        sheet.write_string(row, place, head, formats["head"])
    for table in flat:
        for column in table.columns:
            row += 1
            for place, text in enumerate((table.name, column.name, column.description)):
                sheet.write_string(row, place, text, formats["text"])


def _table_sheet(book: Any, table: FlatTable, formats: dict[str, Any], *, sample: bool) -> None:
    sheet = book.add_worksheet(table.name)
    linked = 0
    for place, column in enumerate(table.columns):
        sheet.write_string(0, place, column.name, formats["head"])
        sheet.set_column(place, place, _width(table, place))
    for number, (cells, link) in enumerate(zip(table.rows, table.links, strict=True), 1):
        for place, cell in enumerate(cells):
            if place == table.page_column and link and linked < _MOST_LINKS and len(link) < _LONGEST_LINK:
                sheet.write_url(number, place, link, string=str(cell))
                sheet.write_number(number, place, cell, formats["link"])
                linked += 1
            else:
                _write(sheet, number, place, cell, formats)
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(1, len(table.rows)), len(table.columns) - 1)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer(f"&L{table.title}{' (sample data, never to be cited)' if sample else ''}&RPage &P of &N")


def _write(sheet: Any, row: int, place: int, cell: Cell, formats: dict[str, Any]) -> None:
    match cell:
        case None:
            return
        case bool():
            sheet.write_boolean(row, place, cell)
        case int() | float():
            sheet.write_number(row, place, cell)
        case datetime.date():
            sheet.write_datetime(row, place, datetime.datetime.combine(cell, datetime.time()), formats["date"])
        case str():
            whole = len(cell) <= _LONGEST_CELL
            sheet.write_string(row, place, cell if whole else cell[: _LONGEST_CELL - len(_CUT)] + _CUT)


def _width(table: FlatTable, place: int) -> float:
    if table.columns[place].name.endswith("sha256"):
        return _HASH
    longest = max((len(str(row[place])) for row in table.rows[:_MEASURED_ROWS] if row[place] is not None), default=0)
    return min(_WIDEST, max(_NARROWEST, len(table.columns[place].name) + 3, longest + 1))
