"""CSV for spreadsheet programs: with a byte order mark, and text that a program would take for a formula defused.

The CSV files of a build are exact and for programs; these are for people who open them with a double click.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

from nrm.publish.excel_cells import BYTE_ORDER_MARK, defused
from nrm.publish.exports.about import about
from nrm.publish.exports.flat_tables import Cell, flat_tables

if TYPE_CHECKING:
    from nrm.publish.tables_once import TablesOnce

_DAY = (1980, 1, 1, 0, 0, 0)


def write(corpus: TablesOnce, names: Collection[str], path: Path) -> None:
    """Write the named tables of a corpus, and `about.txt`, into a ZIP file; the same build gives the same bytes."""
    with zipfile.ZipFile(path, "w") as archive:
        _add(archive, "about.txt", "".join(f"{head}: {text}\n" for head, text in about(corpus)))
        for table in flat_tables(corpus, names):
            out = io.StringIO(newline="")
            writer = csv.writer(out)
            writer.writerow([column.name for column in table.columns])
            writer.writerows([_cell(cell) for cell in row] for row in table.rows)
            _add(archive, f"{table.name}.csv", BYTE_ORDER_MARK + out.getvalue())


def _cell(cell: Cell) -> Cell:
    if isinstance(cell, bool):
        return str(cell).lower()
    return defused(cell) if isinstance(cell, str) else cell


def _add(archive: zipfile.ZipFile, name: str, text: str) -> None:
    member = zipfile.ZipInfo(name, _DAY)
    member.compress_type = zipfile.ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    archive.writestr(member, text.encode())
