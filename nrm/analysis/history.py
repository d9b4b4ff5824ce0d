"""The history of every market: events, spells, and where each one stands at the newest edition."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import pandas as pd

from nrm.analysis import cells, notices
from nrm.analysis.dtypes import TEXT, TRUTH, WHOLE, category, typed
from nrm.analysis.history_rows import history_rows
from nrm.analysis.presence import Presence

_EVENT_DTYPES: Mapping[str, Any] = {
    "list_year": WHOLE,
    "market_id": TEXT,
    "event": category("event"),
    "gap": WHOLE,
    "established": TRUTH,
}
_SPELL_DTYPES: Mapping[str, Any] = {
    "market_id": TEXT,
    "spell": WHOLE,
    "first_year": WHOLE,
    "last_year": WHOLE,
    "editions": WHOLE,
    "gap_before": WHOLE,
    "last_absent_before": WHOLE,
    "unknown_before": WHOLE,
    "absent_year": WHOLE,
    "start_established": TRUTH,
    "end_established": TRUTH,
    "left_truncated": TRUTH,
    "right_censored": TRUTH,
    "days_listed_min": WHOLE,
    "days_listed_max": WHOLE,
    "days_away_min": WHOLE,
    "days_away_max": WHOLE,
}
_SUMMARY_DTYPES: Mapping[str, Any] = {
    "market_id": TEXT,
    "name": TEXT,
    "kind": category("kind"),
    "first_year": WHOLE,
    "last_year": WHOLE,
    "editions": WHOLE,
    "spells": object,
    "gaps": object,
    "status": category("market_status"),
    "left_truncated": TRUTH,
    "right_censored": TRUTH,
    "delisted_year": WHOLE,
    "age_at_delisting": WHOLE,
    "days_at_delisting_min": WHOLE,
    "days_at_delisting_max": WHOLE,
}
_SHOWN = 20
EDITIONS_ATTRIBUTE = "nrm_editions"
"""`listings.attrs[...]`: the editions (plain dicts) that a corpus ties to its listings."""


@dataclass(frozen=True, slots=True)
class History:
    """What `history` finds. All frames are sorted and have nullable dtypes.

    `events`: list_year, market_id, event, gap, established (see `nrm.analysis.events`).
    `spells`: one row per unbroken run (see `nrm.analysis.spells`).
    `markets`: one row per market: market_id, name and kind of its newest listing, first_year,
    last_year, editions, spells (`("2010-2011", "2016")`), gaps (established absences between
    them), status at the newest edition, left_truncated, right_censored, and for one that is off
    the list delisted_year (the first edition known not to list it after the last that does),
    age_at_delisting (editions in its last spell; unknown where an edition beside it cannot say)
    and days_at_delisting_min/_max (between publications: the end lies between these bounds).
    `presence`: the matrix that all of it is read off. `sample`: whether the data are facsimiles.
    """

    events: pd.DataFrame
    spells: pd.DataFrame
    markets: pd.DataFrame
    presence: Presence
    sample: bool = False

    def __repr__(self) -> str:
        years = self.presence.years
        span = f"{years[0]}–{years[-1]}" if years else "no edition"
        return f"<History of {len(self.markets)} markets, {span}, {len(self.events)} events>"

    def _repr_html_(self) -> str:
        shown = self.markets.head(_SHOWN)
        more = f" The first {len(shown)}:" if len(shown) < len(self.markets) else ""
        heading = f"<p>{html.escape(repr(self) + more)}</p>"
        return heading + shown.to_html(index=False) + notices.as_html(self.sample)


def history(listings: pd.DataFrame | cells.ListingTables, editions: pd.DataFrame | None = None) -> History:
    """Events, spells and status of every market of a corpus, or of two of its tables.

    `listings`: list_year, market_id, name, kind. `editions`: one row per edition of the manifest
    or the corpus with list_year, coverage_online, coverage_physical and, for durations in days,
    published. Without `editions`, those are used that `listings.attrs["nrm_editions"]` gives as
    dicts; without those, nothing is known of coverage and no absence counts as established.
    Raises `BadTable` where the tables lack a column or contradict each other.
    """
    if not isinstance(listings, pd.DataFrame):
        return history(listings.listings, listings.editions)
    if editions is None:
        editions = _tied_editions(listings)
    told = history_rows(listings, editions)
    return History(
        events=typed(told.events, _EVENT_DTYPES),
        spells=typed(told.spells, _SPELL_DTYPES),
        markets=typed(told.markets, _SUMMARY_DTYPES),
        presence=told.presence,
        sample=notices.is_sample(cells.records(listings, (), "listings", optional=("sample",))),
    )


def _tied_editions(listings: pd.DataFrame) -> pd.DataFrame:
    tied = listings.attrs.get(EDITIONS_ATTRIBUTE)
    if tied is not None:
        return pd.DataFrame(tied)
    years = sorted({int(r["list_year"]) for r in cells.records(listings, ("list_year",), "listings")})
    unknown = ["partial"] * len(years)
    return pd.DataFrame({"list_year": years, "coverage_online": unknown, "coverage_physical": unknown})
