"""Markets against editions: listed, established as absent, or unknown.

This matrix is the one place where "absence is not established" is decided; every count of
additions, removals, gaps and spells is read off it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nrm.analysis import cells
from nrm.analysis.coverage import KINDS, Coverage, years_by_coverage
from nrm.errors import BadTable
from nrm.model import Kind

State = Literal["listed", "absent", "unknown"]


@dataclass(frozen=True, slots=True)
class Presence:
    """The state of every market in every edition from the corpus's first to its last.

    `years` are the list years of the manifest within that window, oldest first, missing ones
    included; `states[market_id]` has one state for each. Editions of the manifest outside the
    window are not in it: `earlier_missing` names those before it, after it nothing is claimed.
    """

    years: tuple[int, ...]
    states: dict[str, tuple[State, ...]]
    coverage: dict[Kind, dict[int, Coverage]]
    earlier_missing: tuple[int, ...]
    later_missing: tuple[int, ...]

    def in_corpus(self, year: int) -> bool:
        """Whether the corpus has the edition."""
        return any(self.coverage[kind].get(year, "missing") != "missing" for kind in KINDS)


def presence(listings: cells.Rows, editions: cells.Rows) -> Presence:
    """Lay markets against editions.

    `listings` has list_year, market_id and kind (one row per listing); `editions` has list_year,
    coverage_online and coverage_physical (one row per edition of the manifest or the corpus). A
    market that changed its kind is absent only where both kinds are complete. Raises `BadTable`
    where a listing belongs to an edition that is not in the table or is missing from the corpus.
    """
    coverage = {kind: years_by_coverage(editions, kind) for kind in KINDS}
    manifest = sorted(coverage["online"])
    held = [y for y in manifest if any(coverage[kind][y] != "missing" for kind in KINDS)]
    listed: dict[str, set[int]] = {}
    kinds: dict[str, set[Kind]] = {}
    for row in cells.records(listings, ("list_year", "market_id", "kind"), "listings"):
        year, market, kind = int(row["list_year"]), str(row["market_id"]), row["kind"]
        if year not in held:
            raise BadTable(f"listings: {market} is listed in {year}, which the corpus does not have")
        if kind not in KINDS:
            raise BadTable(f"listings: the kind of {market} in {year} is {kind!r}")
        listed.setdefault(market, set()).add(year)
        kinds.setdefault(market, set()).add(kind)
    years = tuple(y for y in manifest if held and held[0] <= y <= held[-1])

    def state(market: str, year: int) -> State:
        if year in listed[market]:
            return "listed"
        proves = all(coverage[kind][year] == "complete" for kind in kinds[market])
        return "absent" if proves else "unknown"

    return Presence(
        years=years,
        states={m: tuple(state(m, y) for y in years) for m in sorted(listed)},
        coverage=coverage,
        earlier_missing=tuple(y for y in manifest if held and y < held[0]),
        later_missing=tuple(y for y in manifest if held and y > held[-1]),
    )
