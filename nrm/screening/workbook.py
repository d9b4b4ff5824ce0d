"""A sheet of a workbook as rows of text; needs `pip install 'nrm[xlsx]'`."""

from __future__ import annotations

from pathlib import Path

from nrm.errors import BadTable

NEEDED = "reading workbooks needs one more package: pip install 'nrm[xlsx]' (or save the list as CSV)"


def read_sheet(path: Path, sheet: str | None = None) -> list[list[str]]:
    """The rows of a sheet (the first unless named) of an XLSX, XLS or ODS file, cells as a person reads them.

    Rows are counted from the sheet's first row, empty ones included. Raises `BadTable` for a file that is no
    workbook, a sheet that is not there, or where the package that reads workbooks is missing.
    """
    try:
        from python_calamine import CalamineError, CalamineWorkbook
    except ModuleNotFoundError as error:
        raise BadTable(f"{path}: {NEEDED}") from error
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            names = book.sheet_names
            if sheet is not None and sheet not in names:
                raise BadTable(f"{path}: no sheet {sheet!r}; it has {', '.join(map(repr, names))}")
            rows = book.get_sheet_by_name(sheet or names[0]).to_python(skip_empty_area=False)
    except OSError as error:
        raise BadTable(f"{path} cannot be read: {error.strerror or error}") from error
    except CalamineError as error:
        raise BadTable(f"{path} is no workbook that can be read: {error}") from error
    return [[_text(cell) for cell in row] for row in rows]


def _text(cell: object) -> str:
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
