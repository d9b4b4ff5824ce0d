"""How often the reports say something, edition by edition."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes

from nrm.analysis.presence import presence
from nrm.analysis.text.choose_part import Wanted, choose_part
from nrm.analysis.text.frequencies import PER
from nrm.analysis.text.part import EVERYTHING, Part
from nrm.analysis.text.poisson import poisson_interval
from nrm.analysis.text.term_table import term_table
from nrm.charts.canvas import axes, describe
from nrm.charts.editions_axis import editions_axis, unknown_band
from nrm.charts.end_labels import LineEnd, end_labels
from nrm.charts.source import Source, caption, source, title
from nrm.charts.theme import FAINT, GRID, INK, PAPER, SEQUENCE, TINY_SIZE, theme
from nrm.errors import BadQuery

if TYPE_CHECKING:
    from nrm.corpus import Corpus

MOST_TERMS = 6
_MARKERS = "osD^vP"
_SPREAD = 0.09


def term_trend_table(corpus: Corpus, terms: Sequence[str], part: Part = EVERYTHING) -> pd.DataFrame:
    """One row per term and list year: term, list_year, count, words, per_10000, low, high.

    `low` and `high` are the exact 95 % limits of the rate (see `poisson_interval`). All but the first
    two are unknown for an edition that is not in the corpus, and the rates for one without a word.
    """
    table = term_table(corpus, part, asked=terms, by="edition")
    rows: list[tuple[object, ...]] = []
    for term in dict.fromkeys(row.term for row in table.rows):
        by_year = {int(row.group): row for row in table.rows if row.term == term}
        for year in table.coverage:
            row = by_year.get(year)
            if row is None or not row.words:
                rows.append((term, year, None, None, None, None, None))
                continue
            low, high = (PER * limit / row.words for limit in poisson_interval(row.count))
            rows.append((term, year, row.count, row.words, row.per_10000, low, high))
    frame = pd.DataFrame(rows, columns=["term", "list_year", "count", "words", "per_10000", "low", "high"])
    kinds = {"list_year": "Int64", "count": "Int64", "words": "Int64"}
    return frame.astype(kinds | dict.fromkeys(("per_10000", "low", "high"), "Float64"))


def term_trend(
    corpus: Corpus,
    terms: Iterable[str] | str,
    ax: Axes | None = None,
    *,
    chapters: Wanted = None,
    kinds: Wanted = None,
    countries: Wanted = None,
    markets: Wanted = None,
) -> Axes:
    """Draw the occurrences per 10,000 words with exact 95 % intervals, a line for each of at most six terms.

    Raises `BadQuery` for no term, for more, and for one without a word.
    """
    asked = [terms] if isinstance(terms, str) else list(terms)
    if not 1 <= len(asked) <= MOST_TERMS:
        raise BadQuery(f"the chart of terms shows one to {MOST_TERMS} terms; give some, such as `parcel catalogue`")
    part = choose_part(corpus, chapters=chapters, kinds=kinds, countries=countries, markets=markets)
    table = term_trend_table(corpus, asked, part)
    of = source(corpus, presence(corpus.listings, corpus.editions))
    with theme():
        ax = axes(ax, 10.5, 5.4)
        _draw(ax, table, of)
    return ax


def _draw(ax: Axes, table: pd.DataFrame, of: Source) -> None:
    years = sorted({int(year) for year in table["list_year"] if year in {*of.held, *of.missing}})
    words = {int(y): int(w) for y, w in zip(table["list_year"], table["words"], strict=True) if not pd.isna(w)}
    editions_axis(ax, years)
    labels = [f"{year}\n{words[year]:,}" if year in words else str(year) for year in years]
    ax.set_xticks(range(len(years)), labels)
    names = list(dict.fromkeys(str(term) for term in table["term"]))
    ends, said = [], []
    for number, term in enumerate(names):
        rows = table[(table["term"] == term) & table["list_year"].isin(years)].reset_index(drop=True)
        shift = _SPREAD * (number - (len(names) - 1) / 2)
        places = [place + shift for place in range(len(rows))]
        rates, low, high = (
            [float("nan") if pd.isna(value) else float(value) for value in rows[column]]
            for column in ("per_10000", "low", "high")
        )
        colour = SEQUENCE[number]
        ax.vlines(places, low, high, color=colour, linewidth=1.6, alpha=0.45, gid=f"interval-{term}")
        ax.plot(
            places,
            rates,
            color=colour,
            linewidth=1.8,
            marker=_MARKERS[number],
            markersize=6,
            markeredgecolor=PAPER,
            gid=f"term-{term}",
        )
        known = [(place, rate) for place, rate in zip(places, rates, strict=True) if rate == rate]
        if known:
            ends.append(LineEnd(len(years) - 0.75, known[-1][1], term, INK if colour in SEQUENCE[6:] else colour))
        numbers = [f"{y} {r:.1f}" for y, r in zip(rows["list_year"], rates, strict=True) if r == r]
        said.append(f"{term}: {', '.join(numbers) or 'unknown'}")
    top = max([1.0, *(float(value) for value in table["high"].dropna())])
    ax.set_ylim(0, top * 1.04)
    end_labels(ax, ends, gap=top * 0.055)
    for year in (year for year in of.missing if year in years):
        unknown_band(ax, years.index(year), "not in the corpus")
    ax.set_xlim(-0.7, len(years) + 0.2 + 0.17 * max(map(len, names)))
    ax.tick_params(axis="y", length=0)
    ax.tick_params(axis="x", labelsize=TINY_SIZE + 0.5, labelcolor=FAINT)
    ax.grid(axis="y", color=GRID)
    ax.spines["left"].set_visible(False)
    title(
        ax,
        "How often the reports say it",
        "Occurrences per 10,000 words, with exact 95 % intervals (Poisson); under each list year, its number of words",
    )
    caption(ax, of, "An edition that is not verified as complete may say more.", below=42)
    describe(ax, f"Lines of occurrences per 10,000 words per edition. {'; '.join(said)}. {of.caption()}")
