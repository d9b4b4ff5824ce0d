"""Joining the markets of all editions by evidence, the strongest first, and never silently.

1. what the reviewed table says (settled before anything else, and never undone);
2. the same registered domain;
3. the same normalised name and kind, for a physical market also the same country and city.

Two reviewed markets never become one, whatever they share. Within one edition, which does not list a market
twice under two names, a domain joins two names only if it is the first that both give; of several that name it as
a related one it joins none.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from nrm.identity.candidates import Candidate

_Key = tuple[int, str, int]
_REFUSED = 9


@dataclass(frozen=True, slots=True)
class Join:
    """Why two candidates are one market; `strength` 2 and 3 as above, `rank` orders within it."""

    strength: int
    rank: int
    one: Candidate
    other: Candidate
    why: str


@dataclass(frozen=True, slots=True)
class Group:
    """The candidates that are one market. `market_id` is the reviewed one, else empty."""

    market_id: str
    members: tuple[Candidate, ...]
    joins: tuple[Join, ...]


def join(candidates: Sequence[Candidate]) -> tuple[tuple[Group, ...], tuple[Join, ...]]:
    """The groups, in the order of their first members, and the joins that were refused.

    The order of `candidates` makes no difference.
    """
    ordered = sorted(candidates, key=lambda one: one.order)
    forest = _Forest(ordered)
    refused = []
    for found in sorted(
        _joins(ordered),
        key=lambda it: (it.strength, it.rank, it.one.order, it.other.order),
    ):
        if not forest.unite(found):
            refused.append(found)
    return forest.groups(), tuple(refused)


def _joins(candidates: Sequence[Candidate]) -> Iterable[Join]:
    by_domain: dict[tuple[str, str], list[Candidate]] = defaultdict(list)
    by_name: dict[tuple[str, str, str], list[Candidate]] = defaultdict(list)
    for one in candidates:
        for domain in one.own:
            by_domain[one.kind, domain].append(one)
        for key in (one.key, *sorted(one.other_keys)):
            by_name[one.kind, key, one.place.country].append(one)
    for (_, domain), sharing in by_domain.items():
        contested = _contested(domain, sharing)
        for one, other in combinations(sharing, 2):
            rank = 2 - (one.own[0] == domain) - (other.own[0] == domain)
            if contested & {one.order, other.order}:
                rank = _REFUSED
            yield Join(2, rank, one, other, f"same registered domain {domain}")
    for (_, key, _), sharing in by_name.items():
        cities = {one.place.city for one in sharing if one.place.city}
        for one, other in combinations(sharing, 2):
            if one.entry is other.entry or key not in (one.key, other.key):
                continue
            why = "same name" if one.key == other.key else "a heading gives both names"
            if one.place.city == other.place.city:
                yield Join(3, 0, one, other, why)
            elif len(cities) == 1:
                yield Join(3, 1, one, other, f"{why}, and only one of them gives the city")


def _contested(domain: str, sharing: Iterable[Candidate]) -> set[_Key]:
    """Those who name a domain as a related one only, where their edition has another name for it."""
    years: dict[int, list[Candidate]] = defaultdict(list)
    for one in sharing:
        years[one.list_year].append(one)
    return {
        one.order
        for named in years.values()
        if len({one.key for one in named}) > 1
        for one in named
        if one.own[0] != domain
    }


class _Forest:
    """Disjoint sets of candidates (by their `order`) that know what must stay apart."""

    def __init__(self, candidates: Sequence[Candidate]) -> None:
        self._root: dict[_Key, _Key] = {}
        self._members: dict[_Key, list[Candidate]] = {}
        self._id: dict[_Key, str] = {}
        self._joins: dict[_Key, list[Join]] = {}
        first_of: dict[str, _Key] = {}
        for one in candidates:
            root = first_of.setdefault(one.market_id, one.order) if one.market_id else one.order
            self._root[one.order] = root
            self._members.setdefault(root, []).append(one)
            self._id[root] = one.market_id
            self._joins.setdefault(root, [])

    def unite(self, found: Join) -> bool:
        """Make one of two sets if nothing forbids it; whether they are one now."""
        one, other = self._root[found.one.order], self._root[found.other.order]
        if one == other:
            return True
        if found.rank == _REFUSED or self._forbidden(one, other, found):
            return False
        if self._id[other] and not self._id[one]:
            one, other = other, one
        for member in self._members[other]:
            self._root[member.order] = one
        self._members[one] += self._members.pop(other)
        self._joins[one] += [*self._joins.pop(other), found]
        return True

    def groups(self) -> tuple[Group, ...]:
        """The sets, ordered by their first members."""
        found = [
            Group(
                self._id[root],
                tuple(sorted(members, key=lambda one: one.order)),
                tuple(self._joins[root]),
            )
            for root, members in self._members.items()
        ]
        return tuple(sorted(found, key=lambda group: group.members[0].order))

    def _forbidden(self, one: _Key, other: _Key, found: Join) -> bool:
        if self._id[one] and self._id[other]:
            return True
        if (found.strength, found.rank) == (3, 0):
            return False
        years: dict[int, list[Candidate]] = defaultdict(list)
        for member in self._members[one]:
            years[member.list_year].append(member)
        return any(
            not _plainly_the_same(mine, theirs)
            for theirs in self._members[other]
            for mine in years.get(theirs.list_year, ())
        )


def _plainly_the_same(one: Candidate, other: Candidate) -> bool:
    """Whether two candidates of one edition are one: by name and place, or the domain both give first."""
    if one.own and one.own[:1] == other.own[:1] and one.entry is not other.entry:
        return True
    return one.key == other.key and one.place == other.place
