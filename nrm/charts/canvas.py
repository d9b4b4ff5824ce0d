"""Figures of their own: no window, no global state, and they show themselves in Jupyter."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from weakref import WeakKeyDictionary

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

from nrm.charts.theme import theme

_ALT_TEXTS: WeakKeyDictionary[Axes, str] = WeakKeyDictionary()


class ChartAxes(Axes):
    """Axes on a figure of their own; as the last value of a notebook's cell they show it."""

    name = "nrm"

    def _repr_png_(self) -> bytes:
        png = io.BytesIO()
        with theme(), settled(self) as figure:
            figure.savefig(png, format="png", dpi=110)
        return png.getvalue()

    def _repr_mimebundle_(self, include: Any = None, exclude: Any = None) -> dict[str, Any]:
        return {"image/png": self._repr_png_(), "text/plain": alt_text(self)}


def axes(ax: Axes | None, width: float, height: float) -> Axes:
    """The axes given, or new ones on a figure of `width` × `height` inches. Call within `theme`."""
    if ax is not None:
        return ax
    figure = Figure(figsize=(width, height), layout="constrained")
    FigureCanvasAgg(figure)
    return figure.add_subplot(axes_class=ChartAxes)


def root_figure(ax: Axes) -> Figure:
    """The whole figure, also where the axes stand in a part of one."""
    figure: Figure = ax.figure.canvas.figure
    return figure


@contextmanager
def settled(ax: Axes) -> Iterator[Figure]:
    """Within this a figure keeps its layout, made once: matplotlib else makes it, and draws twice, at each save."""
    figure = root_figure(ax)
    engine = figure.get_layout_engine()
    if engine is None:
        yield figure
        return
    engine.execute(figure)
    with theme():
        figure.set_layout_engine(None)
    try:
        yield figure
    finally:
        figure.set_layout_engine(engine)


def describe(ax: Axes, text: str) -> None:
    """Give a chart its alternative text: what a person who cannot see it should know."""
    _ALT_TEXTS[ax] = text


def alt_text(ax: Axes) -> str:
    """The alternative text of a chart; empty if it has none."""
    return _ALT_TEXTS.get(ax, "")
