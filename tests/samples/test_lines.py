"""Setting lines and pages: nothing is lost, nothing sticks out, notes begin where their marks are."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from .blocks import Block, Note, Span
from .fonts import Family, FontMissing, GlyphMissing, family, require_glyphs
from .layout import Layout, layout_of
from .lines import break_lines
from .pages import PAGE_HEIGHT, paginate
from .styles import Style

WORDS = st.lists(st.sampled_from(["a", "of", "stall", "e-commerce", "submissions", "counterfeiting"]), min_size=1)


def stix() -> Family:
    try:
        return family("stix")
    except FontMissing as error:
        pytest.skip(str(error))


@settings(max_examples=60, deadline=None)
@given(words=WORDS, width=st.integers(120, 400), align=st.sampled_from(["left", "center", "justified"]))
def test_lines_keep_every_word_within_the_measure(words: list[str], width: int, align: str) -> None:
    lines = break_lines([Span(" ".join(words))], Style(11, 13, 0, 0, align), stix(), width)
    assert "".join(line.text for line in lines).replace(" ", "") == "".join(words)
    for line in lines:
        last = line.pieces[-1]
        assert line.pieces[0].x >= -0.01
        assert last.x + last.width <= width + 0.01
        if align == "justified" and line is not lines[-1] and " " in line.text:
            assert last.x + last.width == pytest.approx(width)


def test_hyphenation_adds_nothing_but_hyphens_at_line_ends() -> None:
    text = "different submissions concerning counterfeiting " * 6
    lines = break_lines([Span(text.strip())], Style(11, 13, 0, 0, "justified", hyphenated=True), stix(), 130)
    assert any(line.text.endswith("-") for line in lines)
    joined = "".join(line.text.removesuffix("-") if line.text.endswith("-") else line.text for line in lines)
    assert joined.replace(" ", "") == text.replace(" ", "")


def test_a_mark_stays_with_its_word() -> None:
    spans = [Span("word " * 8), Span("counterfeiting"), Span("12", raised=True)]
    for width in range(90, 200, 7):
        lines = break_lines(spans, Style(11, 13, 0, 0), stix(), width)
        assert lines[-1].text.endswith("counterfeiting12")


@pytest.mark.parametrize("lines_before", range(30, 52))
def test_notes_begin_under_their_marks_and_run_on_whole(lines_before: int) -> None:
    layout, fonts = layout_of(2010), stix()
    note = Note("1", " ".join(f"note{i}" for i in range(120)))
    filler = [Block("paragraph", (Span("line"),), f"f{i}") for i in range(lines_before)]
    noted = Block("paragraph", (Span("noted."), Span("1", raised=True)), "noted", notes=(note,))
    pages = paginate([*filler, noted], _with_marks(layout), fonts)
    page = next(page for page in pages if any(placed.ident == "noted" for placed in page.body))
    assert page.foot
    assert "note0" in page.foot[0][0].text
    set_text = " ".join(line.text for page in pages for line, _ in page.foot)
    assert set_text.split()[1:] == note.text.split()
    for page in pages:
        limit = PAGE_HEIGHT - layout.margin_bottom - page.foot_height
        assert all(placed.baseline <= limit for placed in page.body)


def test_a_heading_is_never_the_last_line_of_a_page() -> None:
    layout, fonts = layout_of(2010), stix()
    for count in range(20, 60):
        filler = [Block("paragraph", (Span("line"),), f"f{i}") for i in range(count)]
        blocks = [*filler, Block("country", (Span("China"),), "c"), Block("entry", (Span("Hall"),), "e")]
        pages = paginate([*blocks, Block("paragraph", (Span("text"),), "p")], layout, fonts)
        assert all(page.body[-1].ident not in ("c", "e") for page in pages)


def test_a_letter_without_a_glyph_is_an_error() -> None:
    fonts = stix()
    require_glyphs(fonts.regular, "São Paulo, Đèn, İstanbul")
    with pytest.raises(GlyphMissing, match="漢"):
        require_glyphs(fonts.regular, "漢字")


def _with_marks(layout: Layout) -> Layout:

    return replace(layout, marks="superscript")
