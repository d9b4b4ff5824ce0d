"""The category mix: the groups under which the early reports list their markets."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pandas as pd
from matplotlib.axes import Axes

from nrm.analysis import cells
from nrm.analysis.phrases import years as years_phrase
from nrm.analysis.presence import presence
from nrm.charts.canvas import axes, describe
from nrm.charts.edition_rows import ROW_INCHES, draw_rows, width_inches
from nrm.charts.source import ChartTables, Years, caption, source, title
from nrm.charts.theme import BLUE, theme
from nrm.errors import UnknownName


def categories_table(corpus: ChartTables) -> pd.DataFrame:
    """One row per category and list year: category, list_year, listings; most listings first.

    Only editions that group their markets are in it, and of these only markets of a kind that is
    grouped; an empty category is for those of them that stand outside the groups.
    """
    columns = ("list_year", "kind", "category")
    rows = [(int(y), k, cells.text(c)) for y, k, c in _values(corpus, columns)]
    grouped = {(year, kind) for year, kind, category in rows if category}
    counts = Counter((category, year) for year, kind, category in rows if (year, kind) in grouped)
    grouping = sorted({year for year, _ in grouped})
    totals: Counter[str] = Counter()
    for (category, _), number in counts.items():
        totals[category] += number
    ranked = sorted(totals, key=lambda category: (category == "", -totals[category], category))
    return pd.DataFrame(
        [(category, year, counts[category, year]) for category in ranked for year in grouping],
        columns=["category", "list_year", "listings"],
    )


def _values(corpus: ChartTables, columns: tuple[str, ...]) -> list[tuple[Any, ...]]:
    return [tuple(row.values()) for row in cells.records(corpus.listings, columns, "listings")]


def categories(corpus: ChartTables, ax: Axes | None = None, *, years: Years | None = None) -> Axes:
    """Draw the listings per category and edition, for the editions that have categories.

    `years` takes some editions only. Raises `UnknownName` where none of them groups its markets.
    """
    of = source(corpus, presence(corpus.listings, corpus.editions), years)
    table = categories_table(corpus)
    table = table[table["list_year"].isin(of.years)]
    if table.empty:
        raise UnknownName("categories: none of the corpus's editions drawn groups its markets")
    grouping = sorted({int(year) for year in table["list_year"]})
    shown = [year for year in of.years if grouping[0] <= year <= grouping[-1]]
    least = "≥" if {*of.missing, *of.partial} & set(shown) else ""
    rows = []
    for category, part in table.groupby("category", sort=False):
        numbers = {int(y): int(n) for y, n in zip(part["list_year"], part["listings"], strict=True)}
        if any(numbers.values()):
            rows.append((str(category) or "no group", numbers, f"{least}{sum(numbers.values())}"))
    with theme():
        ax = axes(ax, width_inches([label for label, _, _ in rows], len(shown)), len(rows) * ROW_INCHES + 1.9)
        draw_rows(ax, rows, shown, of, colour=BLUE, partial=of.partial)
        without = [year for year in of.held if year not in grouping]
        note = f"Editions that do not group their markets: {years_phrase(without)}." if without else ""
        title(ax, "The reports’ own categories", "Listings per edition by category as printed; total at the right")
        caption(ax, of, note)
        said = "; ".join(f"{name} {total}" for name, _, total in rows)
        describe(ax, f"Bars of listings per edition for each category. Listings in all: {said}. {of.caption()}")
    return ax
