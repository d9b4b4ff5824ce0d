"""`datapackage.json`: the files of a build described after the Data Package standard, version 1.

Version 1, because version 2 has no word for a resource that is no table, and readers then try to
read the Parquet files and the database as tables. A list in a CSV cell is a string there, for the
standard cannot say that its items are joined with `; `.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from nrm.publish import rights
from nrm.schema import Column, Table, tables, version, vocabulary

FILE = "datapackage.json"
_MEDIA_TYPES = {
    ".csv": "text/csv",
    ".jsonl": "application/jsonl",
    ".parquet": "application/vnd.apache.parquet",
    ".sqlite": "application/vnd.sqlite3",
    ".json": "application/json",
    ".txt": "text/plain",
}


def write(folder: Path, names: Sequence[str], editions: Sequence[Mapping[str, Any]], *, sample: bool) -> None:
    """Describe the named files of a folder; `editions` are the records of that table.

    Sizes and hashes are those of the files as they stand, so this comes after writing them.
    """
    text = json.dumps(descriptor(folder, names, editions, sample=sample), ensure_ascii=False, indent=2)
    (folder / FILE).write_text(text + "\n", encoding="utf-8", newline="\n")


def descriptor(
    folder: Path, names: Sequence[str], editions: Sequence[Mapping[str, Any]], *, sample: bool
) -> dict[str, Any]:
    """The descriptor as a dict; tabular files named after a table carry its Table Schema."""
    read = [edition for edition in editions if edition["source_sha256"]]
    years = [edition["list_year"] for edition in read]
    span = f"{min(years)} to {max(years)}" if years else "no edition"
    notice = f"{rights.SAMPLE_NOTICE} " if sample else ""
    return {
        "profile": "data-package",
        "name": "notorious-markets-sample" if sample else "notorious-markets",
        "title": f"Notorious Markets List, {span}{' (sample data)' if sample else ''}",
        "description": f"{notice}The markets of the yearly lists, with pages. {rights.RESERVATION}",
        "version": f"{version()}.0.0",
        "sample": sample,
        "licenses": [dict(rights.licence(sample=sample))],
        "sources": [{"title": "nrm sample editions"}]
        if sample
        else [dict(rights.PUBLISHER), *(_source(edition) for edition in read)],
        "resources": [_resource(folder, name) for name in sorted(names)],
    }


def table_schema(table: Table) -> dict[str, Any]:
    """The Table Schema of a table as its main file (CSV or JSON Lines) has it."""
    flat = table.file.endswith(".csv")
    references = [(column.name, *column.references.split(".")) for column in table.columns if column.references]
    return {
        "fields": [_field(column, flat=flat, unique=table.primary_key == (column.name,)) for column in table.columns],
        "primaryKey": list(table.primary_key),
        "missingValues": [""],
        "foreignKeys": [
            {"fields": [name], "reference": {"resource": target, "fields": [key]}} for name, target, key in references
        ],
    }


def _source(edition: Mapping[str, Any]) -> dict[str, str]:
    source = {"title": f"{edition['title'] or 'Notorious Markets List'} ({edition['list_year']})"}
    return source | ({"path": edition["source_url"]} if edition["source_url"] else {})


def _resource(folder: Path, name: str) -> dict[str, Any]:
    path = folder / name
    content = path.read_bytes()
    described = {table.file: table for table in tables().values()}.get(name)
    resource: dict[str, Any] = {
        "name": path.stem if described else name.replace(".", "-").replace("/", "-"),
        "path": name,
        "type": "file",
        "format": path.suffix[1:],
        "mediatype": _MEDIA_TYPES[path.suffix],
        "bytes": len(content),
        "hash": f"sha256:{hashlib.sha256(content).hexdigest()}",
    }
    if described:
        resource |= {
            "type": "table",
            "title": described.title,
            "description": f"One row is {described.row}.",
            "encoding": "utf-8",
            "schema": table_schema(described),
        }
    return resource


def _field(column: Column, *, flat: bool, unique: bool) -> dict[str, Any]:
    kinds = {"list": "string" if flat else "array"}
    field: dict[str, Any] = {
        "name": column.name,
        "type": kinds.get(column.type, column.type),
        "description": column.description + (" Joined with `; `." if column.type == "list" and flat else ""),
    }
    if column.unit:
        field["unit"] = column.unit
    constraints: dict[str, Any] = {}
    if column.required:
        constraints["required"] = True
    if unique:
        constraints["unique"] = True
    if column.minimum is not None:
        constraints["minimum"] = column.minimum
    if column.pattern:
        constraints["pattern"] = column.pattern
    if column.fixed:
        constraints["enum"] = list(vocabulary(column.fixed))
    return field | ({"constraints": constraints} if constraints else {})
