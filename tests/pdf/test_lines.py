"""Rows of glyphs as lines: spaces, runs of style, underlines, links, small capitals, the first word's end."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.model import Box, Line, Run
from nrm.pdf.glyphs import Glyph
from nrm.pdf.lines import Link, page_of
from tests.pdf.glyph_text import behind, glyph, typed


def lines_of(
    glyphs: list[Glyph], strokes: list[Box] | None = None, links: list[Link] | None = None
) -> tuple[Line, ...]:
    return page_of(1, 612.0, 792.0, glyphs, strokes or [], links or []).lines


def line_of(glyphs: list[Glyph], strokes: list[Box] | None = None) -> Line:
    (line,) = lines_of(glyphs, strokes)
    return line


def parts(line: Line, trait: str) -> list[str]:
    """The texts of the runs that have a trait."""
    return [line.text[r.start : r.end] for r in line.runs if getattr(r, trait)]


def stroke_under(first: Glyph, last: Glyph, below: float = 1.5) -> Box:
    return Box(first.x0, first.baseline + below, last.x1, first.baseline + below + 0.6)


# spaces


def test_printed_spaces_are_trusted() -> None:
    assert line_of(typed("The name of it")).text == "The name of it"


def test_where_no_space_is_printed_a_gap_is_one() -> None:
    assert line_of(typed("The name of it", spaces=False)).text == "The name of it"


def test_where_no_space_is_printed_an_eighth_of_the_size_is_one() -> None:
    first = typed("tight")
    assert line_of([*first, *typed("words", behind(first) + 1.6)]).text == "tight words"


@pytest.mark.parametrize("kern", [-0.8, 0.6])
def test_kerned_letters_are_one_word(kern: float) -> None:
    assert line_of(typed("AVATAR", spread=kern, spaces=False)).text == "AVATAR"


def test_letters_set_apart_on_purpose_are_words() -> None:
    assert line_of(typed("ONLINE MARKETS", spaces=False, spread=2.5)).text == "ONLINE MARKETS"


def test_a_row_set_tightly_has_spaces() -> None:
    words = ["Where", "spaces", "are", "narrow"]
    glyphs: list[Glyph] = []
    for word in words:
        glyphs += typed(word, behind(glyphs, 0.135 * 12) if glyphs else 72.0)
    assert line_of(glyphs).text == "Where spaces are narrow"


def test_a_printed_space_that_kerning_has_closed_is_none() -> None:
    first = typed("Spor")
    closed = glyph(" ", behind(first))
    closed = replace(closed, x1=closed.x0 + 4.0)
    second = typed("t of the town", behind(first, 0.8))
    assert line_of([*first, closed, *second]).text == "Sport of the town"


def test_several_printed_spaces_are_one() -> None:
    assert line_of(typed("one    two")).text == "one two"


def test_a_tightly_justified_space_is_still_one() -> None:
    first = typed("one")
    narrow = replace(glyph(" ", behind(first)), x1=behind(first) + 1.2)
    assert line_of([*first, narrow, *typed("two", narrow.x1)]).text == "one two"


def test_a_space_drawn_under_the_next_letter_is_none() -> None:
    first = typed("counter")
    assert line_of([*first, glyph(" ", behind(first)), *typed("feit", behind(first))]).text == "counterfeit"


def test_spaces_at_the_ends_are_no_text() -> None:
    assert line_of(typed("  name  ")).text == "name"


def test_a_row_of_spaces_is_no_line() -> None:
    assert lines_of(typed("    ")) == ()


# superscripts


def with_mark(word: str, mark: str) -> list[Glyph]:
    glyphs = typed(word)
    return [*glyphs, *typed(mark, behind(glyphs), 95.5, 7.5)]


def test_a_superscript_mark_has_a_run_of_its_own() -> None:
    line = line_of([*with_mark("counterfeiting", "12"), *typed(" and", behind(with_mark("counterfeiting", "12")))])
    assert line.text == "counterfeiting12 and"
    assert parts(line, "superscript") == ["12"]
    assert line.size == 12.0
    assert line.baseline == 100.0


def test_a_mark_behind_small_capitals_of_two_sizes_is_raised() -> None:
    name = in_small_capitals("Shopping Mall")
    line = line_of([*name, *typed("3", behind(name), 95.0, 9.0)])
    assert parts(line, "superscript") == ["3"]
    assert line.text == "Shopping Mall3"


def test_a_mark_does_not_make_its_line_taller() -> None:
    assert line_of(with_mark("word", "1")).box.top == line_of(typed("word")).box.top


def test_small_letters_on_the_baseline_are_not_raised() -> None:
    glyphs = typed("see ")
    assert parts(line_of([*glyphs, *typed("notes", behind(glyphs), size=9.0)]), "superscript") == []


def test_nothing_is_raised_above_nothing() -> None:
    raised = [replace(g, superscript=True) for g in typed("123")]
    assert parts(line_of(raised), "superscript") == []


# styles


def test_a_change_of_font_is_a_change_of_run() -> None:
    bold = typed("Name", font="ABCDEF+Times-Bold")
    line = line_of([*bold, *typed(" is a site", behind(bold))])
    assert [(line.text[r.start : r.end], r.font, r.bold) for r in line.runs] == [
        ("Name", "Times-Bold", True),
        ("is a site", "Times-Roman", False),
    ]


def test_a_glyph_borrowed_from_another_font_breaks_no_word() -> None:
    word = typed("Dvořák", font="Times-Bold")
    word[3] = replace(word[3], font="Symbola")
    line = line_of(word)
    assert [(line.text[r.start : r.end], r.bold) for r in line.runs] == [("Dvořák", True)]


def test_a_letter_that_the_font_lacks_has_its_words_weight() -> None:
    word = [glyph("C", font="Times-Bold"), glyph("H", 78.0, size=9.0, font="Times-Bold")]
    borrowed = glyph("\u1ee2", behind(word), size=9.0, font="Vera")
    line = line_of([*word, borrowed, *typed(" of the gates", behind([*word, borrowed]))])
    assert (line.text, parts(line, "bold")) == ("Ch\u1ee3 of the gates", ["Ch\u1ee3"])


def test_colour_and_slant_come_from_the_glyphs() -> None:
    glyphs = typed("blue")
    line = line_of([replace(g, colour="0000ff", italic=True) for g in glyphs])
    assert [(r.colour, r.italic) for r in line.runs] == [("0000ff", True)]


def test_a_link_covers_what_stands_within_it() -> None:
    glyphs = typed("see name.com there")
    box = Box(glyphs[4].x0, 90.0, glyphs[11].x1, 103.0)
    (line,) = lines_of(glyphs, links=[Link(box, "https://name.com/")])
    assert parts(line, "link") == ["name.com"]


def test_a_link_does_not_reach_the_letter_before_it() -> None:
    word = typed("(Osh)")
    link = Link(Box(behind(word) - 1.0, 90.0, behind(word) + 25.0, 103.0), "#note")
    (line,) = lines_of([*word, *typed("[30]", behind(word))], links=[link])
    assert [line.text[r.start : r.end] for r in line.runs if r.link] == ["[30]"]


def test_a_link_on_the_line_above_covers_nothing() -> None:
    (line,) = lines_of(typed("plain text"), links=[Link(Box(0, 70.0, 600, 85.0), "#")])
    assert parts(line, "link") == []


# underlines


def test_a_stroke_below_the_letters_underlines_them() -> None:
    glyphs = typed("Name and text")
    line = line_of(glyphs, [stroke_under(glyphs[0], glyphs[3])])
    assert parts(line, "underlined") == ["Name"]


def test_gaps_at_descenders_and_brackets_are_closed() -> None:
    glyphs = typed("Shopping (Malls) of old")
    name = glyphs[:16]
    strokes = [stroke_under(name[0], name[2]), stroke_under(name[5], name[6]), stroke_under(name[10], name[14])]
    assert parts(line_of(glyphs, strokes), "underlined") == ["Shopping (Malls)"]


def test_a_wide_gap_stays_open() -> None:
    glyphs = typed("One between them two")
    line = line_of(glyphs, [stroke_under(glyphs[0], glyphs[2]), stroke_under(glyphs[17], glyphs[19])])
    assert parts(line, "underlined") == ["One", "two"]


def test_a_stroke_that_underlines_is_no_rule_and_another_is() -> None:
    glyphs = typed("Name")
    rule = Box(72.0, 600.0, 216.0, 600.5)
    page = page_of(1, 612.0, 792.0, glyphs, [stroke_under(glyphs[0], glyphs[3]), rule])
    assert page.rules == (rule,)


@pytest.mark.parametrize("below", [-6.0, 12.0], ids=["through the letters", "far below"])
def test_a_stroke_elsewhere_underlines_nothing(below: float) -> None:
    glyphs = typed("Name")
    assert parts(line_of(glyphs, [stroke_under(glyphs[0], glyphs[3], below)]), "underlined") == []


# small capitals


def in_small_capitals(text: str, x0: float = 72.0, font: str = "Times-Roman") -> list[Glyph]:
    """Capitals in two sizes, as a typesetter without a font of small capitals prints them."""
    glyphs: list[Glyph] = []
    x = x0
    for c in text:
        (one,) = typed(c.upper(), x, size=12.0 if c.isupper() or c == " " else 9.6, font=font)
        glyphs.append(one)
        x = one.x1
    return glyphs


def test_capitals_in_two_sizes_get_back_their_case() -> None:
    line = line_of(in_small_capitals("Shopping Mall"))
    assert line.text == "Shopping Mall"
    assert [(r.small_caps, r.size) for r in line.runs] == [(True, 12.0)]


@pytest.mark.parametrize(
    ("small", "then", "whole"),
    [
        ("Shop Wave", " (formerly wave.se). Known for its shops", "Shop Wave"),
        ("Rapid Deck", " B.V.: Headquartered in the town", "Rapid Deck B.V"),
        ("Canyon!", ". It is reached by all", "Canyon!"),
        ("Old Hall", " The Times wrote of it", "Old Hall"),
    ],
)
def test_small_capitals_before_text_in_the_same_font_are_a_lead(small: str, then: str, whole: str) -> None:
    lead = in_small_capitals(small)
    line = line_of([*lead, *typed(then, behind(lead))])
    assert line.text == small + then
    assert "".join(parts(line, "small_caps")).rstrip(".:") == whole


def test_a_mark_behind_small_capitals_is_raised_though_it_is_as_small() -> None:
    lead = in_small_capitals("Animeyard Sites")
    line = line_of([*lead, glyph("3", behind(lead), 96.0, 9.2)])
    assert parts(line, "superscript") == ["3"]


def test_capitals_in_one_size_stay_capitals() -> None:
    line = line_of(typed("SHOPPING MALL"))
    assert line.text == "SHOPPING MALL"
    assert parts(line, "small_caps") == []


def test_the_text_behind_small_capitals_keeps_its_own_case() -> None:
    name = in_small_capitals("Name Two", font="Times-Bold")
    assert line_of([*name, *typed(" is a SITE", behind(name))]).text == "Name Two is a SITE"


# geometry


def test_the_first_word_ends_where_its_last_letter_ends() -> None:
    glyphs = typed("Name of it")
    assert line_of(glyphs).first_word_x1 == glyphs[3].x1


def test_the_first_word_of_one_word_is_the_line() -> None:
    assert line_of(typed("Name")).first_word_x1 == line_of(typed("Name")).box.x1


def test_runs_know_where_they_begin_and_end() -> None:
    bold = typed("Name", font="Times-Bold")
    rest = typed("text", behind(bold, 4.0))
    line = line_of([*bold, *rest])
    assert [(r.x0, r.x1) for r in line.runs] == [(bold[0].x0, bold[-1].x1), (rest[0].x0, rest[-1].x1)]


# invariants

WORDS = st.text(st.sampled_from("abcABC12.,-()é"), min_size=1, max_size=8)
FONTS = st.sampled_from(["Times-Roman", "Times-Bold", "Times-Italic", "CMCSC10", "Symbol"])
SIZES = st.sampled_from([7.0, 9.6, 12.0])
SHIFTS = st.sampled_from([0.0, 0.0, 0.0, 4.5])


@st.composite
def set_words(draw: st.DrawFn) -> list[Glyph]:
    """Words in any fonts and sizes on one line, some raised, with or without printed spaces."""
    glyphs: list[Glyph] = []
    x = 72.0
    for _ in range(draw(st.integers(1, 6))):
        size, font = draw(SIZES), draw(FONTS)
        raised = draw(SHIFTS) if size == 7.0 else 0.0
        glyphs += typed(draw(WORDS) + " " * draw(st.integers(0, 2)), x, 100.0 - raised, size, font)
        x = behind(glyphs, draw(st.sampled_from([0.0, 3.0])))
    return glyphs


def check(line: Line, glyphs: list[Glyph]) -> None:
    assert line.text == " ".join(line.text.split())
    covered = set[int]()
    for run in line.runs:
        assert 0 <= run.start < run.end <= len(line.text)
        assert line.text[run.start : run.end] == line.text[run.start : run.end].strip()
        covered.update(range(run.start, run.end))
    for one, other in pairwise(line.runs):
        assert one.end <= other.start
    assert all(i in covered for i, c in enumerate(line.text) if c != " ")
    assert line.box.x0 <= line.first_word_x1 <= line.box.x1


@given(set_words())
def test_runs_are_in_order_apart_and_cover_the_text(glyphs: list[Glyph]) -> None:
    for line in lines_of(glyphs):
        check(line, glyphs)


@given(set_words())
def test_no_letter_is_lost_or_invented(glyphs: list[Glyph]) -> None:
    found = "".join(line.text for line in lines_of(glyphs)).replace(" ", "").casefold()
    assert sorted(found) == sorted("".join(g.text for g in glyphs).replace(" ", "").casefold())


@given(st.lists(st.text("abcdefgh", min_size=3, max_size=8), min_size=1, max_size=9), st.booleans())
def test_words_come_back_whole_with_or_without_printed_spaces(words: list[str], spaces: bool) -> None:
    assert line_of(typed(" ".join(words), spaces=spaces)).text == " ".join(words)


def test_a_run_has_all_that_its_letters_have() -> None:
    line = line_of(typed("a", font="Times-BoldItalic"))
    assert line.runs == (
        Run(0, 1, font="Times-BoldItalic", size=12.0, bold=True, italic=True, x0=72.0, x1=78.0),
    )


def test_letters_are_set_apart_in_one_font_of_a_row_alone() -> None:
    name = typed("PALACE ROAD", font="Times-Bold", spaces=False, spread=2.5)
    text = typed("is a street of stalls", behind(name, 4.0), spaces=False)
    assert line_of([*name, *text]).text == "PALACE ROAD is a street of stalls"


def test_letters_set_apart_are_words_where_some_spaces_are_printed() -> None:
    glyphs = typed("PALACE", spread=2.5)
    glyphs.append(replace(glyph(" ", behind(glyphs)), x1=behind(glyphs) + 3.0))
    glyphs += typed("ROAD", behind(glyphs, 2.5), spread=2.5)
    assert line_of(glyphs).text == "PALACE ROAD"
