"""Glyphs that stand on one line, found by vertical overlap, largest first.

The largest glyphs found the rows; smaller ones (superscripts, the small letters of small
capitals) join the row with which they overlap.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from nrm.pdf.glyphs import Glyph

_SHARED = 0.5
_SHARED_BY_RAISED = 0.3
_RAISED_SIZE = 0.8
_SAME_BASELINE = 0.6


def _strips(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """Glyphs of the same size on the same baseline, largest size first."""
    strips: dict[tuple[float, float], list[Glyph]] = {}
    for glyph in glyphs:
        strips.setdefault((round(glyph.size, 1), round(glyph.baseline, 1)), []).append(glyph)
    return sorted(strips.values(), key=lambda s: (-s[0].size, s[0].baseline))


def rows(glyphs: Sequence[Glyph]) -> list[list[Glyph]]:
    """The rows of a page from top to bottom, the glyphs of each from left to right."""
    inked = [g for g in glyphs if g.text != " "]
    spaces = [g for g in glyphs if g.text == " "]
    found: list[list[Glyph]] = []
    baselines: list[float] = []
    for strip in _strips(inked):
        row = _row_for(strip, found, baselines)
        if row is None:
            place = bisect_left(baselines, strip[0].baseline)
            baselines.insert(place, strip[0].baseline)
            found.insert(place, list(strip))
        else:
            found[row].extend(strip)
    _spread(spaces, found, baselines)
    return [_in_reading_order(row) for row in found]


def _row_for(strip: list[Glyph], found: list[list[Glyph]], baselines: list[float]) -> int | None:
    first = strip[0]
    place = bisect_left(baselines, first.baseline)
    best, most = None, 0.0
    for index in range(max(0, place - 2), min(len(found), place + 2)):
        founder = found[index][0]
        if abs(founder.baseline - first.baseline) <= _SAME_BASELINE:
            return index
        shared = min(founder.bottom, first.bottom) - max(founder.top, first.top)
        share = shared / max(0.1, first.bottom - first.top)
        raised = first.size <= _RAISED_SIZE * founder.size and first.baseline < founder.baseline
        enough = _SHARED_BY_RAISED if raised else _SHARED
        if share > max(most, enough) and first.size < 0.95 * founder.size:
            best, most = index, share
    return best


def _spread(spaces: list[Glyph], found: list[list[Glyph]], baselines: list[float]) -> None:
    """Give each space to the row whose baseline is nearest, if it is near."""
    for space in spaces:
        place = bisect_left(baselines, space.baseline)
        near = [i for i in (place - 1, place) if 0 <= i < len(found)]
        if not near:
            continue
        index = min(near, key=lambda i: abs(baselines[i] - space.baseline))
        if abs(baselines[index] - space.baseline) <= 0.5 * found[index][0].size:
            found[index].append(space)


def _in_reading_order(row: list[Glyph]) -> list[Glyph]:
    return sorted(row, key=lambda g: g.x0)
