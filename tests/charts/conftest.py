from __future__ import annotations

import random

import pytest

from tests.analysis.tables import SHOP, Tables, tables

YEARS = tuple(range(2010, 2025))


@pytest.fixture
def corpus() -> Tables:
    """Three online and two physical markets on seven editions."""
    return tables(
        {"shop": SHOP, "site": "######.", "kiosk": "......#", "bazaar": "#######", "mall": "..##.##"},
        kinds={"bazaar": "physical", "mall": "physical"},
        countries={"bazaar": "PE", "mall": "CN", "shop": "CN"},
        details={("shop", 2010): {"category": "Trading"}, ("site", 2010): {"category": "Linking"}},
    )


@pytest.fixture
def holes() -> Tables:
    """The same markets, with 2013 missing and 2015 not verified for physical markets."""
    return tables(
        {"shop": SHOP, "site": "######.", "kiosk": "......#", "bazaar": "#######", "mall": "..##.##"},
        kinds={"bazaar": "physical", "mall": "physical"},
        countries={"bazaar": "PE", "mall": "CN", "shop": "CN"},
        missing=[2013],
        partial={2015: ["physical"]},
        sample=False,
    )


@pytest.fixture(scope="session")
def crowd() -> Tables:
    """250 markets with long names on fifteen editions, one of them missing and one partial."""
    chance = random.Random(7)
    marks, kinds, countries, details = {}, {}, {}, {}
    for number in range(250):
        start, length = chance.randrange(15), 1 + chance.randrange(6)
        runs = ["#" if start <= place < start + length or chance.random() < 0.05 else "." for place in range(15)]
        runs[start] = "#"
        market = f"market-{number}"
        marks[market] = "".join(runs)
        kinds[market] = "physical" if number % 3 == 0 else "online"
        countries[market] = chance.choice(["CN", "IN", "HK", "RU", "BR", "AE", "SG", "US", "FJ", "ID", "MY", "KG"])
        name = "Wholesale Fashion and Electronics Centre" if number % 10 == 0 else f"Market {number}"
        for place, mark in enumerate(runs):
            if mark == "#":
                details[market, 2010 + place] = {"name": name, "category": f"Group {number % 7}" if place < 3 else ""}
    return tables(marks, years=YEARS, kinds=kinds, countries=countries, details=details, missing=[2013], partial=[2018])
