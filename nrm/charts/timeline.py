"""The timeline of spells: one row a market, grouped by kind, ordered by when they came and went."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from nrm.analysis.coverage import KINDS
from nrm.analysis.history import history
from nrm.analysis.notices import LAW_NOTICE
from nrm.analysis.presence import Presence
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
from nrm.charts.source import ChartTables, Source, Years, caption, source, title
from nrm.charts.theme import KIND_COLOURS, KIND_NAMES, theme
from nrm.model import Kind


def timeline(
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
    """Draw when each market was listed; all rows, or one page of them (counted from 1).

    A filled bar is a spell. An open, hatched cell is an edition that is missing or partial and
    cannot say whether a market that was listed before was listed. An arrow head to the left: it was
    on the corpus's first edition, and what came before is unknown; to the right: on its newest. With
    `years`, of which only the markets listed in them are drawn, the arrow heads also say that a spell
    goes on beyond these editions. Raises `UnknownName` where nothing is left to draw.
    """
    whole = history(corpus)
    of = source(corpus, whole.presence, years)
    rows = market_rows(corpus, whole, kind=kind, country=country, markets=markets, years=of.held if years else None)
    rows, page_note = one_page(rows, page, rows_per_page)
    grid = Grid.fitting(rows, len(of.years))
    with theme():
        ax = axes(ax, grid.width_inches, grid.height_inches)
        draw_frame(ax, grid, of)
        for market, x, y in draw_lines(ax, rows, grid):
            _row(ax, market, whole.presence, of.years, grid, x, y)
        arrows = "◂ ▸ goes on beyond these editions" if years else "◂ on the first edition, ▸ on the newest"
        title(
            ax,
            f"When each market was on the list{page_note}",
            f"One row a market, ordered by first list year.  {arrows}",
            above=22,
        )
        caption(ax, of, unknown_note(of) + LAW_NOTICE, below=24)
        describe(ax, _alt(rows, of))
    return ax


def _row(
    ax: Axes, market: Mapping[Any, Any], matrix: Presence, years: Sequence[int], grid: Grid, x: float, y: int
) -> None:
    market_id, colour = str(market["market_id"]), KIND_COLOURS[market["kind"]]
    opening, closing = matrix.years.index(years[0]), matrix.years.index(years[-1])
    whole = matrix.states[market_id]
    states = whole[opening : closing + 1]
    first = whole.index("listed") - opening
    for state, group in groupby(enumerate(states), key=lambda pair: pair[1]):
        editions = [edition for edition, _ in group]
        if state == "listed":
            start, length = editions[0], len(editions)
            box = Rectangle((x + start - 0.45, y - 0.3), length - 0.1, 0.6, gid=f"spell-{market_id}-{start}")
            box.set(facecolor=colour, edgecolor="none", zorder=2)
            ax.add_patch(box)
        elif state == "unknown":
            for edition in editions:
                if edition > first:
                    unknown_box(ax, x + edition, y, f"unknown-{market_id}-{edition}")
    # At the edge of the corpus nothing is known of what lies beyond; within it, the neighbouring edition says it.
    beyond = [*whole[:opening][-1:], "listed"][0], [*whole[closing + 1 :], "listed"][0]
    left, right = x - 0.5 - grid.arrow, x + len(states) - 0.5 + grid.arrow
    for end, place, marker, side in ((0, left, "<", "before"), (-1, right, ">", "after")):
        if states[end] == beyond[end] == "listed":
            ax.plot([place], [y], marker=marker, markersize=2.6, color=colour, gid=f"{side}-{market_id}")


def _alt(rows: pd.DataFrame, of: Source) -> str:
    kinds = [str(kind) for kind in rows["kind"]]
    counts = " and ".join(f"{kinds.count(kind)} {KIND_NAMES[kind]}" for kind in KINDS if kind in kinds)
    listed = int((rows["status"] == "listed").sum())
    back = int(rows["gaps"].map(any).sum())
    return (
        f"Timeline of the spells of {counts}; {listed} of them are on the newest list, {back} came "
        f"back after a gap. {of.caption()}"
    )
