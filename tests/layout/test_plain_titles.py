"""Titles that nothing but white space and their words set apart."""

from __future__ import annotations

import pytest

from nrm.model import Line
from tests.layout.lines_of import Set, at_rows, blocks_of, line

NAME = "The Small Commodities Market of the Three Old Gates and Harbor Annex, Montevideo, Uruguay"
TEXT = "Known among regular customers as the arch, it attracts nearly three hundred visitors"
BEFORE = "The case is pending."


def laid(*rows: str | Set, gap: float = 1.0) -> list[str]:
    """A text, then, `gap` further lines below, these rows as blocks."""
    lines: list[Line] = at_rows([line(BEFORE)], 0.0) + at_rows([line(row) for row in rows], 1.0 + gap)
    return [block.text for block in blocks_of(lines)]


def test_a_name_that_fills_its_line_below_white_space_is_a_title() -> None:
    assert laid(NAME, TEXT) == [BEFORE, NAME, TEXT]


def test_without_white_space_above_it_is_none() -> None:
    assert NAME not in laid(NAME, TEXT, gap=0.0)


@pytest.mark.parametrize(
    "following",
    [
        "Annex – known among regular customers as the arch of the northern harbor gate there",
        "which is known among regular customers as the arch of the northern harbor gate there",
        "Harbor Tower, Montevideo Gate and Hall of the Northern Gates, Montevideo, Uruguay, Cork",
    ],
)
def test_the_rest_of_a_name_or_sentence_is_no_text_below(following: str) -> None:
    assert NAME not in laid(NAME, following)


def test_a_title_that_is_open_goes_on() -> None:
    assert f"{NAME} and" not in laid(f"{NAME} and", TEXT)


def test_a_domain_alone_at_the_top_of_a_page_is_a_title() -> None:
    below = "Nominated as it stands. The place has many visitors."
    lines = [line(BEFORE), line("palace.live", y=0.0, page=2), line(below, y=1.0, page=2)]
    assert [b.text for b in blocks_of(lines)] == [BEFORE, "palace.live", below]


def test_a_lead_in_another_font_opens_a_block_after_a_full_line() -> None:
    full = line("The United States urges those responsible to act on what was recommended.", justified=True)
    lead = line(Set("palace.info", font="Helvetica"), " – The owner did not reply to any of the many letters")
    assert len(blocks_of(at_rows([full, lead], 0.0))) == 2


def test_a_lead_in_capitals_may_end_with_the_first_word_of_its_text() -> None:
    upper = line(Set("THE MARKET OF THE NORTHERN HARBOR GATE, SANTO DOMINGO (CORK).", bold=True), " A")
    assert len(blocks_of(at_rows([upper, line("spokesmanwhosenameisverylong denied everything.")], 0.0))) == 1


def test_a_dash_that_ends_a_title_on_the_next_line_is_no_item_of_a_list() -> None:
    upper = line(Set("The Small Commodities Market of the Three Old Gates (Uruguay).", bold=True), justified=True)
    lower = line(Set("—", bold=True), " In July, the owners published a paper.")
    assert len(blocks_of(at_rows([upper, lower], 0.0))) == 1
