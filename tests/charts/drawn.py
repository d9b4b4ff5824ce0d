"""Reading charts back: artists by their group id, texts, and what is cut off or overlaps."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle
from matplotlib.text import Text

from nrm.charts.canvas import root_figure
from nrm.charts.theme import theme


def boxes(ax: Axes, prefix: str) -> dict[str, Rectangle]:
    """The rectangles whose id begins with the prefix, by the rest of it."""
    found = {}
    for patch in ax.patches:
        gid = patch.get_gid() or ""
        if isinstance(patch, Rectangle) and gid.startswith(prefix):
            found[gid.removeprefix(prefix)] = patch
    return found


def artist(ax: Axes, gid: str) -> Artist | None:
    """The artist with the id."""
    return next((child for child in ax.get_children() if child.get_gid() == gid), None)


def texts(ax: Axes) -> list[str]:
    """Everything that is written in or around the axes."""
    return [text.get_text() for text in _texts(ax) if text.get_text()]


def faults(ax: Axes) -> list[str]:
    """Texts that stick out of the figure or lie on one another (the watermark aside)."""
    figure = root_figure(ax)
    with theme():
        figure.canvas.draw()
        whole = figure.bbox
        placed = [
            (text.get_text(), text.get_window_extent())
            for text in _texts(ax)
            if text.get_text().strip() and text.get_visible() and text.get_gid() != "watermark"
        ]
    found = [
        f"cut off: {words!r}"
        for words, box in placed
        if box.x0 < whole.x0 - 1 or box.y0 < whole.y0 - 1 or box.x1 > whole.x1 + 1 or box.y1 > whole.y1 + 1
    ]
    for (words, box), (others, other) in combinations(placed, 2):
        wide = min(box.x1, other.x1) - max(box.x0, other.x0)
        high = min(box.y1, other.y1) - max(box.y0, other.y0)
        if wide > 1.5 and high > 0.25 * min(box.height, other.height):
            found.append(f"overlap: {words!r}, {others!r}")
    return found


def _texts(ax: Axes) -> Iterator[Text]:
    yield from ax.texts
    yield from (ax.title, ax._left_title, ax.xaxis.label)  # type: ignore[attr-defined]
    if ax.axison:
        for axis in (ax.xaxis, ax.yaxis):
            if axis.get_visible():
                low, high = sorted(axis.get_view_interval())
                for tick in (tick for tick in axis.get_major_ticks() if low <= tick.get_loc() <= high):
                    yield from (label for label in (tick.label1, tick.label2) if label.get_visible())


def line(ax: Axes, gid: str) -> tuple[list[float], list[float]]:
    """The x and y of the points of a line."""
    found = artist(ax, gid)
    assert isinstance(found, Line2D)
    x, y = np.asarray(found.get_xdata(), dtype=float), np.asarray(found.get_ydata(), dtype=float)
    return x.tolist(), y.tolist()
