"""What came and what went, edition by edition: bars above and below a line."""

from __future__ import annotations

import pandas as pd
from matplotlib.axes import Axes

from nrm.analysis.presence import presence
from nrm.charts.canvas import axes, describe
from nrm.charts.counts import counts, part_name, part_note
from nrm.charts.editions_axis import editions_axis, unknown_band
from nrm.charts.source import ChartTables, Source, Years, caption, source, title
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


def additions_table(corpus: ChartTables, kind: Kind | None = None, country: str | None = None) -> pd.DataFrame:
    """One row per list year with the columns of `turnover`, of one kind or country, or of all together."""
    return counts(corpus, kind, country)


def additions(
    corpus: ChartTables,
    ax: Axes | None = None,
    *,
    kind: Kind | None = None,
    country: str | None = None,
    years: Years | None = None,
) -> Axes:
    """Draw additions upwards (new and relisted apart) and removals downwards.

    Where an edition or the one before it cannot prove absences, the numbers are unknown: the half
    of the chart that cannot be counted there is said so, and a missing edition is hatched. `kind`, `country` (ISO
    code) and `years` choose what is drawn; raises `UnknownName` where that is nothing.
    """
    table = additions_table(corpus, kind, country)
    of = source(corpus, presence(corpus.listings, corpus.editions), years)
    with theme():
        ax = axes(ax, 9.5, 5.4)
        _draw(ax, table[table["list_year"].isin(of.years)], of, part_name(kind, country))
        moves = "A market that moves between countries is neither. " if country else ""
        note = "“?”: the edition, or the one before it, cannot say. "
        caption(ax, of, note + moves + part_note(kind, country))
    return ax


def _draw(ax: Axes, table: pd.DataFrame, of: Source, what: str) -> None:
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
            unknown_band(ax, place, "not in the corpus", height=0.78)
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
    title(
        ax,
        f"What came and what went{'' if what == 'markets' else f': {what}'}",
        "Additions to the list and removals from it, against the edition before",
    )
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
