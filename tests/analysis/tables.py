"""Small tables by hand: a market is a row of marks, one for each list year."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

YEARS = tuple(range(2010, 2017))
PUBLISHED = {
    2010: "2011-02-28",
    2011: "2011-12-20",
    2012: "2012-12-13",
    2013: "2014-02-12",
    2014: "2015-03-05",
    2015: "2015-12-17",
    2016: "2016-12-21",
}
SHOP = "##....#"
"""On the lists of 2010 and 2011, away for four editions, back in 2016."""


@dataclass
class Tables:
    """What the analysis takes from a corpus."""

    editions: pd.DataFrame
    listings: pd.DataFrame
    entries: pd.DataFrame
    markets: pd.DataFrame


def tables(
    markets: Mapping[str, str],
    *,
    years: Sequence[int] = YEARS,
    missing: Sequence[int] = (),
    partial: Mapping[int, Sequence[str]] | Sequence[int] = (),
    kinds: Mapping[str, str] | None = None,
    countries: Mapping[str, str] | None = None,
    details: Mapping[tuple[str, int], Mapping[str, object]] | None = None,
    sample: bool = True,
) -> Tables:
    """Tables of a corpus in which `#` marks the editions that list a market.

    Listings of `missing` editions are left out, as they would be without the PDF. `partial` names
    list years (or list year → kinds) that prove no absence. `details` overrides cells of a
    listing; its key `text` is the text of the entry.
    """
    kinds, countries, details = kinds or {}, countries or {}, details or {}
    partial_kinds = dict(partial) if isinstance(partial, Mapping) else dict.fromkeys(partial, ("online", "physical"))

    def coverage(year: int, kind: str) -> str:
        if year in missing:
            return "missing"
        return "partial" if kind in partial_kinds.get(year, ()) else "complete"

    editions = pd.DataFrame(
        {
            "list_year": list(years),
            "title": [f"{year} List" for year in years],
            "published": pd.to_datetime(pd.Series([PUBLISHED.get(year) for year in years])),
            "file": [f"{year}.pdf" for year in years],
            "coverage_online": [coverage(year, "online") for year in years],
            "coverage_physical": [coverage(year, "physical") for year in years],
            "sample": sample,
        }
    )
    rows: list[dict[str, object]] = []
    for market, marks in markets.items():
        for year, mark in zip(years, marks, strict=True):
            if mark != "#" or year in missing:
                continue
            kind = kinds.get(market, "online")
            country = countries.get(market, "")
            row: dict[str, object] = {
                "list_year": year,
                "market_id": market,
                "entry_id": f"{year}-{market}",
                "name": market.title(),
                "kind": kind,
                "category": "",
                "country": country if kind == "physical" else "",
                "country_name": "",
                "city": "",
                "based_in": country if kind == "online" else "",
                "domains": (),
                "page_first": 7,
                "page_last": 8,
                "printed_first": "5",
                "source_sha256": "0" * 64,
                "sample": sample,
                "text": f"{market} is a market.",
            }
            rows.append(row | dict(details.get((market, year), {})))
    columns = [
        "list_year",
        "market_id",
        "entry_id",
        "name",
        "kind",
        "category",
        "country",
    ]
    columns += [
        "country_name",
        "city",
        "based_in",
        "domains",
        "page_first",
        "page_last",
    ]
    columns += ["printed_first", "source_sha256", "sample", "text"]
    frame = pd.DataFrame(rows, columns=columns)
    return Tables(
        editions=editions,
        listings=frame.drop(columns="text"),
        entries=frame[["entry_id", "list_year", "text"]].drop_duplicates("entry_id"),
        markets=frame[["market_id", "name", "kind"]].drop_duplicates("market_id", keep="last"),
    )
