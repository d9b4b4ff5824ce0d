"""The horizontal axis of editions: one place per list year, and hatching where nothing is known."""

from __future__ import annotations

from collections.abc import Sequence

from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from nrm.charts.theme import FAINT, PAPER, TINY_SIZE, UNKNOWN, UNKNOWN_HATCH

_FEW = 5


def editions_axis(ax: Axes, years: Sequence[int], names: float = 0.0) -> None:
    """Places 0, 1, … labelled with the list years, and to their right the share `names` of their width for names.

    A few editions stand in the middle, no wider than among `_FEW`.
    """
    ax.set_xticks(range(len(years)), [str(year) for year in years])
    aside = max(0.0, (_FEW - len(years)) / 2)
    right = len(years) - 0.3 + aside
    ax.set_xlim(-0.7 - aside, right + max(0.0, names * max(len(years), _FEW) - aside))
    ax.tick_params(axis="x", length=0)


def doubt_band(ax: Axes, position: int) -> None:
    """Hatch the place of an edition that is there but may hold more than was found, lightly, under what is drawn."""
    band = Rectangle((position - 0.42, 0), 0.84, 1, transform=ax.get_xaxis_transform(), gid="not verified")
    band.set(facecolor="none", edgecolor=UNKNOWN, hatch=UNKNOWN_HATCH[:2], linewidth=0, alpha=0.4, zorder=0.3)
    ax.add_patch(band)


def unknown_band(ax: Axes, position: int, label: str, height: float = 0.5) -> Rectangle:
    """Hatch the place of an edition from bottom to top, with a word upright in it, `height` of the way up."""
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
        height,
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
