"""Read the facts that the sample editions print: which markets, under which title, on which day.

Sources: ``facts/listings.csv`` and ``facts/editions.csv`` (each row names its own), described in ``facts/README.md``.
"""

from __future__ import annotations

import csv
import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

FACTS = Path(__file__).parent / "facts"


@dataclass(frozen=True, slots=True)
class Listing:
    """One row of ``listings.csv``: a market as one edition lists it."""

    list_year: int
    name: str
    heading: str
    kind: str
    category: str
    country: str
    country_name: str
    city: str
    based_in: str
    domains: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """The markets that the heading names: one, or the parts that ``joint.toml`` gives."""
        return _joint().get(self.name, (self.name,))

    @property
    def base_name(self) -> str:
        """The name of the country in ``based_in`` as the reports print it, or an empty string."""
        return _countries()[self.based_in] if self.based_in else ""

    @property
    def printed_city(self) -> str:
        """The city, where it is not already the market's own name or the country's (Ciudad del Este, Hong Kong)."""
        return "" if self.city in (self.name, self.country_name) else self.city


@dataclass(frozen=True, slots=True)
class Edition:
    """One row of ``editions.csv``, with what the facsimile itself holds (counted in listings)."""

    list_year: int
    title: str
    published: date
    declared_online: int | None
    declared_physical: int | None
    listings: tuple[Listing, ...]

    def held(self, kind: str) -> int:
        """How many listings of this kind (``online`` or ``physical``) the facsimile holds."""
        return sum(len(listing.names) for listing in self.listings if listing.kind == kind)


@cache
def editions() -> dict[int, Edition]:
    """Every edition of the facts, by list year."""
    rows = _rows("editions.csv")
    return {
        int(row["list_year"]): Edition(
            list_year=int(row["list_year"]),
            title=row["title"],
            published=date.fromisoformat(row["published"]),
            declared_online=int(row["declared_online"]) if row["declared_online"] else None,
            declared_physical=int(row["declared_physical"]) if row["declared_physical"] else None,
            listings=tuple(listing for listing in listings() if listing.list_year == int(row["list_year"])),
        )
        for row in rows
    }


@cache
def listings() -> tuple[Listing, ...]:
    """Every row of ``listings.csv``, in the order of the file; ``domains`` split at ``; ``."""
    return tuple(
        Listing(
            list_year=int(row["list_year"]),
            name=row["name"],
            heading=row["heading"],
            kind=row["kind"],
            category=row["category"],
            country=row["country"],
            country_name=row["country_name"],
            city=row["city"],
            based_in=row["based_in"],
            domains=tuple(part for part in row["domains"].split("; ") if part),
        )
        for row in _rows("listings.csv")
    )


def former_domains(listing: Listing) -> tuple[str, ...]:
    """Domains of an entry that an earlier edition gave alone, where this one gives another beside them."""
    before = [other for other in listings() if other.name == listing.name and other.list_year < listing.list_year]
    known = {domain for other in before for domain in other.domains}
    former = tuple(domain for domain in listing.domains if domain in known)
    return former if len(former) < len(listing.domains) else ()


def known_category(listing: Listing) -> str:
    """The row's category or, where it has none, the one that the same name had in the nearest earlier edition."""
    candidates = [
        other
        for other in listings()
        if other.name == listing.name and other.category and other.list_year <= listing.list_year
    ]
    return max(candidates, key=lambda other: other.list_year).category if candidates else ""


def _rows(name: str) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


@cache
def _joint() -> dict[str, tuple[str, ...]]:
    with (FACTS / "joint.toml").open("rb") as stream:
        return {name: tuple(parts) for name, parts in tomllib.load(stream).items()}


@cache
def _countries() -> dict[str, str]:
    with (FACTS / "countries.toml").open("rb") as stream:
        return dict(tomllib.load(stream))
