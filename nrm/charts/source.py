"""What every chart says of its data: where they come from, what is missing, and samples as such."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass
from typing import TypeAlias

from matplotlib.axes import Axes

from nrm.analysis import cells
from nrm.analysis.coverage import KINDS
from nrm.analysis.notices import SAMPLE_NOTICE, is_sample
from nrm.analysis.phrases import years as years_phrase
from nrm.analysis.presence import Presence
from nrm.charts.canvas import ChartAxes, root_figure
from nrm.charts.theme import FAINT, INK, SMALL_SIZE, TINY_SIZE
from nrm.errors import UnknownName

ChartTables: TypeAlias = cells.ListingTables
"""What a chart needs of a corpus: its tables `editions` and `listings`."""
Years: TypeAlias = "int | tuple[int, int]"
"""The list years to draw: one, or the first and the last of a run."""
_LETTERS_PER_INCH = 17


@dataclass(frozen=True, slots=True)
class Source:
    """The editions behind a chart; `partial` ones are in the corpus and prove no absence."""

    held: tuple[int, ...]
    missing: tuple[int, ...]
    partial: tuple[int, ...]
    sample: bool

    @property
    def years(self) -> tuple[int, ...]:
        """The list years of the chart, oldest first, missing ones included."""
        return tuple(sorted((*self.held, *self.missing)))

    def caption(self) -> str:
        """Source, gaps in knowledge, and the notice on sample data, each a sentence."""
        if not self.held:
            return "No edition in the corpus."
        span = f"{self.held[0]}–{self.held[-1]}" if len(self.held) > 1 else str(self.held[0])
        parts = [f"Source: USTR, Notorious Markets List, list years {span}."]
        if self.missing:
            parts.append(f"Not in the corpus: {years_phrase(self.missing)}.")
        if self.partial:
            parts.append(f"Not verified as complete: {years_phrase(self.partial)}.")
        if self.sample:
            parts.insert(0, f"{SAMPLE_NOTICE}.")
        return " ".join(parts)


def source(corpus: ChartTables, matrix: Presence, years: Years | None = None) -> Source:
    """The editions that a chart shows: all of the corpus, or those of some list years.

    Raises `BadTable` where a table has no column `sample`, `UnknownName` where the corpus has none of these editions.
    """
    shown = shown_years(matrix, years)
    held = tuple(year for year in shown if matrix.in_corpus(year))
    marks = cells.records(corpus.editions, ("sample",), "editions")
    marks += cells.records(corpus.listings, ("sample",), "listings")
    return Source(
        held=held,
        missing=tuple(year for year in shown if year not in held),
        partial=tuple(y for y in held if any(matrix.coverage[k][y] != "complete" for k in KINDS)),
        sample=is_sample(marks),
    )


def shown_years(matrix: Presence, years: Years | None) -> tuple[int, ...]:
    """The list years of the corpus's window that are wanted, missing editions included; all where `years` is `None`.

    Raises `UnknownName` where the corpus has none of them.
    """
    if years is None:
        return matrix.years
    first, last = (years, years) if isinstance(years, int) else years
    shown = tuple(year for year in matrix.years if first <= year <= last)
    if not any(map(matrix.in_corpus, shown)):
        held = years_phrase(year for year in matrix.years if matrix.in_corpus(year))
        wanted = first if first == last else f"from {first} to {last}"
        raise UnknownName(f"the corpus has no edition {wanted}; it has {held}")
    return shown


def title(ax: Axes, headline: str, explanation: str, above: float = 8) -> None:
    """A bold headline, and a line that says what is drawn, `above` points above the axes."""
    ax.set_title(headline, pad=above + 16)
    ax.annotate(
        explanation,
        xy=(0, 1),
        xytext=(0, above),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=SMALL_SIZE + 0.5,
        color=FAINT,
        va="bottom",
        annotation_clip=False,
    )


def caption(ax: Axes, of: Source, *more: str, below: float = 30) -> None:
    """The caption under a chart, `below` points under its axis, in lines that fit the figure.

    Sample data also get a watermark. Call it when the size of the figure and the vertical axis are settled.
    """
    wrap = int(_caption_inches(ax) * _LETTERS_PER_INCH)
    ax.annotate(
        "\n".join(textwrap.fill(text, wrap) for text in (of.caption(), *more) if text),
        xy=(0, 0),
        xytext=(0, -below),
        xycoords="axes fraction",
        textcoords="offset points",
        fontsize=TINY_SIZE,
        color=FAINT,
        va="top",
        linespacing=1.35,
        annotation_clip=False,
        gid="caption",
    )
    if of.sample:
        ax.text(
            0.5,
            0.5,
            "SAMPLE DATA",
            transform=ax.transAxes,
            rotation=28,
            ha="center",
            va="center",
            fontsize=min(46, 8 * root_figure(ax).get_figheight()),
            fontweight="bold",
            color=INK,
            alpha=0.07,
            zorder=9,
            gid="watermark",
            # It must not push the axes aside.
            in_layout=False,
        )


def _caption_inches(ax: Axes) -> float:
    """From where the caption begins, at the left of the axes, to the right edge of the figure."""
    width: float = root_figure(ax).get_figwidth()
    if isinstance(ax, ChartAxes):
        return width - (0.9 if ax.axison and ax.yaxis.get_visible() else 0.35)
    return width * (1 - float(ax.get_position().x0))
