"""Cutting rings that cross the 180th meridian, so that a flat map does not smear them across itself."""

from __future__ import annotations

from collections.abc import Iterator

from nrm.charts.topology import Point, Ring


def split_at_antimeridian(ring: Ring) -> tuple[Ring, ...]:
    """The parts of a closed ring west and east of the 180th meridian; the ring itself if not cut.

    A step of more than 180° of longitude is taken for a crossing: the short way round is meant.
    """
    unrolled = _unrolled(ring)
    if all(-180 <= x <= 180 for x, _ in unrolled):
        return (tuple(unrolled),)
    parts = []
    for shift in (-360.0, 0.0, 360.0):
        shifted = [(x + shift, y) for x, y in unrolled]
        inside = _clipped(_clipped(shifted, 1), -1)
        if len(inside) > 2:
            parts.append((*inside, inside[0]))
    return tuple(parts)


def _unrolled(ring: Ring) -> list[Point]:
    """The points with longitudes that run on past 180° instead of jumping to the other side."""
    points = [ring[0]]
    for x, y in ring[1:]:
        last = points[-1][0]
        points.append((x + 360 * round((last - x) / 360), y))
    return points


def _clipped(points: list[Point], side: int) -> list[Point]:
    """The part of a polygon with side · x ≤ 180 (one edge of Sutherland and Hodgman, 1974)."""
    return [point for pair in zip(points, points[1:] + points[:1], strict=True) for point in _kept(*pair, side)]


def _kept(start: Point, end: Point, side: int) -> Iterator[Point]:
    start_in, end_in = (side * x <= 180 for x, _ in (start, end))
    if start_in:
        yield start
    if start_in != end_in:
        share = (side * 180 - start[0]) / (end[0] - start[0])
        yield (side * 180.0, start[1] + share * (end[1] - start[1]))
