"""What came and what went, edition by edition: bars above and below a line."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from nrm.analysis.presence import presence
from nrm.analysis.turnover import turnover
from nrm.charts.canvas import axes, describe
from nrm.charts.editions_axis import editions_axis, unknown_band
from nrm.charts.source import ChartTables, Source, caption, source, title
from nrm.charts.theme import (
    BLUE,
    FAINT,
    INK,
    OPEN,
    PAPER,
    SKY,
    SMALL_SIZE,
    UNKNOWN_HATCH,
    VERMILION,
    theme,
)
from nrm.model import Kind

_PARTS = (("additions_new", BLUE), ("additions_relisted", SKY), ("additions_either", OPEN))
_WORDS = {
    "additions_new": "added for the first time",
    "additions_relisted": "relisted after a gap",
    "additions_either": "added, first time or again",
    "removals": "removed",
}


def additions_table(corpus: ChartTables, kind: Kind | None = None) -> pd.DataFrame:
    """One row per list year with the columns of `turnover` (of one kind, or of both together)."""
    table = turnover(corpus.listings, corpus.editions, by=("kind",) if kind else ())
    return table[table["kind"] == kind] if kind else table


def additions(corpus: ChartTables, ax: Axes | None = None, *, kind: Kind | None = None) -> Axes:
    """Draw additions upwards (new and relisted apart) and removals downwards.

    Where an edition or the one before it cannot prove absences, the numbers are unknown: the half
    of the chart that cannot be counted there is said so, and a missing edition is hatched.
    """
    table = additions_table(corpus, kind)
    of = source(corpus, presence(corpus.listings, corpus.editions))
    with theme():
        ax = axes(ax, 9.5, 5.4)
        _draw(ax, table, of, kind)
    return ax


def _draw(ax: Axes, table: pd.DataFrame, of: Source, kind: Kind | None) -> None:
    years = [int(year) for year in table["list_year"]]
    editions_axis(ax, years)
    most_up = max([1, *table["additions"].dropna()])
    most_down = max([1, *table["removals"].dropna()])
    words = sum(bool(table[part].fillna(0).any()) for part, _ in _PARTS)
    height = _limits(ax, int(most_up), int(most_down), words)
    present: set[str] = set()
    said = []
    for place, row in enumerate(table.to_dict("records")):
        year = years[place]
        if year in of.missing:
            unknown_band(ax, place, "not in the corpus")
            continue
        bottom = 0
        for part, colour in _PARTS:
            number = row[part]
            if pd.isna(number) or not number:
                continue
            (bar,) = ax.bar(place, number, 0.78, bottom=bottom, color=colour, edgecolor=PAPER)
            bar.set_gid(f"{part}-{year}")
            if colour == OPEN:
                bar.set_hatch(UNKNOWN_HATCH)
            present.add(part)
            bottom += int(number)
        if not pd.isna(row["removals"]) and row["removals"]:
            (bar,) = ax.bar(place, -row["removals"], 0.78, color=VERMILION, edgecolor=PAPER)
            bar.set_gid(f"removals-{year}")
            present.add("removals")
        for number, sign in ((row["additions"], 1), (row["removals"], -1)):
            _number(ax, place, None if pd.isna(number) else int(number), sign, height)
        said.append(f"{year}: " + _sentence(row["additions"], row["removals"]))
    ax.axhline(0, color=INK, linewidth=1)
    _legend(ax, present)
    ax.yaxis.set_visible(False)
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)
    what = f"{kind} markets" if kind else "markets"
    title(
        ax,
        f"What came and what went{f': {what}' if kind else ''}",
        "Additions to the list and removals from it, against the edition before",
    )
    caption(ax, of, "“?”: the edition, or the one before it, cannot say.")
    describe(ax, f"Diverging bars of {what} added and removed. {'; '.join(said)}. {of.caption()}")


def _limits(ax: Axes, most_up: int, most_down: int, words: int) -> float:
    """Leave room for the numbers at the bars and for `words` lines of the key; give the height."""
    above, below = 0.03 + 0.058 * words, 0.075
    height = 1.12 * (most_up + most_down) / (1 - above - below)
    ax.set_ylim(-1.12 * most_down - below * height, 1.12 * most_up + above * height)
    return height


def _number(ax: Axes, place: int, number: int | None, sign: int, height: float) -> None:
    text = "?" if number is None else f"{'+' if sign > 0 else '−'}{number}" if number else "0"
    ax.text(
        place,
        sign * ((number or 0) + 0.01 * height),
        text,
        ha="center",
        va="bottom" if sign > 0 else "top",
        fontsize=SMALL_SIZE,
        color=FAINT if number is None else INK,
        fontweight="normal" if number is None else "bold",
    )


def _legend(ax: Axes, present: set[str]) -> None:
    """Coloured words instead of a box: in the corners above and below the line."""
    colours = {**dict(_PARTS), "removals": VERMILION}
    above = [part for part, _ in _PARTS if part in present]
    for line, part in enumerate(above):
        _word(ax, _WORDS[part], colours[part], 0.985 - 0.055 * line)
    if "removals" in present:
        _word(ax, _WORDS["removals"], colours["removals"], 0.045)


def _word(ax: Axes, text: str, colour: str, height: float) -> None:
    for words, ink, left in (("■", colour, 0.01), (text, INK, 0.03)):
        ax.text(
            left,
            height,
            words,
            transform=ax.transAxes,
            color=ink,
            fontsize=SMALL_SIZE,
            va="top",
            bbox={"facecolor": PAPER, "edgecolor": "none", "pad": 1.5},
            zorder=4,
        )


def _sentence(came: object, went: object) -> str:
    plus = "additions unknown" if pd.isna(came) else f"{came} added"  # type: ignore[call-overload]
    minus = "removals unknown" if pd.isna(went) else f"{went} removed"  # type: ignore[call-overload]
    return f"{plus}, {minus}"
