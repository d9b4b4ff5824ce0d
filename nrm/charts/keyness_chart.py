"""What sets two parts of the corpus apart: how common a word is against how much it is one side's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pandas as pd
from matplotlib.axes import Axes

from nrm.analysis.presence import presence
from nrm.analysis.text.keyness import Keyness
from nrm.analysis.text.keyness import keyness as compared
from nrm.charts.apart_labels import Labelled, apart_labels
from nrm.charts.canvas import axes, describe
from nrm.charts.source import Source, caption, source, title
from nrm.charts.theme import BLUE, FAINT, GRID, SMALL_SIZE, UNKNOWN, VERMILION, theme

if TYPE_CHECKING:
    from nrm.corpus import Corpus

SURE = 0.05
"""Terms with a corrected p-value below this are coloured."""
_MOST_LABELS = 90
_TOGETHER = 3
# Dark enough for text on white.
_INK_A, _INK_B = "#005b8e", "#9a3f00"
_COLUMNS = ("term", "count_a", "count_b", "per_10000", "log_ratio", "g2", "p_adjusted", "side")


def keyness_table(found: Keyness) -> pd.DataFrame:
    """One row per term: term, count_a, count_b, per_10000 (in both), log_ratio, g2, p_adjusted, side.

    `side` is `a` or `b` for a term that is surely (p < 0.05) more frequent there, else empty.
    """
    words = found.words_a + found.words_b
    rows = [
        (
            row.term,
            row.count_a,
            row.count_b,
            10_000 * (row.count_a + row.count_b) / words,
            row.log_ratio,
            row.g2,
            row.p_adjusted,
            ("a" if row.log_ratio > 0 else "b") if row.p_adjusted < SURE else "",
        )
        for row in found.keywords
    ]
    return pd.DataFrame(rows, columns=list(_COLUMNS))


def keyness(corpus: Corpus, a: str, b: str, ax: Axes | None = None, *, most: int = _MOST_LABELS) -> Axes:
    """Draw every term by its frequency (to the right: more common) and its log ratio (up: more A's own).

    At most `most` terms, those with the highest G², get their names, as far as these have room.
    Raises `BadQuery` for parts that overlap, hold nothing or are not understood.
    """
    found = compared(corpus, a, b)
    table = keyness_table(found)
    of = source(corpus, presence(corpus.listings, corpus.editions))
    with theme():
        ax = axes(ax, 10.0, 7.0)
        _draw(ax, found, table, of, most)
    return ax


def _draw(ax: Axes, found: Keyness, table: pd.DataFrame, of: Source, most: int) -> None:
    inks = {"a": BLUE, "b": VERMILION, "": UNKNOWN}
    for side, ink in inks.items():
        part = table[table["side"] == side]
        ax.scatter(
            part["per_10000"],
            part["log_ratio"],
            s=26 if side else 12,
            color=ink,
            alpha=0.75 if side else 0.45,
            linewidths=0,
            gid=f"terms-{side or 'unsure'}",
        )
    ax.set_xscale("log")
    ax.axhline(0, color=FAINT, linewidth=0.8)
    reach = max([1.0, *table["log_ratio"].abs()]) * 1.15
    ax.set_ylim(-reach, reach)
    if len(table):
        ax.set_xlim(table["per_10000"].min() / 1.25, table["per_10000"].max() * 1.9)
    ax.xaxis.set_major_formatter(lambda value, _: f"{value:g}")
    ax.xaxis.set_minor_formatter(lambda value, _: "")
    ax.yaxis.set_major_formatter(lambda value, _: f"{value:+g}" if value else "0")
    ax.grid(color=GRID)
    ax.tick_params(length=0, which="both")
    ax.set_xlabel("occurrences per 10,000 words of both parts (logarithmic)", fontsize=SMALL_SIZE, color=FAINT)
    ax.set_ylabel("log ratio: one more is twice as often", fontsize=SMALL_SIZE, color=FAINT)
    title(
        ax,
        f"What sets {found.a} apart from {found.b}",
        f"Above: more frequent in {found.a} ({found.words_a:,} words); below: in {found.b} ({found.words_b:,} words)",
    )
    caption(
        ax,
        of,
        f"{len(table):,} terms compared. In colour: p < {SURE} after correction for their number (log-likelihood, "
        "Benjamini and Hochberg).",
        below=44,
    )
    named = table[table["side"] != ""].nlargest(most, "g2") if len(table) else table
    apart_labels(ax, _names(named), SMALL_SIZE)
    ends = {side: ", ".join(table[table["side"] == side].nlargest(12, "g2")["term"]) or "none" for side in ("a", "b")}
    describe(
        ax,
        f"Scatter of {len(table)} terms by frequency and log ratio. Surely more frequent in {found.a}: {ends['a']}; "
        f"in {found.b}: {ends['b']}. {of.caption()}",
    )


def _names(named: pd.DataFrame) -> list[Labelled]:
    """A name for each point; terms with the same counts stand in one place and share it."""
    found: dict[tuple[float, float], list[str]] = {}
    for x, y, term in zip(named["per_10000"], named["log_ratio"], named["term"], strict=True):
        found.setdefault((float(x), float(y)), []).append(str(term))
    return [
        Labelled(x, y, ", ".join(terms[:_TOGETHER]) + f" +{len(terms) - _TOGETHER}" * (len(terms) > _TOGETHER), _ink(y))
        for (x, y), terms in found.items()
    ]


def _ink(log_ratio: float) -> str:
    return _INK_A if log_ratio > 0 else _INK_B
