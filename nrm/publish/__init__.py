"""Writing a build: every table in every format, into a folder that appears as a whole.

with new_build(Path("data/derived")) as folder:
    write_tables(frames, folder, sample=False)
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from nrm.publish.folder import new_build

if TYPE_CHECKING:
    import pandas as pd

    from nrm.table_rows import Tables

__all__ = ["DATABASE", "new_build", "write_rows", "write_tables"]

DATABASE = "nrm.sqlite"


def write_tables(frames: Mapping[str, pd.DataFrame], folder: Path, *, sample: bool) -> None:
    """Write all tables of the schema as `write_rows` does, from typed frames (`nrm.frames.frame`).

    Raises `BadTable` as that does, and where a table has other columns.
    """
    from nrm.frames import records_of

    write_rows({name: records_of(name, typed) for name, typed in frames.items()}, folder, sample=sample)


def write_rows(records: Tables, folder: Path, *, sample: bool) -> None:
    """Write all tables of the schema into a folder that exists: CSV or JSON Lines, Parquet, SQLite,
    the lists of domains, and what describes them (`datapackage.json`, Datasette's `metadata.json`).

    `records` has the rows (`nrm.table_rows.rows`) of each table of the schema. The same rows give
    the same bytes. Raises `BadTable` where a table is missing, refers to rows that are not there, or
    is marked as sample data where the build is not (or the reverse).
    """
    from nrm.errors import BadTable
    from nrm.publish import (
        csv_tables,
        datapackage,
        datasette,
        domain_lists,
        jsonl_tables,
        parquet_tables,
        sqlite_tables,
    )
    from nrm.schema import tables
    from nrm.table_rows import check_references

    if records.keys() != tables().keys():
        raise BadTable(f"tables are {', '.join(records)}, not {', '.join(tables())}")
    check_references(records)
    for name, rows in records.items():
        if any(row["sample"] is not sample for row in rows):
            raise BadTable(f"{name}: sample data and official data in one build")
    written = [DATABASE, datasette.FILE]
    for name, table in tables().items():
        flat = csv_tables if table.file.endswith(".csv") else jsonl_tables
        flat.write(name, records[name], folder / table.file)
        parquet_tables.write(name, records[name], folder / f"{name}.parquet")
        written += [table.file, f"{name}.parquet"]
    sqlite_tables.write(records, folder / DATABASE)
    datasette.write(folder, DATABASE, sample=sample)
    years = (row["list_year"] for row in records["editions"] if row["source_sha256"])
    written += domain_lists.write(records["listings"], years, folder, sample=sample)
    datapackage.write(folder, written, records["editions"], sample=sample)
