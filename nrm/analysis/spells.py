"""Spells: unbroken runs of listings, and what is known of their beginnings and ends.

The first edition truncates on the left (what came before is unknown), the newest censors on the
right (no end yet), and an end lies somewhere between the last edition that lists the market and
the first that is known not to (interval-censoring). These are columns here, not footnotes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby

from nrm.analysis import cells
from nrm.analysis.presence import Presence, State


def spell_rows(presence: Presence, published: Mapping[int, date]) -> list[dict[str, int | bool | str | None]]:
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
    return [
        {"market_id": market, "spell": number, **row, **_days(row, published)}
        for market, states in presence.states.items()
        for number, row in enumerate(runs(presence.years, states), start=1)
    ]


def spell_name(first_year: int, last_year: int) -> str:
    """A spell as list years: `"2010-2011"`, `"2016"`."""
    return str(first_year) if first_year == last_year else f"{first_year}-{last_year}"


def published_days(editions: cells.Rows) -> dict[int, date]:
    """Day of publication by list year, of the editions for which it is known."""
    rows = cells.records(editions, ("list_year",), "editions", optional=("published",))
    days = {int(row["list_year"]): cells.day(row["published"]) for row in rows}
    return {year: day for year, day in days.items() if day is not None}


def runs(years: Sequence[int], states: Sequence[State]) -> Iterator[dict[str, int | bool | None]]:
    """The spells of one market, without the columns that need days; a state for each year."""
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


def _days(row: Mapping[str, int | bool | None], published: Mapping[int, date]) -> dict[str, int | None]:
    def days_to(year: int | bool | None) -> int | None:
        first, last = published.get(row["first_year"] or 0), published.get(year or 0)
        return None if first is None or last is None else (last - first).days

    return {
        "days_listed_min": days_to(row["last_year"]),
        "days_listed_max": days_to(row["absent_year"]),
    }
