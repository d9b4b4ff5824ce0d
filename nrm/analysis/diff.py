"""Two editions compared: what came, what came back, what went, what stayed and how it changed.

A market counts as added or removed only where the edition that does not list it is complete for
its kind; where that edition is partial, the market is `not_established`.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from nrm.analysis import cells
from nrm.analysis.changes import LISTING_COLUMNS, changes
from nrm.analysis.diff_value import Diff, DiffRow, select
from nrm.analysis.notices import is_sample
from nrm.analysis.presence import Presence, State, presence
from nrm.errors import UnknownName
from nrm.model import Kind


def diff(
    corpus: cells.Corpus,
    old: int,
    new: int,
    *,
    only: Collection[str] = (),
    kind: Kind | None = None,
    country: str | None = None,
) -> Diff:
    """Compare two editions of one corpus, given by list year.

    `relisted` are markets that an edition before `old` listed, with the gap before they came back
    and the last list year before it; the rest of what `new` has and `old` has not is `added`
    (where `new` is the earlier edition, all of it is). A retained market that an edition in
    between is known not to list carries that gap. What missing or partial editions leave open
    stands in `unknown_years` of each row and, where it decides the group, in `not_established`.
    `only` names groups (`added`, …) or changes (`renamed`, …) to keep, `country` an ISO code.
    Raises `UnknownName` where the corpus has not both editions, or a filter is no such word.
    """
    listings = cells.table(corpus, "listings")
    matrix = presence(listings, cells.table(corpus, "editions"))
    for year in (old, new):
        _require_edition(matrix, year)
    columns = ("list_year", "market_id", "entry_id", "page_first", *LISTING_COLUMNS)
    sides: dict[int, dict[str, dict[str, Any]]] = {old: {}, new: {}}
    for row in cells.records(listings, columns, "listings", optional=("sample",)):
        if int(row["list_year"]) in sides:
            sides[int(row["list_year"])][str(row["market_id"])] = row
    sample = any(is_sample(side.values()) for side in sides.values())
    texts = {
        str(row["entry_id"]): cells.text(row["text"])
        for row in cells.records(cells.table(corpus, "entries"), ("entry_id", "list_year", "text"), "entries")
        if int(row["list_year"]) in sides
    }
    rows = [_row(matrix, market, old, new, sides, texts) for market in sorted({**sides[old], **sides[new]})]
    return select(Diff.of(old, new, rows, sample=sample), only=only, kind=kind, country=country)


def _require_edition(matrix: Presence, year: int) -> None:
    if not matrix.in_corpus(year):
        held = ", ".join(str(y) for y in matrix.years if matrix.in_corpus(y)) or "none"
        raise UnknownName(f"the corpus has no edition {year}; it has {held}")


def _row(
    matrix: Presence,
    market: str,
    old: int,
    new: int,
    sides: dict[int, dict[str, dict[str, Any]]],
    texts: dict[str, str],
) -> DiffRow:
    before, after = sides[old].get(market), sides[new].get(market)
    listing = after or before
    assert listing is not None
    states = dict(zip(matrix.years, matrix.states[market], strict=True))
    row = DiffRow(
        group="retained",
        market_id=market,
        name=cells.text(listing["name"]),
        kind=listing["kind"],
        country=_country(listing),
        old_country=_country(before) if before else "",
        old_page=int(before["page_first"]) if before else None,
        new_page=int(after["page_first"]) if after else None,
    )
    if before and after:
        low, high = sorted((old, new))
        away = [year for year, state in states.items() if low < year < high and state == "absent"]
        return replace(
            row,
            gap=len(away) or None,
            away=tuple(away),
            unknown_years=tuple(y for y, s in states.items() if low < y < high and s == "unknown"),
            changes=changes(
                before,
                after,
                texts.get(str(before["entry_id"]), ""),
                texts.get(str(after["entry_id"]), ""),
            ),
        )
    silent = new if before else old
    if states[silent] == "unknown":
        return replace(row, group="not_established", unknown_years=(silent,))
    if before:
        return replace(row, group="removed")
    return _arrival(matrix, row, states, old, new)


def _arrival(matrix: Presence, row: DiffRow, states: dict[int, State], old: int, new: int) -> DiffRow:
    """The row of a market that `new` lists and `old` is known not to list."""
    if new < old:
        return replace(row, group="added")
    earlier = {year: state for year, state in states.items() if year < old}
    listed = [year for year, state in earlier.items() if state == "listed"]
    if not listed:
        unseen = [year for year, state in earlier.items() if state == "unknown"]
        return replace(row, group="added", unknown_years=(*matrix.earlier_missing, *unseen))
    back = min(year for year, state in states.items() if year > old and state == "listed")
    away = {year: state for year, state in states.items() if listed[-1] < year < back}
    absent = tuple(year for year, state in away.items() if state == "absent")
    return replace(
        row,
        group="relisted",
        gap=len(absent),
        last_list_year=listed[-1],
        away=absent,
        unknown_years=tuple(year for year, state in away.items() if state == "unknown"),
    )


def _country(listing: dict[str, Any]) -> str:
    return cells.text(listing["country"]) or cells.text(listing["based_in"])
