"""The reviewed table: `aliases.toml`, read, checked and asked. It beats every automatic join."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from itertools import combinations
from typing import Literal

from nrm.errors import BadTable
from nrm.identity.alias_rows import (
    Alias,
    Place,
    Rekey,
    Relation,
    ReviewedMarket,
    ReviewedSplit,
    market_row,
    rekey_row,
    relation_row,
    split_row,
)
from nrm.identity.normalise import city_key, name_key
from nrm.lexicons.domains import registered_domain
from nrm.model import Kind

__all__ = [
    "Alias",
    "AliasTable",
    "Rekey",
    "Relation",
    "ReviewedMarket",
    "ReviewedSplit",
    "read",
    "reviewed",
]

Told = Literal["alias", "domain", "year"]


@dataclass(frozen=True, slots=True)
class AliasTable:
    """The reviewed table. `by_id` holds its markets; the methods answer for names, domains and old ids."""

    markets: tuple[ReviewedMarket, ...]
    splits: tuple[ReviewedSplit, ...]
    relations: tuple[Relation, ...]
    rekeys: tuple[Rekey, ...]
    cities: Mapping[str, str]
    shared_hosts: frozenset[str]
    generic_words: frozenset[str]
    by_id: Mapping[str, ReviewedMarket] = field(repr=False)
    by_key: Mapping[tuple[Kind, str], tuple[ReviewedMarket, ...]] = field(repr=False)
    by_domain: Mapping[str, str] = field(repr=False)

    def place(self, country: str, city: str) -> Place:
        """Country and city in the form in which they are compared ("New Delhi" is "delhi")."""
        key = city_key(city)
        return Place(country, self.cities.get(f"{country}:{key}", key))

    def named(
        self,
        name: str,
        kind: Kind,
        place: Place,
        list_year: int,
        domains: Iterable[str] = (),
    ) -> tuple[ReviewedMarket, ...]:
        """The markets of the table that a heading may mean: one, none, or several of one name.

        A physical market must not be in another country or city. Of several of one name those count that own
        one of `domains` (registered domains), else those to which `since` and `until` give the `list_year`.
        """
        found = [
            market
            for market in self.by_key.get((kind, name_key(name)), ())
            if kind == "online" or market.may_be_in(place, self.place)
        ]
        if len(found) > 1:
            owned = set(domains)
            found = [market for market in found if owned & set(market.domains)] or [
                market for market in found if market.since <= list_year <= market.until
            ]
        return tuple(found)

    def split(self, heading: str) -> ReviewedSplit | None:
        """How the table splits a heading; `None` if it says nothing about it."""
        key = name_key(heading)
        return next((split for split in self.splits if key in split.keys), None)

    def current_id(self, market_id: str) -> str:
        """The id of today for an id that may have been given up since."""
        today = {rekey.old: rekey.new for rekey in self.rekeys}
        while market_id in today:
            market_id = today[market_id]
        return market_id

    def apart(self, one: str, other: str) -> Relation | None:
        """The decision that keeps two markets apart, if there is one."""
        pair = {one, other}
        for relation in self.relations:
            if relation.decision != "same" and pair <= set(relation.markets):
                return relation
        return None


@cache
def reviewed() -> AliasTable:
    """The table that ships with the package. Raises `BadTable` where it is malformed."""
    return read(files("nrm.identity").joinpath("aliases.toml").read_text(encoding="utf-8"))


def read(text: str) -> AliasTable:
    """A reviewed table from TOML. Raises `BadTable` where it is malformed or contradicts itself."""
    try:
        raw = tomllib.loads(text)
        markets = tuple(market_row(row) for row in raw.get("market", []))
        splits = tuple(split_row(row) for row in raw.get("split", []))
        relations = tuple(relation_row(row) for row in raw.get("relation", []))
        rekeys = tuple(rekey_row(row) for row in raw.get("rekey", []))
        cities = {
            f"{row['country']}:{city_key(name)}": city_key(row["names"][0])
            for row in raw.get("city", [])
            for name in row["names"]
        }
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BadTable(f"reviewed table: {error!r}") from error
    by_key: dict[tuple[Kind, str], tuple[ReviewedMarket, ...]] = {}
    for market in markets:
        for key in market.keys:
            by_key[market.kind, key] = (*by_key.get((market.kind, key), ()), market)
    table = AliasTable(
        markets=markets,
        splits=splits,
        relations=relations,
        rekeys=rekeys,
        cities=cities,
        shared_hosts=frozenset(raw.get("shared_hosts", [])),
        generic_words=frozenset(raw.get("generic_words", [])),
        by_id={market.market_id: market for market in markets},
        by_key=by_key,
        by_domain={domain: market.market_id for market in markets for domain in market.domains},
    )
    problems = list(_problems(table))
    if problems:
        raise BadTable("reviewed table: " + "; ".join(problems))
    return table


def _problems(table: AliasTable) -> Iterable[str]:
    """What contradicts itself in a table."""
    ids = [market.market_id for market in table.markets]
    yield from (f"id {one} twice" for one in sorted({one for one in ids if ids.count(one) > 1}))
    owners: dict[str, str] = {}
    for market in table.markets:
        for domain in market.domains:
            if registered_domain(domain) != domain or domain in table.shared_hosts:
                yield f"{market.market_id}: {domain} is no registered domain of its own"
            if owners.setdefault(domain, market.market_id) != market.market_id:
                yield f"{domain} in {owners[domain]} and {market.market_id}"
    for (_, key), sharing in table.by_key.items():
        for one, other in combinations(sharing, 2):
            if _told_apart(table, one, other):
                continue
            yield f"name {key!r} in {one.market_id} and {other.market_id}"
    for split in table.splits:
        if len(split.parts) < 2:
            yield f"split {split.heading!r} has one part"
        for part in split.parts:
            if part.market_id not in table.by_id:
                yield f"split {split.heading!r}: no market {part.market_id}"
    for relation in table.relations:
        wanted = (
            len(relation.markets) == 1 if relation.decision == "same" else len(relation.markets) > 1
        )
        if not wanted:
            yield f"relation {', '.join(relation.markets)}: not so many markets for {relation.decision!r}"
        if relation.decision != "undecided" and not relation.source:
            yield f"relation {', '.join(relation.markets)}: {relation.decision!r} needs a source"
        for market_id in relation.markets:
            if market_id not in table.by_id:
                yield f"relation: no market {market_id}"
    yield from _rekey_problems(table)


def _rekey_problems(table: AliasTable) -> Iterable[str]:
    olds = [rekey.old for rekey in table.rekeys]
    for rekey in table.rekeys:
        if rekey.old in table.by_id or olds.count(rekey.old) > 1:
            yield f"rekey: {rekey.old} is still an id, or given up twice"
        seen = {rekey.old}
        target = rekey.new
        while target in olds and target not in seen:
            seen.add(target)
            target = table.rekeys[olds.index(target)].new
        if target not in table.by_id:
            yield f"rekey: {rekey.old} leads to no market"


def _told_apart(table: AliasTable, one: ReviewedMarket, other: ReviewedMarket) -> bool:
    """Whether two markets of one name can be told apart: by place, or by years that do not overlap."""
    if one.kind == "physical":
        first, second = (table.place(market.country, market.city) for market in (one, other))
        if first.country != second.country or (
            first.city and second.city and first.city != second.city
        ):
            return True
    return one.until < other.since or other.until < one.since
