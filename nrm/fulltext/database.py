"""The database of a corpus: that of its build, or one in a folder of its own for a corpus of frames."""

from __future__ import annotations

import contextlib
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from nrm.corpus import Corpus
from nrm.publish import DATABASE, sqlite_tables
from nrm.schema import tables


@contextlib.contextmanager
def database(corpus: Corpus) -> Iterator[sqlite3.Connection]:
    """A connection that can only read, closed at the end. Raises `BadBuild` where the database is missing."""
    if corpus.path is not None:
        with contextlib.closing(sqlite_tables.open_read_only(corpus.path / DATABASE)) as connection:
            yield connection
        return
    with tempfile.TemporaryDirectory(prefix="nrm-") as folder:
        path = Path(folder) / DATABASE
        sqlite_tables.write({name: corpus.rows(name) for name in tables()}, path)
        with contextlib.closing(sqlite_tables.open_read_only(path)) as connection:
            yield connection
