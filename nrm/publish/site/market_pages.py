"""What a market's page says: its story, the states of all editions, and its wording over the years."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

from nrm.analysis.changes import Change
from nrm.analysis.redline import Redline, redline
from nrm.analysis.story import story
from nrm.publish.site.site_tables import Row, SiteTables, country_name
from nrm.publish.site.timeline_svg import Line, strip_svg

_COUNTRIES = {"country": "country", "based_in": "where it is based"}


@dataclass(frozen=True, slots=True)
class Wording:
    """What one edition says: `paragraphs`, and how they differ from those of the listing before (`since`)."""

    listing: Row
    edition: Row
    paragraphs: tuple[str, ...]
    since: int | None
    redline: Redline | None
    changes: tuple[str, ...]

    @property
    def is_same(self) -> bool:
        """Whether the wording before is the same, word for word."""
        return self.redline is not None and all(piece.op == "same" for piece in self.redline.pieces)


def market_context(tables: SiteTables, market: Row) -> dict[str, Any]:
    """What the template `market.html` needs of one market."""
    told = story(tables.of_market(market), market["market_id"])
    line = Line(market["name"], "", market["kind"], tuple(state for _, state in told.states))
    events = {row["list_year"]: row for row in tables.events_of.get(market["market_id"], [])}
    return {
        "market": market,
        "story": told,
        "strip": strip_svg([year for year, _ in told.states], line, f"{market['name']}: {' '.join(told.sentences)}"),
        "states": [(year, state, events.get(year)) for year, state in told.states],
        "listings": [(row, tables.edition(row["list_year"])) for row in tables.listings_of[market["market_id"]]],
        "wordings": list(_wordings(tables, market, {turn.new: turn.changes for turn in told.turns})),
    }


def _wordings(tables: SiteTables, market: Row, changes: dict[int, tuple[Change, ...]]) -> Iterator[Wording]:
    before: Row | None = None
    for row in tables.listings_of[market["market_id"]]:
        text = tables.entries[row["entry_id"]]["text"] or ""
        old = tables.entries[before["entry_id"]]["text"] or "" if before else ""
        yield Wording(
            listing=row,
            edition=tables.edition(row["list_year"]),
            paragraphs=tuple(part for part in text.split("\n\n") if part.strip()),
            since=before["list_year"] if before else None,
            redline=redline(old, text) if before and old and text else None,
            changes=tuple(_told(one) for one in changes.get(row["list_year"], ()) if one.what != "reworded"),
        )
        before = row


def _told(change: Change) -> str:
    """A change in words, countries by their names."""
    if change.aspect in _COUNTRIES:
        old, new = (country_name(code) for code in (change.old, change.new))
        change = replace(change, aspect=_COUNTRIES[change.aspect], old=old, new=new)
    return str(change)
