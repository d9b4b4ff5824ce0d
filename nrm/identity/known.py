"""What the rest of a corpus and the reviewed table know: names that head other entries, and reviewed domains."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nrm.identity.aliases import AliasTable
from nrm.identity.candidates import Candidate, own_domains
from nrm.identity.normalise import name_key
from nrm.model import Entry


class KnownNames:
    """Every name of a corpus and of the reviewed table, to be asked what a part of a heading is elsewhere."""

    def __init__(self, entries: Iterable[Entry], table: AliasTable) -> None:
        self._table = table
        self._headings: dict[tuple[str, str, str], set[str]] = defaultdict(set)
        for entry in entries:
            self._headings[entry.kind, entry.country, name_key(entry.name)].add(entry.entry_id)

    def __call__(self, entry: Entry, part: str) -> str:
        """The id of the reviewed market, or the key of the name that heads another entry; empty if neither."""
        place = self._table.place(entry.country, entry.city)
        found = self._table.named(
            part,
            entry.kind,
            place,
            entry.list_year,
            own_domains(entry.domains, self._table),
        )
        if len(found) == 1:
            return found[0].market_id
        key = name_key(part)
        others = self._headings.get((entry.kind, entry.country, key), set()) - {entry.entry_id}
        return key if others else ""


def told_by_domain(candidates: Sequence[Candidate], table: AliasTable) -> list[Candidate]:
    """The candidates, with the id of a reviewed market where one's domain is that market's and no name says so.

    Not where its edition lists that market by name, and of several in one edition only those that give
    the domain first: a related site is not the site.
    """
    by_name = {(one.list_year, one.market_id) for one in candidates if one.market_id}
    claims: dict[tuple[int, str], list[Candidate]] = defaultdict(list)
    for one in candidates:
        owners = [table.by_domain[domain] for domain in one.own if domain in table.by_domain]
        if one.market_id or not owners or one.kind != "online":
            continue
        if len(set(owners)) == 1 or table.by_domain.get(one.own[0]) == owners[0]:
            claims[one.list_year, owners[0]].append(one)
    told: dict[tuple[int, str, int], Candidate] = {}
    for (year, market), claiming in claims.items():
        if (year, market) in by_name:
            continue
        if len(claiming) > 1:
            claiming = [one for one in claiming if table.by_domain.get(one.own[0]) == market]
        for one in claiming:
            domain = next(domain for domain in one.own if table.by_domain.get(domain) == market)
            why = f"same registered domain {domain} as in the reviewed table"
            told[one.order] = replace(one, market_id=market, told_by=why)
    return [told.get(one.order, one) for one in candidates]
