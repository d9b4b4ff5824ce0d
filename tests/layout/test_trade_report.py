"""A real report of the same office, typed and tagged by the same house: chapters, footers, notes, page numbers.

It is in no repository; where it is not at hand these tests say so and are skipped.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from nrm.layout import Layout, lay_out
from nrm.layout.outline import OutlineItem, chapters, outline
from nrm.layout.outline_keys import same_title
from nrm.pdf import Document, read_document

FOOTER = "FOREIGN TRADE BARRIERS"
BEFORE_PAGE_ONE = 8


@pytest.fixture(scope="module")
def document(trade_report: Path) -> Document:
    return read_document(trade_report, "pdfium")


@pytest.fixture(scope="module")
def layout(document: Document) -> Layout:
    return lay_out(document.pages)


@pytest.fixture(scope="module")
def items(document: Document, layout: Layout) -> tuple[OutlineItem, ...]:
    return outline(document, layout)


def test_every_chapter_is_found_by_its_type_where_its_bookmark_says(
    document: Document, items: tuple[OutlineItem, ...]
) -> None:
    set_as_heading = [item for item in chapters(items) if "typography" in item.sources]
    missed = [
        mark
        for mark in document.bookmarks
        if not any(item.page == mark.page and same_title(item.title, mark.title) for item in set_as_heading)
    ]
    assert len(document.bookmarks) == 62
    assert missed == []


def test_levels_come_from_the_structure_tree_for_the_bookmarks_are_flat(
    document: Document, items: tuple[OutlineItem, ...]
) -> None:
    assert {mark.level for mark in document.bookmarks} == {1}
    named = [item for item in items if item.sources & {"bookmark", "tag"}]
    assert {item.level for item in named if "tag" in item.sources} == {1}
    assert len({item.level for item in items}) >= 3


def test_both_alternating_footers_are_gone_from_every_page(document: Document, layout: Layout) -> None:
    with_footer = [page.number for page in document.pages if any(FOOTER in line.text for line in page.lines)]
    assert {page % 2 for page in with_footer} == {0, 1}
    assert len(with_footer) > 300
    assert [block.text for block in layout.blocks if FOOTER in block.text] == []
    assert [note.text for note in layout.footnotes if FOOTER in note.text] == []


def test_printed_page_numbers_are_right(layout: Layout) -> None:
    printed = layout.furniture.printed
    assert len(printed) > 370
    assert {page: number for page, number in printed.items() if number != str(page - BEFORE_PAGE_ONE)} == {}


@pytest.mark.parametrize(
    ("page", "marks"), [(11, ["1"]), (324, ["2", "3", "4", "5", "6", "7"]), (327, ["8"])]
)
def test_footnotes_are_cut_out_and_tied_to_their_marks(layout: Layout, page: int, marks: list[str]) -> None:
    notes = [note for note in layout.footnotes if note.lines[0].page == page]
    assert [note.mark for note in notes] == marks
    blocks = [block for block in layout.blocks if block.lines[0].page <= page <= block.lines[-1].page]
    assert [mark for block in blocks for _, mark in block.marks] == marks
    openings = [note.text[:40] for note in notes]
    assert [block.text[:60] for block in blocks if any(words in block.text for words in openings)] == []


def test_blank_pages_are_no_trouble(document: Document, layout: Layout) -> None:
    blank = [page.number for page in document.pages if not page.lines]
    assert blank == [2, 4, 395, 396]
    assert document.unreadable == ()
    assert {block.page for block in layout.blocks}.isdisjoint(blank)
