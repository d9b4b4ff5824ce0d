"""What each format writes, it reads back: the same values of the same types."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings

from nrm.frames import frame, records_of
from nrm.publish import csv_tables, jsonl_tables, parquet_tables
from nrm.schema import table
from tests.publish.made_up import any_table, made_up_records

Records = list[dict[str, Any]]


def _trip(module: Any, name: str, records: Records) -> Records:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{name}.any"
        module.write(name, records, path)
        read: Records = module.read_rows(path)
        return read


@pytest.mark.parametrize("module", [jsonl_tables, parquet_tables])
@given(any_table)
@settings(max_examples=60, deadline=None)
def test_every_table_comes_back(module: Any, case: tuple[str, Records]) -> None:
    name, records = case
    assert _trip(module, name, records) == records


@given(any_table)
@settings(max_examples=60, deadline=None)
def test_every_flat_table_comes_back_from_csv(case: tuple[str, Records]) -> None:
    name, records = case
    if table(name).file.endswith(".csv"):
        assert _trip(csv_tables, name, records) == records


@given(any_table)
@settings(max_examples=60, deadline=None)
def test_every_table_comes_back_from_its_frame(case: tuple[str, Records]) -> None:
    name, records = case
    typed = frame(name, records)
    back = records_of(name, typed)
    by_key: Callable[[dict[str, Any]], str] = lambda row: repr(  # noqa: E731
        [row[key] for key in table(name).primary_key]
    )
    assert sorted(back, key=by_key) == sorted(records, key=by_key)
    assert frame(name, back).equals(typed)


def test_namibia_is_not_unknown(tmp_path: Path) -> None:
    csv_tables.write("listings", made_up_records()["listings"], tmp_path / "listings.csv")
    assert csv_tables.read_rows(tmp_path / "listings.csv")[0]["country"] == "NA"
