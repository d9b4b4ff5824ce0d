"""Spells: unbroken runs of listings, and what is known of their beginnings and ends.

The first edition truncates on the left (what came before is unknown), the newest censors on the
right (no end yet), and an end lies somewhere between the last edition that lists the market and
the first that is known not to (interval-censoring). These are columns here, not footnotes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any

import pandas as pd

from nrm.analysis import cells
from nrm.analysis.presence import Presence, State

SPELL_DTYPES: Mapping[str, Any] = {
    "market_id": cells.TEXT,
    "spell": cells.WHOLE,
    "first_year": cells.WHOLE,
    "last_year": cells.WHOLE,
    "editions": cells.WHOLE,
    "gap_before": cells.WHOLE,
    "unknown_before": cells.WHOLE,
    "absent_year": cells.WHOLE,
    "start_established": cells.TRUTH,
    "end_established": cells.TRUTH,
    "left_truncated": cells.TRUTH,
    "right_censored": cells.TRUTH,
    "days_listed_min": cells.WHOLE,
    "days_listed_max": cells.WHOLE,
}


def spells(presence: Presence, published: Mapping[int, pd.Timestamp]) -> pd.DataFrame:
    """One row per spell, by market and time.

    Columns: market_id; spell (1, 2, …); first_year and last_year (list years); editions (its
    length); gap_before (editions known not to list the market between the spell before and this
    one; for the first spell, none) and unknown_before (editions between that cannot say);
    absent_year (the first edition after it known not to list the market); start_established and
    end_established (the neighbouring edition is known not to list it); left_truncated and
    right_censored (no edition before, or after, is known not to list it); days_listed_min (from
    the publication of the first edition to that of the last) and days_listed_max (to that of
    absent_year; unknown while there is none). `published` is the day of publication by list year;
    days are unknown where it lacks an edition.
    """
    rows = [
        {"market_id": market, "spell": number, **row, **_days(row, published)}
        for market, states in presence.states.items()
        for number, row in enumerate(_runs(presence.years, states), start=1)
    ]
    return cells.typed(rows, SPELL_DTYPES)


def spell_names(spells_of_market: pd.DataFrame) -> tuple[str, ...]:
    """Spells as list years: `("2010-2011", "2016")`."""
    pairs = zip(spells_of_market["first_year"], spells_of_market["last_year"], strict=True)
    return tuple(str(a) if a == b else f"{a}-{b}" for a, b in pairs)


def _runs(years: Sequence[int], states: Sequence[State]) -> Iterator[dict[str, int | bool | None]]:
    position, seen_until = 0, 0
    for state, group in groupby(states):
        start, position = position, position + len(list(group))
        if state != "listed":
            continue
        between, after = states[seen_until:start], states[position:]
        yield {
            "first_year": years[start],
            "last_year": years[position - 1],
            "editions": position - start,
            "gap_before": between.count("absent") if seen_until else None,
            "unknown_before": between.count("unknown") if seen_until else None,
            "absent_year": _first_absence(years[position:], after),
            "start_established": start > 0 and states[start - 1] == "absent",
            "end_established": bool(after) and after[0] == "absent",
            "left_truncated": "absent" not in between,
            "right_censored": _first_absence(years[position:], after) is None,
        }
        seen_until = position


def _first_absence(years: Sequence[int], states: Sequence[State]) -> int | None:
    """The first year established as absent before the next listing."""
    for year, state in zip(years, states, strict=True):
        if state == "listed":
            return None
        if state == "absent":
            return year
    return None


def _days(
    row: Mapping[str, int | bool | None], published: Mapping[int, pd.Timestamp]
) -> dict[str, int | None]:
    def days_to(year: int | bool | None) -> int | None:
        first, last = published.get(row["first_year"] or 0), published.get(year or 0)
        return None if first is None or last is None else (last - first).days

    return {
        "days_listed_min": days_to(row["last_year"]),
        "days_listed_max": days_to(row["absent_year"]),
    }
