from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.charts.end_labels import spread


@pytest.mark.parametrize(
    ("heights", "expected"),
    [([], []), ([0.5], [0.5]), ([0.3, 0.1], [0.3, 0.1]), ([0.1, 0.1], [0.1, 0.2]), ([0.15, 0.1, 0.3], [0.2, 0.1, 0.3])],
)
def test_heights_that_are_close_are_raised(heights: list[float], expected: list[float]) -> None:
    assert spread(heights, 0.1) == pytest.approx(expected)


@given(st.lists(st.floats(0, 1), max_size=8))
def test_the_order_stays_and_every_gap_is_kept(heights: list[float]) -> None:
    placed = spread(heights, 0.05)
    assert all(high - low >= 0.05 - 1e-9 for low, high in pairwise(sorted(placed)))
    assert all(new >= old for new, old in zip(placed, heights, strict=True))
    order = sorted(range(len(heights)), key=heights.__getitem__)
    assert [placed[n] for n in order] == sorted(placed)
