"""Decoding TopoJSON: quantised arcs, shared between neighbours, into rings of longitude and latitude.

After the TopoJSON specification 1.0 (topojson/topojson-specification on GitHub), the parts that the
shipped file uses: a quantised topology of polygons and multipolygons.
"""

from __future__ import annotations

import json
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

Point = tuple[float, float]
Ring = tuple[Point, ...]

_SHAPES = files("nrm.charts").joinpath("shapes")


@cache
def country_rings() -> Mapping[str, tuple[Ring, ...]]:
    """The outer and inner rings of each country by ISO code, in degrees east and north.

    The key `""` has the shapes of territories without a code.
    """
    return decoded(json.loads(_SHAPES.joinpath("world-110m.json").read_text(encoding="utf-8")))


@cache
def places() -> Mapping[str, Point]:
    """Points for marks of countries without a shape, by ISO code: degrees east and north."""
    known = tomllib.loads(_SHAPES.joinpath("places.toml").read_text(encoding="utf-8"))
    return {code: (float(x), float(y)) for code, (x, y) in known.items()}


def decoded(topology: Mapping[str, Any]) -> dict[str, tuple[Ring, ...]]:
    """The rings of every geometry of the object `countries`, by its id."""
    arcs = [_unpacked(arc, topology["transform"]) for arc in topology["arcs"]]
    rings: dict[str, list[Ring]] = {}
    for geometry in topology["objects"]["countries"]["geometries"]:
        polygons = [geometry["arcs"]] if geometry["type"] == "Polygon" else geometry["arcs"]
        found = rings.setdefault(geometry["id"], [])
        found.extend(_joined(ring, arcs) for polygon in polygons for ring in polygon)
    return {code: tuple(of_country) for code, of_country in rings.items()}


def middle(rings: Sequence[Ring]) -> Point:
    """The centroid of the largest ring (by area in degrees): a place for a mark."""

    def area_and_centroid(ring: Ring) -> tuple[float, Point]:
        twice = x_sum = y_sum = 0.0
        for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
            cross = x0 * y1 - x1 * y0
            twice += cross
            x_sum += (x0 + x1) * cross
            y_sum += (y0 + y1) * cross
        return abs(twice), (x_sum / (3 * twice), y_sum / (3 * twice)) if twice else ring[0]

    return max(map(area_and_centroid, rings))[1]


def _unpacked(arc: Sequence[Sequence[int]], transform: Mapping[str, Sequence[float]]) -> Ring:
    """Differences of whole numbers as degrees."""
    (scale_x, scale_y), (start_x, start_y) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + start_x, y * scale_y + start_y))
    return tuple(points)


def _joined(ring: Sequence[int], arcs: Sequence[Ring]) -> Ring:
    """Arcs end to end: index ~n is arc n backwards; the point that two arcs share is taken once."""
    points: list[Point] = []
    for index in ring:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        points.extend(arc[1:] if points else arc)
    return tuple(points)
