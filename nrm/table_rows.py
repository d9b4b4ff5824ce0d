"""Records as the rows of a table: checked after the schema, in its canonical order, plain values. Without pandas."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from nrm.errors import BadTable
from nrm.schema import Column, Table, check_record, fault_of, table, tables

Row = dict[str, Any]
Tables = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows by table."""
# pandas's own marks of the unknown; comparing them with anything is unknown again.
_UNKNOWN = frozenset({"NAType", "NaTType"})


def rows(table_name: str, records: Iterable[Mapping[str, object]]) -> list[Row]:
    """The records as rows with the table's columns: unknown is `None`, a list a tuple, a date a date.

    Each record has exactly the columns of the table; an empty string is unknown. Raises `BadTable`
    for a record that the schema does not allow and for a primary key that is there twice.
    """
    columns = columns_of(table_name, records)
    return [dict(zip(columns, cells, strict=True)) for cells in zip(*columns.values(), strict=True)]


def columns_of(table_name: str, records: Iterable[Mapping[str, object]]) -> dict[str, list[Any]]:
    """The same as `rows`, column by column."""
    known = table(table_name)
    given = list(records)
    columns = {column.name: _cells(known, column, given) for column in known.columns}
    for record in given:
        if len(record) != len(columns):
            check_record(table_name, record)
    _check_key(known, columns)
    order = sorted(range(len(given)), key=_sort_key(known, columns))
    return {name: [cells[position] for position in order] for name, cells in columns.items()}


def check_references(rows_of: Tables) -> None:
    """Raise `BadTable` where a row refers to one that is not there (the schema's `references`)."""
    for known in tables().values():
        for column in known.columns:
            if not column.references:
                continue
            target, key = column.references.split(".")
            named = {row[column.name] for row in rows_of[known.name]} - {None}
            unknown = named - {row[key] for row in rows_of[target]}
            if unknown:
                raise BadTable(
                    f"{known.name}.{column.name} refers to {target} that are not there: "
                    + ", ".join(sorted(map(str, unknown))[:5])
                )


def _cells(known: Table, column: Column, records: Sequence[Mapping[str, object]]) -> list[Any]:
    """The values of a column, checked and in one form: `None`, dates and tuples."""
    try:
        raw = [record[column.name] for record in records]
    except KeyError:
        for record in records:
            check_record(known.name, record)
        raise
    cells: list[Any]
    match column.type:
        case "object":
            cells = raw
        case "list":
            cells = [tuple(v) if isinstance(v, list) else v for v in raw]
        case "date":
            cells = [_date(_scalar(v)) for v in raw]
        case _:
            cells = [_scalar(v) for v in raw]
    for value in cells if column.type == "object" else _distinct(cells):
        fault = fault_of(column, value)
        if fault:
            position = next(i for i, v in enumerate(cells) if v is value or v == value)
            check_record(known.name, records[position])
            raise BadTable(f"{known.name}: {column.name} {fault}")
    return cells


def _distinct(cells: Sequence[Any]) -> Iterable[Any]:
    """Each value once: 1, 1.0 and True are equal and hash alike, but are different values here."""
    try:
        return [value for _, value in dict.fromkeys((type(value), value) for value in cells)]
    except TypeError:
        return cells


def _scalar(value: object) -> object:
    """Python's own value for one of numpy's; `None` for "", NaN, `pd.NA` and `pd.NaT`."""
    if value is None or type(value) in (int, bool):
        return value
    if isinstance(value, str):
        return str(value) or None
    # Only NaN differs from itself.
    if type(value).__name__ in _UNKNOWN or value != value:
        return None
    return value.item() if type(value).__module__ == "numpy" and hasattr(value, "item") else value


def _date(value: object) -> object:
    """A date from an ISO string or a time stamp; anything else is left for the check to refuse."""
    if isinstance(value, datetime.datetime):
        return value.date()
    if isinstance(value, str):
        try:
            return datetime.date.fromisoformat(value)
        except ValueError:
            return value
    return value


def _check_key(known: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    seen: set[Hashable] = set()
    for key in zip(*(columns[name] for name in known.primary_key), strict=True):
        if key in seen:
            raise BadTable(f"{known.name}: {' / '.join(map(str, key))} is there twice")
        seen.add(key)


def _sort_key(known: Table, columns: Mapping[str, Sequence[Any]]) -> Callable[[int], Any]:
    keys = [columns[name] for name in known.sort]
    return lambda position: [
        (values[position] is not None, values[position]) if values[position] is not None else (False,)
        for values in keys
    ]
