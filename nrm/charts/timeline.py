"""The timeline of spells: one row a market, grouped by kind, ordered by when they came and went.

Many rows are laid out in columns side by side, read from top to bottom and from left to right.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from nrm.analysis import cells
from nrm.analysis.coverage import KINDS
from nrm.analysis.history import History, history
from nrm.charts.canvas import axes, describe
from nrm.charts.source import LAW_NOTICE, ChartTables, Source, caption, source, title
from nrm.charts.theme import (
    FAINT,
    GRID,
    INK,
    KIND_COLOURS,
    KIND_NAMES,
    SMALL_SIZE,
    TINY_SIZE,
    UNKNOWN,
    UNKNOWN_HATCH,
    theme,
)
from nrm.errors import UnknownName
from nrm.model import Kind

ROWS_PER_COLUMN = 64
_ROW_INCHES, _YEAR_INCHES, _LABEL_YEARS = 0.155, 0.19, 11.5
_LONGEST_LABEL = 30


def timeline_rows(
    corpus: ChartTables,
    *,
    kind: Kind | None = None,
    country: str | None = None,
    markets: Iterable[str] | None = None,
) -> pd.DataFrame:
    """One row per market in the order of the chart, with the columns of `History.markets`.

    Grouped by kind, then by first list year, then those that stayed longer first; `countries` is
    added (ISO codes of its listings). `kind`, `country` (ISO code) and `markets` (ids) filter.
    """
    found = history(corpus.listings, corpus.editions).markets
    places: dict[str, set[str]] = {}
    columns = ("market_id", "country", "based_in")
    for row in cells.records(corpus.listings, columns, "listings"):
        place = cells.text(row["country"]) or cells.text(row["based_in"])
        places.setdefault(str(row["market_id"]), set()).update({place} - {""})
    found["countries"] = [tuple(sorted(places[str(market)])) for market in found["market_id"]]
    keep = pd.Series(True, index=found.index)
    if kind is not None:
        keep &= found["kind"] == kind
    if country is not None:
        keep &= found["countries"].map(lambda codes: country.upper() in codes)
    if markets is not None:
        keep &= found["market_id"].isin(list(markets))
    order = found[keep].assign(_group=found["kind"].map({kind: place for place, kind in enumerate(KINDS)}).astype(int))
    order = order.sort_values(
        ["_group", "first_year", "last_year", "editions", "market_id"],
        ascending=[True, True, False, False, True],
        kind="stable",
    )
    return order.drop(columns="_group").reset_index(drop=True)


def timeline(
    corpus: ChartTables,
    ax: Axes | None = None,
    *,
    kind: Kind | None = None,
    country: str | None = None,
    markets: Iterable[str] | None = None,
    page: int | None = None,
    rows_per_page: int = ROWS_PER_COLUMN,
) -> Axes:
    """Draw when each market was listed; all rows, or one page of them (counted from 1).

    A filled bar is a spell. An open, hatched box is an edition that is missing or partial and
    cannot say whether a market that was listed before was listed. An arrow head to the left: what
    came before the corpus's first edition is unknown; to the right: still on its newest.
    Raises `UnknownName` where nothing is left to draw.
    """
    whole = history(corpus.listings, corpus.editions)
    rows = timeline_rows(corpus, kind=kind, country=country, markets=markets)
    pages = max(1, ceil(len(rows) / rows_per_page))
    if rows.empty:
        raise UnknownName("timeline: no market in the corpus is of that kind, country or name")
    if page is not None:
        if not 1 <= page <= pages:
            raise UnknownName(f"timeline: no page {page}; there are {pages}")
        rows = rows.iloc[(page - 1) * rows_per_page : page * rows_per_page]
    grid = Grid.fitting(len(rows) + rows["kind"].nunique(), len(whole.presence.years))
    numbered = f" (page {page} of {pages})" if page is not None and pages > 1 else ""
    with theme():
        ax = axes(ax, grid.width_inches, grid.height_inches)
        _draw(ax, rows, whole, grid, source(corpus, whole.presence), numbered)
    return ax


@dataclass(frozen=True, slots=True)
class Grid:
    """Where a row and an edition are: `columns` side by side, `depth` rows each, y downwards."""

    columns: int
    depth: int
    years: int

    @classmethod
    def fitting(cls, rows: int, years: int) -> Grid:
        """As many columns as keep each within `ROWS_PER_COLUMN` and a few headings."""
        columns = ceil(rows / (ROWS_PER_COLUMN + 4))
        return cls(columns, ceil(rows / columns), years)

    @property
    def stride(self) -> float:
        """From one column to the next, in editions: the editions and the labels before them."""
        return self.years + _LABEL_YEARS

    @property
    def width_inches(self) -> float:
        """Wide enough for the labels and the title."""
        return max(7.5, self.columns * self.stride * _YEAR_INCHES + 0.4)

    @property
    def height_inches(self) -> float:
        """All rows, title and caption."""
        return self.depth * _ROW_INCHES + 2.0

    def place(self, row: int, edition: int) -> tuple[float, float]:
        """The middle of the cell of a row (from 0 through all columns) and an edition (from 0)."""
        return (row // self.depth) * self.stride + edition, row % self.depth


def _draw(ax: Axes, rows: pd.DataFrame, whole: History, grid: Grid, of: Source, page: str) -> None:
    years = whole.presence.years
    _frame(ax, grid, years, of)
    line, group = -1, ""
    for market in rows.to_dict("records"):
        line += 1
        if market["kind"] != group:
            group = market["kind"]
            heading = f"{KIND_NAMES[market['kind']]} ({(rows['kind'] == group).sum()})"
            x, y = grid.place(line, 0)
            ax.text(
                x - 0.6,
                y,
                heading.capitalize(),
                fontweight="bold",
                fontsize=SMALL_SIZE,
                va="center",
            )
            line += 1
        _row(ax, market, whole, grid, line)
    title(
        ax,
        f"When each market was on the list{page}",
        "One row a market, one place an edition; ordered by first list year. ◂ listed in the first "
        "edition, ▸ in the newest",
        above=22,
    )
    hatched = "Hatched: the edition is missing or not verified and cannot say." * bool(of.missing or of.partial)
    caption(ax, of, f"{hatched} {LAW_NOTICE}".strip(), below=24, wrap=int(grid.width_inches * 17))
    describe(ax, _alt(rows, of))


def _frame(ax: Axes, grid: Grid, years: tuple[int, ...], of: Source) -> None:
    ax.set_xlim(-_LABEL_YEARS + 0.5, (grid.columns - 1) * grid.stride + grid.years + 0.2)
    ax.set_ylim(grid.depth - 0.3, -0.9)
    ax.yaxis.set_visible(False)
    for spine in ax.spines.values():
        spine.set_visible(False)
    step = 1 if grid.years <= 6 else 2
    ticks: list[float] = []
    labels: list[str] = []
    for column in range(grid.columns):
        for edition in range(0, grid.years, step):
            ticks.append(column * grid.stride + edition)
            labels.append(f"’{years[edition] % 100:02d}")
        for edition, year in enumerate(years):
            x = column * grid.stride + edition
            ax.axvline(x, color=GRID, linewidth=0.5, zorder=0)
            if year in of.missing:
                box = Rectangle((x - 0.5, -0.8), 1, grid.depth + 0.5, gid=f"missing-{year}")
                box.set(facecolor="#ececec", edgecolor="none", zorder=0.2)
                ax.add_patch(box)
    ax.set_xticks(ticks, labels)
    ax.tick_params(axis="x", labelsize=TINY_SIZE, length=0, labeltop=True, labelbottom=True, labelcolor=FAINT)


def _row(ax: Axes, market: Mapping[Any, Any], whole: History, grid: Grid, line: int) -> None:
    market_id = str(market["market_id"])
    colour = KIND_COLOURS["online" if market["kind"] == "online" else "physical"]
    x, y = grid.place(line, 0)
    codes = cells.texts(market["countries"])
    name = _shortened(str(market["name"]))
    ax.text(
        x - 1.0,
        y,
        f"{name} {codes[0]}" if len(codes) == 1 and market["kind"] == "physical" else name,
        ha="right",
        va="center",
        fontsize=TINY_SIZE - 0.8,
        color=INK,
        gid=f"label-{market_id}",
    )
    states = whole.presence.states[market_id]
    first = states.index("listed")
    start = None
    for edition, state in enumerate((*states, "end")):
        if state == "listed" and start is None:
            start = edition
        elif state != "listed" and start is not None:
            _bar(ax, x + start - 0.5, x + edition - 0.5, y, colour, f"spell-{market_id}-{start}")
            start = None
        if state == "unknown" and edition > first:
            box = Rectangle((x + edition - 0.5, y - 0.3), 1, 0.6, gid=f"unknown-{market_id}-{edition}")
            box.set(facecolor="none", edgecolor=UNKNOWN, hatch=UNKNOWN_HATCH * 2, linewidth=0.4)
            ax.add_patch(box)
    ends = ((states[0], -0.72, "<", "before"), (states[-1], grid.years - 0.28, ">", "after"))
    for state, offset, marker, side in ends:
        if state == "listed":
            ax.plot(
                [x + offset],
                [y],
                marker=marker,
                markersize=2.6,
                color=colour,
                gid=f"{side}-{market_id}",
            )


def _bar(ax: Axes, start: float, end: float, y: float, colour: str, gid: str) -> None:
    box = Rectangle((start + 0.05, y - 0.3), end - start - 0.1, 0.6, gid=gid)
    box.set(facecolor=colour, edgecolor="none", zorder=2)
    ax.add_patch(box)


def _shortened(name: str) -> str:
    return name if len(name) <= _LONGEST_LABEL else name[: _LONGEST_LABEL - 1].rstrip() + "…"


def _alt(rows: pd.DataFrame, of: Source) -> str:
    counts = ", ".join(
        f"{(rows['kind'] == kind).sum()} {KIND_NAMES[kind]}" for kind in KINDS if (rows["kind"] == kind).any()
    )
    back = int((rows["gaps"].map(any)).sum())
    return (
        f"Timeline of the spells of {counts}; {(rows['status'] == 'listed').sum()} of them are on "
        f"the newest list, {back} came back after a gap. {of.caption()}"
    )
