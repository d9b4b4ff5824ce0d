"""The tables as one SQLite database: foreign keys, indexes, views and full-text search.

Booleans are 0 and 1, dates ISO 8601, lists and provenance JSON text (for `json_each`). `entries` and
`passages` have one column more, `n`, the place in reading order, by which `entries_fts` (name and
text) and `passages_fts` (text) refer to them.
"""

from __future__ import annotations

import contextlib
import datetime
import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from nrm.errors import BadBuild, BadTable
from nrm.publish.views import views
from nrm.schema import Column, Table, tables, version, vocabulary

APPLICATION_ID = 0x6E726D21
"""Marks the file as nrm's ("nrm!") in the database header."""
FULL_TEXT: Mapping[str, tuple[str, ...]] = {"entries": ("name", "text"), "passages": ("text",)}
"""The tables whose text can be searched, in `<table>_fts`, and their columns that can; each has the key `n`."""
# Columns that are often asked for and are no key of another table.
_MORE_INDEXES = (
    ("mentions", "label", "norm"),
    ("listings", "country"),
    ("listings", "based_in"),
    ("events", "event", "list_year"),
    ("passages", "chapter"),
    ("findings", "code"),
)
# What the machine, not the program, can be to blame for.
_TROUBLE = ("SQLITE_FULL", "SQLITE_IOERR", "SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_PERM")

Records = Mapping[str, Sequence[Mapping[str, Any]]]


def write(records: Records, path: Path) -> None:
    """Write all tables into a new database; the same records give the same bytes.

    Raises `BadTable` where a row refers to one that is not there, `BadBuild` where the disk is full
    or cannot be written.
    """
    try:
        with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as database:
            database.execute("PRAGMA journal_mode = OFF")
            database.execute("PRAGMA synchronous = OFF")
            database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            database.execute(f"PRAGMA user_version = {version()}")
            database.execute("BEGIN")
            for table in tables().values():
                database.execute(create_statement(table))
                _insert(database, table, records[table.name])
            for statement in _indexes():
                database.execute(statement)
            _full_text(database)
            for view in views():
                database.execute(view.sql)
            database.execute("COMMIT")
            _check_references(database, path)
    except sqlite3.OperationalError as error:
        if error.sqlite_errorname.startswith(_TROUBLE):
            raise BadBuild(f"{path}: cannot be written: {error}") from error
        raise


def open_read_only(path: Path) -> sqlite3.Connection:
    """A connection that cannot write. Raises `BadBuild` where the file is not nrm's database."""
    if not path.is_file():
        raise BadBuild(f"{path}: no such database; run `nrm build`")
    database = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        marks = [database.execute(f"PRAGMA {pragma}").fetchone()[0] for pragma in ("application_id", "user_version")]
    except sqlite3.DatabaseError as error:
        database.close()
        raise BadBuild(f"{path}: not an SQLite database: {error}") from error
    if marks != [APPLICATION_ID, version()]:
        database.close()
        raise BadBuild(f"{path}: not a database of this version of nrm; run `nrm build` again")
    return database


def create_statement(table: Table) -> str:
    """The `CREATE TABLE` of a table, with its keys and the schema's constraints."""
    lines = [_column(column) for column in table.columns]
    key = ", ".join(map(_quoted, table.primary_key))
    if table.name in FULL_TEXT:
        lines = ["n INTEGER PRIMARY KEY", *lines, f"UNIQUE ({key})"]
    else:
        lines.append(f"PRIMARY KEY ({key})")
    return f"CREATE TABLE {_quoted(table.name)} (\n  " + ",\n  ".join(lines) + "\n)"


def _column(column: Column) -> str:
    name = _quoted(column.name)
    parts = [name, _TYPES[column.type]]
    if column.required or column.type == "list":
        parts.append("NOT NULL")
    if column.type == "boolean":
        parts.append(f"CHECK ({name} IN (0, 1))")
    if column.fixed:
        values = ", ".join(f"'{value}'" for value in vocabulary(column.fixed))
        parts.append(f"CHECK ({name} IN ({values}))")
    if column.references:
        target, key = column.references.split(".")
        parts.append(f"REFERENCES {_quoted(target)} ({_quoted(key)})")
    return " ".join(parts)


def _insert(database: sqlite3.Connection, table: Table, records: Sequence[Mapping[str, Any]]) -> None:
    cells = [(column.name, _CELLS.get(column.type)) for column in table.columns]
    names = ", ".join(_quoted(name) for name, _ in cells)
    places = ", ".join("?" * len(cells))
    database.executemany(
        f"INSERT INTO {_quoted(table.name)} ({names}) VALUES ({places})",
        (
            [cell(record[name]) if cell and record[name] is not None else record[name] for name, cell in cells]
            for record in records
        ),
    )


def _indexes() -> Iterator[str]:
    wanted = [
        (table.name, column.name)
        for table in tables().values()
        for column in table.columns
        if column.references and column.name != table.primary_key[0]
    ]
    for table_name, *columns in (*wanted, *_MORE_INDEXES):
        name = "_".join((table_name, *columns))
        listed = ", ".join(map(_quoted, columns))
        yield f"CREATE INDEX {_quoted(name)} ON {_quoted(table_name)} ({listed})"


def _full_text(database: sqlite3.Connection) -> None:
    for name, columns in FULL_TEXT.items():
        index = f"{name}_fts"
        # Double quotes around the table's name: by them Datasette finds the index of a table.
        database.execute(
            f'CREATE VIRTUAL TABLE {index} USING fts5({", ".join(columns)}, content="{name}", '
            "content_rowid=\"n\", tokenize='unicode61 remove_diacritics 2')"
        )
        for command in ("rebuild", "optimize"):
            database.execute(f"INSERT INTO {index} ({index}) VALUES (?)", (command,))


def _check_references(database: sqlite3.Connection, path: Path) -> None:
    broken = database.execute("PRAGMA foreign_key_check").fetchone()
    if broken:
        table_name, _, target, _ = broken
        raise BadTable(f"{path}: a row of {table_name} refers to {target} that are not there")


def _quoted(name: str) -> str:
    return f'"{name}"'


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def _iso(value: datetime.date) -> str:
    return value.isoformat()


_TYPES = {
    "integer": "INTEGER",
    "number": "REAL",
    "string": "TEXT",
    "boolean": "INTEGER",
    "date": "TEXT",
    "list": "TEXT",
    "object": "TEXT",
}
_CELLS: Mapping[str, Callable[[Any], object]] = {
    "boolean": int,
    "date": _iso,
    "list": _json,
    "object": _json,
}
