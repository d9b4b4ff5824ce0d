"""Names at the ends of lines, moved apart where the lines end close together."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes

from nrm.charts.theme import PAPER, SMALL_SIZE


class LineEnd(NamedTuple):
    """Where a line ends, in data coordinates, and the name that belongs there."""

    x: float
    y: float
    name: str
    ink: str


def end_labels(ax: Axes, ends: Sequence[LineEnd], gap: float) -> None:
    """Write each name to the right of its end, at least `gap` (in units of y) from the next one."""
    for end, height in zip(ends, spread([end.y for end in ends], gap), strict=True):
        ax.annotate(
            end.name,
            (end.x, height),
            xytext=(9, 0),
            textcoords="offset points",
            color=end.ink,
            fontweight="bold",
            fontsize=SMALL_SIZE,
            va="center",
            bbox={"facecolor": PAPER, "edgecolor": "none", "alpha": 0.7, "pad": 1},
            zorder=5,
            # A name that was moved up may stand above the axes.
            annotation_clip=False,
        )


def spread(heights: Sequence[float], gap: float) -> list[float]:
    """The heights, raised where two are closer than `gap`, in the order given.

    >>> spread([0.30, 0.10, 0.11], 0.05)
    [0.3, 0.1, 0.15000000000000002]
    """
    placed = list(heights)
    last: float | None = None
    for index in sorted(range(len(placed)), key=placed.__getitem__):
        if last is not None and placed[index] < last + gap:
            placed[index] = last + gap
        last = placed[index]
    return placed
