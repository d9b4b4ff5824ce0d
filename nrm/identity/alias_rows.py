"""The rows of the reviewed table as values, and how each is read from TOML.

Every reader raises `KeyError`, `TypeError` or `ValueError` where a row is malformed.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from nrm.identity.normalise import name_key
from nrm.model import Kind

Decision = Literal["same", "different", "undecided"]
_ALWAYS = (0, 9999)


class Place(NamedTuple):
    """Where a physical market stands, in the form in which places are compared; empty is unknown."""

    country: str
    city: str


@dataclass(frozen=True, slots=True)
class Alias:
    """A name under which a market was printed, in which list years, and where that is known from."""

    name: str
    years: tuple[int, ...]
    source: str


@dataclass(frozen=True, slots=True)
class ReviewedMarket:
    """A market of the table. `domains` are registered domains; online ones have no country or city.

    `since` and `until` (list years, inclusive) tell namesakes apart where no domain does.
    """

    market_id: str
    name: str
    kind: Kind
    country: str
    city: str
    cities: tuple[str, ...]
    domains: tuple[str, ...]
    aliases: tuple[Alias, ...]
    since: int
    until: int

    @property
    def names(self) -> tuple[str, ...]:
        """Its name, then its aliases as printed, each once."""
        return tuple(dict.fromkeys((self.name, *(alias.name for alias in self.aliases))))

    @property
    def keys(self) -> frozenset[str]:
        """The comparable forms of its names."""
        return frozenset(name_key(name) for name in self.names)

    def may_be_in(self, place: Place, compared: Callable[[str, str], Place]) -> bool:
        """Whether a place does not contradict the market's; what is unknown contradicts nothing.

        `compared` turns a country and a city into the form of `place`.
        """
        if place.country and place.country != self.country:
            return False
        own = [compared(self.country, city).city for city in (self.city, *self.cities) if city]
        return not place.city or not own or place.city in own


class Part(NamedTuple):
    """One of the markets that a heading names."""

    name: str
    market_id: str


@dataclass(frozen=True, slots=True)
class ReviewedSplit:
    """A heading that names several markets, in all its known wordings."""

    heading: str
    also: tuple[str, ...]
    parts: tuple[Part, ...]
    years: tuple[int, ...]
    source: str

    @property
    def keys(self) -> frozenset[str]:
        """The comparable forms of its wordings."""
        return frozenset(name_key(name) for name in (self.heading, *self.also))


@dataclass(frozen=True, slots=True)
class Relation:
    """A decision about successors, clones or renamings: one market for "same", else those kept apart."""

    markets: tuple[str, ...]
    names: tuple[str, ...]
    decision: Decision
    why: str
    source: str


@dataclass(frozen=True, slots=True)
class Rekey:
    """An id that was given up for another."""

    old: str
    new: str
    why: str


def market_row(row: Mapping[str, Any]) -> ReviewedMarket:
    """A `[[market]]` row."""
    _only(row, "id name kind country city cities domains aliases since until")
    kind: Kind = row["kind"]
    if kind not in ("online", "physical"):
        raise ValueError(f"{row['id']}: kind {kind!r}")
    if (kind == "physical") != bool(row.get("country")):
        raise ValueError(f"{row['id']}: a country is for physical markets, and they need one")
    return ReviewedMarket(
        market_id=row["id"],
        name=row["name"],
        kind=kind,
        country=row.get("country", ""),
        city=row.get("city", ""),
        cities=tuple(row.get("cities", ())),
        domains=tuple(row.get("domains", ())),
        aliases=tuple(_alias(alias) for alias in row.get("aliases", ())),
        since=int(row.get("since", _ALWAYS[0])),
        until=int(row.get("until", _ALWAYS[1])),
    )


def split_row(row: Mapping[str, Any]) -> ReviewedSplit:
    """A `[[split]]` row."""
    _only(row, "heading also parts years source")
    return ReviewedSplit(
        heading=row["heading"],
        also=tuple(row.get("also", ())),
        parts=tuple(Part(part["name"], part["market"]) for part in row["parts"]),
        years=tuple(row.get("years", ())),
        source=row["source"],
    )


def relation_row(row: Mapping[str, Any]) -> Relation:
    """A `[[relation]]` row."""
    _only(row, "markets names decision why source")
    if row["decision"] not in ("same", "different", "undecided"):
        raise ValueError(f"{row['markets']}: decision {row['decision']!r}")
    return Relation(
        markets=tuple(row["markets"]),
        names=tuple(row.get("names", ())),
        decision=row["decision"],
        why=row["why"],
        source=row["source"],
    )


def rekey_row(row: Mapping[str, Any]) -> Rekey:
    """A `[[rekey]]` row."""
    _only(row, "old new why")
    return Rekey(old=row["old"], new=row["new"], why=row["why"])


def _alias(row: Mapping[str, Any]) -> Alias:
    _only(row, "name years source")
    return Alias(name=row["name"], years=tuple(row.get("years", ())), source=row["source"])


def _only(row: Mapping[str, Any], keys: str) -> None:
    unknown = set(row) - set(keys.split())
    if unknown:
        raise ValueError(f"unknown key {', '.join(sorted(unknown))}")
