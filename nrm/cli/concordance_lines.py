"""A concordance on a screen: the matches under one another, what is around them as far as there is room."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from nrm.analysis.text.concordance import Concordance
from nrm.cli.screen import styled, width
from nrm.cli.text_table import harmless

_HEADS = ("year", "page", "market or chapter")
_PLACE = 18
_WITHOUT_TERMINAL, _NARROWEST = 50, 12


def context_width() -> int:
    """The most characters on each side that a screen can have room for."""
    return width() or _WITHOUT_TERMINAL


def print_lines(lines: Sequence[Concordance]) -> None:
    """Print the lines under heads: year, page, market (or chapter), left context, match in bold, right context.

    Where a line has no room, the far ends of the contexts are cut off, and the cut is marked.
    """
    if not lines:
        return
    columns = width()
    places = [_cut(harmless(line.market_id or line.chapter), _PLACE) for line in lines]
    place_width = max(len(_HEADS[2]), *map(columns_of, places))
    print(styled(f"{_HEADS[0]} {_HEADS[1]} {_HEADS[2]}", "dim"))
    left_width = max(columns_of(line.left.lstrip()) for line in lines)
    if columns is not None:
        longest = min(max(columns_of(line.match) for line in lines), columns // 3)
        left_width = min(left_width, max(_NARROWEST, (columns - 12 - place_width - longest) // 2))
    for line, place in zip(lines, places, strict=True):
        head = f"{line.list_year} {line.page:>4} {place}{' ' * (place_width - columns_of(place))}  "
        left = _cut(harmless(line.left).lstrip(), left_width, at_the_start=True)
        match = " ".join(harmless(line.match).split())
        right = harmless(line.right).rstrip()
        if columns is not None:
            match = _cut(match, columns - columns_of(head) - left_width)
            right = _cut(right, columns - columns_of(head) - left_width - columns_of(match))
        pad = " " * (left_width - columns_of(left))
        print(f"{styled(head, 'dim')}{pad}{left}{styled(match, 'bold')}{right}".rstrip())


def columns_of(text: str) -> int:
    """The columns that a text takes on a terminal: East Asian letters take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(letter) else 1 + (unicodedata.east_asian_width(letter) in "WF") for letter in text
    )


def _cut(text: str, most: int, *, at_the_start: bool = False) -> str:
    """The text within so many columns; what is cut off is marked by an ellipsis."""
    if columns_of(text) <= most:
        return text
    kept = text[::-1] if at_the_start else text
    while kept and columns_of(kept) > most - 1:
        kept = kept[:-1]
    return "…" * (most > 0 and at_the_start) + (kept[::-1] if at_the_start else kept + "…" * (most > 0))
