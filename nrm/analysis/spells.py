"""Spells: unbroken runs of listings, and what is known of their beginnings and ends.

The first edition truncates on the left (what came before is unknown), the newest censors on the
right (no end yet), and an end lies somewhere between the last edition that lists the market and
the first that is known not to (interval-censoring). These are columns here, not footnotes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import TypeAlias

from nrm.analysis import cells
from nrm.analysis.presence import Presence, State

_Run: TypeAlias = "dict[str, int | bool | None]"


def spell_rows(presence: Presence, published: Mapping[int, date]) -> list[dict[str, int | bool | str | None]]:
    """One row per spell, by market and time.

    Columns: market_id; spell (1, 2, …); first_year and last_year (list years); editions (its
    length); gap_before (editions known not to list the market between the spell before and this
    one; for the first spell, none), last_absent_before (the last of them) and unknown_before
    (editions between that cannot say); absent_year (the first edition after it known not to list
    the market); start_established and end_established (the neighbouring edition is known not to
    list it); left_truncated and right_censored (no edition before, or after, is known not to list
    it); days_listed_min (from the publication of the first edition to that of the last) and days_listed_max (to that of
    absent_year; unknown while there is none); days_away_min (of the gap before it: from the
    publication of its first edition to that of last_absent_before) and days_away_max (between those
    of the listings on its two sides). `published` is the day of publication by list year; days are
    unknown where it lacks an edition.
    """
    return [
        {"market_id": market, "spell": number, **row, **_days(row, published), **_days_away(before, row, published)}
        for market, states in presence.states.items()
        for number, (before, row) in enumerate(_with_the_one_before(runs(presence.years, states)), start=1)
    ]


def spell_name(first_year: int, last_year: int) -> str:
    """A spell as list years: `"2010-2011"`, `"2016"`."""
    return str(first_year) if first_year == last_year else f"{first_year}-{last_year}"


def published_days(editions: cells.Rows) -> dict[int, date]:
    """Day of publication by list year, of the editions for which it is known."""
    rows = cells.records(editions, ("list_year",), "editions", optional=("published",))
    days = {int(row["list_year"]): cells.day(row["published"]) for row in rows}
    return {year: day for year, day in days.items() if day is not None}


def runs(years: Sequence[int], states: Sequence[State]) -> Iterator[_Run]:
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
            "last_absent_before": _last_absence(years[seen_until:start], between) if seen_until else None,
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


def _last_absence(years: Sequence[int], states: Sequence[State]) -> int | None:
    """The last year established as absent."""
    return next((y for y, state in zip(reversed(years), reversed(states), strict=True) if state == "absent"), None)


def _with_the_one_before(rows: Iterable[_Run]) -> Iterator[tuple[_Run | None, _Run]]:
    before = None
    for row in rows:
        yield before, row
        before = row


def _days_away(before: _Run | None, row: _Run, published: Mapping[int, date]) -> dict[str, int | None]:
    """How long a market was away before a spell: at least, and at most."""
    if before is None:
        return {"days_away_min": None, "days_away_max": None}
    return {
        "days_away_min": _between(before["absent_year"], row["last_absent_before"], published),
        "days_away_max": _between(before["last_year"], row["first_year"], published),
    }


def _between(first: int | bool | None, last: int | bool | None, published: Mapping[int, date]) -> int | None:
    """The days between two publications; `None` where one is unknown."""
    start, end = published.get(first or 0), published.get(last or 0)
    return None if start is None or end is None else (end - start).days


def _days(row: _Run, published: Mapping[int, date]) -> dict[str, int | None]:
    return {
        "days_listed_min": _between(row["first_year"], row["last_year"], published),
        "days_listed_max": _between(row["first_year"], row["absent_year"], published),
    }
