"""`nrm kwic` and `nrm terms` as a user runs them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from nrm.corpus import SAMPLE_NOTICE, load
from nrm.json_shapes import check_document
from tests.cli.running import nrm


@pytest.fixture
def build(sample_build: Path) -> tuple[str, Path]:
    return ("--build", sample_build)


@pytest.mark.parametrize("columns", [60, 80, 120])
def test_the_matches_of_a_concordance_stand_under_one_another(columns: int, build: tuple[str, Path]) -> None:
    ran = nrm("kwic", "set-top box", *build, "--year", "2014-2015", columns=columns)
    lines = [line for line in ran.stdout.splitlines() if line.startswith("20")]
    assert len(lines) == 9
    assert len({line.index("set-top box") for line in lines}) == 1
    assert max(map(len, ran.stdout.splitlines())) <= columns
    assert "9 occurrences." in ran.stdout
    assert " ".join(ran.stdout.split()).count(SAMPLE_NOTICE) == 1


def test_the_concordance_as_json(build: tuple[str, Path], sample_build: Path) -> None:
    document = json.loads(nrm("kwic", "parcel", *build, "--json", "--sort", "right").stdout)
    check_document(document)
    texts = {row["passage_id"]: row["text"] for row in load(sample_build).rows("passages")}
    assert len(document["rows"]) > 100
    for row in document["rows"]:
        text = texts[row["passage_id"]]
        assert text[row["start"] : row["end"]] == row["match"]
        assert row["left"] + row["match"] + row["right"] in text


def test_a_regular_expression(build: tuple[str, Path]) -> None:
    ran = nrm("kwic", "--regex", r"\b[A-Z]-\d{4}\b", *build, "--year", "2016", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(ran.stdout)))
    assert len(rows) > 20
    assert {row["sample"] for row in rows} == {"true"}


def test_terms_as_json(build: tuple[str, Path]) -> None:
    document = json.loads(nrm("terms", *build, "--by", "edition", "--limit", "3", "--json").stdout)
    check_document(document)
    assert len(document["rows"]) == 3 * 15
    assert all(row["sample"] for row in document["rows"])


def test_terms_on_the_screen(build: tuple[str, Path]) -> None:
    ran = nrm("terms", *build, "--size", "2", "--limit", "5", columns=100)
    assert ran.stdout.startswith("All: ")
    assert "set-top box" not in ran.stdout
    assert SAMPLE_NOTICE in ran.stdout
    asked = nrm("terms", "set-top box", "xyzzy", *build, "--by", "edition", columns=100)
    assert "set top box: first found in 2010 (not established as the first)" in asked.stdout
    assert "Not in the corpus: 2025." in asked.stdout


def test_the_rules_can_be_read(tmp_path: Path) -> None:
    ran = nrm("terms", "--rules", "--build", tmp_path)
    assert ran.returncode == 0
    assert "plurals" in ran.stdout
    assert "Words of grammar" in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("kwic", "--regex", "("), "nrm: regular expression '(': missing )"),
        (("kwic", "--regex", "a*"), "nrm: regular expression 'a*' matches the empty text"),
        (("kwic", "..."), "nrm: term '...': there is no word in it"),
        (("terms", "a*b"), "nrm: term 'a*b': a star stands only at the end"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_2(
    arguments: tuple[str, ...], message: str, build: tuple[str, Path]
) -> None:
    ran = nrm(*arguments, *build)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(message)
    assert ran.stderr.count("\n") == 1
