from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.publish.list_cells import join, split


@pytest.mark.parametrize(
    ("items", "cell"),
    [
        ((), ""),
        (("one",), "one"),
        (("2010-2011", "2016-2024"), "2010-2011; 2016-2024"),
        (("a; b", "c"), "a\\; b; c"),
        (("a\\", "b"), "a\\\\; b"),
        (("a;", "b;c"), "a;; b;c"),
        (("a\\; b",), "a\\\\\\; b"),
    ],
)
def test_a_list_is_one_cell(items: tuple[str, ...], cell: str) -> None:
    assert join(items) == cell
    assert split(cell) == items


@given(st.lists(st.text("a;\\ \n", min_size=1)))
def test_every_list_comes_back(items: list[str]) -> None:
    assert split(join(items)) == tuple(items)
