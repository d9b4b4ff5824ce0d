"""Invariants over the history that the reviewed table records, whatever editions are there and in what order."""

from __future__ import annotations

import csv
from collections import Counter, defaultdict
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nrm.identity import Identification, identify, reviewed
from nrm.identity.normalise import name_key
from nrm.model import Entry, Report

from .conftest import MakeEntry, MakeReport

LISTINGS = Path(__file__).parents[1] / "samples" / "facts" / "listings.csv"
YEARS = range(2010, 2026)


def _printed(year: int) -> dict[str, list[str]]:
    """The names under which the table says a year's list printed each market."""
    names: dict[str, list[str]] = defaultdict(list)
    for market in reviewed().markets:
        for alias in market.aliases:
            if year in alias.years:
                names[market.market_id].append(alias.name)
    return names


@pytest.fixture(scope="module")
def editions(entry: MakeEntry, report: MakeReport) -> dict[int, list[Report]]:
    """Three versions of each edition: every market under one of the names it was printed under."""
    versions: dict[int, list[Report]] = {}
    for year in YEARS:
        versions[year] = []
        for seed in range(3):
            chance = Random(f"{year} {seed}")
            entries = []
            for i, (market_id, names) in enumerate(sorted(_printed(year).items())):
                market = reviewed().by_id[market_id]
                domains = chance.sample(market.domains, chance.randint(0, len(market.domains)))
                place = {
                    "kind": market.kind,
                    "country": market.country,
                    "city": market.city,
                }
                entries.append(entry(year, chance.choice(names), domains, page=i + 4, **place))
            versions[year].append(report(year, *entries))
    return versions


def _by_heading(found: Identification) -> dict[tuple[int, str], str]:
    return {(it.list_year, it.entry_id): it.market_id for it in found.listings}


def test_every_market_of_the_table_keeps_its_id_in_every_year(
    editions: dict[int, list[Report]],
) -> None:
    for version in range(3):
        found = identify([editions[year][version] for year in YEARS])
        years: dict[str, set[int]] = defaultdict(set)
        for listing in found.listings:
            years[listing.market_id].add(listing.list_year)
        expected: dict[str, set[int]] = defaultdict(set)
        for year in YEARS:
            for market_id in _printed(year):
                expected[market_id].add(year)
        assert years == expected
        assert {f.code for f in found.findings} <= {"undecided-alias"}


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(chosen=st.permutations(YEARS), kept=st.integers(1, 16), version=st.integers(0, 2))
def test_neither_order_nor_missing_editions_change_a_reviewed_id(
    editions: dict[int, list[Report]], chosen: list[int], kept: int, version: int
) -> None:
    found = identify([editions[year][version] for year in chosen[:kept]])
    everything = _by_heading(identify([editions[year][version] for year in YEARS]))
    for heading, market_id in _by_heading(found).items():
        assert everything[heading] == market_id
    assert len({(it.list_year, it.market_id) for it in found.listings}) == len(found.listings)


NAMES = st.sampled_from(
    ["Zedflix", "ZEDFLIX", "zedflix.to", "Yonderbox", "Yonder Box", "Yonderbox (formerly Zedflix)",
     "Xanadu", "Xanadu2", "Zedflix and Yonderbox", "Rutracker", "VK", "Libgen and Sci-Hub"]
)  # fmt: skip
DOMAINS = st.lists(
    st.sampled_from(["zedflix.to", "yonderbox.com", "xanadu.net", "rutracker.org", "libgen.io"]),
    max_size=3,
    unique=True,
)
ENTRIES = st.lists(st.tuples(st.integers(2030, 2034), NAMES, DOMAINS), max_size=12)


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(rows=ENTRIES, chance=st.randoms(use_true_random=False))
def test_any_names_and_domains(
    entry: MakeEntry,
    report: MakeReport,
    rows: list[tuple[int, str, list[str]]],
    chance: Random,
) -> None:
    by_year: dict[int, list[Entry]] = defaultdict(list)
    for year, name, domains in rows:
        made = entry(year, name, domains, page=len(by_year[year]) + 4)
        taken = [it.entry_id for it in by_year[year]]
        if made.entry_id in taken:
            made = entry(year, name, domains, page=made.page_first, ordinal=len(taken) + 1)
        by_year[year].append(made)
    reports = [report(year, *entries) for year, entries in by_year.items()]
    found = identify(reports)
    shuffled = [
        report(it.edition.list_year, *chance.sample(it.entries, len(it.entries))) for it in reports
    ]
    assert identify(chance.sample(shuffled, len(shuffled))) == found
    assert (
        max(
            Counter((it.list_year, it.market_id) for it in found.listings).values(),
            default=1,
        )
        == 1
    )
    assert {it.market_id for it in found.listings} == {market.market_id for market in found.markets}
    twice = {f.list_year for f in found.findings if f.code == "same-market-twice"}
    listed = {it.entry_id for it in found.listings}
    assert all(it.entry_id in listed or it.list_year in twice for r in reports for it in r.entries)
    assert all(market.evidence for market in found.markets)
    table = reviewed()
    for market in found.markets:
        reviewed_names = {
            m.market_id
            for name in (market.name, *market.aliases)
            for m in table.by_key.get(("online", name_key(name)), ())
        }
        assert len(reviewed_names) <= 1, market


@pytest.mark.skipif(not LISTINGS.exists(), reason="the facts behind the samples are not there")
def test_the_listings_behind_the_samples_come_out_as_they_went_in(
    entry: MakeEntry, report: MakeReport
) -> None:
    with LISTINGS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    by_year: dict[int, list[Entry]] = defaultdict(list)
    for row in rows:
        kind, year = row["kind"], int(row["list_year"])
        place = {"country": row["country"], "city": row["city"]} if kind == "physical" else {}
        domains = [it for it in row["domains"].split("; ") if it]
        by_year[year].append(
            entry(year, row["heading"] or row["name"], domains, kind=kind, **place)
        )
    found = identify([report(year, *entries) for year, entries in by_year.items()])
    markets = {it.entry_id: set[str]() for it in found.listings}
    for it in found.listings:
        markets[it.entry_id].add(it.market_id)
    by_name: dict[str, set[str]] = defaultdict(set)
    for year, entries in by_year.items():
        names = [row["name"] for row in rows if int(row["list_year"]) == year]
        for name, made in zip(names, entries, strict=True):
            by_name[name] |= markets[made.entry_id]
    table = reviewed()
    several = {name: ids for name, ids in by_name.items() if len(ids) > 1}
    for name, ids in several.items():
        split = table.split(name)
        assert (
            ids == {part.market_id for part in split.parts} if split else table.apart(*sorted(ids))
        ), name
    assert not [
        f for f in found.findings if f.severity == "warning" and f.code != "undecided-alias"
    ]
    assert all(market.market_id in table.by_id for market in found.markets)
