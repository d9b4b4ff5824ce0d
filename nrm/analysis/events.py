"""What happened to each market in each edition, and how sure that is.

| in the edition before | in this edition | event | established |
|---|---|---|---|
| listed | listed | retained | yes |
| listed | absent | delisted | yes |
| absent, listed earlier | listed | relisted, gap = absences since | if none since is unknown |
| absent, never listed | listed | listed | if no earlier edition of the manifest is unknown |
| none in the manifest | listed | listed | no: what came before the first list is unknown |
| unknown | listed | unknown | no |
| listed or unknown, listed before | unknown | unknown | no |
| unknown, and listed when last known | absent | unknown | no: it left in this edition or before |

Other combinations are no event. A gap counts established absences only; what an edition that is
missing or partial might add to it is said by `established`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from nrm.analysis.presence import Presence, State

Event = Literal["listed", "retained", "delisted", "relisted", "unknown"]


class Happening(NamedTuple):
    """One event of one market. `gap` is set for `relisted` only."""

    list_year: int
    event: Event
    gap: int | None
    established: bool


def event_rows(presence: Presence) -> list[dict[str, object]]:
    """All events as rows of the table `events`, by market and list year."""
    return [
        {"market_id": market, **happening._asdict()}
        for market, states in presence.states.items()
        for happening in happenings(presence.years, states, bool(presence.earlier_missing))
    ]


def happenings(years: Sequence[int], states: Sequence[State], earlier_missing: bool) -> Iterator[Happening]:
    """The events of one market, oldest first. `states` has one state for each of `years`.

    `earlier_missing` says that the manifest knows editions before the first of `years`.
    """
    for position, (year, now) in enumerate(zip(years, states, strict=True)):
        before = states[:position]
        if now == "listed":
            yield _arrival(year, before, earlier_missing)
        elif now == "unknown":
            if "listed" in before:
                yield Happening(year, "unknown", None, False)
        elif before and before[-1] == "listed":
            yield Happening(year, "delisted", None, True)
        elif before and before[-1] == "unknown" and _last_known(before) == "listed":
            yield Happening(year, "unknown", None, False)


def since_last_listing(before: Sequence[State]) -> Sequence[State]:
    """The states after the last listing; all of them where there is none."""
    for position in range(len(before) - 1, -1, -1):
        if before[position] == "listed":
            return before[position + 1 :]
    return before


def _arrival(year: int, before: Sequence[State], earlier_missing: bool) -> Happening:
    """The event of an edition that lists the market."""
    if not before:
        return Happening(year, "unknown" if earlier_missing else "listed", None, False)
    match before[-1]:
        case "listed":
            return Happening(year, "retained", None, True)
        case "unknown":
            return Happening(year, "unknown", None, False)
        case "absent":
            away = since_last_listing(before)
            if "listed" not in before:
                return Happening(year, "listed", None, not earlier_missing and "unknown" not in away)
            return Happening(year, "relisted", away.count("absent"), "unknown" not in away)


def _last_known(before: Sequence[State]) -> State:
    return next((state for state in reversed(before) if state != "unknown"), "unknown")
