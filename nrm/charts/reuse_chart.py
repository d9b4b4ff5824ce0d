"""How much of the entries was carried over from the edition before, over the years."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes

from nrm.analysis.presence import presence
from nrm.analysis.text.choose_part import choose_part
from nrm.analysis.text.reuse import Reuse
from nrm.analysis.text.reuse import reuse as reuse_rows
from nrm.analysis.text.reuse_by_year import reuse_by_year
from nrm.charts.canvas import axes, describe
from nrm.charts.editions_axis import editions_axis, unknown_band
from nrm.charts.source import Source, caption, source, title
from nrm.charts.theme import BLUE, FAINT, GRID, INK, PAPER, SKY, SMALL_SIZE, TINY_SIZE, theme
from nrm.errors import UnknownName

if TYPE_CHECKING:
    from nrm.corpus import Corpus

# Entries of nearly the same share stand apart: the next one four places further, of eleven.
_DOT_PLACES, _STEP = 11, 4


def reuse_table(corpus: Corpus, market: str | None = None) -> pd.DataFrame:
    """One row per list year (see `ReuseOfYear`), of all markets or of one (by id, name or domain)."""
    return pd.DataFrame(reuse_by_year(_rows(corpus, market)))


def reuse(corpus: Corpus, ax: Axes | None = None, *, market: str | None = None) -> Axes:
    """Draw the share of the words that was carried over from the edition before, of all markets or of one.

    A bar is all entries of an edition together that are on both lists; a dot is one of them. Raises
    `UnknownName` for an unknown market, and where no entry can be compared.
    """
    rows = _rows(corpus, market)
    years = reuse_by_year(rows)
    if not any(one.compared for one in years):
        raise UnknownName(
            f"reuse: no entry{f' on {market}' if market else ''} can be compared with one of the edition before"
        )
    of = source(corpus, presence(corpus.listings, corpus.editions))
    dots = {
        year: sorted(
            {row.entry_id: row.share for row in rows if row.list_year == year and row.share is not None}.values()
        )
        for year in of.held
    }
    name = rows[-1].name if market else ""
    with theme():
        ax = axes(ax, 10.0, 5.2)
        _draw(ax, pd.DataFrame(years), {} if market else dots, of, name)
    return ax


def _rows(corpus: Corpus, market: str | None) -> list[Reuse]:
    rows = reuse_rows(corpus)
    if market is None:
        return rows
    wanted = choose_part(corpus, markets=market).markets
    return [row for row in rows if row.market_id in wanted]


def _draw(ax: Axes, table: pd.DataFrame, dots: dict[int, list[float]], of: Source, name: str) -> None:
    years = sorted({*of.held, *of.missing})
    editions_axis(ax, years)
    rows = {int(row["list_year"]): row for row in table.to_dict("records")}
    labels, said = [], []
    for place, year in enumerate(years):
        row = rows.get(year)
        compared = int(row["compared"]) if row else 0
        labels.append(f"{year}\n{compared}" if not name else str(year))
        if year in of.missing:
            unknown_band(ax, place, "not in the corpus")
        elif row is None:
            _word(ax, place, "not listed")
        elif compared:
            share = float(row["share"])
            (bar,) = ax.bar(place, share, 0.78, color=SKY if dots else BLUE, edgecolor=PAPER)
            bar.set_gid(f"share-{year}")
            for number, one in enumerate(dots.get(year, ())):
                across = 0.3 * (2 * (_STEP * number % _DOT_PLACES) / (_DOT_PLACES - 1) - 1)
                ax.plot(place + across, one, ".", color=INK, alpha=0.35, markersize=4, gid=f"entry-{year}-{number}")
            ax.text(
                place, 1.03, f"{100 * share:.0f} %", ha="center", va="bottom", fontsize=SMALL_SIZE, fontweight="bold"
            )
            said.append(f"{year}: {100 * share:.0f} % of {int(row['words']):,} words")
        elif row["not_established"]:
            _word(ax, place, "not established")
        else:
            _word(ax, place, "not on the list before")
    ax.set_xticks(range(len(years)), labels)
    ax.set_ylim(0, 1.12)
    ax.set_yticks([0, 0.25, 0.5, 0.75, 1], ["0 %", "25 %", "50 %", "75 %", "100 %"])
    ax.tick_params(axis="y", length=0)
    ax.grid(axis="y", color=GRID)
    ax.spines["left"].set_visible(False)
    entries = f"the entry on {name}" if name else "the entries on both lists"
    under = "" if name else "; under each list year, how many these are"
    title(
        ax,
        f"How much is carried over from year to year{f': {name}' if name else ''}",
        f"Share of the words of {entries} that stand word for word in the edition before{under}",
    )
    more = "Runs of at least five words count, the longest first (greedy string tiling)."
    caption(ax, of, more + (" A dot is an entry." if dots else ""), below=30 if name else 42)
    describe(ax, f"Bars of the share of words carried over from the edition before. {'; '.join(said)}. {of.caption()}")


def _word(ax: Axes, place: int, text: str) -> None:
    ax.text(place, 0.02, text, rotation=90, ha="center", va="bottom", fontsize=TINY_SIZE, color=FAINT)
