"""Styles of runs: font families, what sets a style apart, numbers and bullets at a line's start."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.layout.style import (
    BULLET,
    Style,
    family,
    in_capitals,
    main_style,
    numbering,
    same_look,
    style_of,
    texts_of,
    traits,
    wordy,
)
from nrm.model import Run
from tests.layout.lines_of import Set, line

PLAIN = Style("times", 12)


FAMILIES = """
Times-Roman Times-Bold Times-Italic Times-BoldItalic
TimesNewRomanPSMT TimesNewRomanPS-BoldMT TimesNewRomanPS-BoldItalicMT
Liberation-Serif Liberation-Serif-Bold
Carlito Carlito-Bold Carlito-BoldItalic
Arial,Bold ArialMT Arial-Black
CMR10 CMBX12 CMTI10 CMCSC10 CMR12 SFRM1000 SFBX1200 LMRoman10-Regular
CMSS10 CMSSBX10 LMSans10-Bold
CMTT10 LMMono10-Regular
SourceSerif4-Regular SourceSerif4-Semibold
"""
ROWS = FAMILIES.strip().splitlines()


@pytest.mark.parametrize("fonts", ROWS)
def test_the_cuts_of_a_font_are_one_family(fonts: str) -> None:
    assert len({family(font) for font in fonts.split()}) == 1


def test_two_fonts_are_two_families() -> None:
    assert len({family(row.split()[0]) for row in ROWS}) == len(ROWS)


@pytest.mark.parametrize(("size", "rounded"), [(11.96, 12.0), (12.04, 12.0), (10.8, 11.0), (10.5, 10.5)])
def test_sizes_are_rounded_to_half_a_point(size: float, rounded: float) -> None:
    assert style_of(Run(0, 1, "Times", size)).size == rounded


@pytest.mark.parametrize(
    ("style", "found"),
    [
        (PLAIN, set()),
        (Style("times", 12.5), set()),
        (Style("times", 12, bold=True), {"bold"}),
        (Style("times", 12, italic=True, underlined=True), {"italic", "underlined"}),
        (Style("times", 14), {"larger"}),
        (Style("times", 10), {"smaller"}),
        (Style("helvetica", 12), {"font"}),
        (Style("times", 12, small_caps=True), {"small_caps"}),
        (Style("times", 12, colour="0000ff"), {"colour"}),
        (Style("times", 12, link=True), {"link"}),
    ],
)
def test_what_sets_a_style_apart(style: Style, found: set[str]) -> None:
    assert traits(style, PLAIN) == found


def test_what_the_body_has_itself_sets_nothing_apart() -> None:
    body = Style("times", 12, bold=True, colour="333333")
    assert traits(Style("times", 12, bold=True, colour="333333"), body) == frozenset()
    assert traits(Style("times", 12, colour=""), body) == frozenset()


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("bold", "bold", True),
        ("", "", True),
        ("bold", "bold font", True),
        ("bold", "bold small_caps smaller", True),
        ("bold", "italic", False),
        ("bold", "bold italic", False),
        ("bold", "", False),
        ("font", "", False),
        ("small_caps", "small_caps smaller", True),
        ("font", "smaller", False),
        ("larger", "", False),
    ],
)
def test_two_sets_of_traits_are_one_look_or_two(one: str, other: str, same: bool) -> None:
    a, b = frozenset(one.split()), frozenset(other.split())
    assert same_look(a, b) is same
    assert same_look(b, a) is same


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("3. Name", 3),
        ("(3) Name", 4),
        ("3) Name", 3),
        ("III. Name", 5),
        ("a) Name", 3),
        ("B. Name", 3),
        ("4.2 Name", 4),
        ("4.2. Name", 5),
        ("viii. Name", 6),
        ("(k) Name", 4),
        ("z. Name", 3),
        ("(ab) Name", 5),
        ("cc. Name", 4),
        ("(VK) Name", 0),
        ("vs. Name", 0),
        ("No. 7 Name", 6),
        ("#12 Name", 4),
        ("1337x", 0),
        ("4shared.com", 0),
        ("123 Name", 0),
        ("2011 Report", 0),
        ("3.Name", 0),
        ("Name 3.", 0),
        ("I am", 0),
        ("M. Name", 0),
        ("", 0),
    ],
)
def test_a_leading_number_is_no_part_of_a_name(text: str, length: int) -> None:
    assert numbering(text) == length


@pytest.mark.parametrize(
    ("text", "bullet"),
    [("• item", True), ("– item", True), ("- item", True), ("o item", True), ("\uf0b7 item", True), ("-item", False),
     ("•", False), ("only", False), ("— ", False)],
)  # fmt: skip
def test_a_bullet_needs_a_space_and_text_behind_it(text: str, bullet: bool) -> None:
    assert bool(BULLET.match(text)) is bullet


@pytest.mark.parametrize(
    ("text", "answer"),
    [("NAME", True), ("B.V.", True), ("NAME 24", True), ("ÉTÉ", True), ("1337x", False), ("Name", False), ("A", False),
     ("2024", False), ("", False)],
)  # fmt: skip
def test_capitals_throughout(text: str, answer: bool) -> None:
    assert in_capitals(text) is answer


@pytest.mark.parametrize(("text", "answer"), [("a", True), ("7", True), ("–", False), (" .", False), ("", False)])
def test_punctuation_is_no_word(text: str, answer: bool) -> None:
    assert wordy(text) is answer


def test_the_main_style_has_most_letters() -> None:
    one = line(Set("Name", bold=True), " and a longer text", Set(" ............................", italic=True))
    found = main_style(texts_of(one))
    assert found is not None
    assert not found.bold
    assert not found.italic


def test_nothing_has_no_main_style() -> None:
    assert main_style([]) is None
    assert main_style(texts_of(line("...."))) is None



@given(st.builds(Style, st.sampled_from(["a", "b"]), st.sampled_from([10.0, 12.0]), st.booleans(), st.booleans()))
def test_a_style_is_not_set_apart_from_itself(style: Style) -> None:
    assert traits(style, style) == frozenset()
