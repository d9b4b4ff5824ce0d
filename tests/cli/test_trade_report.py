"""A real report of USTR, of 397 pages and no Notorious Markets List, where it lies beside the checkout."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.running import nrm


def test_tag_finds_its_markets_and_countries_with_their_pages(trade_report: Path) -> None:
    ran = nrm("tag", trade_report, "--label", "MARKET", "--label", "COUNTRY", "--json")
    assert ran.returncode == 0
    document = json.loads(ran.stdout)
    assert document["sample"] is False
    found = {(row["page"], row["label"], row["norm"]) for row in document["rows"]}
    assert {(40, "MARKET", "rua-25-de-marco-sao-paulo"), (40, "COUNTRY", "BR")} <= found
    assert {(273, "MARKET", "tepito-mexico-city"), (273, "COUNTRY", "MX")} <= found
    assert {(305, "MARKET", "gamarra-lima"), (305, "COUNTRY", "PE")} <= found


def test_build_says_in_one_line_that_it_is_no_list(trade_report: Path, tmp_path: Path) -> None:
    ran = nrm("build", trade_report, "--out", tmp_path / "out")
    assert (ran.returncode, ran.stdout) == (2, "")
    (line,) = ran.stderr.splitlines()
    assert "no Notorious Markets List" in line
    assert list(tmp_path.iterdir()) == []
