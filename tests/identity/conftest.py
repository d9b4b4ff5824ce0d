"""Reports made by hand: an edition from the few facts about its entries that identity looks at."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from nrm import ids
from nrm.model import Box, Edition, Entry, Kind, Provenance, Region, Report

MakeEntry = Callable[..., Entry]
MakeReport = Callable[..., Report]


def _entry(
    year: int,
    name: str,
    domains: Sequence[str] = (),
    *,
    kind: Kind = "online",
    country: str = "",
    city: str = "",
    based_in: str = "",
    page: int = 5,
    ordinal: int = 1,
) -> Entry:
    region = Region(page, str(page - 3), Box(72, 72, 540, 720))
    entry_id = f"{year}-{ids.slug(name)}" + (f"-{ordinal}" if ordinal > 1 else "")
    return Entry(
        entry_id=entry_id,
        list_year=year,
        kind=kind,
        category="",
        heading=name,
        name=name,
        country=country,
        country_name="",
        city=city,
        based_in=based_in,
        domains=tuple(domains),
        text="",
        passages=(),
        provenance=Provenance("0" * 64, (region,)),
    )


def _report(year: int, *entries: Entry) -> Report:
    edition = Edition(year, f"{year} list", "", f"{year}.pdf", "0" * 64, 10, True)
    return Report(edition, (), entries, ())


@pytest.fixture(scope="session")
def entry() -> MakeEntry:
    """Makes an entry: `entry(2016, "Name", ["name.com"], kind=..., country=..., city=..., page=...)`."""
    return _entry


@pytest.fixture(scope="session")
def report() -> MakeReport:
    """Makes an edition of entries: `report(2016, entry, entry)`."""
    return _report
