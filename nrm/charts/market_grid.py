"""A grid of markets against editions, laid out in columns side by side, for many rows on one sheet.

Rows are read from top to bottom and from left to right; each kind has a heading of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from math import ceil
from typing import Any

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from nrm.analysis import cells
from nrm.analysis.coverage import KINDS
from nrm.analysis.history import History
from nrm.charts.source import ChartTables, Source
from nrm.charts.theme import FAINT, GRID, INK, KIND_NAMES, SMALL_SIZE, TINY_SIZE, UNKNOWN, UNKNOWN_HATCH
from nrm.errors import UnknownName
from nrm.model import Kind

ROWS_PER_COLUMN = 64
_ROW_INCHES, _LABEL_INCHES = 0.155, 2.2
# An edition's width: narrow where there are many, or several columns; no wider than looks well where there are few.
_NARROW, _WIDE, _ONE_COLUMN = 0.19, 0.45, 4.6
_NARROWEST_FIGURE = 7.6
_LONGEST_LABEL = 30
# From the first edition to the middle of an arrow head, and to the label.
_ARROW_INCHES, _GAP_INCHES = 0.045, 0.1


def market_rows(
    corpus: ChartTables,
    whole: History,
    *,
    kind: Kind | None = None,
    country: str | None = None,
    markets: Iterable[str] | None = None,
    years: Iterable[int] | None = None,
) -> pd.DataFrame:
    """One row per market in the order of the charts, with the columns of `History.markets`.

    Grouped by kind, then by first list year, then those that stayed longer first; `countries` is
    added (ISO codes of its listings). `kind`, `country` (ISO code), `markets` (ids) and `years`
    (list years of which one lists it) filter. Raises `UnknownName` where nothing is left.
    """
    places: dict[str, set[str]] = {}
    columns = ("market_id", "country", "based_in")
    for row in cells.records(corpus.listings, columns, "listings"):
        place = cells.text(row["country"]) or cells.text(row["based_in"])
        places.setdefault(str(row["market_id"]), set()).update({place} - {""})
    found = whole.markets.copy()
    found["countries"] = [tuple(sorted(places[str(market)])) for market in found["market_id"]]
    keep = pd.Series(True, index=found.index)
    if kind is not None:
        keep &= found["kind"] == kind
    if country is not None:
        keep &= found["countries"].map(lambda codes: country.upper() in codes)
    if markets is not None:
        keep &= found["market_id"].isin(list(markets))
    if years is not None:
        places_of_years = [whole.presence.years.index(year) for year in years]
        states = whole.presence.states
        keep &= found["market_id"].map(lambda market: any(states[market][at] == "listed" for at in places_of_years))
    found = found[keep]
    if found.empty:
        raise UnknownName("no market in the corpus is of that kind, country, name or list year")
    places_of_kinds = {kind: place for place, kind in enumerate(KINDS)}
    found = found.assign(_group=[places_of_kinds[kind] for kind in found["kind"]])
    order = ["_group", "first_year", "last_year", "editions", "market_id"]
    found = found.sort_values(order, ascending=[True, True, False, False, True], kind="stable")
    return found.drop(columns="_group").reset_index(drop=True)


def one_page(rows: pd.DataFrame, page: int | None, rows_per_page: int) -> tuple[pd.DataFrame, str]:
    """The rows of a page (from 1), and what to add to the headline; all rows where no page is given.

    Raises `UnknownName` where there is no such page.
    """
    pages = ceil(len(rows) / rows_per_page)
    if page is None:
        return rows, ""
    if not 1 <= page <= pages:
        raise UnknownName(f"there is no page {page}; the last is {pages}")
    part = rows.iloc[(page - 1) * rows_per_page : page * rows_per_page]
    return part, f" (page {page} of {pages})" if pages > 1 else ""


@dataclass(frozen=True, slots=True)
class Grid:
    """Where a row and an edition are: `columns` side by side, `depth` rows each, y downwards."""

    columns: int
    depth: int
    editions: int
    edition_inches: float

    @classmethod
    def fitting(cls, rows: pd.DataFrame, editions: int) -> Grid:
        """As many columns as keep each within `ROWS_PER_COLUMN` and a few headings."""
        lines = len(rows) + rows["kind"].nunique()
        columns = ceil(lines / (ROWS_PER_COLUMN + 4))
        inches = _NARROW if columns > 1 else min(_WIDE, max(_NARROW, _ONE_COLUMN / editions))
        return cls(columns, ceil(lines / columns), editions, inches)

    @property
    def label_editions(self) -> float:
        """The width of the labels, in editions."""
        return _LABEL_INCHES / self.edition_inches

    @property
    def arrow(self) -> float:
        """From the edge of an outer edition to the middle of an arrow head beside it, in editions."""
        return _ARROW_INCHES / self.edition_inches

    @property
    def stride(self) -> float:
        """From one column to the next, in editions: the editions and the labels before them."""
        return self.editions + self.label_editions

    @property
    def width_inches(self) -> float:
        """Wide enough for the labels and the headline."""
        return max(_NARROWEST_FIGURE, self.columns * self.stride * self.edition_inches + 0.4)

    @property
    def height_inches(self) -> float:
        """All rows, headline and caption."""
        return self.depth * _ROW_INCHES + 2.2

    def place(self, line: int) -> tuple[float, int]:
        """The middle of the first edition's cell of a line, counted from 0 through all columns."""
        return (line // self.depth) * self.stride, line % self.depth


def draw_frame(ax: Axes, grid: Grid, of: Source) -> None:
    """List years above and below each column; a grey band where an edition is missing."""
    left = -grid.label_editions + 0.5
    # Where the headline is wider than the grid, the grid stands at the left and keeps its scale.
    all_columns = (grid.columns - 1) * grid.stride + grid.editions + 0.2
    ax.set_xlim(left, max(all_columns, left + (grid.width_inches - 0.4) / grid.edition_inches))
    ax.set_ylim(grid.depth - 0.3, -0.9)
    ax.yaxis.set_visible(False)
    for spine in ax.spines.values():
        spine.set_visible(False)
    step = 1 if grid.edition_inches > 1.5 * _NARROW else 2
    ticks: list[float] = []
    labels: list[str] = []
    for column in range(grid.columns):
        for edition, year in enumerate(of.years):
            x = column * grid.stride + edition
            if edition % step == 0:
                ticks.append(x)
                labels.append(f"’{year % 100:02d}")
            ax.axvline(x, color=GRID, linewidth=0.5, zorder=0)
            if year in of.missing:
                band = Rectangle((x - 0.5, -0.8), 1, grid.depth + 0.5, gid=f"missing-{year}")
                band.set(facecolor="#ececec", edgecolor="none", zorder=0.2)
                ax.add_patch(band)
    ax.set_xticks(ticks, labels)
    ax.tick_params(axis="x", labelsize=TINY_SIZE, length=0, labeltop=True, labelbottom=True, labelcolor=FAINT)


def draw_lines(ax: Axes, rows: pd.DataFrame, grid: Grid) -> Iterator[tuple[Mapping[Any, Any], float, int]]:
    """Draw the headings and labels; yield each market with the x and y of its first edition."""
    line, group = -1, ""
    labels = _labels(rows)
    for market in rows.to_dict("records"):
        line += 1
        if market["kind"] != group:
            group = market["kind"]
            heading = f"{KIND_NAMES[market['kind']]} ({(rows['kind'] == group).sum()})".capitalize()
            x, y = grid.place(line)
            ax.text(x - 0.6, y, heading, fontweight="bold", fontsize=SMALL_SIZE, va="center")
            line += 1
        x, y = grid.place(line)
        ax.text(
            x - 0.5 - _GAP_INCHES / grid.edition_inches,
            y,
            labels[market["market_id"]],
            ha="right",
            va="center",
            fontsize=TINY_SIZE - 0.8,
            color=INK,
            gid=f"label-{market['market_id']}",
            # Labels stand within the axes: measuring hundreds of them would only take time.
            in_layout=False,
        )
        yield market, x, y


def _labels(rows: pd.DataFrame) -> dict[str, str]:
    """What each market is called: its name, shortened, a physical one with its country; namesakes with their id."""
    labels = {}
    for market in rows.to_dict("records"):
        name, codes = _shortened(str(market["name"])), market["countries"]
        here = f" {codes[0]}" if len(codes) == 1 and market["kind"] == "physical" else ""
        labels[str(market["market_id"])] = name + here
    shared = {label for label, number in Counter(labels.values()).items() if number > 1}
    return {
        market: f"{_shortened(label, _LONGEST_LABEL // 3)} ({_shortened(market, 2 * _LONGEST_LABEL // 3)})"
        if label in shared
        else label
        for market, label in labels.items()
    }


def unknown_box(ax: Axes, x: float, y: float, gid: str) -> None:
    """An open, hatched cell: the edition cannot say."""
    box = Rectangle((x - 0.5, y - 0.3), 1, 0.6, gid=gid)
    box.set(facecolor="none", edgecolor=UNKNOWN, hatch=UNKNOWN_HATCH * 2, linewidth=0.4)
    ax.add_patch(box)


def unknown_note(of: Source) -> str:
    """What the hatched cells mean, where there are any."""
    if of.missing or of.partial:
        return "Hatched: the edition is missing or not verified and cannot say. "
    return ""


def _shortened(name: str, longest: int = _LONGEST_LABEL) -> str:
    return name if len(name) <= longest else name[: longest - 1].rstrip() + "…"
