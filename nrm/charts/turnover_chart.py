"""The share of the list that changes from one edition to the next."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from nrm.analysis.coverage import KINDS
from nrm.analysis.presence import presence
from nrm.analysis.turnover import turnover as turnover_counts
from nrm.charts.canvas import axes, describe
from nrm.charts.editions_axis import editions_axis, unknown_band
from nrm.charts.end_labels import LineEnd, end_labels
from nrm.charts.source import ChartTables, Source, caption, source, title
from nrm.charts.theme import GRID, KIND_COLOURS, KIND_INKS, KIND_NAMES, PAPER, theme

_MARKERS = {"online": "o", "physical": "s"}


def turnover_table(corpus: ChartTables) -> pd.DataFrame:
    """One row per kind and list year, with the counts and rates of `nrm.analysis.turnover`."""
    return turnover_counts(corpus.listings, corpus.editions, by=("kind",))


def turnover(corpus: ChartTables, ax: Axes | None = None) -> Axes:
    """Draw the turnover rate per edition and kind; the line breaks where it cannot be computed.

    The rate is (additions + removals) / (stock before + stock now): 0 % for the same markets, 100 %
    for none in common.
    """
    table = turnover_table(corpus)
    of = source(corpus, presence(corpus.listings, corpus.editions))
    with theme():
        ax = axes(ax, 9.5, 5.0)
        _draw(ax, table, of)
    return ax


def _draw(ax: Axes, table: pd.DataFrame, of: Source) -> None:
    years = sorted({int(year) for year in table["list_year"]})
    editions_axis(ax, years)
    said, ends = [], []
    for kind in KINDS:
        part = table[table["kind"] == kind]
        rates = [float("nan") if pd.isna(rate) else float(rate) for rate in part["turnover_rate"]]
        if not rates:
            continue
        ax.plot(
            range(len(years)),
            rates,
            color=KIND_COLOURS[kind],
            linewidth=2.2,
            marker=_MARKERS[kind],
            markersize=6,
            markeredgecolor=PAPER,
            gid=f"turnover-{kind}",
        )
        known = [(place, rate) for place, rate in enumerate(rates) if rate == rate]
        if known:
            ends.append(LineEnd(*known[-1], KIND_NAMES[kind], KIND_INKS[kind]))
        numbers = [f"{years[place]} {rate:.0%}" for place, rate in known]
        said.append(f"{KIND_NAMES[kind]}: {', '.join(numbers) or 'unknown'}")
    end_labels(ax, ends, gap=0.065)
    for year in of.missing:
        unknown_band(ax, years.index(year), "not in the corpus")
    ax.set_ylim(0, 1)
    ax.set_xlim(-0.7, len(years) + 1.6)
    ax.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    ax.tick_params(axis="y", length=0)
    ax.grid(axis="y", color=GRID)
    ax.spines["left"].set_visible(False)
    title(
        ax,
        "How much of the list changes",
        "(Additions + removals) as a share of both lists together, against the edition before",
    )
    caption(
        ax, of, "No point: the edition, or the one before it, cannot say. 0 %: the same markets; 100 %: none in common."
    )
    describe(ax, f"Lines of the turnover rate per edition. {'; '.join(said)}. {of.caption()}")
