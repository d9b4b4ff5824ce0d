"""Lines → blocks: would the next word have fitted? Ragged and justified text, indents, bullets, headings, pages."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.layout.body import is_centred
from nrm.layout.hyphens import Vocabulary
from nrm.layout.line_ends import has_room
from nrm.layout.line_style import whole_style
from nrm.layout.marks import Marked
from nrm.layout.paragraphs import blocks
from nrm.model import Line
from tests.layout.lines_of import BODY, LEFT, RIGHT, Set, at_rows, blocks_of, line, width, wrapped

ONE = (
    "This market is a place where many stalls sell shirts and shoes to whoever comes by on a day without rain, and "
    "on other days as well. Its owner knows of it and has been told of it twice by the police of the town."
)
TWO = (
    "Another paragraph goes on to say what was done about it in the year before the last one, which was not very "
    "much by all that one hears from the people who live nearby and buy there."
)


def texts(lines: list[Line]) -> list[str]:
    return [b.text for b in blocks_of(lines)]


def stacked(*groups: list[Line], gap: float = 0.0) -> list[Line]:
    """The groups of lines one below the other, `gap` further lines apart."""
    out: list[Line] = []
    y = 0.0
    for group in groups:
        out += at_rows(group, y)
        y += len(group) + gap
    return out


# dashes and capitals


def test_a_dash_that_opens_a_line_is_not_always_a_list() -> None:
    lines = stacked([line("Well over two thousand files were still online in August"), line("– a figure in doubt.")])
    assert texts(lines) == ["Well over two thousand files were still online in August – a figure in doubt."]
    items = stacked([line("Among them are:"), line("– a market in the north,"), line("– another in the south.")])
    assert len(texts(items)) == 3
    indented = stacked([line("These are to be found here"), line("– a market", x=LEFT + 18)])
    assert len(texts(indented)) == 2


def test_a_line_of_capitals_does_not_go_on_in_small_letters() -> None:
    full = line("MARKET-HILL SOUTH SHOPPING CENTER OF MONTEVIDEO", centred=True)
    lines = stacked([full, line("Unquestionably-this-is-a-long-word at the start of a text.")])
    assert len(texts(lines)) == 2
    wrapped_title = wrapped("MARKET-HILL SOUTH SHOPPING CENTER AND TRADE CITY BEHIND THE OLD HARBOR GATE OF MONTEVIDEO")
    assert len(texts(wrapped_title)) == 1


def test_a_run_in_title_in_capitals_may_wrap_before_its_last_word() -> None:
    upper = line(Set("THE MARKET OF THE NORTHERN HARBOR GATE AND TRADE CITY, SANTO DOMINGO, DOMINICAN", bold=True))
    lower = line(Set("REPUBLIC:", bold=True), " Located near the old station.")
    assert len(texts(stacked([upper, lower]))) == 1


def test_a_run_in_title_in_capitals_may_end_with_its_line() -> None:
    upper = line(Set("THE MARKET OF THE NORTHERN HARBOR GATE AND ITS TRADE CITY, SANTO DOMINGO:", bold=True))
    assert len(texts(stacked([upper, line("Unquestionably-the-largest has 190 stalls.")]))) == 1


def test_what_is_said_under_a_name_in_its_style_is_another_block() -> None:
    name = line(Set("The Market of the Northern Harbor Gate and Its Old Trade City, Joint Stock Company", italic=True))
    said = line(Set("Nominated as palace.com. Headquartered in Brazil.", italic=True))
    assert len(texts(stacked([name, said]))) == 2


def test_a_line_that_ends_with_a_joining_word_goes_on_though_the_next_would_have_fitted() -> None:
    upper = line(Set("Palace of the Old Town (Brazil) –", bold=True), " Many people buy their shirts at")
    lower = line("Palace of the Old Town, and few of them know whose names are on what they wear.")
    assert len(texts(stacked([upper, lower]))) == 1


def test_a_bracket_that_closes_a_run_in_title_belongs_to_it() -> None:
    upper = line(Set("The Market of the Northern Harbor Gate and Its Old Trade City of Santo Domingo", bold=True))
    lower = line("(palace.com). This service has been available for long.")
    assert len(texts(stacked([upper, lower]))) == 1


def test_a_run_in_title_below_a_centred_one_is_another_block() -> None:
    centred = line(Set("Internet Protocol Television (IPTV) Services and Others", bold=True), centred=True)
    below = line(Set("Palaceoftheverylongnamethatfits (palace.com).", bold=True, font="Helvetica"), " It is large.")
    assert len(texts(stacked([centred, below]))) == 2


# would the next word have fitted?


@pytest.mark.parametrize(
    ("ends_at", "word", "room"),
    [
        (RIGHT - 60, "Word", True),
        (RIGHT - 28, "Word", True),
        (RIGHT - 26, "Word", False),
        (RIGHT, "a", False),
        (RIGHT - 60, "Unquestionably", False),
    ],
)
def test_whether_the_next_word_would_have_fitted(ends_at: float, word: str, room: bool) -> None:
    above = line("Before")
    above = replace(above, box=above.box._replace(x1=ends_at))
    assert has_room(above, line(f"{word} follows", y=1), BODY) is room


@pytest.mark.parametrize("justified", [True, False], ids=["justified", "ragged"])
@pytest.mark.parametrize("gap", [0.0, 0.5], ids=["no white space", "white space"])
@pytest.mark.parametrize("indent", [0.0, 18.0], ids=["no indent", "first line indented"])
def test_two_paragraphs_are_two_blocks(justified: bool, gap: float, indent: float) -> None:
    first = wrapped(ONE, justified=justified, indent=indent)
    second = wrapped(TWO, justified=justified, indent=indent)
    assert texts(stacked(first, second, gap=gap)) == [ONE, TWO]


def test_white_space_parts_paragraphs_even_where_a_line_is_full() -> None:
    full = wrapped(ONE)[:2]
    assert len(blocks_of(stacked(full, wrapped(TWO), gap=0.6))) == 2


def test_a_little_more_leading_parts_nothing() -> None:
    assert len(blocks_of(at_rows(wrapped(ONE), step=1.1))) == 1


def test_very_ragged_text_stays_together_in_mid_sentence() -> None:
    ragged = [line("This market is a place where many stalls sell things that"), line("nobody else would sell.")]
    assert len(blocks_of(at_rows(ragged))) == 1


@given(
    st.lists(st.text("abcdefghij", min_size=1, max_size=11), min_size=1, max_size=60),
    st.booleans(),
    st.sampled_from([0.0, 18.0]),
)
def test_a_paragraph_broken_where_words_no_longer_fit_is_one_block(
    words: list[str], justified: bool, indent: float
) -> None:
    text = " ".join(words)
    assert texts(wrapped(text, justified=justified, indent=indent)) == [text]


# bullets


def test_list_items_are_blocks_of_their_own() -> None:
    items = ["• one thing that stalls sell to many", "• another thing", "• the last of all the things"]
    found = blocks_of(stacked(*[[line(item)] for item in items]))
    assert [b.text for b in found] == items
    assert all(b.bullet for b in found)


def test_the_second_line_of_an_item_may_be_indented() -> None:
    rows = wrapped("• " + ONE, indent=-12.0, x=LEFT + 12)
    assert texts(stacked(rows, [line("• next")])) == ["• " + ONE, "• next"]


def test_a_paragraph_is_no_item() -> None:
    assert not blocks_of(wrapped(ONE))[0].bullet


# headings


@pytest.mark.parametrize(
    "style",
    [
        Set("", bold=True),
        Set("", italic=True),
        Set("", underlined=True),
        Set("", size=14.0),
        Set("", small_caps=True),
        Set("", colour="0000ff"),
        Set("", link="#"),
        Set("", font="Helvetica"),
    ],
    ids=["bold", "italic", "underlined", "larger", "small capitals", "coloured", "link", "font"],
)
@pytest.mark.parametrize("gap", [0.0, 0.5])
def test_a_styled_line_above_text_is_a_block_of_its_own(style: Set, gap: float) -> None:
    heading = line(replace(style, text="Shopping Palace"))
    assert texts(stacked(wrapped(TWO), [heading], wrapped(ONE), gap=gap)) == [TWO, "Shopping Palace", ONE]


def test_a_plain_short_line_above_text_is_a_block_of_its_own() -> None:
    assert texts(stacked([line("Shopping Palace")], wrapped(ONE))) == ["Shopping Palace", ONE]


def test_a_heading_that_fills_its_line_is_not_glued_to_the_text() -> None:
    long = "Shopping Palace of the Old Town and the Surrounding Villages by the Sea of the North"
    assert width(long) > RIGHT - LEFT - 30
    assert texts(stacked([line(Set(long, bold=True))], wrapped("Unquestionably " + ONE))) == [
        long,
        "Unquestionably " + ONE,
    ]


def test_a_heading_that_wraps_is_one_block() -> None:
    long = "Shopping Palace of the Old Town and the Surrounding Villages by the Sea, Northern Province of the South"
    rows = [line(Set(row.text, bold=True)) for row in wrapped(long)]
    assert len(rows) == 2
    assert texts(stacked(rows, wrapped(ONE))) == [long, ONE]


@pytest.mark.parametrize(("last", "blocks_of_title"), [("of", 1), ("Place", 2)])
def test_a_title_set_wide_goes_on_where_its_line_ends_within_a_phrase(last: str, blocks_of_title: int) -> None:
    first = line(Set(f"The Long and Winding Results of This Review of Each and Every Market {last}", size=17.6))
    assert first.box.x1 > RIGHT - 30
    rows = [first, line(Set("Notorious Places", size=17.6), y=2.0)]
    assert len(blocks_of(rows)) == blocks_of_title


def test_two_headings_that_could_stand_on_one_line_are_two_blocks() -> None:
    rows = [line(Set("CHINA", bold=True)), line(Set("Shopping Palace", bold=True))]
    assert texts(stacked(rows, wrapped(ONE))) == ["CHINA", "Shopping Palace", ONE]


def test_a_bold_phrase_at_the_start_of_a_line_in_mid_paragraph_starts_no_block() -> None:
    first, second, *rest = wrapped(ONE)
    phrase = line(Set(second.text[:14], bold=True), second.text[14:])
    assert texts(at_rows([first, phrase, *rest])) == [ONE]


@pytest.mark.parametrize(("number", "sign"), [("", "."), ("2. ", "."), ("(12) ", ":"), ("", " -")])
def test_a_run_in_lead_after_a_full_line_starts_a_block(number: str, sign: str) -> None:
    before = wrapped(ONE)
    end = replace(before[-1], box=before[-1].box._replace(x1=RIGHT - 1))
    lead = line(number, Set(f"Shopping Palace{sign}", bold=True), " The market is large and open all week.")
    assert texts(stacked([*before[:-1], end], [lead])) == [ONE, lead.text]


def test_the_lines_of_a_centred_title_keep_their_place() -> None:
    title = [line(Set("The Results of", bold=True, size=16), centred=True),
             line(Set("the Review of Markets", bold=True, size=16), centred=True)]  # fmt: skip
    found = blocks_of(stacked(title, wrapped(ONE), gap=0.0))
    assert found[0].centred
    assert not found[-1].centred
    assert [b.text for b in found] == ["The Results of the Review of Markets", ONE]


@pytest.mark.parametrize(
    ("one", "answer"),
    [
        (line("Title", centred=True), True),
        (line("Title"), False),
        (line("x " * 46, centred=True), True),
        (line("x" * 77, centred=True), False),
        (line("Title", x=300.0), False),
    ],
    ids=["short", "at the left", "longer", "as wide as the text", "off the middle"],
)
def test_what_is_centred(one: Line, answer: bool) -> None:
    assert is_centred(one, BODY) is answer


# styles of lines


@pytest.mark.parametrize(
    ("parts", "bold"),
    [
        ([Set("All bold", bold=True)], True),
        ([Set("Bold", bold=True), " and plain"], None),
        ([Set("Bold", bold=True), ":"], True),
        ([Set("Dvo", bold=True), Set("ř", font="Symbola"), Set("ak", bold=True)], True),
        (["plain"], False),
    ],
    ids=["throughout", "two styles", "plain punctuation", "a borrowed glyph", "plain"],
)
def test_the_style_of_a_whole_line(parts: list[str | Set], bold: bool | None) -> None:
    style = whole_style(line(*parts), BODY)
    assert (style.bold if style else None) is bold


def test_punctuation_has_no_style() -> None:
    assert whole_style(line("–"), BODY) is None


# pages


def over_page(rows: list[Line], first: int) -> list[Line]:
    """The lines with a page break after the first few."""
    return [*at_rows(rows[:first], 40), *at_rows([replace(one, page=2) for one in rows[first:]])]


@pytest.mark.parametrize("justified", [True, False])
@pytest.mark.parametrize("first", [1, 2])
def test_a_paragraph_runs_over_a_page_break(first: int, justified: bool) -> None:
    (found,) = blocks_of(over_page(wrapped(ONE, justified=justified), first))
    assert found.text == ONE
    assert [one.page for one in found.lines] == [1] * first + [2] * (len(found.lines) - first)


@pytest.mark.parametrize("indent", [0.0, 18.0])
def test_a_paragraph_that_ends_with_its_page_ends_there(indent: float) -> None:
    rows = [*wrapped(ONE, indent=indent), *wrapped(TWO, indent=indent)]
    assert texts(over_page(rows, len(wrapped(ONE, indent=indent)))) == [ONE, TWO]


def test_a_heading_at_the_top_of_a_page_is_a_block() -> None:
    rows = [*wrapped(ONE), line(Set("Shopping Palace", bold=True)), *wrapped(TWO)]
    assert texts(over_page(rows, len(wrapped(ONE)))) == [ONE, "Shopping Palace", TWO]


def test_a_lead_in_capitals_with_a_full_stop_starts_a_block_after_a_full_line() -> None:
    before = wrapped(ONE)
    end = replace(before[-1], box=before[-1].box._replace(x1=RIGHT - 1))
    lead = line("SHOPPING PALACE, OLD TOWN. The market is large and open all week.")
    assert texts(stacked([*before[:-1], end, lead])) == [ONE, lead.text]
    country = line("U.S.A. The market is large and open all week.")
    assert len(texts(stacked([*before[:-1], end, country]))) == 1


@pytest.mark.parametrize(("gap", "mark", "number"), [(0.2, "", 2), (0.05, "", 1), (0.2, "2", 1)])
def test_a_little_white_space_after_a_full_line_parts_paragraphs(gap: float, mark: str, number: int) -> None:
    """A raised mark pushes its line down, too."""
    before = wrapped(ONE)
    end = replace(before[-1], box=before[-1].box._replace(x1=RIGHT - 1))
    after = line("Another matter is said in what follows on the next line.")
    *rows, last = stacked([*before[:-1], end], [after], gap=gap)
    marked = [*(Marked(row, ()) for row in rows), Marked(last, ((7, mark),) if mark else ())]
    found = blocks(marked, BODY, Vocabulary(frozenset(), True))
    assert len(found) == number


def test_a_long_title_in_capitals_at_the_top_of_a_page_starts_a_block() -> None:
    title = wrapped("THE MARKET OF THE NORTHERN HARBOR GATE AND ITS TRADE CITY, SANTO DOMINGO AND SURROUNDINGS")
    assert len(title) == 2
    assert texts(over_page([*wrapped(ONE), *title], len(wrapped(ONE)))) == [ONE, " ".join(one.text for one in title)]


def test_a_long_title_that_ends_with_an_abbreviation_is_no_lead() -> None:
    title = line(Set("The Market of the Northern Harbor Gate and Its Trade City Incorporated Ltd.", italic=True))
    said = line("Unquestionably-the-largest has 190 stalls.")
    assert len(texts(stacked([title, said]))) == 2


def test_a_run_in_lead_at_the_top_of_a_page_starts_a_block() -> None:
    lead = line(Set("Shopping Palace:", bold=True), " The market is large.")
    assert texts(over_page([*wrapped(ONE), lead], len(wrapped(ONE)))) == [ONE, lead.text]


def test_a_page_of_the_other_side_may_be_shifted() -> None:
    rows = over_page(wrapped(ONE), 1)
    moved = [replace(r, box=r.box._replace(x0=r.box.x0 + 30, x1=r.box.x1 + 30), first_word_x1=r.first_word_x1 + 30)
             for r in rows if r.page == 2]  # fmt: skip
    body = replace(BODY, left=(LEFT + 30, LEFT), right=(RIGHT + 30, RIGHT))
    assert [b.text for b in blocks_of([*rows[:1], *moved], body)] == [ONE]


# what a block is made of


def test_a_broken_word_is_whole_in_the_block() -> None:
    known = Vocabulary(frozenset({"counterfeit"}), breaks_words=True)
    rows = at_rows([line("This market sells counter-", justified=True), line(Set("feit", italic=True), " goods.")])
    (found,) = blocks_of(rows, known=known)
    assert found.text == "This market sells counterfeit goods."
    assert [found.text[r.start : r.end] for r in found.runs] == ["This market sells counter", "feit", "goods."]


def test_a_soft_hyphen_within_a_line_is_a_hyphen() -> None:
    assert texts([line("an e\u00adcommerce site")]) == ["an e-commerce site"]


def test_marks_keep_their_place_in_the_block() -> None:
    first, second, *_ = wrapped(ONE)
    items = [Marked(first, ((4, "1"),)), Marked(second, ((0, "2"),))]
    (found,) = blocks(items, BODY, Vocabulary(frozenset(), True))
    assert found.marks == ((4, "1"), (len(first.text) + 1, "2"))


def test_the_gap_above_a_block_counts_in_lines() -> None:
    first, second = blocks_of(stacked(wrapped(ONE), wrapped(TWO), gap=1.0))
    assert first.gap == 0.0
    assert second.gap == pytest.approx(2.0)


@st.composite
def any_lines(draw: st.DrawFn) -> list[Line]:
    """Lines of any style and place, in reading order."""
    vocabulary = ["Name", "of", "a", "market.", "counter-", "(X)", "1", "–", "• "]
    words = st.lists(st.sampled_from(vocabulary), min_size=1, max_size=9)
    styles = [Set(""), Set("", bold=True), Set("", italic=True, size=10.0), Set("", size=16.0)]
    found = []
    y = 0.0
    for _ in range(draw(st.integers(1, 12))):
        style = draw(st.sampled_from(styles))
        parts: list[str | Set] = [replace(style, text=" ".join(draw(words)).strip() or "x")]
        if draw(st.booleans()):
            parts.append(Set(" and plain text"))
        found.append(line(*parts, y=y, x=draw(st.sampled_from([72.0, 90.0, 200.0]))))
        y += draw(st.sampled_from([1.0, 1.0, 1.5, 2.0]))
    return found


@given(any_lines())
def test_every_line_is_in_one_block_and_in_order(lines: list[Line]) -> None:
    found = blocks_of(lines)
    assert [one for b in found for one in b.lines] == lines
    for b in found:
        for run in b.runs:
            assert 0 <= run.start <= run.end <= len(b.text)
        assert all(one.start <= other.start for one, other in pairwise(b.runs))
        letters = "".join(one.text for one in b.lines)
        bare = str.maketrans("", "", "- ")
        assert b.text.translate(bare) == letters.translate(bare)


def test_a_centred_title_in_capitals_is_not_joined_to_text_that_seems_centred() -> None:
    text = " ".join(["seller"] * 24)
    first = line("Nominated as palace.com by several of those who wrote in to say so", x=72.0, y=1.3)
    title = line("BOOK PALACE", centred=True)
    centred = line(first.text, centred=True, y=1.3)
    found = blocks_of([title, centred, *wrapped(text, y=2.5)])
    assert found[0].text == "BOOK PALACE"


def test_a_separator_on_the_next_line_leads_on() -> None:
    name = Set("Palace of the Old Gates " * 3 + "and of the New Gates, Lima", italic=True)
    title = line(name)
    over = line("- The stalls sell shirts.", x=72.0, y=1)
    assert title.box.x1 > 500
    assert len(blocks_of([title, over])) == 1


def test_a_plain_lead_in_capitals_opens_a_block_after_a_full_line() -> None:
    full = line("The stalls sell shirts and shoes to whoever comes by on a day without rain, as before it was so.")
    lead = line("WOOD PLAZA, LIMA - Of all the stalls, these are the oldest.", y=1)
    assert full.box.x1 > 520
    assert [b.text[:10] for b in blocks_of([full, lead])] == ["The stalls", "WOOD PLAZA"]
