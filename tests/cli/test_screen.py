from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from nrm.json_shapes import check_document
from nrm.screening.verdict import NO_CLEAN_BILL
from tests.cli.running import nrm


@pytest.fixture
def names(tmp_path: Path) -> Path:
    path = tmp_path / "names.csv"
    path.write_text("id,website\n1,https://taobao.com/\n2,nothing-of-the-sort.example\n3,\n", "utf-8")
    return path


def test_json_has_every_name_and_the_shape_of_the_schema(names: Path, sample_build: Path) -> None:
    ran = nrm("screen", names, "--build", sample_build, "--json")
    assert ran.returncode == 0
    document = json.loads(ran.stdout)
    check_document(document)
    assert document["column"] == "website"
    assert [(row["row"], row["market_id"], row["evidence"]) for row in document["rows"]] == [
        (2, "taobao", "exact domain"),
        (3, "", None),
    ]
    assert document["rows"][0]["list_years"][0] == 2010
    assert ran.stderr.count(NO_CLEAN_BILL) == 1


def test_csv_is_for_programs_and_a_table_for_people(names: Path, sample_build: Path) -> None:
    table = list(csv.DictReader(io.StringIO(nrm("screen", names, "--build", sample_build, "--format", "csv").stdout)))
    assert [row["market_id"] for row in table] == ["taobao", ""]
    matches = json.loads(nrm("screen", names, "--build", sample_build, "--matches", "--json").stdout)["rows"]
    assert [row["market_id"] for row in matches] == ["taobao"]
    shown = nrm("screen", names, "--build", sample_build).stdout
    assert "exact domain" in shown
    assert "2 names from column 'website', 1 of them matched. Passed over: 1 empty." in shown
    assert shown.count(NO_CLEAN_BILL) == 1
    assert "no finding" in shown
    assert "SAMPLE DATA" in shown


def test_trouble_is_one_line_with_the_row(tmp_path: Path, sample_build: Path) -> None:
    path = tmp_path / "names.csv"
    path.write_text("x,name\n1,a\n2\n", "utf-8")
    ran = nrm("screen", path, "--build", sample_build)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(f"nrm: {path}: row 3 has 1 cells")
    assert ran.stderr.count("\n") == 1
