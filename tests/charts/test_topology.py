from __future__ import annotations

import pytest
from matplotlib.path import Path

from nrm.charts.topology import country_rings, decoded, middle, places
from nrm.lexicons.countries import is_country_code
from nrm.lexicons.country_table import country_table


def test_arcs_are_unpacked_joined_and_turned_round() -> None:
    topology = {
        "transform": {"scale": [0.5, 2], "translate": [10, -20]},
        "arcs": [[[0, 0], [4, 0], [0, 5]], [[0, 0], [0, 5], [4, 0]]],
        "objects": {
            "countries": {
                "geometries": [
                    {"type": "Polygon", "id": "AA", "arcs": [[0, ~1]]},
                    {"type": "MultiPolygon", "id": "BB", "arcs": [[[0, ~1]], [[1, ~0]]]},
                ]
            }
        },
    }
    ring = ((10, -20), (12, -20), (12, -10), (10, -10), (10, -20))
    assert decoded(topology) == {"AA": (ring,), "BB": (ring, ring[::-1])}


def test_every_ring_of_the_shipped_file_is_closed_and_on_the_globe() -> None:
    for rings in country_rings().values():
        for ring in rings:
            assert ring[0] == pytest.approx(ring[-1])
            assert all(-180.001 <= x <= 180.001 and -90 <= y <= 90 for x, y in ring)


def test_every_country_of_the_tables_can_be_placed() -> None:
    codes = set(country_rings()) - {""}
    assert all(is_country_code(code) for code in codes | set(places()))
    listed = {"AE", "AR", "BR", "CA", "CN", "CO", "EC", "ES", "HK", "ID", "IN", "IT", "KG", "KH", "MX", "MY", "NG"}
    listed |= {"PE", "PH", "PK", "PY", "RU", "SG", "TH", "TR", "TW", "UA", "UY", "VN", "XK"}
    assert listed <= codes | set(places())
    assert listed <= set(country_table().countries)


def test_the_number_of_a_bent_country_stands_on_its_land() -> None:
    # An L: its centroid lies in the empty corner.
    bent = ((0.0, 0.0), (10.0, 0.0), (10.0, 1.0), (1.0, 1.0), (1.0, 10.0), (0.0, 10.0), (0.0, 0.0))
    assert middle([bent]) == pytest.approx((5, 0.6), abs=0.5)


@pytest.mark.parametrize("code", ["VN", "CL", "HR", "TH", "PH", "MY", "NO", "CN"])
def test_the_middle_of_a_shape_is_within_one_of_its_rings(code: str) -> None:
    place = middle(country_rings()[code])
    assert any(Path(ring).contains_point(place) for ring in country_rings()[code])


@pytest.mark.parametrize(("code", "where"), [("CN", (103, 36)), ("BR", (-53, -11)), ("AU", (134, -25))])
def test_the_middle_of_a_country(code: str, where: tuple[float, float]) -> None:
    assert middle(country_rings()[code]) == pytest.approx(where, abs=3)
