"""A map of the world: how many physical markets each country has on the list."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes
from matplotlib.collections import PatchCollection
from matplotlib.patches import PathPatch
from matplotlib.path import Path
from matplotlib.patheffects import Normal, Stroke

from nrm.analysis import cells
from nrm.analysis.phrases import years as years_phrase
from nrm.analysis.presence import presence
from nrm.charts.antimeridian import split_at_antimeridian
from nrm.charts.canvas import axes, describe
from nrm.charts.projection import equal_earth
from nrm.charts.source import ChartTables, Source, Years, caption, source, title
from nrm.charts.theme import INK, PAPER, SMALL_SIZE, TINY_SIZE, theme
from nrm.charts.topology import Ring, country_rings, middle, places
from nrm.errors import UnknownName
from nrm.lexicons.countries import display_name

# Lightness falls evenly, so that the steps can be told apart in grey too.
_STEPS = ((1, "1", "#f6d58f"), (2, "2–3", "#eda93b"), (4, "4–7", "#c46f16"), (8, "8 or more", "#7a3a06"))
_LAND, _SHORE = "#e9e9e9", "#ffffff"


def world_map_table(corpus: ChartTables, years: Years | None = None) -> pd.DataFrame:
    """One row per country that a physical market stands in: country, name, markets, listings.

    `markets` counts each market once; `listings` once per edition. `years` takes some editions
    only; else all are taken. Most markets first. A market without a country has an empty one.
    """
    first, last = (years, years) if isinstance(years, int) else years or (0, 9999)
    counts: dict[str, list[str]] = {}
    columns = ("list_year", "market_id", "kind", "country")
    for row in cells.records(corpus.listings, columns, "listings"):
        if row["kind"] == "physical" and first <= int(row["list_year"]) <= last:
            counts.setdefault(cells.text(row["country"]), []).append(str(row["market_id"]))
    rows = [
        {
            "country": code,
            "name": display_name(code) if code else "",
            "markets": len(set(markets)),
            "listings": len(markets),
        }
        for code, markets in counts.items()
    ]
    table = pd.DataFrame(rows, columns=["country", "name", "markets", "listings"])
    order = ["markets", "listings", "country"]
    return table.sort_values(order, ascending=[False, False, True]).reset_index(drop=True)


def world_map(corpus: ChartTables, ax: Axes | None = None, *, years: Years | None = None) -> Axes:
    """Draw countries by the number of physical markets listed there: ever, or in the editions of some `years`.

    A place too small for a shape is a round mark. Raises `UnknownName` where the corpus has no such
    edition or no physical market in them.
    """
    of = source(corpus, presence(corpus.listings, corpus.editions), years)
    table = world_map_table(corpus, years)
    if table.empty:
        raise UnknownName("map: the corpus lists no physical market" + (" in these editions" if years else ""))
    with theme():
        ax = axes(ax, 11, 6.1)
        _draw(ax, table, of, _when(of, years))
    return ax


def _when(of: Source, years: Years | None) -> str:
    if years is None:
        return "ever listed"
    return f"on the lists of {years_phrase(of.held)}" if len(of.held) > 1 else f"on the {of.held[0]} list"


def _draw(ax: Axes, table: pd.DataFrame, of: Source, when: str) -> None:
    counts = {str(code): int(n) for code, n in zip(table["country"], table["markets"], strict=True) if code}
    shapes = country_rings()
    for code, rings in shapes.items():
        _country(ax, code, rings, _colour(counts.get(code, 0)))
    for code, number in counts.items():
        known = places().get(code) or middle(shapes[code])
        x, y = equal_earth(*known)
        light = number >= _STEPS[2][0]
        if code not in shapes:
            ax.plot([x], [y], "o", markersize=9, color=_colour(number), markeredgecolor=INK, gid=f"place-{code}")
        ax.text(
            x,
            y,
            str(number),
            ha="center",
            va="center",
            fontsize=TINY_SIZE,
            fontweight="bold",
            color=PAPER if light else INK,
            gid=f"number-{code}",
            zorder=5,
            # Readable also where the country is narrower than its number.
            path_effects=[Stroke(linewidth=1.6, foreground=_colour(number)), Normal()],
        )
    ax.set_aspect("equal")
    ax.set_axis_off()
    ax.set_xlim(-2.75, 2.75)
    ax.set_ylim(-1.05, 1.33)
    for place, (_, words, colour) in enumerate(_STEPS):
        height = 0.30 - 0.055 * place
        ax.text(0.01, height, "■", color=colour, transform=ax.transAxes, fontsize=14, va="center")
        ax.text(0.035, height, words, transform=ax.transAxes, fontsize=SMALL_SIZE, va="center")
    ax.text(0.01, 0.355, "markets", transform=ax.transAxes, fontsize=SMALL_SIZE, fontweight="bold", va="center")
    title(ax, "Where the physical markets are", f"Physical markets {when}, by country")
    nowhere = int(table.loc[table["country"] == "", "markets"].sum())
    note = f"Without a country in the report: {nowhere}. " if nowhere else ""
    least = "At least so many: these editions may list more. " if of.missing or of.partial else ""
    caption(ax, of, f"{least}{note}Borders: Natural Earth, 1:110 million.", below=8)
    most = "; ".join(f"{row['name']} {row['markets']}" for row in table.to_dict("records") if row["country"])
    describe(ax, f"World map of physical markets {when}, by country. {most}. {of.caption()}")


def _country(ax: Axes, code: str, rings: tuple[Ring, ...], colour: str) -> None:
    points, codes = [], []
    for ring in (part for whole in rings for part in split_at_antimeridian(whole)):
        points += [equal_earth(*point) for point in ring]
        codes += [Path.MOVETO, *[Path.LINETO] * (len(ring) - 2), Path.CLOSEPOLY]
    patch = PathPatch(Path(points, codes))
    shape = PatchCollection([patch], facecolor=colour, edgecolor=_SHORE, linewidth=0.4, gid=f"country-{code}")
    ax.add_collection(shape)


def _colour(number: int) -> str:
    return next((colour for least, _, colour in reversed(_STEPS) if number >= least), _LAND)
