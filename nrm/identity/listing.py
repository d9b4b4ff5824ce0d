"""The listings of one market: one in each edition that names it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nrm.findings import finding
from nrm.identity.candidates import Candidate
from nrm.model import Finding, Listing


def listings_of(
    market_id: str, members: Sequence[Candidate]
) -> tuple[list[Listing], list[Finding]]:
    """A listing per edition, and a finding for each edition that names the market twice.

    The listing is that of the entry that comes first by page; it has the domains of all.
    """
    by_year: dict[int, list[Candidate]] = defaultdict(list)
    for one in sorted(members, key=lambda one: (one.list_year, one.entry.page_first, one.order)):
        by_year[one.list_year].append(one)
    twice = [
        finding(
            "same-market-twice",
            list_year=year,
            page=named[1].entry.page_first,
            text=f"{market_id}: "
            + " and ".join(f'"{one.name}" (page {one.entry.page_first})' for one in named),
        )
        for year, named in by_year.items()
        if len(named) > 1
    ]
    return [_listing(market_id, named) for named in by_year.values()], twice


def _listing(market_id: str, named: Sequence[Candidate]) -> Listing:
    first = named[0]
    entry = first.entry
    return Listing(
        list_year=entry.list_year,
        market_id=market_id,
        entry_id=entry.entry_id,
        name=first.name,
        kind=entry.kind,
        category=entry.category,
        country=entry.country,
        country_name=entry.country_name,
        city=entry.city,
        # a heading that names several says of one country only whose it is if all share it: not known
        based_in=entry.based_in if first.parts == 1 else "",
        domains=tuple(dict.fromkeys(domain for one in named for domain in one.domains)),
        page_first=entry.page_first,
        page_last=entry.page_last,
        printed_first=entry.printed_first,
        source_sha256=entry.provenance.sha256,
    )
