"""Glyphs on one line: by vertical overlap, the largest first, from left to right."""

from __future__ import annotations

import random

from hypothesis import given
from hypothesis import strategies as st

from nrm.pdf.glyphs import Glyph
from nrm.pdf.rows import rows, rows_of_pieces
from tests.pdf.glyph_text import behind, glyph, typed


def texts(glyphs: list[Glyph]) -> list[str]:
    return ["".join(g.text for g in row) for row in rows(glyphs)]


def test_lines_come_from_top_to_bottom_whatever_is_drawn_first() -> None:
    assert texts([*typed("below", baseline=128.0), *typed("above", baseline=100.0)]) == ["above", "below"]


def test_a_superscript_joins_the_line_that_it_overlaps() -> None:
    word = typed("text")
    mark = glyph("1", behind(word), 96.0, 7.0)
    assert texts([*typed("before", baseline=86.0), *word, mark]) == ["before", "text1"]


def test_a_mark_of_a_large_title_joins_it_though_it_rises_above_it() -> None:
    title = typed("Title", size=13.7)
    mark = glyph("6", behind(title), 91.0, 9.6)
    assert texts([*typed("before", baseline=70.0), *title, mark]) == ["before", "Title6"]


def test_a_subscript_joins_its_line() -> None:
    word = typed("H")
    assert texts([*word, glyph("2", behind(word), 102.0, 7.0), *typed("below", baseline=114.0)]) == ["H2", "below"]


def test_small_letters_on_the_same_baseline_belong_to_the_line() -> None:
    capital = glyph("N", size=12.0)
    assert texts([capital, *typed("AME", behind([capital]), size=9.6)]) == ["NAME"]


def test_a_mark_drawn_before_its_word_is_put_behind_it() -> None:
    word = typed("text")
    assert texts([glyph("1", behind(word), 96.0, 7.0), *word]) == ["text1"]


def test_a_sign_off_the_line_in_the_size_of_its_text_joins_it() -> None:
    note = typed("See page", 80.0)
    assert texts([glyph("*", 73.0, 102.4), *note]) == ["*See page"]
    assert texts([*typed("in a", 60.0), *typed("cloud", 90.0, 98.6), *typed("there", 130.0)]) == ["in acloudthere"]


def test_two_columns_a_little_apart_in_height_are_two_lines() -> None:
    assert texts([*typed("left"), *typed("right", 300.0, 102.0)]) == ["left", "right"]


def test_lines_set_solid_are_two() -> None:
    assert texts([*typed("above", baseline=100.0), *typed("below", baseline=110.0)]) == ["above", "below"]


def test_a_footnote_below_larger_text_is_a_line_of_its_own() -> None:
    assert texts([*typed("text"), *typed("note", baseline=111.0, size=9.0)]) == ["text", "note"]


def test_a_space_goes_to_the_nearest_line_and_makes_none() -> None:
    far = glyph(" ", 80.0, 300.0)
    assert texts([*typed("a b"), far]) == ["a b"]
    assert texts([far]) == []


@given(st.lists(st.text("abc", min_size=1, max_size=6), min_size=1, max_size=8), st.randoms(use_true_random=False))
def test_the_order_of_drawing_does_not_matter(lines: list[str], chance: random.Random) -> None:
    glyphs = [g for n, line in enumerate(lines) for g in typed(line, baseline=100.0 + 14.4 * n)]
    chance.shuffle(glyphs)
    assert texts(glyphs) == lines


def scattered(letters: str, most: int) -> st.SearchStrategy[list[Glyph]]:
    sizes = st.sampled_from([6.0, 8.0, 10.0, 12.0, 24.0])
    return st.lists(
        st.builds(glyph, st.sampled_from(letters), st.floats(0, 600), st.floats(20, 780), sizes), max_size=most
    )


@given(scattered("abc ", 40))
def test_each_glyph_with_ink_is_in_exactly_one_row(glyphs: list[Glyph]) -> None:
    found = [g for row in rows(glyphs) for g in row if g.text != " "]
    assert sorted(map(id, found)) == sorted(id(g) for g in glyphs if g.text != " ")
    for row in rows(glyphs):
        assert [g.x0 for g in row] == sorted(g.x0 for g in row)


@given(scattered("abc", 12))
def test_rows_of_pieces_are_those_of_glyphs(pieces: list[Glyph]) -> None:
    assert rows_of_pieces(pieces) == rows(pieces)
