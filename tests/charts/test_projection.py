from __future__ import annotations

from math import cos, pi, radians

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.charts.projection import equal_earth


def test_known_points() -> None:
    # The bounds of the projection as its authors give them: half of 2.70663 and of 1.31737 high.
    assert equal_earth(0, 0) == (0, 0)
    assert equal_earth(180, 0) == pytest.approx((2.70663, 0), abs=1e-5)
    assert equal_earth(0, 90)[1] == pytest.approx(1.31737, abs=1e-5)


@given(st.floats(-179, 178), st.floats(-88, 87))
def test_areas_keep_their_size(longitude: float, latitude: float) -> None:
    step = 0.01
    corners = [equal_earth(longitude + dx, latitude + dy) for dx, dy in ((0, 0), (step, 0), (step, step), (0, step))]
    pairs = zip(corners, corners[1:] + corners[:1], strict=True)
    drawn = abs(sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairs)) / 2
    on_globe = (step * pi / 180) ** 2 * cos(radians(latitude + step / 2))
    assert drawn == pytest.approx(on_globe, rel=1e-3)
