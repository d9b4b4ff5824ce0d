from __future__ import annotations

import csv
from pathlib import Path

import pandas as pd
import pytest

from nrm.errors import BadTable
from nrm.publish.csv_tables import read_rows, write
from tests.publish.made_up import made_up_records


@pytest.fixture
def editions(tmp_path: Path) -> Path:
    path = tmp_path / "editions.csv"
    write("editions", made_up_records()["editions"], path)
    return path


def test_the_file_is_plain(editions: Path) -> None:
    header, first, second, end = editions.read_bytes().decode("utf-8").split("\n")
    assert header.startswith("list_year,title,published,file,source_sha256,source_url,pages,")
    assert first.endswith(",1,0,,1,A\\; B,,2,complete,complete,verified,true")
    assert second == ("2017,2017 Out-of-Cycle Review,2018-01-12,,,,,25,,18,,,,,missing,missing,missing,true")
    assert end == ""


def test_other_programs_read_the_same(editions: Path, tmp_path: Path) -> None:
    path = tmp_path / "mentions.csv"
    records = made_up_records(text='He said "a", then;\n\rb')["mentions"]
    write("mentions", records, path)
    with path.open(newline="", encoding="utf-8") as stream:
        (row,) = csv.DictReader(stream)
    assert row["text"] == records[0]["text"]
    read = pd.read_csv(editions, keep_default_na=False, na_values={"pages": [""]})
    assert read["sample"].tolist() == [True, True]
    assert read["pages"].tolist()[0] == 20


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("list_year,", "year,", "header"),
        (",true\n", "\n", "line 2"),
        (",true\n", ",yes\n", "neither true nor false"),
        ("2016-12-21", "21.12.2016", "line 2"),
        (",20,", ",twenty,", "line 2"),
        ("nml.pdf", '"nml.pdf', "line"),
    ],
)
def test_a_damaged_file_is_refused(editions: Path, old: str, new: str, message: str) -> None:
    editions.write_text(editions.read_text("utf-8").replace(old, new, 1), "utf-8", newline="")
    with pytest.raises(BadTable, match=message):
        read_rows(editions)


def test_a_file_in_another_encoding_is_refused(editions: Path) -> None:
    editions.write_bytes(editions.read_bytes().replace(b"nml.pdf", b"nml\xe9.pdf"))
    with pytest.raises(BadTable, match=r"editions\.csv"):
        read_rows(editions)
