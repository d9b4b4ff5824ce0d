"""A build opened by the programs for which it is made: they all read the same values."""

from __future__ import annotations

import csv
import datetime
import json
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from shutil import which
from typing import Any

import pandas as pd
import pytest

from nrm.corpus import Corpus, load
from nrm.schema import tables

TYPES = {
    "integer": {"BIGINT"},
    "number": {"DOUBLE"},
    "boolean": {"BOOLEAN"},
    "date": {"DATE"},
    "string": {"VARCHAR"},
    "list": {"VARCHAR[]"},
}


@pytest.fixture(scope="module")
def corpus(sample_build: Path) -> Corpus:
    return load(sample_build)


@pytest.mark.parametrize("name", tables())
def test_pandas_reads_parquet_as_the_corpus_has_it(corpus: Corpus, name: str) -> None:
    assert corpus.path is not None
    read = pd.read_parquet(corpus.path / f"{name}.parquet").astype(object)
    rows = corpus.rows(name)
    assert list(read.columns) == list(tables()[name].column_names)
    for column in tables()[name].columns:
        if column.type == "object":
            continue
        values = [None if not column.is_list and pd.isna(value) else value for value in read[column.name]]
        if column.is_list:
            values = [() if value is None else tuple(value) for value in values]
        assert values == [row[column.name] for row in rows], column.name


@pytest.mark.parametrize("name", [table.name for table in tables().values() if table.file.endswith(".csv")])
def test_pandas_reads_the_same_from_csv(corpus: Corpus, name: str) -> None:
    assert corpus.path is not None
    # Namibia's code is NA: only the empty cell is unknown.
    flat = pd.read_csv(corpus.path / f"{name}.csv", keep_default_na=False, na_values=[""])
    typed = pd.read_parquet(corpus.path / f"{name}.parquet")
    assert len(flat) == len(typed)
    for column in tables()[name].columns:
        if column.type in ("integer", "boolean"):
            pairs = zip(flat[column.name], typed[column.name], strict=True)
            assert all(one == other or (pd.isna(one) and pd.isna(other)) for one, other in pairs), column.name
        if column.type == "date":
            assert set(pd.to_datetime(flat[column.name]).dt.date) == set(typed[column.name])


@pytest.fixture(scope="module")
def duck() -> Iterator[Any]:
    duckdb = pytest.importorskip("duckdb", reason="a development dependency")
    with closing(duckdb.connect()) as connection:
        yield connection


@pytest.mark.parametrize("name", tables())
def test_duckdb_sees_the_types_of_the_schema_in_every_format(corpus: Corpus, name: str, duck: Any) -> None:
    assert corpus.path is not None
    known, rows = tables()[name], corpus.rows(name)
    flat = corpus.path / known.file
    reader = f"read_csv('{flat}')" if flat.suffix == ".csv" else f"read_json('{flat}')"
    for source in (reader, f"read_parquet('{corpus.path / name}.parquet')"):
        described = duck.execute(f"DESCRIBE SELECT * FROM {source}").fetchall()
        seen = {row[0]: row[1] for row in described}
        assert tuple(seen) == known.column_names
        for column in known.columns:
            empty = not any(row[column.name] for row in rows)
            if column.type == "object" or (empty and "parquet" not in source):
                continue
            as_text = column.type == "list" and flat.suffix == ".csv" and "parquet" not in source
            wanted = {"VARCHAR"} if as_text else TYPES[column.type]
            if column.fixed:
                wanted = {"VARCHAR"} | {kind for kind in [seen[column.name]] if kind.startswith("ENUM")}
            if column.name in ("printed_first", "mark", "printed_page"):
                wanted = wanted | {"BIGINT"}  # a text that happens to be a number everywhere
            assert seen[column.name] in wanted, (source, column.name)
        assert duck.execute(f"SELECT count(*) FROM {source}").fetchone() == (len(rows),)


@pytest.mark.parametrize("name", tables())
def test_sqlite_has_the_same_values(corpus: Corpus, name: str) -> None:
    assert corpus.path is not None
    known = tables()[name]

    def told(value: object, kind: str) -> object:
        if kind in ("list", "object"):
            return json.loads(str(value))
        if kind == "boolean" and value is not None:
            return bool(value)
        return datetime.date.fromisoformat(str(value)) if kind == "date" and value is not None else value

    with closing(sqlite3.connect(f"file:{corpus.path / 'nrm.sqlite'}?mode=ro", uri=True)) as database:
        names = ", ".join(f'"{column}"' for column in known.column_names)
        found = database.execute(f'SELECT {names} FROM "{name}" ORDER BY rowid').fetchall()
    rows = [
        tuple(list(row[c.name]) if c.type == "list" else row[c.name] for c in known.columns)
        for row in corpus.rows(name)
    ]
    read = [tuple(told(v, c.type) for v, c in zip(row, known.columns, strict=True)) for row in found]
    assert read == rows


@pytest.mark.slow
def test_a_spreadsheet_program_counts_the_same(corpus: Corpus, tmp_path: Path) -> None:
    assert corpus.path is not None
    office = which("soffice") or which("libreoffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    files = [corpus.path / table.file for table in tables().values() if table.file.endswith(".csv")]
    with tempfile.TemporaryDirectory() as profile:
        command = [office, "--headless", f"-env:UserInstallation={Path(profile).as_uri()}", "--convert-to"]
        # Comma, double quote, UTF-8.
        _run(*command, "ods", "--outdir", tmp_path, "--infilter=CSV:44,34,76,1", *files)
        sheets = sorted(tmp_path.glob("*.ods"))
        _run(*command, "csv:Text - txt - csv (StarCalc):44,34,76,1", "--outdir", tmp_path, *sheets)
    for file in files:
        with (tmp_path / file.name).open(encoding="utf-8", newline="") as stream:
            read = list(csv.reader(stream))
        assert len(read) - 1 == len(corpus.rows(file.stem)), file.name
        assert tuple(read[0]) == tables()[file.stem].column_names


def _run(*command: str | Path) -> None:
    subprocess.run([str(part) for part in command], capture_output=True, timeout=280, check=True)
