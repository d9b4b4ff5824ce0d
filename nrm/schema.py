"""The schema of all that nrm writes, read from `schema.toml`: tables, vocabularies, findings.

Light on purpose (no pandas): the command line reads a build with it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, cast

from nrm.cell_types import ColumnType, is_of_type
from nrm.errors import BadTable
from nrm.model import Severity

FINDING_CODES = "finding_code"
"""The vocabulary that the findings of `schema.toml` make up."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `fixed` names a vocabulary, `references` is `table.column`, `pattern` is full."""

    name: str
    type: ColumnType
    description: str
    required: bool = False
    unit: str = ""
    fixed: str = ""
    references: str = ""
    pattern: str = ""
    minimum: int | None = None

    @property
    def is_list(self) -> bool:
        """Whether a cell holds a list, which may be empty but is never null."""
        return self.type in ("list", "integers")


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its columns in order, its key, the canonical order of its rows, its main file."""

    name: str
    title: str
    row: str
    file: str
    primary_key: tuple[str, ...]
    sort: tuple[str, ...]
    reading_order: bool
    columns: tuple[Column, ...]
    column_names: tuple[str, ...] = field(init=False, repr=False)
    """The names of the columns, in order: asked for at every row."""

    def __post_init__(self) -> None:
        """Take the names from the columns."""
        object.__setattr__(self, "column_names", tuple(column.name for column in self.columns))

    def column(self, name: str) -> Column:
        """The column of that name. Raises `BadTable` if there is none."""
        for column in self.columns:
            if column.name == name:
                return column
        raise BadTable(f"{self.name} has no column {name!r}; it has {', '.join(self.column_names)}")


@dataclass(frozen=True, slots=True)
class FindingCode:
    """A kind of finding: how much it matters, what it means, and what to do about it."""

    code: str
    severity: Severity
    description: str
    hint: str


@cache
def definition() -> Mapping[str, Any]:
    """The parsed `schema.toml`."""
    return tomllib.loads(files("nrm").joinpath("schema.toml").read_text("utf-8"))


def version() -> int:
    """The version of the schema; it changes when a reader of older files would go wrong."""
    return cast(int, definition()["version"])


@cache
def tables() -> Mapping[str, Table]:
    """All tables by name, in an order in which no table references a later one."""
    every = definition()["every_table"]["columns"]
    return {name: _table(name, spec, every) for name, spec in definition()["tables"].items()}


def table(name: str) -> Table:
    """The table of that name. Raises `BadTable` if the schema has none."""
    try:
        return tables()[name]
    except KeyError:
        raise BadTable(f"no table {name!r} in the schema; it has {', '.join(tables())}") from None


def columns_of(specs: Mapping[str, Mapping[str, Any]]) -> tuple[Column, ...]:
    """The columns that a table of `schema.toml` describes."""
    return tuple(Column(name=name, **spec) for name, spec in specs.items())


@cache
def findings() -> Mapping[str, FindingCode]:
    """All kinds of findings by code."""
    return {code: FindingCode(code, **spec) for code, spec in definition()["findings"].items()}


def finding_code(code: str) -> FindingCode:
    """What the schema says of a code. Raises `BadTable` for an unknown one."""
    try:
        return findings()[code]
    except KeyError:
        raise BadTable(f"no finding code {code!r} in the schema") from None


@cache
def vocabulary(name: str) -> Mapping[str, str]:
    """The values of a closed vocabulary in their order, each with its meaning."""
    if name == FINDING_CODES:
        return {code: known.description for code, known in findings().items()}
    try:
        return cast(Mapping[str, str], definition()["vocabularies"][name]["values"])
    except KeyError:
        raise BadTable(f"no vocabulary {name!r} in the schema") from None


def check_record(table_name: str, record: Mapping[str, object]) -> None:
    """Raise `BadTable` unless the record has exactly the columns of its table, each valid.

    Unknown is `None` (or an empty string in a text column); a list may be empty, never `None`.
    """
    known = table(table_name)
    if record.keys() != set(known.column_names):
        raise BadTable(
            f"{table_name}: {_key(known, record)}: "
            + "; ".join(
                f"{what} {', '.join(sorted(names))}"
                for what, names in (
                    ("missing", set(known.column_names) - record.keys()),
                    ("not in the schema:", record.keys() - set(known.column_names)),
                )
                if names
            )
        )
    for column in known.columns:
        fault = fault_of(column, record[column.name])
        if fault:
            raise BadTable(f"{table_name}: {_key(known, record)}: {column.name} {fault}")


def fault_of(column: Column, value: object) -> str:
    """What is wrong with a value of a column, in words that follow its name; empty if nothing."""
    if value is None or (value == "" and column.type in ("string", "date")):
        return "must not be empty" if column.required or column.is_list else ""
    if not is_of_type(value, column.type):
        return f"is {value!r}, not a valid {column.type}"
    if isinstance(value, str):
        if column.fixed and value not in vocabulary(column.fixed):
            return f"is {value!r}, not one of {', '.join(vocabulary(column.fixed))}"
        if column.pattern and not re.fullmatch(column.pattern, value):
            return f"is {value!r}, which does not match {column.pattern}"
    if column.minimum is not None and cast(float, value) < column.minimum:
        return f"is {value!r}, less than {column.minimum}"
    return ""


def _table(name: str, spec: Mapping[str, Any], every: Mapping[str, Any]) -> Table:
    return Table(
        name=name,
        title=spec["title"],
        row=spec["row"],
        file=spec["file"],
        primary_key=tuple(spec["primary_key"]),
        sort=tuple(spec["sort"]),
        reading_order=spec.get("reading_order", False),
        columns=columns_of({**spec["columns"], **every}),
    )


def _key(known: Table, record: Mapping[str, object]) -> str:
    return " / ".join(str(record.get(name, "?")) for name in known.primary_key)
