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
from nrm.charts.canvas import root_figure
from nrm.charts.theme import FAINT, INK, SMALL_SIZE, TINY_SIZE

ChartTables: TypeAlias = cells.ListingTables
"""What a chart needs of a corpus: its tables `editions` and `listings`."""


@dataclass(frozen=True, slots=True)
class Source:
    """The editions behind a chart; `partial` ones are in the corpus and prove no absence."""

    held: tuple[int, ...]
    missing: tuple[int, ...]
    partial: tuple[int, ...]
    sample: bool

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


def source(corpus: ChartTables, matrix: Presence) -> Source:
    """The editions that a chart shows. Raises `BadTable` where a table has no column `sample`."""
    held = tuple(year for year in matrix.years if matrix.in_corpus(year))
    marks = cells.records(corpus.editions, ("sample",), "editions")
    marks += cells.records(corpus.listings, ("sample",), "listings")
    return Source(
        held=held,
        missing=tuple(year for year in matrix.years if year not in held),
        partial=tuple(y for y in held if any(matrix.coverage[k][y] != "complete" for k in KINDS)),
        sample=is_sample(marks),
    )


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


def caption(ax: Axes, of: Source, *more: str, below: float = 30, wrap: int = 160) -> None:
    """The caption under a chart, `below` points under its axis, in lines of `wrap` characters.

    Sample data also get a watermark.
    """
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
