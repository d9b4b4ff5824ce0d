"""A sound report gives no finding but that its year is new; each damage gives the finding that says so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from nrm.entries import read_report
from nrm.entries.checks.openings import ends_no_sentence, is_title_like, leads_with_name, opens_entry
from nrm.model import Reconciliation, Report
from tests.entries.small_report import SmallReport, sound_report

Damage = Callable[[SmallReport], SmallReport]


def _report(folder: Path, report: SmallReport) -> Report:
    return read_report(report.draw(folder / "report.pdf"))


def _codes(report: Report) -> set[str]:
    return {finding.code for finding in report.findings} - {"edition-unknown"}


def _with_page(at: int, pieces: list[tuple[str, str]]) -> Damage:
    def add(report: SmallReport) -> SmallReport:
        pages = [list(page) for page in report.pages]
        pages.insert(at, pieces)  # type: ignore[arg-type]
        return SmallReport(pages, numbered=report.numbered)

    return add


def _with_bookmarks(*left_out: str, more: tuple[tuple[str, int, int], ...] = ()) -> Damage:
    def add(report: SmallReport) -> SmallReport:
        marks = [
            (text, 0 if style == "chapter" else 1, number)
            for number, page in enumerate(report.pages, 1)
            for style, text in page
            if style in ("chapter", "section", "country", "market") and text not in left_out
        ]
        return SmallReport(report.pages, sorted([*marks, *more], key=lambda mark: mark[2]), report.numbered)

    return add


def test_a_sound_report_has_nothing_to_reconcile(tmp_path: Path) -> None:
    report = _report(tmp_path, _with_bookmarks()(sound_report()))
    assert len(report.entries) == 7
    assert report.reconciliation == Reconciliation()
    assert _codes(report) == set()


@pytest.mark.parametrize(
    ("damage", "code", "page", "words"),
    [
        (lambda r: r.replace("  COPYQUAY|4", "  COPYQAUY|4"), "contents-spelling", 4, "COPYQAUY"),
        (lambda r: r.replace("  FINLAND|6", "  FINALND|6"), "contents-spelling", 6, "FINALND"),
        (lambda r: r.replace("  DRAMAWELL|5", "  DRAMAWELL|4"), "contents-page", 5, "page 4"),
        (lambda r: r.without("COPYQUAY", only="market"), "contents-only", 4, "COPYQUAY"),
        (lambda r: r.without("PORTUGAL", only="country"), "contents-only", 6, "PORTUGAL"),
        (lambda r: r.without("  EBOOKBARN", only="row"), "body-only", 5, "EBOOKBARN"),
        (lambda r: r.without("  PORTUGAL", only="row").without("  FINLAND", only="row"), "", 0, ""),
        (_with_bookmarks("DRAMAWELL"), "bookmark-disagrees", 5, "not among the bookmarks"),
        (_with_bookmarks(more=(("QUIETSTREAM", 1, 5),)), "bookmark-disagrees", 5, "QUIETSTREAM"),
        (lambda r: r.replace("PORTUGAL", "PORTGUAL", only="country"), "near-country", 6, "Portugal"),
        (lambda r: r.replace("DRAMAWELL", "BERRYLINK", only="market"), "duplicate-heading", 5, "page 4"),
        (_with_page(5, []), "empty-page", 6, "no text"),
        (_with_page(5, [("picture", "")]), "unreadable-page", 6, "within the results"),
        (_with_page(2, [("picture", "")]), "picture-page", 3, "picture"),
        (lambda r: r.replace("any way.^1", "any way."), "footnote-unmatched", 3, "asked to write"),
        (lambda r: r.replace("any way.^1", "any way.^7"), "footnote-unmatched", 3, "no footnote 7"),
    ],
)
def test_damage_is_found(tmp_path: Path, damage: Damage, code: str, page: int, words: str) -> None:
    report = _report(tmp_path, damage(sound_report()))
    found = [f for f in report.findings if f.code == code]
    assert bool(found) == bool(code), [(f.code, f.page, f.text) for f in report.findings]
    if code:
        assert any(f.page == page and words in f.text for f in found), [(f.page, f.text) for f in found]
        assert all(f.hint and f.list_year == 2031 and f.file == "report.pdf" for f in found)


def test_a_market_without_a_heading_is_an_unexplained_line(tmp_path: Path) -> None:
    damaged = sound_report().without("COPYQUAY", only="market").without("  COPYQUAY", only="row")
    report = _report(tmp_path, damaged)
    assert len(report.entries) == 6
    assert report.reconciliation.unexplained_lines > 0
    assert any(f.code == "unexplained-line" and "copyquay.example" in f.text for f in report.findings)


def test_a_stray_line_is_unexplained(tmp_path: Path) -> None:
    pages = sound_report().pages
    pages[4].insert(2, ("text", "Draft of the second part"))
    report = _report(tmp_path, SmallReport(pages))
    assert report.reconciliation.unexplained_lines == 1


def test_contents_of_chapters_prove_nothing(tmp_path: Path) -> None:
    damaged = sound_report()
    for row in ("  BERRYLINK", "  COPYQUAY", "  DRAMAWELL", "  EBOOKBARN", "  FINLAND", "  PORTUGAL"):
        damaged = damaged.without(row, only="row")
    report = _report(tmp_path, damaged)
    assert report.reconciliation == Reconciliation()


def test_an_entry_without_text(tmp_path: Path) -> None:
    damaged = sound_report().without("Nominated as ebookbarn", only="text")
    assert "entry-without-text" in _codes(_report(tmp_path, damaged))


def test_characters_without_meaning(tmp_path: Path) -> None:
    from dataclasses import replace

    from nrm.entries.read_report import report_of
    from nrm.pdf import read_document

    document = read_document(sound_report().draw(tmp_path / "report.pdf"))
    page = document.pages[4]
    lines = tuple(replace(li, text="\ufffd" * len(li.text)) if i > 2 else li for i, li in enumerate(page.lines))
    pages = (*document.pages[:4], replace(page, lines=lines), *document.pages[5:])
    report = report_of(replace(document, pages=pages))
    assert report.reconciliation.unreadable_pages == (5,)
    one = (replace(page.lines[2], text=page.lines[2].text.replace("e", "\ue000", 1)), *page.lines[3:])
    pages = (*document.pages[:4], replace(page, lines=(*page.lines[:2], *one)), *document.pages[5:])
    report = report_of(replace(document, pages=pages))
    assert report.reconciliation.unreadable_pages == ()
    assert [f.page for f in report.findings if f.code == "unreadable-characters"] == [5]


@pytest.mark.parametrize(
    ("text", "opens"),
    [
        ("Nominated as somewhere.example. It sells copies.", True),
        ("Also nominated as somewhere.example.", True),
        ("Operated from Argentina, according to submitters.", True),
        ("Available at somewhere.example since May.", True),
        ("Available at all hours, it has many visitors.", False),
        ("Located near the port, the stalls sell shoes.", False),
        ("Sites such as somewhere.example abound.", False),
    ],
)
def test_how_entries_open(text: str, opens: bool) -> None:
    assert opens_entry(text) is opens


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("Old Hall, Cork – Some 25 shops make up Old Hall.", True),
        ("NEWPORT: Nobody minds what Newport sells.", True),
        ("One submission puts it plainly: one submission puts it plainly.", False),
        ("In Cork. It is known in Cork.", True),
        ("somewhere.example – This site shares films.", True),
        ("Old Hall (Cork, Ireland): Two floors of copies.", True),
        ("IRELAND – OLD HALL (CORK). A fire destroyed a part of it.", True),
        ("Quay B.V. (d/b/a Quays) and Link Services LLC. When rivals closed, Quay B.V. grew.", True),
        ("In Ireland: the police were informed.", False),
        ("A market of two floors – no more.", False),
    ],
)
def test_paragraphs_that_lead_with_a_name(text: str, leads: bool) -> None:
    assert leads_with_name(text) is leads


@pytest.mark.parametrize(
    ("text", "title", "open_end"),
    [
        ("Old Hall, Cork, Ireland", True, True),
        ("Quay B.V. (d/b/a Quays) and Link Services S.A.", True, True),
        ("Based in Ireland.", True, False),
        ("Operated from Ireland.23", False, False),
        ("mercado de la luz", False, True),
    ],
)
def test_titles_and_ends(text: str, title: bool, open_end: bool) -> None:
    assert (is_title_like(text), ends_no_sentence(text)) == (title, open_end)
