"""Fill colours as short names; black and what is no colour are empty."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.pdf.colours import colour_name


@pytest.mark.parametrize(
    ("components", "name"),
    [
        (None, ""),
        ((), ""),
        ((0,), ""),
        ((0.1,), ""),
        ((0.5,), "808080"),
        ((1,), "ffffff"),
        ((0, 0, 0), ""),
        ((0.05, 0.1, 0.12), ""),
        ((0, 0, 1), "0000ff"),
        ((1.0, 0.0, 0.0), "ff0000"),
        ((0.02, 0.39, 0.76), "0563c2"),
        ((0, 0, 0, 1), ""),
        ((1, 1, 1, 1), ""),
        ((0, 0, 0, 0), "ffffff"),
        ((1, 1, 0, 0), "2e3092"),
        ((0, 1, 1, 0.5), "8b0202"),
        (("P0",), ""),
        ((0.2, 0.3), ""),
        ((2.0, -1.0, 0.0), "ff0000"),
    ],
)
def test_components_of_any_colour_space_get_a_name(components: tuple[object, ...] | None, name: str) -> None:
    assert colour_name(components) == name


@given(st.lists(st.floats(0, 1), max_size=5))
def test_a_name_is_empty_or_six_figures(components: list[float]) -> None:
    assert re.fullmatch(r"(?:[0-9a-f]{6})?", colour_name(components))
