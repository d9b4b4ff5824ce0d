"""Footnote marks cut out of lines."""

from __future__ import annotations

import pytest

from nrm.layout.marks import without_marks
from tests.layout.lines_of import Set, line

RAISED = 7.0


@pytest.mark.parametrize("mark", ["3", "‖‖‖‖", "[11]"])
def test_a_raised_mark_is_cut(mark: str) -> None:
    found = without_marks(line("Hall Gate", Set(mark, size=RAISED, superscript=True)), bracketed=False)
    assert (found.line.text, [m for _, m in found.marks]) == ("Hall Gate", [mark.strip("[]")])


def test_a_raised_mark_in_two_looks_is_one() -> None:
    parts = (Set("[11", size=RAISED, superscript=True, underlined=True), Set("]", size=RAISED, superscript=True))
    found = without_marks(line(Set("Hall Gate", underlined=True), *parts), bracketed=False)
    assert (found.line.text, found.marks) == ("Hall Gate", ((9, "11"),))


def test_figures_that_a_font_raises_are_a_mark_behind_figures_at_the_lines_end() -> None:
    end = line(Set("Hall24", bold=True), Set("8", bold=True, superscript=True))
    assert without_marks(end, False, frozenset({"8"})).line.text == "Hall24"
    assert without_marks(end, False, frozenset({"9"})).line.text == "Hall248"
    inside = line("In 201", Set("8", superscript=True), " it was closed.")
    assert without_marks(inside, False, frozenset({"8"})).line.text == inside.text


def test_figures_that_a_font_raises_may_open_a_line() -> None:
    wrapped = line(Set("29", superscript=True), " Nobody answered.")
    assert without_marks(wrapped, False, frozenset({"29"})).line.text.strip() == "Nobody answered."
    assert without_marks(wrapped, False, frozenset()).line.text == wrapped.text


def test_a_line_is_as_long_as_it_was_printed() -> None:
    printed = line("Hall Gate", Set("3", size=RAISED, superscript=True))
    assert without_marks(printed, bracketed=False).line.box == printed.box


def test_a_figure_of_a_mark_may_come_from_another_font() -> None:
    title = line(
        Set("Hall Gate", bold=True, size=13.2), Set("3", bold=True, superscript=True, font="Other"), Set("1", bold=True)
    )
    assert without_marks(title, False, frozenset({"31"})).line.text == "Hall Gate"
