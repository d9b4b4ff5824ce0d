"""A part of the corpus: the passages of some editions, chapters, kinds, countries or markets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Place:
    """What is known of a market that an entry lists: a passage belongs to those of its entry."""

    market_id: str
    kind: str
    countries: frozenset[str]
    """ISO codes: where a physical market stands, where an online one is said to be at home."""


@dataclass(frozen=True, slots=True)
class Part:
    """What a passage must be to belong to the part; an empty field asks for nothing.

    `kinds`, `countries` and `markets` are those of one market that the passage's entry lists, so a
    passage outside entries, such as one of the overview, has none of them.
    """

    years: frozenset[int] = frozenset()
    chapters: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    countries: frozenset[str] = frozenset()
    markets: frozenset[str] = frozenset()

    def holds(self, list_year: int, chapter: str, type_: str, places: Iterable[Place]) -> bool:
        """Whether a passage of an edition, chapter and type, in an entry of some markets, belongs to it."""
        return (
            (not self.years or list_year in self.years)
            and (not self.chapters or chapter in self.chapters)
            and (not self.types or type_ in self.types)
            and (not (self.kinds or self.countries or self.markets) or any(map(self._holds_place, places)))
        )

    def _holds_place(self, place: Place) -> bool:
        return (
            (not self.kinds or place.kind in self.kinds)
            and (not self.countries or bool(place.countries & self.countries))
            and (not self.markets or place.market_id in self.markets)
        )


EVERYTHING = Part()
"""The whole corpus."""
