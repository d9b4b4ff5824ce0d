"""`nrm aliases`: the open pairs of a build, and a decision written into a table."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner

from nrm.cli.app import app
from nrm.identity.aliases import read
from nrm.identity.table_file import table_file
from nrm.json_shapes import check_document
from tests.cli.running import nrm as run_nrm


def run(*arguments: str | Path, code: int = 0) -> str:
    ran = CliRunner().invoke(app, ["aliases", *map(str, arguments)])
    assert ran.exit_code == code, ran.output
    return ran.stdout if code == 0 else ran.stderr


@pytest.fixture
def open_build(sample_build: Path, tmp_path: Path) -> Path:
    """The build of the sample editions in which one market has an id of its own and a name nearly as it was."""
    folder = tmp_path / "build"
    shutil.copytree(sample_build.resolve(), folder)
    for name in ("markets.csv", "listings.csv", "events.csv"):
        text = (folder / name).read_text("utf-8")
        text = text.replace("rutracker", "rutraker").replace("Rutracker", "Rutraker").replace("RuTracker", "RuTraker")
        (folder / name).write_text(text, "utf-8")
    return folder


@pytest.fixture
def table(tmp_path: Path) -> Path:
    return Path(shutil.copy(table_file(), tmp_path / "aliases.toml"))


def test_open_pairs_nearest_first(open_build: Path) -> None:
    document = json.loads(run("--build", open_build, "--json"))
    check_document(document)
    (row,) = document["rows"]
    assert (row["market_id"], row["other_id"], row["other_reviewed"]) == ("rutraker", "rutracker", True)
    assert 82 <= row["score"] < 100
    assert {finding["code"] for finding in document["findings"]} == {"undecided-alias"}
    shown = run_nrm("aliases", "--build", open_build, columns=120)
    assert "rutraker" in shown.stdout
    assert "--decision" in shown.stdout
    assert max(map(len, shown.stdout.splitlines())) <= 120


def test_nothing_open(sample_build: Path) -> None:
    assert json.loads(run("--build", sample_build, "--json"))["rows"] == []
    assert "No two names resemble each other" in run("--build", sample_build)


def test_a_decision_is_written_and_the_pair_is_open_no_more(open_build: Path, table: Path) -> None:
    before = table.read_text("utf-8")
    options = ("--build", open_build, "--table", table)
    shown = run("rutraker", "rutracker", "--decision", "same", "--source", "2025 list, page 30", *options)
    assert str(table) in shown
    market = read(table.read_text("utf-8")).by_id["rutracker"]
    alias = next(alias for alias in market.aliases if alias.source == "2025 list, page 30")
    assert alias.years
    assert set(before.splitlines()) < set(table.read_text("utf-8").splitlines())
    assert json.loads(run(*options, "--json"))["rows"] == []


def test_two_that_stay_apart_are_open_no_more(open_build: Path, table: Path) -> None:
    options = ("--build", open_build, "--table", table)
    document = json.loads(
        run("rutracker", "rutraker", "--decision", "different", "--source", "s", "--why", "w", *options, "--json")
    )
    check_document(document)
    assert document["written"] == str(table)
    assert json.loads(run(*options, "--json"))["rows"] == []


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("rutraker", "rutracker", "--decision", "same"), "needs a source"),
        (("rutraker", "nosuch", "--decision", "same", "--source", "s"), "no market 'nosuch'"),
        (("--table", "nowhere.toml"), "cannot be read"),
    ],
)
def test_trouble_is_one_line_and_changes_nothing(
    arguments: tuple[str, ...], said: str, open_build: Path, table: Path
) -> None:
    before = table.read_bytes()
    chosen = () if "--table" in arguments else ("--table", table)
    shown = run(*arguments, *chosen, "--build", open_build, code=2)
    assert said in shown
    assert len(shown.splitlines()) == 1
    assert table.read_bytes() == before


@pytest.mark.parametrize("arguments", [("rutraker",), ("rutraker", "rutracker"), ("--decision", "same")])
def test_half_a_decision_is_none(arguments: tuple[str, ...], sample_build: Path) -> None:
    run(*arguments, "--build", sample_build, code=2)
