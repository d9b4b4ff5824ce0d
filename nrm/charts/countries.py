"""Countries over time: a row of bars for each country, ranked by how often it is on the list."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from nrm.analysis.phrases import count
from nrm.analysis.presence import presence
from nrm.analysis.turnover import turnover
from nrm.charts.canvas import axes, describe
from nrm.charts.edition_rows import ROW_INCHES, draw_rows, width_inches
from nrm.charts.source import ChartTables, Years, caption, source, title
from nrm.charts.theme import KIND_COLOURS, theme
from nrm.errors import UnknownName
from nrm.lexicons.countries import display_name
from nrm.model import Kind


def countries_table(corpus: ChartTables, kind: Kind = "physical") -> pd.DataFrame:
    """One row per country and list year: country, name, list_year, listings.

    Countries with most listings first, then by list year; `listings` is unknown for an edition that
    is not in the corpus. An empty country stands for markets of which the report names none.
    """
    counted = turnover(corpus.listings, corpus.editions, by=("kind", "country"))
    counted = counted[counted["kind"] == kind]
    totals = counted.groupby("country")["stock"].sum()
    ranked = counted.assign(_total=counted["country"].map(totals)).sort_values(
        ["_total", "country", "list_year"], ascending=[False, True, True], kind="stable"
    )
    names = [display_name(code) if code else "" for code in ranked["country"]]
    table = ranked[["country", "list_year", "stock"]].rename(columns={"stock": "listings"})
    table.insert(1, "name", names)
    return table.reset_index(drop=True)


def countries(
    corpus: ChartTables,
    ax: Axes | None = None,
    *,
    kind: Kind = "physical",
    years: Years | None = None,
    most: int = 18,
) -> Axes:
    """Draw the listings per country and edition, for the `most` countries with most listings.

    Physical markets count where they stand, online ones where the report says they are at home. `years` takes some
    editions only. Raises `UnknownName` where no market of the kind has a country, or there is no such edition.
    """
    matrix = presence(corpus.listings, corpus.editions)
    of = source(corpus, matrix, years)
    table = countries_table(corpus, kind)
    table = table[table["list_year"].isin(of.years)]
    totals = table.groupby("country", sort=False)["listings"].sum().sort_values(ascending=False, kind="stable")
    named = [str(code) for code, total in totals.items() if code and total]
    if not named:
        raise UnknownName(f"countries: the corpus gives no country for any {kind} market")
    shown = named[:most]
    partial = [year for year in of.held if matrix.coverage[kind][year] != "complete"]
    least = "≥" if partial or of.missing else ""
    rows = []
    for code in shown:
        part = table[(table["country"] == code) & table["listings"].notna()]
        numbers = {int(y): int(n) for y, n in zip(part["list_year"], part["listings"], strict=True)}
        rows.append((display_name(code), numbers, f"{least}{sum(numbers.values())}"))
    with theme():
        ax = axes(ax, width_inches([label for label, _, _ in rows], len(of.years)), len(rows) * ROW_INCHES + 1.9)
        draw_rows(ax, rows, of.years, of, colour=KIND_COLOURS[kind], partial=partial)
        where = "where they stand" if kind == "physical" else "where the reports say they are at home"
        title(
            ax, f"Countries over time: {kind} markets", f"Listings per edition by country, {where}; total at the right"
        )
        caption(ax, of, *_left_out(table, named, shown))
        said = "; ".join(f"{name} {total}" for name, _, total in rows)
        describe(ax, f"Bars of {kind} listings per edition for each country. Listings in all: {said}. {of.caption()}")
    return ax


def _left_out(table: pd.DataFrame, named: list[str], shown: list[str]) -> list[str]:
    rest = int(table.loc[table["country"].isin(named[len(shown) :]), "listings"].sum())
    nowhere = int(table.loc[table["country"] == "", "listings"].sum())
    parts = []
    if len(named) > len(shown):
        parts.append(f"Not shown: {len(named) - len(shown)} more countries with {count(rest, 'listing')}.")
    if nowhere:
        parts.append(f"No country given: {count(nowhere, 'listing')}.")
    return [" ".join(parts)] if parts else []
