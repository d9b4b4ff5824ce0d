"""Who is named together with whom: a heat map."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap

from nrm.analysis.presence import presence
from nrm.analysis.text.comentions import CoMention, Named, Within
from nrm.analysis.text.comentions import comentions as pairs_of
from nrm.charts.canvas import axes, describe
from nrm.charts.source import Source, caption, source, title
from nrm.charts.theme import BLUE, INK, PAPER, SMALL_SIZE, TINY_SIZE, theme
from nrm.errors import UnknownName

if TYPE_CHECKING:
    from nrm.corpus import Corpus

_WHAT = {"COUNTRY": "countries", "MARKET": "markets", "ORG": "companies and organisations"}
_UNITS = {"entry": "entries", "paragraph": "paragraphs"}
_LONGEST = 28


def comentions_table(pairs: list[CoMention], most: int) -> pd.DataFrame:
    """Name × name: in how many units both are named, for the `most` that are named together most often."""
    counted: Counter[Named] = Counter()
    for one in pairs:
        counted[one.a] += one.together
        counted[one.b] += one.together
    ranked = sorted(counted, key=lambda named: (-counted[named], named.name))[:most]
    places = {named: place for place, named in enumerate(ranked)}
    table = np.zeros((len(ranked), len(ranked)), dtype=int)
    for one in pairs:
        if one.a in places and one.b in places:
            table[places[one.a], places[one.b]] = table[places[one.b], places[one.a]] = one.together
    names = [named.name for named in ranked]
    return pd.DataFrame(table, index=names, columns=names)


def comentions(
    corpus: Corpus, ax: Axes | None = None, *, of: str = "COUNTRY", within: Within = "entry", most: int = 18
) -> Axes:
    """Draw in how many entries (or paragraphs) each two of the `most` are named together.

    `of` is a label: COUNTRY, MARKET or ORG. Raises `UnknownName` where no two are named together.
    """
    table = comentions_table(pairs_of(corpus, within=within, labels=(of,)), most)
    if table.empty:
        raise UnknownName(f"comentions: no two {_WHAT[of]} are named together")
    told = source(corpus, presence(corpus.listings, corpus.editions))
    with theme():
        size = 0.42 * len(table)
        ax = axes(ax, max(8.0, size + 3.2), max(4.2, size + 1.8))
        _draw(ax, table, told, _WHAT[of], _UNITS[within])
    return ax


def _draw(ax: Axes, table: pd.DataFrame, of: Source, what: str, units: str) -> None:
    numbers = table.to_numpy()
    below = np.ma.masked_where((np.triu(np.ones_like(numbers)) > 0) | (numbers == 0), numbers)
    shades = LinearSegmentedColormap.from_list("nrm", ["#e3eff7", BLUE, "#00334f"])
    ax.imshow(below, cmap=shades, vmin=1, vmax=max(1, int(numbers.max())), gid="pairs", aspect="equal")
    dark = 0.42 * numbers.max()
    for row in range(len(table)):
        for column in range(row):
            number = int(numbers[row, column])
            if number:
                ink = PAPER if number > dark else INK
                ax.text(column, row, f"{number}", ha="center", va="center", fontsize=TINY_SIZE, color=ink)
    names = [name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…" for name in map(str, table.index)]
    ax.set_yticks(range(1, len(names)), names[1:], fontsize=SMALL_SIZE)
    ax.set_xticks([])
    # On the diagonal, above its column, there is room for each name.
    for place, name in enumerate(names[:-1]):
        ax.text(place - 0.42, place, name, ha="left", va="center", fontsize=SMALL_SIZE, fontweight="bold")
    ax.set_xlim(-0.6, len(names) + 1.2)
    ax.set_ylim(len(names) - 0.4, -0.6)
    ax.tick_params(length=0)
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    title(ax, f"Named together: {what}", f"In how many {units} both are named, for those most often named with others")
    caption(ax, of, "To be named together says nothing of why.", below=14)
    pairs = [
        (int(numbers[row, column]), f"{table.index[column]} and {table.index[row]} {numbers[row, column]}")
        for row in range(len(table))
        for column in range(row)
        if numbers[row, column]
    ]
    said = "; ".join(text for _, text in sorted(pairs, key=lambda pair: (-pair[0], pair[1]))[:20])
    describe(ax, f"Heat map of {what} named together in {units}. Most often: {said}. {of.caption()}")
