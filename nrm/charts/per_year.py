"""Listings per edition, stacked by kind."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from nrm.analysis.coverage import KINDS
from nrm.analysis.presence import presence
from nrm.charts.canvas import axes, describe
from nrm.charts.counts import counts, part_name, part_note
from nrm.charts.editions_axis import editions_axis, unknown_band
from nrm.charts.end_labels import spread
from nrm.charts.source import ChartTables, Source, Years, caption, source, title
from nrm.charts.theme import (
    KIND_COLOURS,
    KIND_INKS,
    KIND_NAMES,
    PAPER,
    SMALL_SIZE,
    UNKNOWN_HATCH,
    theme,
)
from nrm.model import Kind


def per_year_table(corpus: ChartTables, kind: Kind | None = None, country: str | None = None) -> pd.DataFrame:
    """One row per list year and kind: list_year, kind, listings (unknown if missing), complete.

    `kind` and `country` (ISO code) take a part of the list; see `nrm.charts.counts`.
    """
    counted = counts(corpus, kind, country, by_kind=True)
    return counted[["list_year", "kind", "stock", "complete"]].rename(columns={"stock": "listings"})


def per_year(
    corpus: ChartTables,
    ax: Axes | None = None,
    *,
    kind: Kind | None = None,
    country: str | None = None,
    years: Years | None = None,
) -> Axes:
    """Draw the listings per edition as stacked bars; editions not in the corpus are hatched.

    A part whose edition is not verified as complete for the kind is hatched: there may be more. `kind`, `country`
    (ISO code) and `years` choose what is drawn; raises `UnknownName` where that is nothing.
    """
    table = per_year_table(corpus, kind, country)
    of = source(corpus, presence(corpus.listings, corpus.editions), years)
    with theme():
        ax = axes(ax, 9.5, 5.2)
        _draw(ax, table[table["list_year"].isin(of.years)], of)
        what = part_name(kind, country)
        title(ax, f"How many {what} the list names", f"Listings per edition, by list year{'' if kind else ' and kind'}")
        caption(ax, of, part_note(kind, country))
    return ax


def _draw(ax: Axes, table: pd.DataFrame, of: Source) -> None:
    years = of.years
    editions_axis(ax, years, names=0.09)
    bottoms = dict.fromkeys(years, 0)
    # Where each kind's name stands, at the right: beside its newest bar.
    middles: dict[Kind, float] = {}
    for kind in KINDS:
        colour = KIND_COLOURS[kind]
        for row in table[table["kind"] == kind].dropna(subset="listings").to_dict("records"):
            year, listings = int(row["list_year"]), int(row["listings"])
            if not listings:
                continue
            position = years.index(year)
            (bar,) = ax.bar(position, listings, 0.78, bottom=bottoms[year], color=colour, edgecolor=PAPER)
            bar.set_gid(f"{kind}-{year}")
            if not row["complete"]:
                bar.set_hatch(UNKNOWN_HATCH)
            middle = bottoms[year] + listings / 2
            inside = "white" if kind == "online" else "black"
            number = f"{listings}" if row["complete"] else f"≥{listings}"
            ax.text(
                position,
                middle,
                number,
                ha="center",
                va="center",
                fontsize=SMALL_SIZE,
                color=inside,
                bbox=None if row["complete"] else {"facecolor": colour, "edgecolor": "none", "pad": 1},
            )
            middles[kind] = middle
            bottoms[year] += listings
    most = max([*bottoms.values(), 1])
    for kind, height in zip(middles, spread(list(middles.values()), 0.11 * most), strict=True):
        ax.text(
            len(years) - 0.5,
            height,
            KIND_NAMES[kind].replace(" ", "\n"),
            color=KIND_INKS[kind],
            fontweight="bold",
            va="center",
            fontsize=SMALL_SIZE,
        )
    for year in years:
        if year in of.missing:
            unknown_band(ax, years.index(year), "not in the corpus")
        else:
            ax.text(
                years.index(year),
                bottoms[year] + 0.012 * most,
                str(bottoms[year]) if year not in of.partial else f"≥{bottoms[year]}",
                ha="center",
                va="bottom",
                fontweight="bold",
                fontsize=SMALL_SIZE,
            )
    ax.set_ylim(0, most * 1.1)
    ax.yaxis.set_visible(False)
    ax.spines["left"].set_visible(False)
    described = "; ".join(
        f"{year}: " + ("not in the corpus" if year in of.missing else str(bottoms[year])) for year in years
    )
    describe(ax, f"Bar chart of the number of markets listed per edition. {described}. {of.caption()}")
