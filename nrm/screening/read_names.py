"""The names of a user's list out of a file: CSV, plain text (one a line), or a workbook (XLSX, XLS, ODS)."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from pathlib import Path

from nrm.errors import BadTable
from nrm.screening.column import Column, find_column
from nrm.screening.name_list import Given, NameList

_WORKBOOKS = (".xlsx", ".xlsm", ".xls", ".ods")
_TABLES = (".csv", ".tsv", ".tab")
_DELIMITERS = ",;\t|"
_LONGEST_CELL = 10_000
_COMMENT = "#"
_LINE_END = re.compile(r"\r\n|\r|\n")


def read_names(file: str | Path, column: str | None = None, sheet: str | None = None) -> NameList:
    """The names in a file; its ending says how to read it, any other than those of tables is plain text.

    `column` is a header or a number from 1; without it the only column, or the one with a recognised header, is
    read. `sheet` names a sheet of a workbook (else the first). Text is UTF-8, or UTF-16 with a byte order mark.
    Empty cells, and in plain text lines that begin with `#`, are counted and passed over. Raises `BadTable`,
    with the number of the row, for what cannot be read.
    """
    path = Path(file)
    ending = path.suffix.casefold()
    if ending not in _WORKBOOKS and sheet is not None:
        raise BadTable(f"{path}: only a workbook has sheets")
    if ending in _WORKBOOKS:
        from nrm.screening.workbook import read_sheet

        return _of_table(read_sheet(path, sheet), column, path)
    text = _text(path)
    if ending in _TABLES:
        return _of_table(_csv_rows(text, path), column, path)
    if column is not None:
        raise BadTable(f"{path}: a text file has no columns; one name stands on each line")
    return _of_lines(text)


def _of_lines(text: str) -> NameList:
    lines = [(number, line.strip()) for number, line in enumerate(_LINE_END.split(text.rstrip("\r\n")), 1)]
    names = [Given(number, line) for number, line in lines if line and not line.startswith(_COMMENT)]
    comments = sum(1 for _, line in lines if line.startswith(_COMMENT))
    return NameList(tuple(names), empty=len(lines) - len(names) - comments, comments=comments)


def _of_table(rows: Sequence[Sequence[str]], wanted: str | None, path: Path) -> NameList:
    if not rows:
        raise BadTable(f"{path} is empty")
    column = find_column(rows[0], wanted, str(path))
    numbered = list(enumerate(rows, 1))[1 if column.has_header else 0 :]
    cells = [Given(number, _cell(row, column, number, path)) for number, row in numbered]
    names = tuple(cell for cell in cells if cell.text)
    return NameList(names, column.name, len(cells) - len(names))


def _cell(row: Sequence[str], column: Column, number: int, path: Path) -> str:
    if not any(row):
        return ""
    if len(row) <= column.place:
        raise BadTable(f"{path}: row {number} has {len(row)} cells and none in column {column.name!r}; mend that row")
    cell = " ".join(row[column.place].split())
    if len(cell) > _LONGEST_CELL:
        raise BadTable(f"{path}: row {number}: {len(cell):,} characters are no name; is a quotation mark missing?")
    return cell


def _csv_rows(text: str, path: Path) -> list[list[str]]:
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    rows: list[list[str]] = []
    try:
        csv.field_size_limit(2**31 - 1)
        rows.extend(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as error:
        raise BadTable(f"{path}: row {len(rows) + 1} is no CSV: {error}") from error
    return rows


def _text(path: Path) -> str:
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise BadTable(f"{path} cannot be read: {error.strerror}") from error
    encoding = "utf-16" if raw.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        raise BadTable(f"{path}: row {row} is not {encoding[:6].upper()}; save the list as UTF-8") from error
    if "\0" in text:
        row = text[: text.index("\0")].count("\n") + 1
        raise BadTable(f"{path}: row {row} holds a NUL character; this is no text file")
    return text
