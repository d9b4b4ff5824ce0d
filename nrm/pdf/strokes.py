"""Thin horizontal strokes: underlines below text, and rules that underline nothing."""

from __future__ import annotations

from collections.abc import Sequence

from nrm.model import Box

_MAX_THICKNESS = 2.2
_MIN_LENGTH = 2.0
_CLOSE = 3.0
HIGHEST_UNDERLINE, LOWEST_UNDERLINE = -0.12, 0.36
"""Between which heights below the baseline, in multiples of the size, the middle of a stroke is that underlines."""
END_ROOM = 0.5
"""Points: a letter of which the middle is so far beyond a stroke's end is still underlined."""


def horizontal_strokes(boxes: Sequence[Box]) -> list[Box]:
    """The boxes that are thin horizontal strokes, those in line with each other joined.

    Underlines are often broken at descenders and brackets; gaps of up to 3 pt are closed.
    """
    thin = sorted(
        (b for b in boxes if b.bottom - b.top <= _MAX_THICKNESS and b.x1 - b.x0 >= _MIN_LENGTH),
        key=lambda b: (round(b.top), b.x0),
    )
    joined: list[Box] = []
    for box in thin:
        last = joined[-1] if joined else None
        if last and abs(last.top - box.top) <= 1 and -_MIN_LENGTH <= box.x0 - last.x1 <= _CLOSE:
            joined[-1] = Box(last.x0, last.top, max(last.x1, box.x1), max(last.bottom, box.bottom))
        elif not (last and abs(last.top - box.top) <= 1 and box.x1 <= last.x1):
            joined.append(box)
    return joined


def middle_of(stroke: Box) -> float:
    """How far below the top of the page a stroke is."""
    return (stroke.top + stroke.bottom) / 2


def underlines(stroke: Box, baseline: float, size: float, x0: float, x1: float) -> bool:
    """Whether a stroke underlines a character with this baseline, font size and extent."""
    if not HIGHEST_UNDERLINE * size <= middle_of(stroke) - baseline <= LOWEST_UNDERLINE * size:
        return False
    centre = (x0 + x1) / 2
    return stroke.x0 - END_ROOM <= centre <= stroke.x1 + END_ROOM
