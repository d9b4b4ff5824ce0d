"""How the list turns over: stock, additions, removals and rates per edition, kind and country.

With S the stock of an edition, S′ that of the edition before it, A what was added and R what was
removed in between:

- retention rate: (S′ − R) / S′, the share of the edition before that stayed;
- removal rate: R / S′; addition rate: A / S;
- turnover rate: (A + R) / (S′ + S), from 0 (the same markets) to 1 (none in common), the relative
  species turnover of J. M. Diamond, "Avifaunal equilibria and species turnover rates on the
  Channel Islands of California", PNAS 64 (1969), 57–63, not divided by the years in between,
  because editions are not evenly spaced.

What an edition cannot prove is not counted: the number is unknown and `uncounted_*` says how many
markets it would be about.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pandas as pd

from nrm.analysis import cells
from nrm.analysis.coverage import KINDS
from nrm.analysis.dtypes import NUMBER, TEXT, TRUTH, WHOLE, category, typed
from nrm.analysis.events import happenings
from nrm.analysis.presence import Presence, presence
from nrm.errors import BadTable

By = Literal["kind", "country"]
Group = tuple[str, ...]

_FLOWS = (
    "retained",
    "additions",
    "additions_new",
    "additions_relisted",
    "additions_either",
    "removals",
    "moved_in",
    "moved_out",
)
_COUNTS = ("stock", "previous_stock", *_FLOWS, "uncounted_arrivals", "uncounted_departures")
_RATES = ("retention_rate", "removal_rate", "addition_rate", "turnover_rate")


def turnover(
    listings: cells.Rows | cells.ListingTables, editions: cells.Rows | None = None, by: Sequence[By] = ("kind",)
) -> pd.DataFrame:
    """One row per edition of the corpus's window and group, by group and list year.

    Takes a corpus, or its tables `listings` and `editions`.

    `by` names what to group by: `kind`, `country` (where a physical market stands, where an online
    one is at home; empty where unknown), both, or nothing. Columns: list_year; the groups; complete
    (the edition can prove absences of the group's kinds); stock (listings found; unknown for a
    missing edition); previous_stock (the same of the edition before);
    retained; additions = additions_new + additions_relisted + additions_either (an incomplete
    earlier edition leaves open which); removals; moved_in and moved_out (retained markets that
    changed the group); uncounted_arrivals (listed now, not found in the edition before) and
    uncounted_departures (the other way round), both 0 where they could be counted; the
    rates of the module.

    Where this edition and the one before are complete for the group's kinds: stock =
    previous_stock + additions − removals + moved_in − moved_out. Else these, `retained` and the
    rates are unknown (also for the first edition), and `uncounted_*` counts the differences that
    are seen, which are then neither all nor sure. Raises `BadTable` for another `by`, or where the
    editions are not given: what they can prove decides what is counted.
    """
    if set(by) - {"kind", "country"}:
        raise BadTable(f"turnover: group by kind or country, not {', '.join(by)}")
    rows_read, editions_read = cells.listing_tables(listings, editions, "turnover")
    matrix = presence(rows_read, editions_read)
    columns = ("list_year", "market_id", "kind", "country", "based_in")
    groups: dict[tuple[str, int], Group] = {}
    for row in cells.records(rows_read, columns, "listings"):
        place = cells.text(row["country"]) or cells.text(row["based_in"])
        values = {"kind": str(row["kind"]), "country": place}
        groups[str(row["market_id"]), int(row["list_year"])] = tuple(values[name] for name in by)
    counts = _counted(matrix, groups)
    rows = [
        dict(zip(by, group, strict=True)) | _row(matrix, by, group, position, counts)
        for group in sorted(set(groups.values()) or ({()} if not by else set()))
        for position in range(len(matrix.years))
    ]
    return typed(rows, _dtypes(by))


def _dtypes(by: Sequence[By]) -> dict[str, Any]:
    of_group = {"kind": category("kind"), "country": TEXT}
    return (
        {"list_year": WHOLE}
        | {name: of_group[name] for name in by}
        | {"complete": TRUTH}
        | dict.fromkeys(_COUNTS, WHOLE)
        | dict.fromkeys(_RATES, NUMBER)
    )


def _counted(matrix: Presence, groups: Mapping[tuple[str, int], Group]) -> Counter[tuple[str, Group, int]]:
    """How often what happened, by (what, group, position of the edition in the window)."""
    counts: Counter[tuple[str, Group, int]] = Counter()
    for market, states in matrix.states.items():
        for position, (year, now) in enumerate(zip(matrix.years, states, strict=True)):
            before = states[position - 1] if position else "unknown"
            group = groups.get((market, year), ())
            if now == "listed":
                counts["stock", group, position] += 1
                if before != "listed":
                    counts["uncounted_arrivals", group, position] += 1
            if before != "listed":
                continue
            group_before = groups[market, matrix.years[position - 1]]
            if now != "listed":
                counts["removals", group_before, position] += 1
                counts["uncounted_departures", group_before, position] += 1
            else:
                counts["retained", group, position] += 1
                if group != group_before:
                    counts["moved_in", group, position] += 1
                    counts["moved_out", group_before, position] += 1
        for happening in happenings(matrix.years, states, bool(matrix.earlier_missing)):
            position = matrix.years.index(happening.list_year)
            if position and happening.event in ("listed", "relisted"):
                sure = happening.event == "relisted" or happening.established
                origin = {"listed": "new", "relisted": "relisted"}[happening.event]
                what = f"additions_{origin if sure else 'either'}"
                counts[what, groups[market, happening.list_year], position] += 1
    return counts


def _row(
    matrix: Presence,
    by: Sequence[By],
    group: Group,
    position: int,
    counts: Counter[tuple[str, Group, int]],
) -> dict[str, Any]:
    kinds = [kind for kind in KINDS if "kind" not in by or kind == group[by.index("kind")]]

    def proves(place: int) -> bool:
        return place >= 0 and all(matrix.coverage[kind][matrix.years[place]] == "complete" for kind in kinds)

    def held(place: int) -> bool:
        return place >= 0 and matrix.in_corpus(matrix.years[place])

    row: dict[str, Any] = {name: counts[name, group, position] for name in _COUNTS}
    row["stock"] = counts["stock", group, position] if held(position) else None
    row["previous_stock"] = counts["stock", group, position - 1] if held(position - 1) else None
    row["additions"] = sum(row[f"additions_{origin}"] for origin in ("new", "relisted", "either"))
    comparable = proves(position) and proves(position - 1)
    if comparable:
        row |= {"uncounted_arrivals": 0, "uncounted_departures": 0}
    else:
        row |= dict.fromkeys(_FLOWS)
    return {
        "list_year": matrix.years[position],
        "complete": proves(position),
        **row,
        **(_rates(row) if comparable else dict.fromkeys(_RATES)),
    }


def _rates(row: Mapping[str, Any]) -> dict[str, float | None]:
    def share(part: int, whole: int) -> float | None:
        return part / whole if whole else None

    stock, before = row["stock"], row["previous_stock"]
    return {
        "retention_rate": share(before - row["removals"], before),
        "removal_rate": share(row["removals"], before),
        "addition_rate": share(row["additions"], stock),
        "turnover_rate": share(row["additions"] + row["removals"], before + stock),
    }
