"""Near names: which resemble each other, and what settles them."""

from __future__ import annotations

import tomllib
from itertools import combinations

import pytest

from nrm.identity.aliases import read, reviewed
from nrm.identity.near import NEAR, likeness, near_names
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


def test_a_decision_is_rows_for_the_table() -> None:
    (near,) = near_names(
        [_market("zedflix", 'Zed"flix'), _market("zedflixx", "Zedflixx")], read("")
    )
    different = read(near.toml("different", source="s", why="w"))
    assert sorted(different.by_id) == ["zedflix", "zedflixx"]
    apart = different.apart("zedflix", "zedflixx")
    assert apart is not None and apart.decision == "different"
    same = read(near.toml("same", source="s"))
    assert [market.names for market in same.markets] == [("Zedflixx", 'Zed"flix')]
    with pytest.raises(ValueError, match="perhaps"):
        near.toml("perhaps")


def test_an_alias_of_a_reviewed_market_is_a_line_for_it() -> None:
    near = near_names([_market("rutraker", "Rutraker")])[0]
    line = near.toml("same", source="s").splitlines()[1]
    assert "rutracker" in near.toml("same")
    assert tomllib.loads(f"aliases = [\n{line}\n]")["aliases"] == [
        {"name": "Rutraker", "years": [], "source": "s"}
    ]
