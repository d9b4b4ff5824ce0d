"""The horizontal axis of editions: one place per list year, and hatching where nothing is known."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from nrm.charts.theme import FAINT, PAPER, TINY_SIZE, UNKNOWN, UNKNOWN_HATCH


def editions_axis(ax: Axes, years: Sequence[int]) -> None:
    """Places 0, 1, … labelled with the list years."""
    ax.set_xticks(range(len(years)), [str(year) for year in years])
    ax.set_xlim(-0.7, len(years) - 0.3)
    ax.tick_params(axis="x", length=0)


def unknown_band(ax: Axes, position: int, label: str) -> Rectangle:
    """Hatch the place of an edition from bottom to top, with a word upright in it."""
    band = Rectangle(
        (position - 0.42, 0),
        0.84,
        1,
        transform=ax.get_xaxis_transform(),
        facecolor="none",
        edgecolor=UNKNOWN,
        hatch=UNKNOWN_HATCH,
        linewidth=0,
        zorder=0.5,
        gid="unknown",
    )
    ax.add_patch(band)
    ax.text(
        position,
        0.5,
        label,
        transform=ax.get_xaxis_transform(),
        rotation=90,
        ha="center",
        va="center",
        fontsize=TINY_SIZE,
        color=FAINT,
        bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.5},
        zorder=3,
    )
    return band
