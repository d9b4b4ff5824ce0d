"""Decisions written into the table: what was there stays as it stands, and nothing contradicts itself."""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nrm.errors import BadTable
from nrm.identity.aliases import read
from nrm.identity.decide import decided
from nrm.identity.identify import identify
from nrm.identity.near import NearName, near_names, pair_of
from nrm.identity.table_file import read_table, table_file
from nrm.model import Entry, Kind, Market, Report

SHIPPED = read_table(table_file())
SMALL = """# A table.
generic_words = ["market"]

[[market]]
id = "zedflix"
name = "Zedflix"
kind = "online"
aliases = [
  { name = "ZedFlix HD", years = [2019], source = "a paper" },  # an odd one
]

# Nothing is known of this one.
[[market]]
id = "quvio"
name = "Quvio"
kind = "online"

# -------------------------------- physical markets

[[market]]
id = "old-hall-lima"
name = "Old Hall"
kind = "physical"
country = "PE"
city = "Lima"
"""


def market(market_id: str, name: str, kind: Kind = "online", country: str = "", city: str = "") -> Market:
    return Market(market_id, name, kind, (), (), (country,) if country else (), city, ())


def pair(one: str, other: str, *markets: Market, text: str = SMALL) -> NearName:
    return pair_of(one, other, markets, read(text))


def changed(before: str, after: str) -> list[str]:
    """The lines taken out and put in."""
    lines = difflib.ndiff(before.splitlines(), after.splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_an_alias_is_one_more_line_and_nothing_else() -> None:
    zedfliks = pair("zedfliks", "zedflix", market("zedfliks", "Zedfliks"))
    after = decided(SMALL, zedfliks, "same", source='the "2025" list', years=[2025, 2024])
    assert changed(SMALL, after) == [
        '+   { name = "Zedfliks", years = [2024, 2025], source = "the \\"2025\\" list" },',
    ]
    assert read(after).by_id["zedflix"].names == ("Zedflix", "ZedFlix HD", "Zedfliks")


def test_a_market_without_aliases_gets_its_first() -> None:
    kuvio = pair("kuvio", "quvio", market("kuvio", "Kuvio"))
    after = decided(SMALL, kuvio, "same", source="s")
    assert changed(SMALL, after) == ["+ aliases = [", '+   { name = "Kuvio", years = [], source = "s" },', "+ ]"]
    assert read(after).by_id["quvio"].names == ("Quvio", "Kuvio")


def test_the_last_market_of_the_file() -> None:
    hall = pair("old-halls-lima", "old-hall-lima", market("old-halls-lima", "Old Halls", "physical", "PE", "Lima"))
    after = decided(SMALL, hall, "same", source="s")
    assert read(after).by_id["old-hall-lima"].names == ("Old Hall", "Old Halls")


def test_two_new_ones_that_are_the_same() -> None:
    both = pair("brolda", "broldah", market("brolda", "Brolda"), market("broldah", "Broldah"))
    after = decided(SMALL, both, "same", source="s", years=[2024])
    assert after.startswith(SMALL)
    assert read(after).by_id["broldah"].names == ("Broldah", "Brolda")


@pytest.mark.parametrize("decision", ["different", "undecided"])
def test_two_that_stay_apart(decision: str) -> None:
    two = pair("zedfliks", "zedflix", market("zedfliks", "Zedfliks"))
    after = decided(SMALL, two, decision, source="s", why="another owner")  # type: ignore[arg-type]
    assert after.startswith(SMALL)
    table = read(after)
    apart = table.apart("zedfliks", "zedflix")
    assert apart is not None
    assert (apart.decision, apart.why) == (decision, "another owner")
    assert near_names([market("zedfliks", "Zedfliks")], table) == ()


def test_a_physical_market_takes_its_place_with_it() -> None:
    hall = pair("old-hal-lima", "old-hall-lima", market("old-hal-lima", "Old Hal", "physical", "PE", "Lima"))
    added = read(decided(SMALL, hall, "different", source="s", why="w")).by_id["old-hal-lima"]
    assert (added.kind, added.country, added.city) == ("physical", "PE", "Lima")


@pytest.mark.parametrize(
    ("ids", "decision", "source", "why", "said"),
    [
        (("zedflix", "quvio"), "same", "s", "", "both in the reviewed table"),
        (("zedfliks", "zedflix"), "same", " ", "", "needs a source"),
        (("zedfliks", "zedflix"), "different", "s", "", "needs a reason"),
    ],
)
def test_what_is_refused(ids: tuple[str, str], decision: str, source: str, why: str, said: str) -> None:
    two = pair(*ids, market("zedfliks", "Zedfliks"))
    with pytest.raises(BadTable, match=said):
        decided(SMALL, two, decision, source=source, why=why)  # type: ignore[arg-type]


def test_a_name_that_another_market_has_already_contradicts_the_table() -> None:
    two = pair("zempf", "zedflix", market("zempf", "Quvio"))
    with pytest.raises(BadTable, match="quvio"):
        decided(SMALL, two, "same", source="s")


def test_a_layout_that_cannot_be_changed_is_left_alone() -> None:
    flat = '[[market]]\nid = "zedflix"\nname = "Zedflix"\nkind = "online"\naliases = []\n'
    two = pair("zedfliks", "zedflix", market("zedfliks", "Zedfliks"), text=flat)
    with pytest.raises(BadTable, match="by hand"):
        decided(flat, two, "same", source="s")


def test_every_market_that_ships_can_get_an_alias() -> None:
    known = read(SHIPPED)
    for reviewed in known.markets[::40]:
        place = (reviewed.country, reviewed.city) if reviewed.kind == "physical" else ("", "")
        two = pair_of("xyzzy", reviewed.market_id, [market("xyzzy", "Xyzzy Qwx", reviewed.kind, *place)], known)
        after = decided(SHIPPED, two, "same", source="s")
        assert read(after).by_id[reviewed.market_id].names[-1] == "Xyzzy Qwx"
        assert len(after.splitlines()) - len(SHIPPED.splitlines()) in (1, 3)


@settings(max_examples=60, deadline=None)
@given(name=st.text(st.characters(exclude_categories=["Cs"]), min_size=1).filter(str.strip), source=st.text(min_size=1))
def test_any_text_is_written_as_it_is_or_refused(name: str, source: str) -> None:
    two = pair("new", "zedflix", market("new", name))
    try:
        after = decided(SMALL, two, "same", source=source)
    except BadTable:
        return
    alias = tomllib.loads(after)["market"][0]["aliases"][-1]
    assert alias == {"name": two.one_name, "years": [], "source": source}


def test_the_next_identification_follows_the_decision(
    entry: Callable[..., Entry], report: Callable[..., Report]
) -> None:
    reports = [report(2018, entry(2018, "Zedflix")), report(2019, entry(2019, "Zedfliks"))]
    before = identify(reports, read(SMALL))
    assert [market.market_id for market in before.markets] == ["zedfliks", "zedflix"]
    two = pair_of("zedfliks", "zedflix", before.markets, read(SMALL))
    joined = identify(reports, read(decided(SMALL, two, "same", source="a letter")))
    assert [market.market_id for market in joined.markets] == ["zedflix"]
    assert any("a letter" in line for line in joined.markets[0].evidence)
    assert "near-name" not in {finding.code for finding in joined.findings}
    apart = identify(reports, read(decided(SMALL, two, "different", source="s", why="w")))
    assert [market.market_id for market in apart.markets] == ["zedfliks", "zedflix"]
    assert "near-name" not in {finding.code for finding in apart.findings}
