"""`nrm corroborate` as a user runs it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import nrm
from nrm.cli.app import app
from nrm.cli.screen import LAW_NOTICE
from nrm.corpus import SAMPLE_NOTICE
from nrm.json_shapes import check_document
from tests.cli.running import nrm as run_nrm

PRESS = """For Immediate Release
January 8, 2025

The Tepito market in Mexico City is listed in the 2024 Notorious Markets List.
The Quxar Bazaar in Davao was added to the 2024 Notorious Markets List.
Several markets in China were named in the 2024 Notorious Markets List.
Ciudad del Este continues to be listed in the Notorious Markets List.
The list is of no use without the help of others.
"""


@pytest.fixture
def press(tmp_path: Path) -> Path:
    file = tmp_path / "press.txt"
    file.write_text(PRESS, "utf-8")
    return file


def document(*arguments: str | Path, code: int = 0) -> dict[str, Any]:
    ran = CliRunner().invoke(app, ["corroborate", *map(str, arguments), "--json"])
    assert ran.exit_code == code, ran.output
    told: dict[str, Any] = json.loads(ran.stdout)
    check_document(told)
    return told


def test_claims_and_verdicts(press: Path, sample_build: Path) -> None:
    told = document(press, "--build", sample_build)
    assert (told["sample"], told["file"]) == (True, "press.txt")
    assert (told["document_date"], told["date_source"]) == ("2025-01-08", "cover")
    assert [
        (row["market"], row["market_id"], row["country"], row["list_year"], row["year_printed"], row["verdict"])
        for row in told["rows"]
    ] == [
        ("Tepito", "tepito-mexico-city", "MX", 2024, "2024", "confirmed"),
        ("Quxar Bazaar", "", "PH", 2024, "2024", "unknown market"),
        ("", "", "CN", 2024, "2024", "not established"),
        ("Ciudad del Este", "ciudad-del-este", "PY", 2024, "", "confirmed"),
    ]
    assert {finding["code"] for finding in told["findings"]} >= {"claim-without-market", "list-year-settled"}


def test_the_listings_contradict(tmp_path: Path, sample_build: Path) -> None:
    listings = nrm.load(sample_build).rows("listings")
    gone = {row["market_id"] for row in listings if row["list_year"] == 2010}
    gone -= {row["market_id"] for row in listings if row["list_year"] == 2024}
    assert "kickasstorrents" in gone
    file = tmp_path / "claim.txt"
    file.write_text("KickassTorrents is listed in the 2024 Notorious Markets List.", "utf-8")
    (row,) = document(file, "--build", sample_build, code=1)["rows"]
    assert row["verdict"] == "contradicted"
    file.write_text("Tepito was removed from the 2024 Notorious Markets List.", "utf-8")
    (row,) = document(file, "--build", sample_build, code=1)["rows"]
    assert (row["claim"], row["verdict"]) == ("removed", "contradicted")


def test_the_date_given_settles_the_newest_list(tmp_path: Path, sample_build: Path) -> None:
    file = tmp_path / "claim.txt"
    file.write_text("Tepito remains on the Notorious Markets List.", "utf-8")
    (row,) = document(file, "--build", sample_build)["rows"]
    assert (row["list_year"], row["verdict"]) == (None, "not established")
    (row,) = document(file, "--build", sample_build, "--date", "2022-06-01")["rows"]
    assert (row["list_year"], row["verdict"]) == (2021, "confirmed")


def test_screen_and_csv(press: Path, sample_build: Path) -> None:
    screen = run_nrm("corroborate", press, "--build", sample_build, columns=100)
    assert (screen.returncode, screen.stderr) == (0, "")
    assert screen.stdout.count(LAW_NOTICE) == screen.stdout.count(SAMPLE_NOTICE) == 1
    assert "2025-01-08, printed on its first page" in screen.stdout
    assert max(map(len, screen.stdout.splitlines())) <= 100
    data = run_nrm("corroborate", press, "--build", sample_build, "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(data.stdout)))
    assert [row["market"] for row in rows] == ["Tepito", "Quxar Bazaar", "", "Ciudad del Este"]
    assert SAMPLE_NOTICE in data.stderr


def test_a_document_that_says_nothing_of_the_list(tmp_path: Path, sample_build: Path) -> None:
    file = tmp_path / "other.txt"
    file.write_text("Tepito is a market.", "utf-8")
    assert document(file, "--build", sample_build)["rows"] == []
    assert "No claim about the list found." in run_nrm("corroborate", file, "--build", sample_build).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [(("nowhere.pdf",), "no such file"), (("LICENSE", "--date", "soon"), "--date soon: no day")],
)
def test_trouble_is_one_line(arguments: tuple[str, ...], said: str, sample_build: Path) -> None:
    ran = CliRunner().invoke(app, ["corroborate", *arguments, "--build", str(sample_build)])
    assert (ran.exit_code, ran.stdout) == (2, "")
    assert said in ran.stderr
    assert len(ran.stderr.splitlines()) == 1


def test_the_trade_estimate(trade_report: Path, sample_build: Path) -> None:
    told = document(trade_report, "--build", sample_build)
    named = [row for row in told["rows"] if row["market"]]
    assert len(named) == 19
    assert {(row["list_year"], row["claim"]) for row in told["rows"]} == {(2024, "listed")}
    assert (told["document_date"], told["date_source"]) == ("2025-04-01", "metadata")


def test_from_python(press: Path, sample_build: Path) -> None:
    told = nrm.corroborate(press, nrm.load(sample_build))
    assert told.verdicts == {"confirmed": 2, "unknown market": 1, "not established": 1}
    assert "SAMPLE DATA" in repr(told)
    assert "Quxar Bazaar" in told._repr_html_()
