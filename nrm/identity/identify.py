"""From the entries of all editions to markets with stable ids, and a listing for each market in each edition."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nrm.identity.aliases import AliasTable, reviewed
from nrm.identity.candidates import Candidate
from nrm.identity.doubts import refused_joins, undecided, unmatched, unstable
from nrm.identity.evidence import evidence
from nrm.identity.join import Group, join
from nrm.identity.known import KnownNames, told_by_domain
from nrm.identity.listing import listings_of
from nrm.identity.market_ids import best_name, city_of, market_id
from nrm.identity.near import near_names
from nrm.identity.split import split_entry
from nrm.model import Finding, Listing, Market, Report


@dataclass(frozen=True, slots=True)
class Identification:
    """The markets of a corpus, by id; its listings, by list year and page; and what remained open.

    No market has two listings in one edition. Each `Market.evidence` says, per name, why it is that market.
    """

    markets: tuple[Market, ...]
    listings: tuple[Listing, ...]
    findings: tuple[Finding, ...]


def identify(reports: Sequence[Report], table: AliasTable | None = None) -> Identification:
    """Which entries of which editions are the same market.

    The order of the reports makes no difference. `table` is the reviewed table (default: the one that ships);
    the ids of its markets depend on nothing else. Another id can depend on which editions are there: where
    that shows, the finding `id-unstable` says so. Two entries of one edition that are one market make one
    listing, that of the first by page, and the finding `same-market-twice`.
    """
    table = reviewed() if table is None else table
    entries = sorted(
        (entry for report in reports for entry in report.entries),
        key=lambda entry: (entry.list_year, entry.entry_id),
    )
    findings: list[Finding] = []
    candidates: list[Candidate] = []
    known = KnownNames(entries, table)
    for entry in entries:
        named, open_ = split_entry(entry, table, known)
        candidates += named
        findings += open_
    groups, refused = join(told_by_domain(candidates, table))
    ids = _ids(groups, table)
    markets = tuple(
        sorted(
            (_market(ids[i], group, table) for i, group in enumerate(groups)),
            key=lambda m: m.market_id,
        )
    )
    listings: list[Listing] = []
    for i, group in enumerate(groups):
        found, twice = listings_of(ids[i], group.members)
        listings += found
        findings += twice
    findings += unstable(groups, ids)
    findings += refused_joins(refused)
    findings += [near.finding() for near in near_names(markets, table)]
    findings += undecided(ids, table)
    findings += unmatched(listings, {report.edition.list_year for report in reports}, table)
    return Identification(
        markets=markets,
        listings=tuple(
            sorted(
                listings,
                key=lambda it: (it.list_year, it.page_first, it.entry_id, it.market_id),
            )
        ),
        findings=tuple(
            sorted({f.finding_id: f for f in findings}.values(), key=lambda f: f.finding_id)
        ),
    )


def _ids(groups: Sequence[Group], table: AliasTable) -> list[str]:
    """The id of each group; one that is taken gets the group's domain or a number behind it."""
    taken = set(table.by_id) | {rekey.old for rekey in table.rekeys}
    ids = []
    for group in groups:
        if group.market_id:
            ids.append(group.market_id)
            continue
        stem = market_id(group.members)
        domains = [one.own[0] for one in group.members if one.own]
        choices = [stem, *(domain.replace(".", "-") for domain in domains)]
        found = next((choice for choice in choices if choice not in taken), "")
        ordinal = 2
        while not found:
            found = f"{stem}-{ordinal}" if f"{stem}-{ordinal}" not in taken else ""
            ordinal += 1
        taken.add(found)
        ids.append(found)
    return ids


def _market(found_id: str, group: Group, table: AliasTable) -> Market:
    known = table.by_id.get(group.market_id)
    members = group.members
    name = known.name if known else best_name(members)
    places = sorted(
        {one.entry.country if one.kind == "physical" else one.entry.based_in for one in members}
        - {""}
    )
    return Market(
        market_id=found_id,
        name=name,
        kind=members[0].kind,
        aliases=tuple(dict.fromkeys(one.name for one in members if one.name != name)),
        domains=tuple(sorted({domain for one in members for domain in one.domains})),
        countries=tuple(places),
        city=(known.city if known else city_of(members)) if members[0].kind == "physical" else "",
        evidence=evidence(group, table),
    )
