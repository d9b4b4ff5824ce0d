"""Small multiples in one frame: a row per name, a bar per edition, all rows on one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from matplotlib.axes import Axes

from nrm.charts.editions_axis import doubt_band, editions_axis, unknown_band
from nrm.charts.source import Source
from nrm.charts.theme import FAINT, GRID, INK, SMALL_SIZE, TINY_SIZE

ROW_INCHES = 0.38
_SLOT_INCHES, _LETTER_INCHES = 0.55, 0.078


def width_inches(labels: Sequence[str], editions: int) -> float:
    """A figure's width for rows with these labels and a place for each edition."""
    return max(7.0, (editions + 1.5) * _SLOT_INCHES + _label_inches(labels) + 0.4)


def _label_inches(labels: Sequence[str]) -> float:
    return max(map(len, labels), default=0) * _LETTER_INCHES


def draw_rows(
    ax: Axes,
    rows: Sequence[tuple[str, Mapping[int, int], str]],
    years: Sequence[int],
    of: Source,
    *,
    colour: str,
    partial: Sequence[int],
) -> None:
    """Draw (label, number by list year, word at the right) from top to bottom.

    A number of 0 draws nothing. Missing editions are hatched; the place of `partial` ones, in which there may be more
    than was found, is hatched lightly, and its numbers say "at least".
    """
    most = max((number for _, numbers, _ in rows for number in numbers.values()), default=1)
    editions_axis(ax, years)
    # The labels stand within the frame, so that headline and caption begin above and below them.
    left = -0.9 - _label_inches([label for label, _, _ in rows]) / _SLOT_INCHES
    ax.set_xlim(left, len(years) + 0.4)
    ax.set_ylim(len(rows) - 0.05, -0.25)
    ax.yaxis.set_visible(False)
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    for line, (label, numbers, word) in enumerate(rows):
        base = line + 0.85
        ax.plot([-0.6, len(years) - 0.4], [base, base], color=GRID, linewidth=0.8, zorder=0.4)
        ax.text(-0.75, base, label, ha="right", va="bottom", fontsize=SMALL_SIZE, color=INK)
        ax.text(len(years) - 0.4, base, word, ha="left", va="bottom", fontsize=SMALL_SIZE, color=FAINT)
        for year, number in numbers.items():
            if not number:
                continue
            place = years.index(year)
            height = 0.62 * number / most
            (bar,) = ax.bar(place, -height, 0.72, bottom=base, color=colour)
            bar.set_gid(f"{label}-{year}")
            written = f"≥{number}" if year in partial else str(number)
            ax.text(place, base - height - 0.02, written, ha="center", va="bottom", fontsize=TINY_SIZE - 0.5)
    for year in (year for year in partial if year in years):
        doubt_band(ax, years.index(year))
    for year in (year for year in of.missing if year in years):
        unknown_band(ax, years.index(year), "not in the corpus")
