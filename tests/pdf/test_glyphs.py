"""Characters as drawn: ligatures, overprinted accents and doubles, private characters, what is off the page."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from nrm.pdf.glyphs import Glyph, drawn, repaired
from tests.pdf.glyph_text import behind, glyph, typed

PAGE = (612.0, 792.0)


def text_of(glyphs: list[Glyph]) -> str:
    return "".join(g.text for g in drawn(glyphs, *PAGE))


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("ﬀ", "ff"),
        ("ﬁ", "fi"),
        ("ﬂ", "fl"),
        ("ﬃ", "ffi"),
        ("ﬄ", "ffl"),
        ("ﬆ", "st"),
        ("aﬁ", "afi"),
        ("\u00a0", " "),
        ("\u2009", " "),
        ("\t", " "),
        ("\u200b", ""),
        ("\ufeff", ""),
        ("(cid:17)", "\ufffd"),
        ("\ue049", "Th"),
        ("\ue03c", "tt"),
        ("\ue010", "0"),
        ("\uf8f0", "\uf8f0"),
        ("é", "é"),
        ("ﬁx me", "fix me"),
    ],
)
def test_what_a_glyph_prints_is_repaired(printed: str, meant: str) -> None:
    assert repaired(printed) == meant


@given(st.text(alphabet=st.characters(codec="latin-1", exclude_categories=["Cc", "Zs"])))
def test_ordinary_text_needs_no_repair(text: str) -> None:
    assume("(cid:" not in text)
    assert repaired(text) == text


@given(st.text(max_size=8))
def test_a_repair_is_done_once_and_for_all(text: str) -> None:
    assert repaired(repaired(text)) == repaired(text)


@pytest.mark.parametrize(
    ("letter", "accent", "joined"),
    [
        ("e", "´", "é"),
        ("u", "¨", "ü"),
        ("c", "¸", "ç"),
        ("a", "˜", "ã"),
        ("s", "ˇ", "š"),
        ("ı", "´", "í"),
        ("A", "˚", "Å"),
    ],
)
@pytest.mark.parametrize("accent_first", [True, False])
def test_an_accent_printed_over_its_letter_joins_it(letter: str, accent: str, joined: str, accent_first: bool) -> None:
    over = replace(glyph(accent, 73.0), x1=77.0)
    pair = [over, glyph(letter)] if accent_first else [glyph(letter), over]
    assert text_of(pair) == joined


def test_a_combining_accent_joins_the_letter_before_it_wherever_it_is_put() -> None:
    text = [glyph("a"), glyph("s", 80.0), replace(glyph("\u0326", 88.0), x1=88.0), glyph("i", 87.0)]
    assert text_of(text) == "a\u0219i"


def test_an_accent_beside_a_letter_stays_by_itself() -> None:
    assert text_of([glyph("e"), glyph("´", behind([glyph("e")]))]) == "e´"


def test_an_accent_over_a_letter_that_cannot_bear_it_is_kept() -> None:
    assert text_of([glyph("˛"), glyph("b")]) == "˛b"


def test_an_accent_over_a_figure_is_kept() -> None:
    assert text_of([glyph("7"), glyph("´", 72.5)]) == "7´"


def test_a_letter_printed_twice_a_hair_apart_is_bold_and_counts_once() -> None:
    once = typed("Market")
    again = [replace(g, x0=g.x0 + 0.3, x1=g.x1 + 0.3) for g in once]
    found = drawn([*once, *again], *PAGE)
    assert "".join(g.text for g in found) == "Market"
    assert all(g.bold for g in found)


def test_two_equal_letters_side_by_side_are_two() -> None:
    found = drawn(typed("llll", size=3.0), *PAGE)
    assert "".join(g.text for g in found) == "llll"
    assert not any(g.bold for g in found)


def test_a_double_of_another_size_is_no_double() -> None:
    assert text_of([glyph("a"), glyph("a", size=14.0)]) == "aa"


def test_a_space_printed_twice_stays_twice() -> None:
    assert text_of([glyph(" "), glyph(" ", 72.1)]) == "  "


@pytest.mark.parametrize(
    ("x0", "baseline"),
    [(-40.0, 100.0), (700.0, 100.0), (72.0, -60.0), (72.0, 900.0)],
    ids=["left", "right", "above", "below"],
)
def test_what_stands_off_the_page_is_not_seen(x0: float, baseline: float) -> None:
    assert text_of([glyph("a"), glyph("b", x0, baseline)]) == "a"


def test_what_stands_partly_on_the_page_is_seen() -> None:
    assert text_of([glyph("a", -3.0), glyph("b", 610.0)]) == "ab"


def test_a_superscript_figure_of_the_font_is_raised() -> None:
    found = drawn([glyph("d"), glyph("³", 78.0)], *PAGE)
    assert [(g.text, g.superscript) for g in found] == [("d", False), ("3", True)]


def test_a_private_small_capital_says_so() -> None:
    found = drawn([glyph("\ue051")], *PAGE)
    assert [g.small_cap for g in found] == [True]
    assert found[0].text.isalpha()
    assert found[0].text.isascii()


@given(st.text(alphabet="abc def", min_size=1, max_size=30))
def test_text_set_side_by_side_comes_back_as_it_is(text: str) -> None:
    assert text_of(typed(text)) == text


def test_a_small_letter_beside_private_small_capitals_of_its_font_is_none() -> None:
    other = glyph("b", 100.0, font="Helvetica")
    found = drawn([glyph("\ue051"), glyph("b", 90.0), other], *PAGE)
    assert [(g.text, g.small_cap) for g in found] == [("a", True), ("b", False), ("b", None)]
