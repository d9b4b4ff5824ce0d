"""Tables as CSV: UTF-8, `\\n`, RFC 4180, exact in both directions.

Empty is unknown, booleans are `true` and `false`, dates ISO 8601, lists joined with `; `.
Light on purpose (no pandas): commands read a finished build with it.
"""

from __future__ import annotations

import csv
import datetime
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from nrm.errors import BadTable
from nrm.publish import list_cells
from nrm.schema import Column, table

# The module's own limit of 131,072 characters is a guard against files that are not CSV;
# a cell of ours may be longer, and no build comes near this.
_LONGEST_CELL = 2**31 - 1
_SPECIAL = re.compile('[",\r\n]')


def write(table_name: str, records: Iterable[Mapping[str, Any]], path: Path) -> None:
    """Write the records, in the order given, with a header."""
    columns = table(table_name).columns
    writers = [(column.name, _WRITERS[column.type]) for column in columns]
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.write(",".join(name for name, _ in writers) + "\n")
        for record in records:
            cells = ("" if record[name] is None else cell(record[name]) for name, cell in writers)
            stream.write(",".join(cells) + "\n")


def read_rows(path: Path, table_name: str = "") -> list[dict[str, Any]]:
    """The rows of a file as plain dicts, typed after the schema; unknown is `None`.

    The table is named by the file (`listings.csv`) unless it is given. Raises `BadTable` where the
    file is not UTF-8, has another header, rows of another length, or a cell of another type.
    """
    known = table(table_name or path.stem)
    readers = [_reader(column) for column in known.columns]
    records: list[dict[str, Any]] = []
    csv.field_size_limit(_LONGEST_CELL)
    with path.open(encoding="utf-8", newline="") as stream:
        rows = csv.reader(stream, strict=True)
        try:
            header = next(rows, [])
            if tuple(header) != known.column_names:
                raise BadTable(f"{path}: the header is not that of the table {known.name}")
            for row in rows:
                values = [read(cell) for read, cell in zip(readers, row, strict=True)]
                records.append(dict(zip(known.column_names, values, strict=True)))
        except (ValueError, csv.Error) as error:
            raise BadTable(f"{path}: line {rows.line_num}: {error}") from error
    return records


def _reader(column: Column) -> Callable[[str], Any]:
    read = _READERS[column.type]
    return read if column.type == "list" else lambda cell: read(cell) if cell else None


def _quoted(text: str) -> str:
    # The csv module leaves a lone carriage return bare and then reads two lines out of it.
    return '"' + text.replace('"', '""') + '"' if _SPECIAL.search(text) else text


def _joined(items: Sequence[str]) -> str:
    return _quoted(list_cells.join(items))


def _boolean(cell: str) -> bool:
    if cell not in ("true", "false"):
        raise ValueError(f"{cell!r} is neither true nor false")
    return cell == "true"


_WRITERS: Mapping[str, Callable[[Any], str]] = {
    "integer": str,
    "number": repr,
    "string": _quoted,
    "boolean": lambda value: "true" if value else "false",
    "date": lambda value: str(value.isoformat()),
    "list": _joined,
}
_READERS: Mapping[str, Callable[[str], Any]] = {
    "integer": int,
    "number": float,
    "string": str,
    "boolean": _boolean,
    "date": datetime.date.fromisoformat,
    "list": list_cells.split,
}
