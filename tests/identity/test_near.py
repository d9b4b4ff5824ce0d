"""Near names: which resemble each other, and what settles them."""

from __future__ import annotations

from itertools import combinations

import pytest

from nrm.errors import UnknownName
from nrm.identity.aliases import reviewed
from nrm.identity.near import NEAR, likeness, near_names, pair_of
from nrm.model import Kind, Market


def _market(
    market_id: str, name: str, kind: Kind = "online", country: str = "", city: str = ""
) -> Market:
    return Market(market_id, name, kind, (), (), (country,) if country else (), city, ())


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Xdrive", "Xdirve", True),
        ("Shabakaty", "Shabakatv", True),
        ("Torrentz", "Torrentz2", True),
        ("Beijing Silk Market", "Silk Market", True),
        ("Electronics Malls of Huaqiangbei", "Huaqiangbei Markets", True),
        ("Ladies Market", "Central Market", False),
        ("Uploaded", "Openload", False),
        ("VK", "VP", False),
    ],
)
def test_which_names_resemble_each_other(one: str, other: str, near: bool) -> None:
    generic = reviewed().generic_words
    assert (likeness(one, other, generic) >= NEAR) is near
    assert likeness(one, other, generic) == likeness(other, one, generic)


def test_few_names_of_the_table_resemble_each_other() -> None:
    table = reviewed()
    pairs = [
        (one.name, other.name)
        for one, other in combinations(table.markets, 2)
        if (one.kind, one.country) == (other.kind, other.country)
        and likeness(one.name, other.name, table.generic_words) >= NEAR
    ]
    assert len(pairs) < 15, pairs


def test_only_what_the_table_has_not_settled_is_open() -> None:
    known = [_market("torrentz", "Torrentz"), _market("torrentz2", "Torrentz2")]
    assert near_names(known) == ()
    fresh = near_names([*known, _market("torrentz3", "Torrentz3")])
    assert {(it.one.market_id, it.other.market_id) for it in fresh} >= {
        ("torrentz3", "torrentz"),
        ("torrentz3", "torrentz2"),
    }
    assert [it.score for it in fresh] == sorted((it.score for it in fresh), reverse=True)


def test_physical_names_resemble_each_other_within_a_country_only() -> None:
    here = _market("sunday-stalls-a", "Sunday Stalls", "physical", "KH", "A")
    there = _market("sunday-stalls-b", "Sunday Stalls", "physical", "KH", "B")
    abroad = _market("sunday-stalls-c", "Sunday Stalls", "physical", "VN", "C")
    assert [(it.one.market_id, it.other.market_id) for it in near_names([here, there, abroad])] == [
        ("sunday-stalls-a", "sunday-stalls-b")
    ]


def test_any_two_markets_can_be_compared() -> None:
    markets = [_market("rutraker", "Rutraker"), _market("zempf", "Zempf")]
    pair = pair_of("rutracker", "rutraker", markets)
    assert (pair.one.market_id, pair.other.market_id, pair.other.is_reviewed) == ("rutraker", "rutracker", True)
    assert pair.score > NEAR
    assert pair_of("zempf", "rutraker", markets).score < NEAR
    with pytest.raises(UnknownName, match="no market 'nosuch'"):
        pair_of("zempf", "nosuch", markets)
