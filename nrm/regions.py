"""On which of the pages that a text touches a character of it stands."""

from __future__ import annotations

from collections.abc import Sequence


def region_at(heights: Sequence[float], length: int, offset: int) -> int:
    """The index of the region in which character `offset` of a text of `length` characters stands.

    Exact for a text on one page; else the characters are shared out over the regions by their
    `heights` (in points, from the first page to the last), which is right to about a line.

    >>> region_at([30.0, 60.0], 90, 29), region_at([30.0, 60.0], 90, 30)
    (0, 1)
    """
    reached = sum(heights) * offset / max(length, 1)
    for index, height in enumerate(heights):
        if reached < height:
            return index
        reached -= height
    return len(heights) - 1
