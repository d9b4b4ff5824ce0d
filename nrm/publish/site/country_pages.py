"""What a country's page says: its physical markets, and the online markets that reports say are at home there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any

from nrm.analysis.coverage import KINDS
from nrm.publish.site.site_tables import Row, SiteTables, country_name


def countries(tables: SiteTables) -> Mapping[str, list[Row]]:
    """The listings of each country by its ISO code, countries in the order of their names.

    A country of a market that none of its listings gives by itself (a heading with two markets) has no listings.
    """
    found: dict[str, list[Row]] = {code: [] for market in tables.markets for code in market["countries"]}
    for rows in tables.listings_of.values():
        for row in rows:
            code = row["country"] or row["based_in"]
            if code:
                found.setdefault(code, []).append(row)
    return {code: found[code] for code in sorted(found, key=country_name)}


def country_context(tables: SiteTables, code: str, listings: list[Row]) -> dict[str, Any]:
    """What the template `country.html` needs of one country."""
    counts = {(row["list_year"], row["kind"]): 0 for row in listings}
    for row in listings:
        counts[row["list_year"], row["kind"]] += 1
    return {
        "code": code,
        "counts": [(year, *(_count(tables, counts, year, kind) for kind in KINDS)) for year in tables.presence.years],
        "kinds": [(kind, list(_markets(tables, code, kind, listings))) for kind in KINDS],
    }


def _count(tables: SiteTables, counts: Mapping[tuple[int, str], int], year: int, kind: str) -> str:
    """How many an edition lists; from one that is not complete, at least so many."""
    coverage = tables.edition(year)[f"coverage_{kind}"]
    if coverage == "missing":
        return "not established"
    number = counts.get((year, kind), 0)
    return str(number) if coverage == "complete" else f"{number} at least"


def _markets(tables: SiteTables, code: str, kind: str, listings: list[Row]) -> Iterator[tuple[Row, list[int]]]:
    """The country's markets of a kind by name, each with the years in which its listings give the country."""
    years: dict[str, list[int]] = defaultdict(list)
    for row in listings:
        years[row["market_id"]].append(row["list_year"])
    markets = [row for row in tables.markets if row["market_id"] in years or code in row["countries"]]
    for market in sorted(markets, key=lambda row: row["name"].casefold()):
        if market["kind"] == kind:
            yield market, years.get(market["market_id"], [])
