"""What an edition's page says: its verification, what came and went, its markets, its findings."""

from __future__ import annotations

from typing import Any

from nrm.analysis.citation import cite
from nrm.analysis.citation_formats import as_bibtex, as_text
from nrm.analysis.coverage import KINDS
from nrm.publish.site.site_tables import FewRows, Row, SiteTables

GROUPS = (
    ("listed", True, "Listed for the first time"),
    ("listed", False, "Listed; whether for the first time is not established"),
    ("relisted", True, "Back after a gap"),
    ("relisted", False, "Back; for how long it was away is not established"),
    ("delisted", True, "No longer listed"),
    ("delisted", False, "No longer listed; since when is not established"),
    ("retained", True, "Still listed"),
    ("retained", False, "Still listed"),
    ("unknown", False, "Whether they came, stayed or went is not established"),
    ("unknown", True, "Whether they came, stayed or went is not established"),
)
"""Event, whether it is established, and what is said of the markets to which it happened."""
Key = tuple[str, bool]


def edition_context(tables: SiteTables, edition: Row) -> dict[str, Any]:
    """What the template `edition.html` needs of one edition that is in the corpus."""
    year = edition["list_year"]
    names = {row["market_id"]: row for row in tables.markets}
    groups: dict[Key, list[tuple[Row, Row]]] = {(event, sure): [] for event, sure, _ in GROUPS}
    for market_id, events in tables.events_of.items():
        for event in events:
            if event["list_year"] == year:
                groups[event["event"], event["established"]].append((names[market_id], event))
    for rows in groups.values():
        rows.sort(key=lambda pair: pair[0]["name"].casefold())
    known = [row["list_year"] for row in tables.editions]
    before = max((one for one in known if one < year), default=None)
    reference = cite(FewRows({"editions": tables.editions}), year)
    return {
        "edition": edition,
        "groups": [(event, title, groups[event, sure]) for event, sure, title in GROUPS],
        "kinds": [(kind, [row for row in tables.listings_in(year) if row["kind"] == kind]) for kind in KINDS],
        "findings": [row for row in tables.findings if row["list_year"] == year],
        "before": before,
        "before_held": before in tables.held,
        "previous": max((one for one in tables.held if one < year), default=None),
        "next": min((one for one in tables.held if one > year), default=None),
        "reference": as_text(reference),
        "bibtex": as_bibtex(reference),
    }
