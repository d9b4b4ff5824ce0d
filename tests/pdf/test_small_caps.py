"""Small capitals: capitals in two sizes get back their case; a font's own variants show by their widths."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.pdf.glyphs import Glyph
from nrm.pdf.small_caps import LetterWidths, as_written, over_words
from tests.pdf.glyph_text import glyph

Styles = list[tuple[object, ...]]
MARKED = 6
"""Where a signature says whether it is in small capitals."""


def signature(size: float, *, small_caps: bool = False, bold: bool = False, raised: bool = False) -> tuple[object, ...]:
    return ("Times", size, bold, False, False, raised, small_caps, "", "")


def in_two_sizes(text: str, small: float = 9.6, large: float = 12.0) -> tuple[str, Styles]:
    """A name as printed in capitals of two sizes."""
    styles: Styles = [() if c == " " else signature(small if c.islower() else large) for c in text]
    return text.upper(), styles


@pytest.mark.parametrize("name", ["Name", "Name of Markets", "McName", "Café Électrique", "Aa Bb"])
def test_capitals_in_two_sizes_come_back_as_written(name: str) -> None:
    text, styles = as_written(*in_two_sizes(name))
    assert text == name
    assert {(s[1], s[MARKED]) for s in styles if s} == {(12.0, True)}


@pytest.mark.parametrize("opening", ["A", "I", "VK"])
def test_capitals_behind_a_lead_open_the_text(opening: str) -> None:
    name, of_name = in_two_sizes("Name of Markets \u2013 ")
    _, of_rest = in_two_sizes(f"{opening} MARKET".upper())
    text, styles = as_written(name + f"{opening} market", of_name + of_rest)
    assert text == f"Name of Markets \u2013 {opening} market"
    assert [bool(s[MARKED]) for s in styles if s] == [True] * 14 + [False] * (len(opening) + 6)


def test_a_name_within_a_name_stays_in_small_capitals() -> None:
    text, styles = as_written(*in_two_sizes("Name \u2013 Market"))
    assert text == "Name \u2013 Market"
    assert all(s[MARKED] for s in styles if s)


@pytest.mark.parametrize(
    ("small", "large"), [(12.0, 12.0), (11.5, 12.0), (6.0, 12.0)], ids=["one size", "a hair smaller", "far smaller"]
)
def test_other_proportions_are_no_small_capitals(small: float, large: float) -> None:
    printed, styles = in_two_sizes("Name", small, large)
    assert as_written(printed, styles) == (printed, styles)


def test_small_letters_in_two_sizes_are_no_small_capitals() -> None:
    styles: Styles = [signature(12.0)] + [signature(9.6)] * 3
    assert as_written("Name", styles) == ("Name", styles)


def test_a_single_small_capital_is_chance() -> None:
    printed, styles = in_two_sizes("NAMe")
    assert as_written(printed, styles) == (printed, styles)


def test_a_font_of_small_capitals_in_two_sizes_makes_the_larger_ones_capitals() -> None:
    styles: Styles = [signature(12.0, small_caps=True)] + [signature(9.6, small_caps=True)] * 3
    assert as_written("name", styles)[0] == "Name"


def test_a_bold_name_before_plain_text_is_judged_by_itself() -> None:
    name: Styles = [signature(12.0, bold=True)] + [signature(9.6, bold=True)] * 3
    rest: Styles = [(), *[signature(12.0)] * 4]
    text, _ = as_written("NAME SITE", name + rest)
    assert text == "Name SITE"


def test_small_capitals_are_told_from_the_plain_words_behind_them() -> None:
    printed = "SHOP WAVE (formerly shop.example). Known"
    styles: Styles = [() if c == " " else signature(9.6 if c in "HOPAVE" else 12.0) for c in printed]
    text, marked = as_written(printed, styles)
    assert text == "Shop Wave (formerly shop.example). Known"
    assert marked[5] and marked[5][6] and marked[-1] and not marked[-1][6]


def test_figures_show_the_size_of_capitals_where_no_letter_does() -> None:
    styles: Styles = [signature(12.0)] * 3 + [signature(9.6)] * 4
    assert as_written("360SITE", styles)[0] == "360site"


def test_a_raised_mark_is_no_small_capital() -> None:
    styles: Styles = [signature(12.0)] * 4 + [signature(9.6, raised=True)] * 2
    assert as_written("NAMEAB", styles) == ("NAMEAB", styles)


def test_figures_and_signs_neither_change_nor_forbid() -> None:
    printed = "SHOP 24 (A)"
    text, styles = as_written(printed, [() if c == " " else signature(9.6 if c in "HOP" else 12.0) for c in printed])
    assert text == "Shop 24 (A)"
    assert all(s[1] == 12.0 for s in styles if s)


@given(st.text("abcABC 12.é", max_size=20), st.data())
def test_nothing_but_case_changes(text: str, data: st.DataObject) -> None:
    sizes = st.sampled_from([9.6, 12.0])
    styles: Styles = [
        () if c == " " else signature(data.draw(sizes), small_caps=data.draw(st.booleans())) for c in text
    ]
    written, marked = as_written(text, styles)
    assert written.casefold() == text.casefold()
    assert [bool(s) for s in marked] == [bool(s) for s in styles]


# a font with small capitals as variants: only the advance tells

WIDTHS = {"a": 0.44, "c": 0.44, "e": 0.44, "f": 0.33, "i": 0.28}
SMALL_CAP = 0.11
"""How much wider a small capital is than the plain letter, in multiples of the size."""


def letter(c: str, *, small: bool, font: str = "ABCDEF+Serif", size: float = 10.0) -> Glyph:
    one = glyph(c, font=font, size=size)
    return replace(one, x1=one.x0 + size * (WIDTHS.get(c, 0.5) + SMALL_CAP * small))


def text_in(text: str, *, small: bool, font: str = "ABCDEF+Serif") -> list[Glyph]:
    return [letter(c, small=small, font=font) for c in text if c != " "]


def counted(*texts: list[Glyph]) -> LetterWidths:
    widths = LetterWidths()
    for glyphs in texts:
        widths.count(glyphs)
    return widths


BODY = "the quick brown fox jumps over the lazy dog and then it goes home " * 12
NAMES = "shopping market palace of the old town " * 2


def test_wider_letters_of_a_font_are_its_small_capitals() -> None:
    plain, names = text_in(BODY, small=False), text_in(NAMES, small=True)
    widths = counted(plain, names)
    assert widths.with_variants() == {"Serif"}
    marked = widths.marked([*names, *plain], widths.with_variants())
    assert all(g.small_cap is not False for g in marked[: len(names)])
    assert sum(g.small_cap is True for g in marked[: len(names)]) > 0.8 * len(names)
    assert not any(g.small_cap for g in marked[len(names) :])


def test_both_kinds_may_be_embedded_as_subsets_of_their_own() -> None:
    widths = counted(text_in(BODY, small=False), text_in(NAMES, small=True, font="GHIJKL+Serif"))
    assert widths.with_variants() == {"Serif"}


def test_a_font_with_one_width_per_letter_has_no_variants() -> None:
    assert counted(text_in(BODY, small=False)).with_variants() == frozenset()


def test_two_letters_in_two_widths_are_not_yet_a_variant() -> None:
    assert counted(text_in(BODY, small=False), text_in("of of of of", small=True)).with_variants() == frozenset()


def test_narrow_digits_are_raised() -> None:
    usual = text_in("2010 2011 2012 1998", small=False)
    narrow = [replace(glyph("3", font="ABCDEF+Serif", size=10.0), x1=75.3)]
    widths = counted(usual, narrow)
    marked = widths.marked([*usual, *narrow], widths.with_variants())
    assert [g.superscript for g in marked] == [False] * len(usual) + [True]


def test_a_font_whose_one_is_narrow_has_no_raised_digits() -> None:
    figures = [replace(g, x1=g.x0 + 3.5) if g.text == "1" else g for g in text_in("2010 2011 1998", small=False)]
    widths = counted(figures)
    assert widths.with_variants() == frozenset()
    marked = widths.marked(figures, frozenset({"Serif"}))
    assert not any(g.superscript for g in marked)


def test_glyphs_of_other_fonts_are_left_alone() -> None:
    other = text_in("palace", small=True, font="Other")
    assert LetterWidths().marked(other, frozenset({"Serif"})) == other


# over whole words


def test_the_majority_of_a_words_letters_decides_for_the_word() -> None:
    text = "palace is"
    styles: Styles = [() if c == " " else signature(10.0) for c in text]
    signs = [True, True, None, True, False, True, None, False, False]
    marked = over_words(text, styles, signs)
    assert [bool(s[MARKED]) for s in marked if s] == [True] * 6 + [False] * 2


@pytest.mark.parametrize(("neighbour", "expected"), [(True, True), (False, False)])
def test_a_word_of_figures_follows_the_word_before(neighbour: bool, expected: bool) -> None:
    text = "ab 24"
    styles: Styles = [() if c == " " else signature(10.0) for c in text]
    marked = over_words(text, styles, [neighbour, neighbour, None, None, None])
    assert bool(marked[-1][MARKED]) is expected


def test_a_word_of_figures_at_the_start_follows_the_word_behind() -> None:
    styles: Styles = [signature(10.0), (), signature(10.0)]
    assert bool(over_words("7 a", styles, [None, None, True])[0][MARKED])


def test_a_word_whose_letters_are_divided_follows_its_neighbours() -> None:
    text = "ab abcd ab"
    styles: Styles = [() if c == " " else signature(10.0) for c in text]
    signs = [True, True, None, True, True, False, False, None, True, True]
    assert all(bool(s[MARKED]) for s in over_words(text, styles, signs) if s)


def test_a_word_without_signs_behind_a_separator_follows_the_text() -> None:
    text = "ab: A cd"
    styles: Styles = [() if c == " " else signature(10.0) for c in text]
    marked = over_words(text, styles, [True, True, None, None, None, None, False, False])
    assert [bool(s[MARKED]) for s in marked if s] == [True] * 3 + [False] * 3


def test_a_word_says_nothing_of_one_in_another_cut() -> None:
    text = "ab cd"
    styles: Styles = [signature(10.0, bold=True)] * 2 + [()] + [signature(10.0)] * 2
    marked = over_words(text, styles, [True, True, None, None, None])
    assert [bool(s[MARKED]) for s in marked if s] == [True, True, False, False]
