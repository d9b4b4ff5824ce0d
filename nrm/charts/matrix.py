"""Markets against editions, cell by cell: first listed, retained, relisted, gone, unknown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from nrm.analysis.history import History, history
from nrm.analysis.notices import LAW_NOTICE
from nrm.charts.canvas import axes, describe
from nrm.charts.market_grid import (
    ROWS_PER_COLUMN,
    Grid,
    draw_frame,
    draw_lines,
    market_rows,
    one_page,
    unknown_box,
    unknown_note,
)
from nrm.charts.source import ChartTables, Years, caption, shown_years, source, title
from nrm.charts.theme import BLUE, DEEP_BLUE, INK, PALE_BLUE, PAPER, UNKNOWN, VERMILION, theme
from nrm.model import Kind

# What a cell shows: an event of the history, or a listing whose event is unknown.
_CELLS = {
    "listed": ("first known listing", DEEP_BLUE),
    "retained": ("retained", PALE_BLUE),
    "relisted": ("relisted after a gap", VERMILION),
    "unknown": ("listed, perhaps before too", PAPER),
}


def matrix_table(
    corpus: ChartTables,
    *,
    kind: Kind | None = None,
    country: str | None = None,
    markets: Iterable[str] | None = None,
    years: Years | None = None,
) -> pd.DataFrame:
    """Index market_id in the order of the chart, a column per list year of the corpus's window, or of `years`.

    Cells: `listed`, `retained`, `relisted` or `unknown` where the edition lists the market (what
    happened to it); `absent` or `not established` where it does not.
    """
    whole = history(corpus)
    shown = shown_years(whole.presence, years)
    rows = market_rows(corpus, whole, kind=kind, country=country, markets=markets, years=_listing(whole, years))
    return _table(whole, rows, shown)


def _listing(whole: History, years: Years | None) -> list[int] | None:
    """The list years of which one must list a market for it to be drawn; `None` if all markets are."""
    if years is None:
        return None
    return [year for year in shown_years(whole.presence, years) if whole.presence.in_corpus(year)]


def _table(whole: History, rows: pd.DataFrame, shown: Sequence[int]) -> pd.DataFrame:
    words = {"listed": "", "absent": "absent", "unknown": "not established"}
    years = whole.presence.years
    columns = (whole.events[name] for name in ("market_id", "list_year", "event"))
    events = {(market, int(year)): str(event) for market, year, event in zip(*columns, strict=True)}
    table = {
        market: [
            words[state] or events[market, year]
            for year, state in zip(years, whole.presence.states[market], strict=True)
            if year in shown
        ]
        for market in map(str, rows["market_id"])
    }
    return pd.DataFrame.from_dict(table, orient="index", columns=pd.Index(shown)).rename_axis("market_id")


def matrix(
    corpus: ChartTables,
    ax: Axes | None = None,
    *,
    kind: Kind | None = None,
    country: str | None = None,
    markets: Iterable[str] | None = None,
    years: Years | None = None,
    page: int | None = None,
    rows_per_page: int = ROWS_PER_COLUMN,
) -> Axes:
    """Draw every market against every edition; all rows, or one page of them (counted from 1).

    A dot is an established absence after the first listing, an open hatched cell one that is not
    established. With `years` only these editions and the markets that they list are drawn, as what
    the others say makes them. Raises `UnknownName` where nothing is left to draw.
    """
    whole = history(corpus)
    of = source(corpus, whole.presence, years)
    rows = market_rows(corpus, whole, kind=kind, country=country, markets=markets, years=_listing(whole, years))
    rows, page_note = one_page(rows, page, rows_per_page)
    table = _table(whole, rows, of.years)
    cells = {str(market): list(words) for market, words in zip(table.index, table.to_numpy(), strict=True)}
    grid = Grid.fitting(rows, len(of.years))
    with theme():
        ax = axes(ax, grid.width_inches, grid.height_inches)
        draw_frame(ax, grid, of)
        dots: list[tuple[float, float]] = []
        for market, x, y in draw_lines(ax, rows, grid):
            market_id = str(market["market_id"])
            dots += _row(ax, market_id, cells[market_id], market["first_year"] < of.years[0], x, y)
        if dots:
            # All at once: a thousand lines of one point each take long to draw.
            ax.plot(*zip(*dots, strict=True), ".", markersize=1.5, color=UNKNOWN, gid="absent")
        title(ax, f"Every market, every edition{page_note}", "", above=22)
        _key(ax, set(table.to_numpy().ravel()))
        caption(ax, of, "Ordered by first list year. " + unknown_note(of) + LAW_NOTICE, below=24)
        counts = ", ".join(f"{name}: {int((table == word).sum().sum())}" for word, (name, _) in _CELLS.items())
        describe(ax, f"Matrix of {len(table)} markets and {len(table.columns)} editions. {counts}. {of.caption()}")
    return ax


def _row(ax: Axes, market_id: str, words: list[str], seen: bool, x: float, y: int) -> Iterator[tuple[float, float]]:
    """Draw a market's cells; yield the places of dots, for absences after a listing.

    `seen`: it was listed before the editions drawn.
    """
    for edition, word in enumerate(words):
        if word in _CELLS:
            seen = True
            cell = Rectangle((x + edition - 0.44, y - 0.36), 0.88, 0.72, gid=f"cell-{market_id}-{edition}")
            border = BLUE if word == "unknown" else "none"
            cell.set(facecolor=_CELLS[word][1], edgecolor=border, linewidth=0.9, zorder=2)
            ax.add_patch(cell)
        elif seen and word == "absent":
            yield x + edition, y
        elif seen:
            unknown_box(ax, x + edition, y, f"unknown-{market_id}-{edition}")


def _key(ax: Axes, present: set[str]) -> None:
    """Coloured squares with their meaning, and the dot's, in a line above the chart."""
    marks = {word: ("□", BLUE) if word == "unknown" else ("■", colour) for word, (_, colour) in _CELLS.items()}
    names = {word: name for word, (name, _) in _CELLS.items()} | {"absent": "not listed"}
    place = 0.0
    for word, (sign, colour) in (marks | {"absent": ("•", UNKNOWN)}).items():
        if word not in present:
            continue
        for text, ink, size in ((sign, colour, 10.5), (names[word], INK, 9.0)):
            ax.annotate(
                text,
                xy=(0, 1),
                xytext=(place, 22),
                xycoords="axes fraction",
                textcoords="offset points",
                color=ink,
                fontsize=size,
                va="bottom",
                annotation_clip=False,
            )
            place += 13 if text == sign else 4.9 * len(text) + 12
