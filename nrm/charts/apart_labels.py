"""Names at points, each where it covers no other name; what finds no room stays without."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from matplotlib.axes import Axes
from matplotlib.text import Annotation
from matplotlib.transforms import Bbox

from nrm.charts.canvas import root_figure

_AWAY = 4.0
# Where a name may stand beside its point: offset in points, and which side of it is there.
_PLACES = (
    ((_AWAY, 0.0), "left", "center"),
    ((-_AWAY, 0.0), "right", "center"),
    ((0.0, _AWAY), "center", "bottom"),
    ((0.0, -_AWAY), "center", "top"),
    ((_AWAY, _AWAY), "left", "bottom"),
    ((_AWAY, -_AWAY), "left", "top"),
    ((-_AWAY, _AWAY), "right", "bottom"),
    ((-_AWAY, -_AWAY), "right", "top"),
)


class Labelled(NamedTuple):
    """A point in data coordinates, its name and the colour of it."""

    x: float
    y: float
    name: str
    ink: str


def apart_labels(ax: Axes, points: Sequence[Labelled], size: float) -> list[str]:
    """Write names beside points, the first ones first; gives those that were written.

    A name stays within the axes and covers neither another name nor another of the points. Call it
    when the axes have their final limits.
    """
    root_figure(ax).draw_without_rendering()
    frame = ax.get_window_extent()
    dots = [_dot(ax, point) for point in points]
    gap = _AWAY * root_figure(ax).dpi / 72 / 2
    taken: list[Bbox] = []
    written = []
    for number, point in enumerate(points):
        others = [dot for index, dot in enumerate(dots) if index != number]
        for offset, horizontal, vertical in _PLACES:
            label = ax.annotate(
                point.name,
                (point.x, point.y),
                xytext=offset,
                textcoords="offset points",
                ha=horizontal,
                va=vertical,
                fontsize=size,
                color=point.ink,
                gid=f"label-{point.name}",
            )
            box = _extent(label)
            if (
                frame.x0 <= box.x0
                and box.x1 <= frame.x1
                and frame.y0 <= box.y0
                and box.y1 <= frame.y1
                and not any(box.overlaps(other) for other in taken)
                and not any(box.padded(gap).contains(*dot) for dot in others)
            ):
                taken.append(box)
                written.append(point.name)
                break
            label.remove()
    return written


def _dot(ax: Axes, point: Labelled) -> tuple[float, float]:
    x, y = ax.transData.transform((point.x, point.y))
    return float(x), float(y)


def _extent(label: Annotation) -> Bbox:
    box: Bbox = label.get_window_extent()
    return box
