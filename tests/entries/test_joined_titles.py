"""Titles broken by hand over two or three lines are one; titles one below the other are not."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nrm.entries.joined_titles import with_joined_titles
from nrm.layout import Contents
from nrm.model import Block
from tests.entries.typescript import NO_CONTENTS, layout_of, listed
from tests.layout.lines_of import Set, block, blocks_of, wrapped

TEXT = blocks_of(wrapped("The market is a place where many stalls sell shirts and shoes to whoever comes by.", y=12))


def title(text: str, y: float, *, centred: bool = False, size: float = 14.0, bold: bool = True, page: int = 1) -> Block:
    return block(Set(text, bold=bold, size=size), y=y, centred=centred, page=page)


def plain(text: str, y: float) -> Block:
    return title(text, y, bold=False, size=12.0)


def joined(*blocks: Block, contents: Contents = NO_CONTENTS) -> list[str]:
    found = with_joined_titles(layout_of([*blocks, *TEXT], contents)).blocks
    assert found[-1:] == tuple(TEXT)
    return [b.text for b in found[:-1]]


@pytest.mark.parametrize("centred", [True, False])
def test_a_title_over_two_lines_is_one(centred: bool) -> None:
    one, two = title("The Palace of", 0, centred=centred), title("the Old Town", 1, centred=centred)
    assert joined(one, two) == ["The Palace of the Old Town"]


def test_a_mark_that_pushes_the_second_line_down_parts_no_title() -> None:
    one, two = title("Shopping Palace,", 0), title("Old Town, Brazil", 1.2)
    assert joined(one, two) == ["Shopping Palace, Old Town, Brazil"]


@pytest.mark.parametrize("ruled", [0, 1])
def test_a_rule_under_one_line_parts_no_title(ruled: int) -> None:
    texts = ["The Results of the Review of Markets for", "Sports and Games"]
    lines = [block(Set(text, bold=True, size=14.0, underlined=y == ruled), y=y) for y, text in enumerate(texts)]
    assert joined(*lines) == [" ".join(texts)]


def test_a_title_over_three_lines_is_one() -> None:
    lines = [title(text, y, centred=True) for y, text in enumerate(["Results", "of the Review", "of Markets"])]
    assert joined(*lines) == ["Results of the Review of Markets"]


def test_a_bracket_on_the_next_line_belongs_to_its_title() -> None:
    assert joined(title("Shopping Palace", 0), title("(Old Town, Brazil)", 1)) == ["Shopping Palace (Old Town, Brazil)"]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (title("Online Markets", 0), title("Palace", 1)),
        (title("Results", 0), title("Palace", 1)),
        (title("BRAZIL", 0), title("Palace", 1)),
        (title("Palace", 0), title("Physical Markets", 1)),
        (title("Palace of", 0), title("the Old Town", 3)),
        (title("Palace of", 0), title("the Old Town", 1, size=12)),
        (title("Palace of", 0), title("the Old Town", 1, page=2)),
        (title("1. Palace", 0), title("2. Tower", 1)),
    ],
    ids=["section", "chapter", "country", "section below", "far apart", "another size", "another page", "numbered"],
)
def test_two_titles_stay_two(one: Block, two: Block) -> None:
    assert joined(one, two) == [one.text, two.text]


def test_titles_at_different_left_edges_stay_two() -> None:
    two = title("Tower", 1)
    (row,) = two.lines
    away = replace(two, lines=(replace(row, box=row.box._replace(x0=120.0)),))
    assert joined(title("Palace", 0), away) == ["Palace", "Tower"]


def test_plain_titles_are_joined_only_where_they_visibly_go_on() -> None:
    assert joined(plain("Palace", 0), plain("Tower", 1)) == ["Palace", "Tower"]
    assert joined(plain("Palace of", 0), plain("Towers", 1)) == ["Palace of Towers"]


def test_the_contents_page_says_what_is_one_title() -> None:
    two = Contents(tuple(listed("Palace", "Tower")), frozenset())
    assert joined(title("Palace", 0), title("Tower", 1), contents=two) == ["Palace", "Tower"]
    one = Contents(tuple(listed("Online Markets Tower")), frozenset())
    assert joined(title("Online Markets", 0), title("Tower", 1), contents=one) == ["Online Markets Tower"]


def test_a_joined_block_has_the_runs_and_lines_of_both() -> None:
    one, two = title("The Palace of", 0), title("the Old Town", 1)
    found = with_joined_titles(layout_of([one, two, *TEXT])).blocks[0]
    assert [found.text[r.start : r.end] for r in found.runs] == ["The Palace of", "the Old Town"]
    assert found.lines == one.lines + two.lines


def test_a_joined_block_keeps_the_marks_of_both() -> None:
    one = replace(title("The Palace of", 0), marks=((3, "1"),))
    two = replace(title("the Old Town", 1), marks=((12, "2"),))
    found = with_joined_titles(layout_of([one, two, *TEXT])).blocks[0]
    assert found.marks == ((3, "1"), (len(found.text), "2"))


def test_lines_in_the_middle_of_an_indented_column_are_one_title() -> None:
    one, two = title("The Palace of the Old Gates and", 0, size=12), title("Annex", 1, size=12)
    upper, lower = one.lines[0].box, two.lines[0].box
    middle, half = (upper.x0 + upper.x1) / 2, (lower.x1 - lower.x0) / 2
    (row,) = two.lines
    below = replace(two, lines=(replace(row, box=lower._replace(x0=middle - half, x1=middle + half)),))
    assert joined(one, below) == ["The Palace of the Old Gates and Annex"]


def test_an_open_bracket_goes_on_at_any_edge() -> None:
    two = title("Ireland)", 1)
    (row,) = two.lines
    away = replace(two, lines=(replace(row, box=row.box._replace(x0=200.0, x1=260.0)),))
    assert joined(title("Palace (Cork,", 0), away) == ["Palace (Cork, Ireland)"]
