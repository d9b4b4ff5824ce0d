"""`nrm verify` as a user runs it."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

import nrm
from nrm.cli.app import app
from nrm.corpus import SAMPLE_NOTICE
from nrm.json_shapes import check_document
from tests.entries.small_report import sound_report


def run(*arguments: str, code: int) -> str:
    ran = CliRunner().invoke(app, ["verify", *arguments])
    assert ran.exit_code == code, ran.output
    return ran.stdout


@pytest.fixture(scope="module")
def lacking(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of one report whose contents page names a market that is not in its text."""
    folder = tmp_path_factory.mktemp("verify")
    report = sound_report()
    report.replace(" Physical Markets|6", "  FLIPCORNER|6", only="row").draw(folder / "a report.pdf")
    nrm.build(folder / "a report.pdf", folder / "out", charts=False, workers=1)
    return folder


def test_what_failed_and_the_command_that_shows_the_place(lacking: Path) -> None:
    build = ("--build", str(lacking / "out"), "--source", str(lacking))
    document = json.loads(run(*build, "--json", code=1))
    check_document(document)
    (failed,) = [row for row in document["rows"] if row["verdict"] == "fail"]
    assert (failed["list_year"], failed["check"], failed["coverage"]) == (2031, "contents", "partial")
    assert "FLIPCORNER" in failed["text"]
    command = shlex.split(failed["command"])
    assert command[:3] == ["nrm", "inspect", str(lacking / "a report.pdf")]
    picture = lacking / "page.png"
    shown = CliRunner().invoke(app, [*command[1:], "--out", str(picture)])
    assert shown.exit_code == 0, shown.output
    assert picture.stat().st_size > 1000
    screen = run(*build, code=1)
    assert failed["command"] in screen
    assert "2031, contents (fail)" in screen
    assert "Not verified: 2031" in screen


def test_the_samples_agree_and_say_that_they_are_samples(sample_build: Path) -> None:
    shown = run("--build", str(sample_build), code=0)
    assert "every check agrees or is explained" in shown
    assert SAMPLE_NOTICE in shown
    some = json.loads(run("2016", "--build", str(sample_build), "--json", code=0))
    check_document(some)
    assert {row["list_year"] for row in some["rows"]} == {2016}
    assert len(some["rows"]) == 5


def test_an_edition_that_is_not_there(sample_build: Path) -> None:
    ran = CliRunner().invoke(app, ["verify", "1999", "--build", str(sample_build)])
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert "no edition 1999" in ran.stderr
