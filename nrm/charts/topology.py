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
_LATITUDES = 24


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
    """A place for a mark within the largest ring (by area in degrees).

    Its centroid or, in a country that is bent around it, the middle of the widest stretch of land of its latitudes.
    """

    def area_and_centroid(ring: Ring) -> tuple[float, Point]:
        twice = x_sum = y_sum = 0.0
        for (x0, y0), (x1, y1) in zip(ring, (*ring[1:], ring[0]), strict=True):
            cross = x0 * y1 - x1 * y0
            twice += cross
            x_sum += (x0 + x1) * cross
            y_sum += (y0 + y1) * cross
        return abs(twice), (x_sum / (3 * twice), y_sum / (3 * twice)) if twice else ring[0]

    largest = max(rings, key=lambda ring: area_and_centroid(ring)[0])
    x, y = area_and_centroid(largest)[1]
    if any(west <= x <= east for west, east in _stretches(largest, y)):
        return x, y
    south, north = min(y for _, y in largest), max(y for _, y in largest)
    heights = [south + (north - south) * (part + 0.5) / _LATITUDES for part in range(_LATITUDES)]
    _, x, y = max((east - west, (west + east) / 2, y) for y in heights for west, east in _stretches(largest, y))
    return x, y


def _stretches(ring: Ring, y: float) -> list[tuple[float, float]]:
    """From where to where a latitude runs within a ring, by the even-odd rule."""
    pairs = zip(ring, (*ring[1:], ring[0]), strict=True)
    crossings = sorted(x0 + (y - y0) / (y1 - y0) * (x1 - x0) for (x0, y0), (x1, y1) in pairs if (y0 > y) != (y1 > y))
    return list(zip(crossings[::2], crossings[1::2], strict=True))


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
