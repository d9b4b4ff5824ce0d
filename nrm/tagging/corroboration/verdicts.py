"""Claims checked against the listings of a corpus."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal

from nrm.errors import BadTable
from nrm.tagging.corroboration.claims import Claim

if TYPE_CHECKING:
    import pandas as pd

VerdictKind = Literal["confirmed", "contradicted", "unknown market", "not established"]

_LISTING_COLUMNS: Final = ("list_year", "market_id", "kind")
_EDITION_COLUMNS: Final = ("list_year", "coverage_online", "coverage_physical")


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """A claim and what the listings say to it."""

    claim: Claim
    verdict: VerdictKind


@dataclass(frozen=True, slots=True)
class _Known:
    listed: frozenset[tuple[int, str]]
    kinds: dict[str, str]
    complete: frozenset[tuple[int, str]]
    years: tuple[int, ...]


def verdicts(claims: Iterable[Claim], listings: pd.DataFrame, editions: pd.DataFrame) -> tuple[CheckedClaim, ...]:
    """Each claim with `confirmed`, `contradicted`, `unknown market` or `not established`.

    `listings` needs the columns list_year, market_id, kind; `editions` list_year, coverage_online
    and coverage_physical, one row per edition known, missing ones included. `BadTable` where a
    column is missing.

    A claim is confirmed where the edition says the same. It is contradicted only by an edition
    that is complete for that kind of market; a removal is confirmed where the market is absent
    from a complete edition and stands in the one before. Without market or list year nothing is
    established. Of a year that can be read in two ways both readings must contradict.
    """
    known = _known(listings, editions)
    return tuple(CheckedClaim(claim, _of_readings(claim, known)) for claim in claims)


def _of_readings(claim: Claim, known: _Known) -> VerdictKind:
    verdict = _verdict(claim, known)
    if verdict != "contradicted" or claim.other_reading is None:
        return verdict
    other = _verdict(replace(claim, list_year=claim.other_reading), known)
    return verdict if other == "contradicted" else "not established"


def _known(listings: pd.DataFrame, editions: pd.DataFrame) -> _Known:
    for frame, columns, name in (
        (listings, _LISTING_COLUMNS, "listings"),
        (editions, _EDITION_COLUMNS, "editions"),
    ):
        missing = [column for column in columns if column not in frame.columns]
        if missing:
            raise BadTable(f"{name}: the columns {', '.join(missing)} are missing")
    rows = [
        (int(year), str(market), str(kind))
        for year, market, kind in listings[list(_LISTING_COLUMNS)].itertuples(index=False)
    ]
    complete = set()
    years = []
    for year, online, physical in editions[list(_EDITION_COLUMNS)].itertuples(index=False):
        years.append(int(year))
        complete |= {
            (int(year), kind)
            for kind, coverage in (("online", online), ("physical", physical))
            if coverage == "complete"
        }
    return _Known(
        listed=frozenset((year, market) for year, market, _ in rows),
        kinds={market: kind for _, market, kind in rows},
        complete=frozenset(complete),
        years=tuple(sorted(set(years))),
    )


def _verdict(claim: Claim, known: _Known) -> VerdictKind:
    if not claim.market:
        return "not established"
    if claim.market_id not in known.kinds:
        return "unknown market"
    if claim.list_year is None:
        return "not established"
    there = (claim.list_year, claim.market_id) in known.listed
    absent = not there and (claim.list_year, known.kinds[claim.market_id]) in known.complete
    if claim.claim == "listed":
        return "confirmed" if there else "contradicted" if absent else "not established"
    return "contradicted" if there else _removal(claim, known) if absent else "not established"


def _removal(claim: Claim, known: _Known) -> VerdictKind:
    """A market that a complete edition does not have: was it on the one before?"""
    before = max((year for year in known.years if claim.list_year and year < claim.list_year), default=None)
    if before is None:
        return "not established"
    if (before, claim.market_id) in known.listed:
        return "confirmed"
    complete = (before, known.kinds[claim.market_id]) in known.complete
    return "contradicted" if complete else "not established"
