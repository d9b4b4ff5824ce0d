"""Markets against editions, cell by cell: first listed, retained, relisted, gone, unknown."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from nrm.analysis.history import history
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
from nrm.charts.source import ChartTables, caption, source, title
from nrm.charts.theme import BLUE, INK, PAPER, UNKNOWN, VERMILION, theme
from nrm.model import Kind

# What a cell shows: an event of the history, or a listing whose event is unknown.
_CELLS = {
    "listed": ("first known listing", BLUE),
    "retained": ("retained", "#a9d6f2"),
    "relisted": ("relisted after a gap", VERMILION),
    "unknown": ("listed, whether new is unknown", PAPER),
}


def matrix_table(
    corpus: ChartTables,
    *,
    kind: Kind | None = None,
    country: str | None = None,
    markets: Iterable[str] | None = None,
) -> pd.DataFrame:
    """Index market_id in the order of the chart, a column per list year of the corpus's window.

    Cells: `listed`, `retained`, `relisted` or `unknown` where the edition lists the market (what
    happened to it); `absent` or `not established` where it does not.
    """
    whole = history(corpus)
    rows = market_rows(corpus, whole, kind=kind, country=country, markets=markets)
    words = {"listed": "", "absent": "absent", "unknown": "not established"}
    years = whole.presence.years
    columns = (whole.events[name] for name in ("market_id", "list_year", "event"))
    events = {(market, int(year)): str(event) for market, year, event in zip(*columns, strict=True)}
    table = {
        market: [
            words[state] or events[market, year]
            for year, state in zip(years, whole.presence.states[market], strict=True)
        ]
        for market in map(str, rows["market_id"])
    }
    return pd.DataFrame.from_dict(table, orient="index", columns=pd.Index(years)).rename_axis("market_id")


def matrix(
    corpus: ChartTables,
    ax: Axes | None = None,
    *,
    kind: Kind | None = None,
    country: str | None = None,
    markets: Iterable[str] | None = None,
    page: int | None = None,
    rows_per_page: int = ROWS_PER_COLUMN,
) -> Axes:
    """Draw every market against every edition; all rows, or one page of them (counted from 1).

    A dot is an established absence after the first listing, an open hatched cell one that is not
    established. Raises `UnknownName` where nothing is left to draw.
    """
    whole = history(corpus)
    rows, page_note = one_page(
        market_rows(corpus, whole, kind=kind, country=country, markets=markets), page, rows_per_page
    )
    table = matrix_table(corpus, kind=kind, country=country, markets=markets)
    grid = Grid.fitting(rows, len(whole.presence.years))
    of = source(corpus, whole.presence)
    with theme():
        ax = axes(ax, grid.width_inches, grid.height_inches)
        draw_frame(ax, grid, whole.presence.years, of)
        for market, x, y in draw_lines(ax, rows, grid):
            _row(ax, str(market["market_id"]), list(table.loc[market["market_id"]]), x, y)
        title(ax, f"Every market, every edition{page_note}", "Ordered by first list year", above=22)
        _key(ax, {word for word in table.to_numpy().ravel() if word in _CELLS})
        caption(ax, of, unknown_note(of) + LAW_NOTICE, below=24, wrap=int(grid.width_inches * 17))
        counts = ", ".join(f"{name}: {int((table == word).sum().sum())}" for word, (name, _) in _CELLS.items())
        describe(ax, f"Matrix of {len(table)} markets and {len(table.columns)} editions. {counts}. {of.caption()}")
    return ax


def _row(ax: Axes, market_id: str, words: list[str], x: float, y: int) -> None:
    seen = False
    for edition, word in enumerate(words):
        if word in _CELLS:
            seen = True
            cell = Rectangle((x + edition - 0.44, y - 0.36), 0.88, 0.72, gid=f"cell-{market_id}-{edition}")
            border = BLUE if word == "unknown" else "none"
            cell.set(facecolor=_CELLS[word][1], edgecolor=border, linewidth=0.9, zorder=2)
            ax.add_patch(cell)
        elif seen and word == "absent":
            ax.plot([x + edition], [y], ".", markersize=1.5, color=UNKNOWN)
        elif seen:
            unknown_box(ax, x + edition, y, f"unknown-{market_id}-{edition}")


def _key(ax: Axes, present: set[str]) -> None:
    """Coloured squares with their meaning, in a line above the chart."""
    place = 155.0
    for word, (name, colour) in _CELLS.items():
        if word in present:
            square = ("□", BLUE, 10.5) if word == "unknown" else ("■", colour, 10.5)
            for text, ink, size in (square, (name, INK, 9.0)):
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
                place += 13 if text in "■□" else 5.4 * len(name) + 14
