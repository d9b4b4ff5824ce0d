"""The body's style by mass of letters, its edges on odd and even pages, and its leading."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nrm.layout.body import body_style, measure
from nrm.layout.style import Style
from nrm.model import Line
from tests.layout.lines_of import LEADING, LEFT, RIGHT, Set, at_rows, line, page_of_lines, wrapped

TEXT = "The market is a place where many stalls sell shirts and shoes to whoever comes by on a day without rain. " * 4
BODY = Style("times", 12)


def test_the_body_is_what_most_letters_are_set_in() -> None:
    heads = [line(Set(f"Heading {n}", bold=True, size=18), y=n) for n in range(8)]
    notes = [line(Set("A note of some length. " * 2, size=9), y=40 + n) for n in range(2)]
    assert body_style([page_of_lines([*heads, *wrapped(TEXT, y=10), *notes])]) == Style("times", 12)


def test_a_body_in_bold_is_a_body() -> None:
    assert body_style([page_of_lines([line(Set("All of it.", bold=True))])]) == Style("times", 12, bold=True)


def test_links_and_underlines_are_no_trait_of_the_body() -> None:
    found = body_style([page_of_lines([line(Set("All of it.", underlined=True, link="#"))])])
    assert (found.underlined, found.link) == (False, False)


@pytest.mark.parametrize("justified", [True, False])
def test_edges_and_leading_come_from_the_lines(justified: bool) -> None:
    body = measure(BODY, wrapped(TEXT, justified=justified))
    assert body.leading == pytest.approx(LEADING, abs=0.3)
    assert body.left_of(1) == body.left_of(2) == LEFT
    assert RIGHT - 30 <= body.right_of(1) <= RIGHT


def test_indents_do_not_move_the_left_edge() -> None:
    lines = [one for n in range(4) for one in wrapped(TEXT, indent=18, y=20 * n)]
    assert measure(BODY, lines).left_of(1) == LEFT


def test_the_gap_between_paragraphs_is_not_the_leading() -> None:
    lines = [one for n in range(12) for one in at_rows(wrapped(TEXT[:140]), 3.5 * n)]
    assert measure(BODY, lines).leading == pytest.approx(LEADING, abs=0.3)


def shifted(lines: list[Line], by: float, page: int) -> list[Line]:
    return [
        replace(one, page=page, box=one.box._replace(x0=one.box.x0 + by, x1=one.box.x1 + by)) for one in lines
    ]


def test_odd_and_even_pages_have_edges_of_their_own() -> None:
    text = wrapped(TEXT, justified=True)
    body = measure(BODY, [*shifted(text, 0, 1), *shifted(text, 30, 2), *shifted(text, 0, 3)])
    assert (body.left_of(1), body.left_of(2)) == (LEFT, LEFT + 30)
    assert body.right_of(4) - body.right_of(5) == pytest.approx(30)


def test_a_hair_between_odd_and_even_pages_is_no_difference() -> None:
    text = wrapped(TEXT)
    body = measure(BODY, [*shifted(text, 0, 1), *shifted(text, 3, 2)])
    assert body.left_of(1) == body.left_of(2)


def test_a_document_of_odd_pages_only_has_edges_for_even_ones() -> None:
    body = measure(BODY, wrapped(TEXT))
    assert body.left_of(2) == body.left_of(1)


def test_headings_and_notes_do_not_count() -> None:
    heads = [line(Set("Heading", size=18), x=20.0, y=50 + n) for n in range(30)]
    assert measure(BODY, [*wrapped(TEXT), *heads]).left_of(1) == LEFT


def test_a_single_line_is_enough() -> None:
    body = measure(BODY, [line("One line")])
    assert body.leading == pytest.approx(14.4)
    assert body.left_of(1) == LEFT
