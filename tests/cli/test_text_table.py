"""Aligned columns of text."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from nrm.cli.text_table import text_table

WORDS = st.text(st.sampled_from("abc de"), max_size=40).map(str.strip)
ROWS = st.lists(st.tuples(WORDS, WORDS, WORDS), min_size=1, max_size=6)


def test_numbers_to_the_right_and_empty_columns_left_out() -> None:
    lines = list(text_table(("page", "name", "group"), [("9", "Silk Market", ""), ("12", "Tepito", "")]))
    assert lines == ["page  name", "   9  Silk Market", "  12  Tepito"]


def test_long_cells_are_folded_and_nothing_is_cut_off() -> None:
    lines = list(text_table(("name", "domains"), [("A", "one.example; two.example; three.example")], width=24))
    assert lines == ["name  domains", "A     one.example;", "      two.example;", "      three.example"]


def test_no_rows_is_a_line_of_heads() -> None:
    assert list(text_table(("a", "b"), [])) == ["a  b"]


@given(ROWS, st.integers(min_value=40, max_value=100))
def test_every_line_fits_and_every_word_is_there(rows: list[tuple[str, str, str]], width: int) -> None:
    lines = list(text_table(("one", "two", "three"), rows, width))
    assert all(len(line) <= width for line in lines)
    text = "".join("".join(lines[1:]).split())
    assert sorted(text) == sorted("".join("".join(cell.split()) for row in rows for cell in row))


@given(ROWS)
def test_without_a_width_each_row_is_one_line(rows: list[tuple[str, str, str]]) -> None:
    lines = list(text_table(("one", "two", "three"), rows))
    assert len(lines) == len(rows) + 1
    assert textwrap.dedent(lines[0]) == lines[0]
