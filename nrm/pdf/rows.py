"""Glyphs that stand on one line, found by vertical overlap, largest first.

The largest glyphs found the rows; smaller ones (superscripts, the small letters of small
capitals) join the row with which they overlap.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from math import inf
from typing import Protocol, TypeVar

_SHARED = 0.5
_SHARED_BY_RAISED = 0.3
_RAISED_SIZE = 0.8
_SAME_BASELINE = 0.6
_OFF_LINE = 0.3
_TOUCHING = 0.15
_HAIR = 0.001


class Standing(Protocol):
    """What stands on a line: a glyph, or a piece of text. Points, origin top left."""

    @property
    def text(self) -> str: ...

    @property
    def size(self) -> float: ...

    @property
    def baseline(self) -> float: ...

    @property
    def top(self) -> float: ...

    @property
    def bottom(self) -> float: ...

    @property
    def x0(self) -> float: ...

    @property
    def x1(self) -> float: ...


Item = TypeVar("Item", bound=Standing)


def shown_size(size: float) -> float:
    """A font size to a tenth of a point; a hair below 11.25 is 11.3 as well as 11.25 itself.

    >>> shown_size(11.249999)
    11.3
    """
    return round(size + _HAIR, 1)


def _strips(glyphs: Sequence[Item]) -> list[list[Item]]:
    """Glyphs of the same size on the same baseline."""
    strips: dict[tuple[float, float], list[Item]] = {}
    sizes: dict[float, float] = {}
    for glyph in glyphs:
        size = sizes.get(glyph.size)
        if size is None:
            size = sizes[glyph.size] = shown_size(glyph.size)
        key = (size, round(glyph.baseline, 1))
        strip = strips.get(key)
        if strip is None:
            strips[key] = [glyph]
        else:
            strip.append(glyph)
    return list(strips.values())


def rows(glyphs: Sequence[Item]) -> list[list[Item]]:
    """The rows of a page from top to bottom, the glyphs of each from left to right."""
    inked = [g for g in glyphs if g.text != " "]
    found: list[list[Item]] = []
    for strips in _apart(_strips(inked)):
        found += strips if len(strips) == 1 else _rows_of(strips)
    if len(inked) < len(glyphs):
        _spread([g for g in glyphs if g.text == " "], found)
    return [row if len(row) == 1 else _in_reading_order(row) for row in found]


def rows_of_pieces(pieces: Sequence[Item]) -> list[list[Item]]:
    """The same for pieces of text, of which most are alone on their line; none is a space."""
    found: list[list[Item]] = []
    for near in _apart([[piece] for piece in pieces]):
        if len(near) == 1:
            found += near
        else:
            strips = _strips([piece for [piece] in near])
            found += map(_in_reading_order, strips if len(strips) == 1 else _rows_of(strips))
    return found


def _apart(strips: Sequence[list[Item]]) -> list[list[list[Item]]]:
    """The strips from top to bottom, those together that overlap or have nearly one baseline."""
    reaches = []
    for number, strip in enumerate(strips):
        first = strip[0]
        baseline, top, bottom = first.baseline, first.top, first.bottom
        high, low = baseline - _SAME_BASELINE, baseline + _SAME_BASELINE
        reaches.append((top if top < high else high, number, bottom if bottom > low else low))
    reaches.sort()
    found: list[list[list[Item]]] = []
    end = -inf
    for top, number, bottom in reaches:
        if top >= end:
            found.append([strips[number]])
            end = bottom
        else:
            found[-1].append(strips[number])
            if bottom > end:
                end = bottom
    return found


def _rows_of(strips: list[list[Item]]) -> list[list[Item]]:
    """The rows that are made of some strips, of which the largest found them."""
    found: list[list[Item]] = []
    baselines: list[float] = []
    for strip in sorted(strips, key=lambda s: (-s[0].size, s[0].baseline)):
        row = _row_for(strip, found, baselines)
        if row is None:
            place = bisect_left(baselines, strip[0].baseline)
            baselines.insert(place, strip[0].baseline)
            found.insert(place, list(strip))
        else:
            found[row].extend(strip)
    return found


def _row_for(strip: list[Item], found: list[list[Item]], baselines: list[float]) -> int | None:
    first = strip[0]
    baseline, top, bottom = first.baseline, first.top, first.bottom
    place = bisect_left(baselines, baseline)
    best, most = None, 0.0
    for index in range(max(0, place - 2), min(len(found), place + 2)):
        if -_SAME_BASELINE <= baselines[index] - baseline <= _SAME_BASELINE:
            return index
        founder = found[index][0]
        if founder.bottom <= top or founder.top >= bottom:
            continue
        shared = min(founder.bottom, bottom) - max(founder.top, top)
        share = shared / max(0.1, bottom - top)
        raised = first.size <= _RAISED_SIZE * founder.size and baseline < founder.baseline
        enough = _SHARED_BY_RAISED if raised else _SHARED
        if share > max(most, enough) and (first.size < 0.95 * founder.size or _fills_gap(strip, found[index])):
            best, most = index, share
    return best


def _fills_gap(strip: list[Item], row: list[Item]) -> bool:
    """Whether a strip off the line of a row in its size stands beside or between what is in the row, and near it."""
    size = strip[0].size
    if abs(strip[0].baseline - row[0].baseline) > _OFF_LINE * size:
        return False
    nearest = inf
    for one in strip:
        for other in row:
            apart = max(other.x0 - one.x1, one.x0 - other.x1)
            if apart < -_TOUCHING * size:
                return False
            nearest = min(nearest, apart)
    return nearest < size


def _spread(spaces: list[Item], found: list[list[Item]]) -> None:
    """Give each space to the row whose baseline is nearest, if it is near."""
    baselines = [row[0].baseline for row in found]
    for space in spaces:
        place = bisect_left(baselines, space.baseline)
        near = [i for i in (place - 1, place) if 0 <= i < len(found)]
        if not near:
            continue
        index = min(near, key=lambda i: abs(baselines[i] - space.baseline))
        if abs(baselines[index] - space.baseline) <= 0.5 * found[index][0].size:
            found[index].append(space)


def _in_reading_order(row: list[Item]) -> list[Item]:
    return sorted(row, key=lambda g: g.x0)
