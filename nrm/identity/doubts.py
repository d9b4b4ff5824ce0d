"""What remains doubtful once everything is joined, as findings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from nrm.findings import finding
from nrm.identity.aliases import AliasTable
from nrm.identity.join import Group, Join, join
from nrm.identity.market_ids import market_id
from nrm.model import Finding, Listing


def unstable(groups: Sequence[Group], ids: Sequence[str]) -> Iterable[Finding]:
    """Unreviewed markets whose id would be another one without some edition that is there."""
    for i, group in enumerate(groups):
        years = sorted({one.list_year for one in group.members})
        if group.market_id:
            continue
        if ids[i] != market_id(group.members):
            text = f"{ids[i]}: the id {market_id(group.members)} is another market's"
            yield finding("id-unstable", list_year=years[0], text=text)
        for year in years if len(years) > 1 else ():
            rest, _ = join([one for one in group.members if one.list_year != year])
            others = sorted({market_id(part.members) for part in rest} - {market_id(group.members)})
            if others:
                text = f"{ids[i]}: without the list of {year} it would be {' and '.join(others)}"
                yield finding("id-unstable", list_year=year, text=text)


def refused_joins(refused: Iterable[Join]) -> Iterable[Finding]:
    """Joins by evidence that would have made one market of two names of one edition, one for each two names."""
    told: dict[tuple[frozenset[str], str], Join] = {}
    for it in refused:
        if not (
            it.one.market_id and it.other.market_id
        ):  # else the reviewed table has made them two
            told.setdefault((frozenset((it.one.key, it.other.key)), it.why), it)
    for it in told.values():
        text = f'"{it.one.name}" ({it.one.list_year}) and "{it.other.name}" ({it.other.list_year}): {it.why}'
        yield finding(
            "near-name",
            list_year=it.other.list_year,
            page=it.other.entry.page_first,
            text=text,
        )


def undecided(ids: Collection[str], table: AliasTable) -> Iterable[Finding]:
    """What the reviewed table leaves open, where the corpus has both sides."""
    for relation in table.relations:
        if relation.decision == "undecided" and len(set(ids) & set(relation.markets)) > 1:
            source = f" ({relation.source})" if relation.source else ""
            yield finding(
                "undecided-alias",
                text=f"{', '.join(relation.markets)}: {relation.why}{source}",
            )


def unmatched(listings: Iterable[Listing], years: set[int], table: AliasTable) -> Iterable[Finding]:
    """Markets that the table says an edition printed, and that were not found there."""
    found = {(it.list_year, it.market_id) for it in listings}
    told: dict[tuple[int, str], list[str]] = defaultdict(list)
    for market in table.markets:
        for alias in market.aliases:
            for year in years & set(alias.years):
                if (year, market.market_id) not in found:
                    told[year, market.market_id].append(alias.name)
    for (year, market_id_), names in told.items():
        text = f"{market_id_}: {', '.join(sorted(set(names)))}"
        yield finding("alias-unmatched", list_year=year, text=text)
