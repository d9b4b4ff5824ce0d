from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.charts.antimeridian import split_at_antimeridian
from nrm.charts.topology import Point, Ring, country_rings


def area(ring: Ring) -> float:
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    return abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2


def square(west: float, width: float) -> Ring:
    def at(x: float) -> float:
        return (x + 180) % 360 - 180

    corners: list[Point] = [(at(west), 0), (at(west + width), 0), (at(west + width), 10), (at(west), 10)]
    return (*corners, corners[0])


def test_a_ring_that_does_not_cross_stays_as_it_is() -> None:
    assert split_at_antimeridian(square(-20, 40)) == (square(-20, 40),)


@given(st.integers(-180, 179), st.integers(1, 170))
def test_parts_keep_the_area_and_stay_on_their_side(west: int, width: int) -> None:
    parts = split_at_antimeridian(square(west, width))
    assert sum(map(area, parts)) == pytest.approx(width * 10)
    assert all(-180 <= x <= 180 for part in parts for x, _ in part)
    assert all(max(x for x, _ in part) - min(x for x, _ in part) <= width + 1e-6 for part in parts)


def test_no_country_is_smeared_across_the_map() -> None:
    for code in ("RU", "FJ", "US"):
        for ring in country_rings()[code]:
            for part in split_at_antimeridian(ring):
                assert all(abs(x0 - x1) < 180 for (x0, _), (x1, _) in zip(part, part[1:], strict=False))
