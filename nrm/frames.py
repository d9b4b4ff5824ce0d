"""Records as typed DataFrames and back, after the schema.

| schema | pandas |
|---|---|
| integer, number, boolean | `Int64`, `Float64`, `boolean` (nullable) |
| string | `string`, unknown is `pd.NA` |
| string with a vocabulary | `category` with all values of the vocabulary |
| date | `datetime64[s]` |
| list | object: tuples of strings, never null |
| object | object: plain dicts |
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import pandas as pd

from nrm.errors import BadTable
from nrm.schema import Column, Table, check_record, fault_of, table, tables, vocabulary

Frames = Mapping[str, pd.DataFrame]
# Python's own strings: the same frame whether pyarrow is installed or not.
_TEXT = pd.StringDtype("python")


def frame(table_name: str, records: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """The records as a DataFrame with the table's columns and dtypes, in its canonical order.

    Each record has exactly the columns of the table; an empty string is unknown. Raises `BadTable`
    for a record that the schema does not allow and for a primary key that is there twice.
    """
    known = table(table_name)
    rows = list(records)
    columns = {column.name: _cells(known, column, rows) for column in known.columns}
    for row in rows:
        if len(row) != len(columns):
            check_record(table_name, row)
    _check_key(known, columns)
    order = sorted(range(len(rows)), key=_sort_key(known, columns))
    return pd.DataFrame(
        {
            column.name: pd.Series([columns[column.name][position] for position in order], dtype=_dtype(column))
            for column in known.columns
        }
    )


def records_of(table_name: str, typed: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame as plain Python values: unknown is `None`, a list a tuple of strings.

    Raises `BadTable` where the frame has not the columns of the table.
    """
    known = table(table_name)
    if tuple(typed.columns) != known.column_names:
        raise BadTable(f"{table_name}: columns are {', '.join(map(str, typed.columns))}")
    cells = [_plain(column, typed[column.name]) for column in known.columns]
    return [dict(zip(known.column_names, row, strict=True)) for row in zip(*cells, strict=True)]


def check_references(frames: Frames) -> None:
    """Raise `BadTable` where a row refers to one that is not there (the schema's `references`)."""
    for known in tables().values():
        for column in known.columns:
            if not column.references:
                continue
            target, key = column.references.split(".")
            unknown = set(frames[known.name][column.name].dropna()) - set(frames[target][key])
            if unknown:
                raise BadTable(
                    f"{known.name}.{column.name} refers to {target} that are not there: "
                    + ", ".join(sorted(map(str, unknown))[:5])
                )


def _cells(known: Table, column: Column, rows: Sequence[Mapping[str, object]]) -> list[Any]:
    """The values of a column, checked and in one form: `None`, dates and tuples."""
    try:
        raw = [row[column.name] for row in rows]
    except KeyError:
        for row in rows:
            check_record(known.name, row)
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
            check_record(known.name, rows[position])
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
    if value is pd.NA or value is pd.NaT or value != value:
        return None
    return value.item() if isinstance(value, np.generic) else value


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


def _dtype(column: Column) -> Any:
    if column.fixed:
        return pd.CategoricalDtype(list(vocabulary(column.fixed)))
    match column.type:
        case "integer":
            return pd.Int64Dtype()
        case "number":
            return pd.Float64Dtype()
        case "boolean":
            return pd.BooleanDtype()
        case "string":
            return _TEXT
        case "date":
            return "datetime64[s]"
        case "list" | "object" | "integers":
            return object


def _plain(column: Column, series: pd.Series[Any]) -> list[Any]:
    if column.type in ("list", "object"):
        return list(series)
    values = series.astype(object).tolist()
    if column.type == "date":
        return [None if pd.isna(value) else value.date() for value in values]
    return [None if unknown else value for value, unknown in zip(values, series.isna(), strict=True)]
