"""The outline of a report, of one with corrections, and of another document."""

from __future__ import annotations

from pathlib import Path

import pytest

from nrm.errors import NoText
from nrm.inspect import inspected, outline
from tests.entries.small_report import SmallReport, sound_report


def test_the_titles_of_a_report_in_order(tmp_path: Path) -> None:
    seen = inspected(sound_report().draw(tmp_path / "report.pdf"))
    assert seen.trouble == ""
    assert [(row.kind, row.level, row.title, row.page, row.printed_page) for row in outline(seen)] == [
        ("chapter", 1, "Overview", 3, "3"),
        ("chapter", 1, "Results of the 2031 Review", 4, "4"),
        ("section", 2, "Online Markets", 4, "4"),
        ("entry", 4, "BERRYLINK", 4, "4"),
        ("entry", 4, "COPYQUAY", 4, "4"),
        ("entry", 4, "DRAMAWELL", 5, "5"),
        ("entry", 4, "EBOOKBARN", 5, "5"),
        ("section", 2, "Physical Markets", 6, "6"),
        ("country", 3, "FINLAND", 6, "6"),
        ("entry", 4, "Kauppahalli Market, Turku", 6, "6"),
        ("entry", 4, "Satama Bazaar, Oulu", 6, "6"),
        ("country", 3, "PORTUGAL", 6, "6"),
        ("entry", 4, "Feira do Vale, Braga", 6, "6"),
        ("chapter", 1, "Public Information", 7, "7"),
    ]


def test_what_is_told_of_an_entry(tmp_path: Path) -> None:
    seen = inspected(sound_report().draw(tmp_path / "report.pdf"))
    about = {row.title: row.about for row in outline(seen)}
    assert about["COPYQUAY"] == "Copyquay; based in FI; copyquay.example; copyquay2.example"
    assert about["Feira do Vale, Braga"] == "Feira do Vale; Braga, PT"
    assert about["Online Markets"] == "online"


def test_a_correction_shows_in_the_outline(tmp_path: Path) -> None:
    pdf = sound_report().draw(tmp_path / "report.pdf")
    row = next(row for row in outline(inspected(pdf)) if row.title == "DRAMAWELL")
    table = tmp_path / "mine.toml"
    table.write_text(
        f'[[correction]]\nlist_year = 2031\nheading = "DRAMAWELL"\nsource = "{row.source}"\n'
        'action = "drop"\nreason = "no market"\n'
    )
    assert "DRAMAWELL" not in [row.title for row in outline(inspected(pdf, corrections=table))]


def test_another_document_gives_its_headings(tmp_path: Path) -> None:
    words = "Trade in goods rose by four percent in the course of the year. " * 6
    other = SmallReport([[("chapter", "Trade in Goods"), ("text", words), ("market", "Services"), ("text", words)]])
    seen = inspected(other.draw(tmp_path / "other.pdf"))
    assert seen.report is None
    assert "no Notorious Markets List" in seen.trouble
    assert [(row.kind, row.title) for row in outline(seen)] == [("heading", "Trade in Goods"), ("heading", "Services")]


def test_a_scan_has_nothing_to_inspect(tmp_path: Path) -> None:
    pdf = SmallReport([[("picture", "")]], numbered=False).draw(tmp_path / "scan.pdf")
    with pytest.raises(NoText):
        inspected(pdf)
