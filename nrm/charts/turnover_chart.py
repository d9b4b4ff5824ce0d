"""The share of the list that changes from one edition to the next."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from nrm.analysis.coverage import KINDS
from nrm.analysis.presence import presence
from nrm.charts.canvas import axes, describe
from nrm.charts.counts import counts, part_name, part_note
from nrm.charts.editions_axis import editions_axis, unknown_band
from nrm.charts.end_labels import LineEnd, end_labels
from nrm.charts.source import ChartTables, Source, Years, caption, source, title
from nrm.charts.theme import GRID, KIND_COLOURS, KIND_INKS, KIND_NAMES, PAPER, SMALL_SIZE, theme
from nrm.model import Kind

_MARKERS = {"online": "o", "physical": "s"}


def turnover_table(corpus: ChartTables, kind: Kind | None = None, country: str | None = None) -> pd.DataFrame:
    """One row per kind and list year, with the counts and rates of `nrm.analysis.turnover`."""
    return counts(corpus, kind, country, by_kind=True)


def turnover(
    corpus: ChartTables,
    ax: Axes | None = None,
    *,
    kind: Kind | None = None,
    country: str | None = None,
    years: Years | None = None,
) -> Axes:
    """Draw the turnover rate per edition and kind; the line breaks where it cannot be computed.

    The rate is (additions + removals) / (stock before + stock now): 0 % for the same markets, 100 %
    for none in common. `kind`, `country` (ISO code) and `years` choose what is drawn; raises `UnknownName` where that
    is nothing.
    """
    table = turnover_table(corpus, kind, country)
    of = source(corpus, presence(corpus.listings, corpus.editions), years)
    with theme():
        ax = axes(ax, 9.5, 5.0)
        _draw(ax, table[table["list_year"].isin(of.years)], of)
        what = part_name(kind, country)
        title(
            ax,
            f"How much of the list changes{'' if what == 'markets' else f': {what}'}",
            "(Additions + removals) as a share of both lists together, against the edition before",
        )
        note = "“?”: the edition, or the one before it, cannot say. 0 %: the same markets; 100 %: none in common."
        caption(ax, of, note, part_note(kind, country))
    return ax


def _draw(ax: Axes, table: pd.DataFrame, of: Source) -> None:
    years = of.years
    editions_axis(ax, years, names=0.17)
    said, ends = [], []
    for line, kind in enumerate(kind for kind in KINDS if (table["kind"] == kind).any()):
        part = table[table["kind"] == kind]
        rates = [float("nan") if pd.isna(rate) else float(rate) for rate in part["turnover_rate"]]
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
        # At the right edge, also where the line ends before it: beside its end other lines may run.
        height = known[-1][1] if known else 0.05 + 0.08 * line
        ends.append(LineEnd(len(years) - 1, height, KIND_NAMES[kind], KIND_INKS[kind]))
        for place, year in enumerate(years):
            if rates[place] != rates[place] and year in of.held:
                _question_mark(ax, place, line, kind)
        numbers = [f"{years[place]} {rate:.0%}" for place, rate in known]
        said.append(f"{KIND_NAMES[kind]}: {', '.join(numbers) or 'unknown'}")
    end_labels(ax, ends, gap=0.065)
    for year in of.missing:
        unknown_band(ax, years.index(year), "not in the corpus")
    # A little more than the scale, so that no mark at its ends is cut.
    ax.set_ylim(-0.015, 1.025)
    ax.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    ax.tick_params(axis="y", length=0)
    ax.grid(axis="y", color=GRID)
    ax.spines["left"].set_visible(False)
    describe(ax, f"Lines of the turnover rate per edition. {'; '.join(said)}. {of.caption()}")


def _question_mark(ax: Axes, place: int, line: int, kind: Kind) -> None:
    """At the foot of an edition that cannot say, in the ink of the kind."""
    ax.text(
        place,
        0.03 + 0.06 * line,
        "?",
        ha="center",
        va="center",
        fontsize=SMALL_SIZE,
        fontweight="bold",
        color=KIND_INKS[kind],
        gid=f"unknown-{kind}-{place}",
    )
