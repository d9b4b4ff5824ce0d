"""What stands on a page, as boxes within it."""

from __future__ import annotations

from pathlib import Path

import pytest

from nrm.inspect import Inspection, inspected
from nrm.inspect.boxes import PageBox, page_boxes
from tests.entries.small_report import Piece, SmallReport, sound_report


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Inspection:
    return inspected(sound_report().draw(tmp_path_factory.mktemp("boxes") / "report.pdf"))


def _kinds(boxes: list[PageBox]) -> dict[str, int]:
    kinds = [box.kind for box in boxes]
    return {kind: kinds.count(kind) for kind in dict.fromkeys(kinds) if kind not in ("line", "paragraph")}


@pytest.mark.parametrize(
    ("page", "kinds"),
    [
        (2, {"page furniture": 1, "contents page": 12}),
        (3, {"page furniture": 1, "footnote": 1, "chapter": 1}),
        (4, {"entry": 2, "page furniture": 1, "chapter": 1, "section": 1, "market": 2}),
        (6, {"entry": 3, "page furniture": 1, "section": 1, "country": 2, "market": 3}),
    ],
)
def test_what_stands_on_a_page(seen: Inspection, page: int, kinds: dict[str, int]) -> None:
    assert _kinds(page_boxes(seen, page)) == kinds


def test_boxes_lie_on_the_page_and_entries_hold_their_headings(seen: Inspection) -> None:
    for page in seen.document.pages:
        boxes = page_boxes(seen, page.number)
        for left, top, right, bottom in (b.box for b in boxes):
            assert 0 <= left < right <= page.width and 0 <= top < bottom <= page.height
        entries = [b.box for b in boxes if b.kind == "entry"]
        for market in (b.box for b in boxes if b.kind == "market"):
            assert any(abs(e.top - market.top) < 0.1 and e.bottom > market.bottom for e in entries)


def test_a_run_in_heading_is_cut_where_its_text_begins(tmp_path: Path) -> None:
    report = sound_report()
    pages: list[list[Piece]] = [
        [
            ("text", f"{page[i - 1][1]}: {text}") if i and page[i - 1][0] == "market" else (style, text)
            for i, (style, text) in enumerate(page)
            if style != "market"
        ]
        for page in report.pages
    ]
    run_in = inspected(SmallReport(pages).draw(tmp_path / "run-in.pdf"))
    heads = [b.box for b in page_boxes(run_in, 4) if b.kind == "market"]
    assert len(heads) == 2
    assert all(box.x1 < 200 for box in heads)


def test_unexplained_lines_are_shown(tmp_path: Path) -> None:
    pages = sound_report().pages
    pages[4].insert(2, ("text", "Draft of the second part"))
    seen = inspected(SmallReport(pages).draw(tmp_path / "report.pdf"))
    assert [b.kind for b in page_boxes(seen, 5)].count("unexplained") == 1


def test_another_document_shows_its_headings(tmp_path: Path) -> None:
    words = "Trade in goods rose by four percent in the course of the year. " * 6
    pdf = SmallReport([[("chapter", "Trade in Goods"), ("text", words)]]).draw(tmp_path / "other.pdf")
    assert _kinds(page_boxes(inspected(pdf), 1)) == {"heading": 1}
