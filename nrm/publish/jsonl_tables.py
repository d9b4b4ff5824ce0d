"""Tables as JSON Lines: one object a line, keys in the schema's order, unknown is null."""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from nrm.errors import BadTable
from nrm.schema import table

# Line ends for some readers, though not for JSON: escaped, so that a line stays a line.
_LINE_ENDS = re.compile("[\x85\u2028\u2029]")


def write(table_name: str, records: Iterable[Mapping[str, Any]], path: Path) -> None:
    """Write the records, in the order given."""
    names = table(table_name).column_names
    with path.open("w", encoding="utf-8", newline="") as stream:
        stream.writelines(_line({name: record[name] for name in names}) for record in records)


def read_rows(path: Path, table_name: str = "") -> list[dict[str, Any]]:
    """The rows of a file as plain dicts with tuples for lists and dates for dates.

    The table is named by the file (`entries.jsonl`) unless it is given. Raises `BadTable` where a
    line is not a JSON object with exactly the columns of the table.
    """
    known = table(table_name or path.stem)
    lists = [column.name for column in known.columns if column.type == "list"]
    dates = [column.name for column in known.columns if column.type == "date"]
    records: list[dict[str, Any]] = []
    with path.open(encoding="utf-8", newline="\n") as stream:
        try:
            for line in stream:
                record = json.loads(line)
                if not isinstance(record, dict) or tuple(record) != known.column_names:
                    raise ValueError(f"the keys are not the columns of the table {known.name}")
                for name in lists:
                    record[name] = tuple(record[name])
                for name in dates:
                    record[name] = record[name] and datetime.date.fromisoformat(record[name])
                records.append(record)
        except (ValueError, TypeError) as error:
            raise BadTable(f"{path}: line {len(records) + 1}: {error}") from error
    return records


def _line(record: Mapping[str, Any]) -> str:
    text = json.dumps(record, ensure_ascii=False, allow_nan=False, default=_date)
    return _LINE_ENDS.sub(lambda end: f"\\u{ord(end.group()):04x}", text) + "\n"


def _date(value: object) -> str:
    if isinstance(value, datetime.date):
        return value.isoformat()
    raise TypeError(f"{type(value).__name__} has no place in a table")
