"""Thin horizontal strokes: underlines below text, and rules that underline nothing."""

from __future__ import annotations

from collections.abc import Sequence

from nrm.model import Box

_MAX_THICKNESS = 2.2
_MIN_LENGTH = 2.0
_CLOSE = 3.0


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


def underline_zone(baseline: float, size: float) -> tuple[float, float]:
    """Between which heights the middle of a stroke lies that underlines text with this baseline and font size."""
    return baseline - 0.12 * size, baseline + 0.36 * size


def underlines(stroke: Box, baseline: float, size: float, x0: float, x1: float) -> bool:
    """Whether a stroke underlines a character with this baseline, font size and extent."""
    highest, lowest = underline_zone(baseline, size)
    if not highest <= middle_of(stroke) <= lowest:
        return False
    centre = (x0 + x1) / 2
    return stroke.x0 - 0.5 <= centre <= stroke.x1 + 0.5
