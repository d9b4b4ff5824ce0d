"""The history of every market as plain rows, without pandas: what `nrm.analysis.history` makes frames of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Any

from nrm.analysis import cells
from nrm.analysis.events import event_rows
from nrm.analysis.presence import Presence, presence
from nrm.analysis.spells import published_days, spell_name, spell_rows

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class HistoryRows:
    """The rows of the frames of `nrm.analysis.history.History`, and the matrix that they are read off."""

    events: Sequence[Row]
    spells: Sequence[Row]
    markets: Sequence[Row]
    presence: Presence


def history_rows(listings: cells.Rows, editions: cells.Rows) -> HistoryRows:
    """Events, spells and status of every market; columns and errors are those of `nrm.analysis.history`."""
    matrix = presence(listings, editions)
    runs = spell_rows(matrix, published_days(editions))
    return HistoryRows(event_rows(matrix), runs, _summary(listings, matrix, runs), matrix)


def _summary(listings: cells.Rows, matrix: Presence, runs: Sequence[Mapping[str, Any]]) -> list[Row]:
    rows_read = cells.records(listings, ("list_year", "market_id", "name", "kind"), "listings")
    newest = {row["market_id"]: row for row in sorted(rows_read, key=lambda r: int(r["list_year"]))}
    rows: list[Row] = []
    for market, group in groupby(runs, key=itemgetter("market_id")):
        of_market = list(group)
        last = of_market[-1]
        state = matrix.states[market][-1]
        gone = state != "listed" and not last["right_censored"]
        sure_age = gone and last["start_established"] and last["end_established"]
        rows.append(
            {
                "market_id": market,
                "name": newest[market]["name"],
                "kind": newest[market]["kind"],
                "first_year": of_market[0]["first_year"],
                "last_year": last["last_year"],
                "editions": sum(run["editions"] for run in of_market),
                "spells": tuple(spell_name(run["first_year"], run["last_year"]) for run in of_market),
                "gaps": tuple(run["gap_before"] for run in of_market[1:]),
                "status": {"listed": "listed", "absent": "delisted"}.get(state, "unknown"),
                "left_truncated": of_market[0]["left_truncated"],
                "right_censored": last["right_censored"],
                "delisted_year": last["absent_year"] if gone else None,
                "age_at_delisting": last["editions"] if sure_age else None,
                "days_at_delisting_min": last["days_listed_min"] if gone else None,
                "days_at_delisting_max": last["days_listed_max"] if gone else None,
            }
        )
    return rows
