"""Why the names of a market are one market, in words."""

from __future__ import annotations

from collections import defaultdict

from nrm.identity.aliases import AliasTable
from nrm.identity.candidates import Candidate
from nrm.identity.join import Group


def evidence(group: Group, table: AliasTable) -> tuple[str, ...]:
    """One line per printed name, in the order of its first edition, then the table's decisions about it.

    Example: `"Foo.to" (2017, 2018): same registered domain foo.to as "FOO" (2019)`.
    """
    years: dict[str, list[int]] = defaultdict(list)
    reasons: dict[str, list[str]] = defaultdict(list)
    for one in group.members:
        years[one.name].append(one.list_year)
        if one.told_by:
            reasons[one.name].append(one.told_by)
    seen = set()
    for it in sorted(group.joins, key=lambda it: (it.one.order, it.other.order)):
        for one, other in ((it.other, it.one), (it.one, it.other)):
            if one.name not in seen and not one.told_by and one.name != other.name:
                seen.add(one.name)
                reasons[one.name].append(f'{it.why} as "{other.name}" ({other.list_year})')
                break
    lines = [
        f'"{name}" ({", ".join(map(str, sorted(set(found))))}): {_reason(name, reasons, group.members)}'
        for name, found in years.items()
    ]
    decided = [
        f"{relation.decision}: {', '.join(relation.names or relation.markets)}: {relation.why}"
        + (f" ({relation.source})" if relation.source else "")
        for relation in table.relations
        if group.market_id and group.market_id in relation.markets
    ]
    return (*lines, *decided)


def _reason(name: str, reasons: dict[str, list[str]], members: tuple[Candidate, ...]) -> str:
    if reasons[name]:
        return "; ".join(dict.fromkeys(reasons[name]))
    same = sorted({one.list_year for one in members if one.name == name})
    return "the same name in each" if len(same) > 1 else "the name that it is first known by"
