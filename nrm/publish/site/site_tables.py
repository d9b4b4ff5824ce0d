"""The tables of a corpus as the pages of the site need them: read once, and cut down to one market."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from nrm.analysis.phrases import years as years_phrase
from nrm.analysis.presence import Presence, presence
from nrm.lexicons.countries import display_name

if TYPE_CHECKING:
    from nrm.corpus import Corpus

Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class FewRows:
    """Tables held as they are given: what the analysis takes for a corpus."""

    tables: Mapping[str, list[Row]]

    def rows(self, table_name: str, /) -> list[Row]:
        """The rows of a table."""
        return self.tables[table_name]


@dataclass(frozen=True, slots=True)
class SiteTables:
    """A corpus's tables, its markets against its editions, and the rows of each market.

    `held` and `missing` are list years; `partial` those held that cannot prove an absence of every kind.
    """

    editions: list[Row]
    markets: list[Row]
    listings_of: Mapping[str, list[Row]]
    events_of: Mapping[str, list[Row]]
    entries: Mapping[str, Row]
    findings: list[Row]
    presence: Presence
    held: tuple[int, ...]
    missing: tuple[int, ...]
    partial: tuple[int, ...]
    sample: bool

    @property
    def newest(self) -> int:
        """The list year of the newest edition held."""
        return self.held[-1]

    def edition(self, year: int) -> Row:
        """The row of an edition."""
        return next(row for row in self.editions if row["list_year"] == year)

    def listings_in(self, year: int) -> list[Row]:
        """The listings of an edition in the order of its pages."""
        found = (row for rows in self.listings_of.values() for row in rows if row["list_year"] == year)
        return sorted(found, key=lambda row: (row["kind"], row["page_first"], row["market_id"]))

    def of_market(self, market: Row) -> FewRows:
        """The tables cut down to one market, for its story."""
        listings = self.listings_of[market["market_id"]]
        entries = [self.entries[row["entry_id"]] for row in listings]
        return FewRows({"editions": self.editions, "markets": [market], "listings": listings, "entries": entries})

    @property
    def not_established(self) -> str:
        """What the corpus cannot say, as sentences for the foot of every page."""
        parts = [f"Not in this corpus: {years_phrase(self.missing)}."] * bool(self.missing)
        parts += [f"Not verified as complete: {years_phrase(self.partial)}."] * bool(self.partial)
        if not parts:
            return "Every edition known is in this corpus and verified; what came before the first list is unknown."
        return " ".join(parts) + " For these editions an absence is not established, and none is counted."


def site_tables(corpus: Corpus) -> SiteTables:
    """The tables of a corpus, each read once. Raises `BadBuild` where one is damaged."""
    editions, listings = corpus.rows("editions"), corpus.rows("listings")
    held = tuple(row["list_year"] for row in editions if row["source_sha256"])
    coverages = ("coverage_online", "coverage_physical")
    return SiteTables(
        editions=list(editions),
        markets=list(corpus.rows("markets")),
        listings_of=_by(sorted(listings, key=lambda row: row["list_year"]), "market_id"),
        events_of=_by(corpus.rows("events"), "market_id"),
        entries={row["entry_id"]: row for row in corpus.rows("entries")},
        findings=list(corpus.rows("findings")),
        presence=presence(listings, editions),
        held=held,
        missing=tuple(row["list_year"] for row in editions if row["list_year"] not in held),
        partial=tuple(
            row["list_year"] for row in editions if row["list_year"] in held and "partial" in map(row.get, coverages)
        ),
        sample=corpus.sample,
    )


def place_of(row: Row) -> str:
    """Where a listing stands or is at home, in words; empty where the report does not say."""
    country = row["country"] or row["based_in"]
    return ", ".join(part for part in (row["city"], country_name(country)) if part)


def country_name(code: str | None) -> str:
    """The name of a country by its ISO code; empty for none."""
    return display_name(code) if code else ""


def _by(rows: Iterable[Row], column: str) -> Mapping[str, list[Row]]:
    groups: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row[column]].append(row)
    return groups
