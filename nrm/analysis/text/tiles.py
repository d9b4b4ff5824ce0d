"""What two texts have in common word for word: greedy string tiling.

The longest run of words that stands in both is laid first as a tile, then the longest of what is
left of both, and so on down to a smallest length; no word is in two tiles. Runs are found by their
shingles, the runs of the smallest length. M. J. Wise, "String Similarity via Greedy String Tiling
and Running Karp-Rabin Matching" (University of Sydney, 1993). Unlike a comparison from front to
back, it also finds what was moved.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Tile:
    """`old[old_start:old_start + length]` are the same words as `new[new_start:new_start + length]`."""

    new_start: int
    old_start: int
    length: int


def tiles(old: Sequence[str], new: Sequence[str], shortest: int) -> tuple[Tile, ...]:
    """The tiles of at least `shortest` words, in the order of the new text.

    Among runs of the same length the first in the new text is laid first, then the first in the old.

    >>> tiles("a b c x d e f".split(), "d e f a b c".split(), 3)
    (Tile(new_start=0, old_start=4, length=3), Tile(new_start=3, old_start=0, length=3))
    """
    old_free, new_free = [True] * len(old), [True] * len(new)
    places = defaultdict(list)
    for start in range(len(old) - shortest + 1):
        places[tuple(old[start : start + shortest])].append(start)
    laid: list[Tile] = []
    while longest := _longest(old, new, old_free, new_free, places, shortest):
        for tile in longest:
            # One laid before, of the same length, may have taken words of this one.
            if all(old_free[tile.old_start : tile.old_start + tile.length]) and all(
                new_free[tile.new_start : tile.new_start + tile.length]
            ):
                laid.append(tile)
                old_free[tile.old_start : tile.old_start + tile.length] = [False] * tile.length
                new_free[tile.new_start : tile.new_start + tile.length] = [False] * tile.length
    return tuple(sorted(laid))


def _longest(
    old: Sequence[str],
    new: Sequence[str],
    old_free: Sequence[bool],
    new_free: Sequence[bool],
    places: dict[tuple[str, ...], list[int]],
    shortest: int,
) -> list[Tile]:
    """All runs of free words of the greatest length, in the order of the new and then of the old text."""
    best: list[Tile] = []
    most = shortest
    for new_start in range(len(new) - shortest + 1):
        if not new_free[new_start]:
            continue
        for old_start in places.get(tuple(new[new_start : new_start + shortest]), ()):
            length = _common(old, new, old_free, new_free, old_start, new_start)
            if length > most:
                best, most = [], length
            if length == most:
                best.append(Tile(new_start, old_start, length))
    return best


def _common(
    old: Sequence[str],
    new: Sequence[str],
    old_free: Sequence[bool],
    new_free: Sequence[bool],
    old_start: int,
    new_start: int,
) -> int:
    length = 0
    while (
        old_start + length < len(old)
        and new_start + length < len(new)
        and old_free[old_start + length]
        and new_free[new_start + length]
        and old[old_start + length] == new[new_start + length]
    ):
        length += 1
    return length
