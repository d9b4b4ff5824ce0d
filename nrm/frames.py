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

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from nrm import table_rows
from nrm.errors import BadTable
from nrm.schema import Column, table, vocabulary

Frames = Mapping[str, pd.DataFrame]
# Python's own strings: the same frame whether pyarrow is installed or not.
_TEXT = pd.StringDtype("python")


def frame(table_name: str, records: Iterable[Mapping[str, object]]) -> pd.DataFrame:
    """The records as a DataFrame with the table's columns and dtypes, in its canonical order.

    Each record has exactly the columns of the table; an empty string is unknown. Raises `BadTable`
    for a record that the schema does not allow and for a primary key that is there twice.
    """
    known = table(table_name)
    columns = table_rows.columns_of(table_name, records)
    return pd.DataFrame({one.name: pd.Series(columns[one.name], dtype=_dtype(one)) for one in known.columns})


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
    table_rows.check_references({name: records_of(name, typed) for name, typed in frames.items()})


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
