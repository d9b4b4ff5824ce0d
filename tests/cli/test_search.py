"""`nrm search` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from nrm.cli.screen import LAW_NOTICE
from nrm.corpus import SAMPLE_NOTICE
from nrm.json_shapes import check_document
from tests.cli.running import nrm


@pytest.fixture
def build(sample_build: Path) -> tuple[str, Path]:
    return ("--build", sample_build)


def test_the_screen_shows_hits_counts_and_notices(build: tuple[str, Path]) -> None:
    ran = nrm("search", '"set-top box"', *build, "--year", "2013-2014", "--limit", "2", columns=80)
    assert ran.returncode == 0
    assert ran.stderr == ""
    assert ran.stdout.count("**set-top box**") == 2
    assert "2013 2014\n" in ran.stdout
    assert "passages; the best 2 are shown (--limit 0 shows all)." in ran.stdout
    assert ran.stdout.count(SAMPLE_NOTICE) == ran.stdout.count(LAW_NOTICE) == 1
    assert max(map(len, ran.stdout.splitlines())) <= 80


def test_json_has_the_shape_of_the_schema_and_every_hit(build: tuple[str, Path]) -> None:
    ran = nrm("search", "catalogue OR catalogs", *build, "--json")
    document = json.loads(ran.stdout)
    check_document(document)
    assert document["sample"] is True
    assert len(document["rows"]) == document["passages"] > 20
    assert sum(one["matches"] or 0 for one in document["counts"]) == sum(row["matches"] for row in document["rows"])
    assert SAMPLE_NOTICE in ran.stderr


def test_csv_has_a_header_and_marks_samples(build: tuple[str, Path]) -> None:
    lines = nrm("search", "catalogue", *build, "--format", "csv", "--limit", "1").stdout.splitlines()
    assert lines[0].startswith("list_year,chapter,market_id,page,printed_page,snippet,")
    assert lines[1].endswith(",true")


def test_nothing_found_is_said_and_is_no_error(build: tuple[str, Path]) -> None:
    ran = nrm("search", "xylophone", *build)
    assert ran.returncode == 0
    assert "No passage matches." in ran.stdout
    assert "2025\n" in ran.stdout
    assert "? the edition is not in the corpus" in ran.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["catalogue OR"], "nrm: query 'catalogue OR': nothing follows OR at character 11\n"),
        (["x", "--year", "1999"], "nrm: this build has no edition 1999; it has 2010, "),
        (["x", "--year", "20x"], "nrm: '20x' is no list year and no range of them"),
        (["x", "--year", "2014-2012"], "nrm: the range 2014-2012 ends before it begins"),
        (["x", "--country", "China"], "nrm: 'China' is no ISO code of a country"),
        (["x", "--market", "zzzz"], "nrm: no market is called 'zzzz'"),
        (["x", "--build", "/nonexistent"], "nrm: /nonexistent: no build there; run `nrm build` first"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_2(
    arguments: list[str], message: str, build: tuple[str, Path]
) -> None:
    ran = nrm("search", *build, *arguments)
    assert ran.returncode == 2
    assert ran.stdout == ""
    assert ran.stderr.startswith(message)
    assert ran.stderr.count("\n") == 1
