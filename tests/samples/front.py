"""What stands before the text: the cover's wording and the lines of the contents page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportlab.pdfbase.pdfmetrics import stringWidth

from .blocks import Item, Span
from .facts import Edition
from .fonts import Family
from .layout import Layout
from .lines import Line, Piece, break_lines
from .pages import PAGE_WIDTH
from .styles import Style

WARNING = (
    "This document is sample data. It is not a publication of the Office of the United States Trade Representative, "
    "it does not reproduce one, and it must never be cited."
)


def holdings(edition: Edition) -> str:
    """The sentence that says how many listings the facsimile holds and, where it is known, out of how many."""
    return (
        f"This facsimile holds {_count(edition.held('online'), edition.declared_online)} online markets"
        f" and {_count(edition.held('physical'), edition.declared_physical)} physical markets."
    )


def printed_date(edition: Edition) -> str:
    """The date as a cover prints it."""
    return f"{edition.published:%B} {edition.published.day}, {edition.published.year}"


def contents_lines(
    items: Sequence[Item], folios: Mapping[str, str], layout: Layout, fonts: Family
) -> list[tuple[Line, float]]:
    """The contents page: lines with the space above each; titles wrap, leaders run to the page number.

    ``folios`` gives the printed page number of each item's ident.
    """
    width = PAGE_WIDTH - 2 * layout.margin_side
    deepest = {"number-first": 0, "chapters": 0, "two-levels": 1, "full": 2}[layout.contents]
    lines: list[tuple[Line, float]] = []
    for i, item in enumerate(item for item in items if item.level <= deepest):
        title = _misspelt(item.title, layout)
        before = 8.0 if item.level == 0 else 1.0
        if layout.contents == "number-first":
            text = f"{folios[item.ident]} {title}"
            style = Style(layout.size + 1, (layout.size + 1) * 1.6, 0, 0)
            lines += [(line, 0.0) for line in break_lines([Span(text)], style, fonts, width)]
            continue
        style = Style(layout.size, layout.size * 1.15, 0, 0, indent=14.0 * item.level)
        broken = break_lines([Span(title)], style, fonts, width - 48)
        lines += [(line, before if j == 0 else 0.0) for j, line in enumerate(broken[:-1])]
        leader = layout.leaders[i % len(layout.leaders)]
        last = _with_leader(broken[-1], leader, folios[item.ident], width)
        lines.append((last, before if len(broken) == 1 else 0.0))
    return lines


def _with_leader(line: Line, leader: str, folio: str, width: float) -> Line:
    """The line with dots up to the page number, which ends at the right margin."""
    piece = line.pieces[-1]
    start = piece.x + piece.width
    gap = width - start - float(stringWidth(folio, piece.font, piece.size))
    unit = ". " if ". ." in leader else "."
    head, tail = (" " if leader.startswith(" ") else ""), (" " if leader.endswith(" ") else "")
    room = gap - float(stringWidth(head + tail, piece.font, piece.size))
    dots = unit * int(room / float(stringWidth(unit, piece.font, piece.size)))
    text = f"{head}{dots.rstrip()}{tail}"
    number_x = width - float(stringWidth(folio, piece.font, piece.size))
    leader_x = number_x - float(stringWidth(text, piece.font, piece.size))
    dotted = Piece(text, piece.font, piece.size, leader_x if not head else start)
    return Line((*line.pieces, dotted, Piece(folio, piece.font, piece.size, number_x)), line.leading, line.size)


def _misspelt(title: str, layout: Layout) -> str:
    return layout.contents_typos.get(title, title)


def _count(held: int, declared: int | None) -> str:
    return f"{held} of {declared} declared" if declared is not None else str(held)
