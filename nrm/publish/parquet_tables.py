"""Tables as Parquet files with the types of the schema; vocabularies are dictionary columns."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from nrm.errors import BadTable
from nrm.publish.arrow_columns import arrow_array
from nrm.schema import Column, table, version

_PROVENANCE = pa.struct(
    [
        pa.field("sha256", pa.string(), nullable=False),
        pa.field(
            "regions",
            pa.list_(
                pa.struct(
                    [
                        pa.field("page", pa.int64(), nullable=False),
                        pa.field("printed", pa.string(), nullable=False),
                        pa.field("box", pa.list_(pa.float64()), nullable=False),
                    ]
                )
            ),
            nullable=False,
        ),
    ]
)
_TYPES: Mapping[str, pa.DataType] = {
    "integer": pa.int64(),
    "number": pa.float64(),
    "string": pa.string(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "list": pa.list_(pa.string()),
    "object": _PROVENANCE,
}


def arrow_schema(table_name: str) -> pa.Schema:
    """The Arrow schema of a table; each field carries its description."""
    known = table(table_name)
    return pa.schema(
        [_field(column) for column in known.columns],
        metadata={"nrm.table": known.name, "nrm.schema": str(version())},
    )


def write(table_name: str, records: Sequence[Mapping[str, Any]], path: Path) -> None:
    """Write the records, in the order given."""
    schema = arrow_schema(table_name)
    columns = [arrow_array([record[field.name] for record in records], field.type) for field in schema]
    pq.write_table(pa.Table.from_arrays(columns, schema=schema), path, compression="zstd")


def read_rows(path: Path, table_name: str = "") -> list[dict[str, Any]]:
    """The rows of a file as plain dicts; lists are tuples. Raises `BadTable` for another schema."""
    name = table_name or path.stem
    try:
        read = pq.read_table(path)
    except pa.ArrowInvalid as error:
        raise BadTable(f"{path}: not a Parquet file: {error}") from error
    # Not compared type by type: versions of pyarrow differ in the width of dictionary indices.
    marks, expected = read.schema.metadata or {}, arrow_schema(name)
    if read.schema.names != expected.names or any(marks.get(key) != value for key, value in expected.metadata.items()):
        raise BadTable(f"{path}: the columns are not those of the table {name}")
    lists = [column.name for column in table(name).columns if column.type == "list"]
    rows: list[dict[str, Any]] = read.to_pylist()
    return [row | {column: tuple(row[column]) for column in lists} for row in rows]


def _field(column: Column) -> pa.Field:
    kind = pa.dictionary(pa.int8(), pa.string()) if column.fixed else _TYPES[column.type]
    return pa.field(
        column.name,
        kind,
        nullable=not (column.required or column.type == "list"),
        metadata={"description": column.description},
    )
