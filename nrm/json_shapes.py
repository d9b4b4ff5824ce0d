"""The JSON that commands print, checked against the shapes of `schema.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from nrm.errors import BadTable
from nrm.schema import Column, definition, fault_of, table


@dataclass(frozen=True, slots=True)
class Nested:
    """A field that holds a list of records, or one record where `many` is false."""

    name: str
    of: str
    description: str
    many: bool = True


Field = Column | Nested


@dataclass(frozen=True, slots=True)
class Shape:
    """What a command prints: `schema` is `nrm.<command>/<version>`; `sample` comes beside it."""

    schema: str
    description: str
    fields: tuple[Field, ...]


@cache
def shapes() -> Mapping[str, Shape]:
    """All shapes by command."""
    return {
        command: Shape(f"nrm.{command}/{spec['version']}", spec["description"], _fields(spec["fields"]))
        for command, spec in definition()["shapes"].items()
    }


def shape(command: str) -> Shape:
    """The shape of a command's JSON. Raises `BadTable` if the schema has none."""
    try:
        return shapes()[command]
    except KeyError:
        raise BadTable(f"no JSON shape for the command {command!r}") from None


@cache
def record_fields(name: str) -> tuple[Field, ...]:
    """The fields of a record: those of its table, then its own."""
    spec = definition()["records"][name]
    own = _fields(spec.get("columns", {}))
    return (*table(spec["table"]).columns, *own) if "table" in spec else own


def check_document(document: Mapping[str, Any]) -> None:
    """Raise `BadTable` unless a document has the shape that its `schema` names.

    Every field of the shape must be there and valid (lists as lists, dates as ISO strings, unknown
    as null or, for text, as an empty string); other fields may be there too.
    """
    known = {one.schema: one for one in shapes().values()}
    schema = document.get("schema")
    if schema not in known:
        raise BadTable(f"schema is {schema!r}, not one of {', '.join(known)}")
    if not isinstance(document.get("sample"), bool):
        raise BadTable(f"{schema}: sample is {document.get('sample')!r}, not true or false")
    _check(known[schema].fields, document, schema)


def _check(fields: tuple[Field, ...], found: object, place: str) -> None:
    if not isinstance(found, Mapping):
        raise BadTable(f"{place} is no object")
    for field in fields:
        here = f"{place}.{field.name}"
        if field.name not in found:
            raise BadTable(f"{here} is missing")
        value = found[field.name]
        if isinstance(field, Column):
            fault = fault_of(field, value)
            if fault:
                raise BadTable(f"{here} {fault}")
        elif field.many:
            if not isinstance(value, list):
                raise BadTable(f"{here} is no list")
            for position, item in enumerate(value):
                _check(record_fields(field.of), item, f"{here}[{position}]")
        else:
            _check(record_fields(field.of), value, here)


def _fields(specs: Mapping[str, Mapping[str, Any]]) -> tuple[Field, ...]:
    return tuple(
        Nested(name=name, **spec) if "of" in spec else Column(name=name, **spec) for name, spec in specs.items()
    )
