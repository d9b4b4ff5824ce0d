"""`nrm inspect` as a user runs it."""

from __future__ import annotations

import json
from pathlib import Path

from nrm.json_shapes import check_document
from tests.cli.running import nrm
from tests.entries.small_report import SmallReport, sound_report


def test_the_outline_and_what_did_not_add_up(tmp_path: Path) -> None:
    pdf = sound_report().replace("  COPYQUAY|4", "  COPYQAUY|4").draw(tmp_path / "report.pdf")
    done = nrm("inspect", pdf)
    assert (done.returncode, done.stderr) == (0, "")
    assert "list year 2031, 7 pages, 7 entries" in done.stdout
    assert "contents-spelling" in done.stdout and "COPYQAUY" in done.stdout


def test_a_page_is_drawn_beside_the_data(tmp_path: Path) -> None:
    pdf = sound_report().draw(tmp_path / "report.pdf")
    done = nrm("inspect", pdf, "--page", "4", "--json", cwd=tmp_path)
    assert done.returncode == 0
    document = json.loads(done.stdout)
    check_document(document)
    assert document["picture"] == "report-page-4.png"
    assert (tmp_path / "report-page-4.png").stat().st_size > 10_000
    assert [row["title"] for row in document["rows"] if row["kind"] == "country"] == ["FINLAND", "PORTUGAL"]


def test_another_document_is_said_to_be_one(tmp_path: Path) -> None:
    words = "Trade in goods rose by four percent in the course of the year. " * 6
    pdf = SmallReport([[("chapter", "Trade in Goods"), ("text", words)]]).draw(tmp_path / "other.pdf")
    done = nrm("inspect", pdf, "--json")
    document = json.loads(done.stdout)
    check_document(document)
    assert done.returncode == 0
    assert document["list_year"] is None
    assert "no Notorious Markets List" in document["trouble"]
    assert [row["kind"] for row in document["rows"]] == ["heading"]


def test_what_is_the_users_to_mend(tmp_path: Path) -> None:
    pdf = sound_report().draw(tmp_path / "report.pdf")
    assert nrm("inspect", pdf, "--page", "99", cwd=tmp_path).returncode == 2
    assert nrm("inspect", pdf, "--out", "page.png").returncode == 2
    scan = SmallReport([[("picture", "")]], numbered=False).draw(tmp_path / "scan.pdf")
    done = nrm("inspect", scan)
    assert done.returncode == 2
    assert "is it a scan?" in done.stderr
    assert done.stderr.count("\n") == 1
