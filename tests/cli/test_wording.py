"""`nrm keyness`, `nrm reuse`, `nrm comentions` and the charts of the wording as a user runs them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nrm.cli.app import app
from nrm.corpus import SAMPLE_NOTICE
from nrm.json_shapes import check_document
from tests.cli.running import nrm


@pytest.fixture
def build(sample_build: Path) -> tuple[str, str]:
    return ("--build", str(sample_build))


def run(*arguments: str) -> str:
    """The stdout of a command that succeeds."""
    ran = CliRunner(env={"COLUMNS": "400"}).invoke(app, list(arguments))
    assert ran.exit_code == 0, ran.output
    return ran.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ("keyness", "2010-2013", "2021-2024"),
        ("keyness", "online", "physical", "--size", "2", "--correction", "holm"),
        ("reuse",),
        ("reuse", "rutracker"),
        ("comentions", "--of", "country", "--within", "paragraph"),
    ],
)
def test_json_has_the_shape_of_the_schema(arguments: tuple[str, ...], build: tuple[str, str]) -> None:
    document = json.loads(run(*arguments, *build, "--json"))
    check_document(document)
    assert document["schema"] == f"nrm.{arguments[0]}/1"
    assert document["sample"] is True
    assert len(document["rows"]) > 10


def test_boilerplate_as_csv(build: tuple[str, str]) -> None:
    rows = list(csv.DictReader(io.StringIO(run("reuse", "--boilerplate", *build, "--format", "csv", "--limit", "5"))))
    assert len(rows) == 5
    assert all(len(row["market_ids"].split("; ")) == int(row["markets"]) for row in rows)
    check_document(json.loads(run("reuse", "--boilerplate", *build, "--json")))


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("keyness", "2010-2013", "2021-2024"), "More frequent in 2021-2024 (20 of "),
        (("reuse",), "those carried over word for word."),
        (("reuse", "rutracker"), "not established: no edition before is in the corpus"),
        (("reuse", "--boilerplate"), "in entries of several markets; 20 are shown"),
        (("comentions",), "named together in entries; 20 are shown"),
    ],
)
def test_screens_fit_and_have_the_notice(
    arguments: tuple[str, ...], told: str, columns: int, sample_build: Path
) -> None:
    ran = nrm(*arguments, "--build", sample_build, columns=columns)
    assert (ran.returncode, ran.stderr) == (0, "")
    text = " ".join(ran.stdout.split())
    assert told in text
    assert SAMPLE_NOTICE in text
    assert max(map(len, ran.stdout.splitlines())) <= columns


def test_the_changes_of_an_entry_are_marked(build: tuple[str, str]) -> None:
    shown = run("reuse", "rutracker", *build)
    assert "[-" in shown
    assert "{+" in shown
    assert "not carried over" in shown


def test_a_network_is_written(build: tuple[str, str], tmp_path: Path) -> None:
    file = tmp_path / "net.gexf"
    assert f"Network: {file}" in run("comentions", *build, "--out", str(file))
    assert "<gexf" in file.read_text("utf-8")


@pytest.mark.parametrize(
    "words",
    [
        pytest.param(("term", "set-top box", "catalogue"), marks=pytest.mark.slow),
        pytest.param(("keyness", "2010-2013", "rest"), marks=pytest.mark.slow),
        pytest.param(("reuse",), marks=pytest.mark.slow),
        ("reuse", "rutracker"),
    ],
)
def test_charts_of_the_wording(words: tuple[str, ...], build: tuple[str, str], tmp_path: Path) -> None:
    file = tmp_path / "chart.svg"
    document = json.loads(run("chart", *words, *build, "--out", str(file), "--json"))
    check_document(document)
    assert "SAMPLE DATA" in file.read_text("utf-8")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("keyness", "2010", "rset"), "nrm: 'rset' is no part of the corpus"),
        (("keyness", "2010", "results"), "nrm: '2010' and 'results' have"),
        (("reuse", "zzzz"), "nrm: no market is called 'zzzz'"),
        (("comentions", "--out", "net.dot"), "nrm: net.dot: a network's file ends in"),
        (("chart", "term"), "nrm: the chart of terms shows one to 6 terms"),
        (("chart", "keyness", "2010"), "nrm: the chart of keyness compares two parts"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_exit_2(
    arguments: tuple[str, ...], message: str, sample_build: Path, tmp_path: Path
) -> None:
    ran = nrm(*arguments, "--build", sample_build, cwd=tmp_path)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr.startswith(message)
    assert ran.stderr.count("\n") == 1
    assert list(tmp_path.iterdir()) == []
