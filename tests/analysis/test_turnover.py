from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.analysis import cells
from nrm.analysis.turnover import turnover
from nrm.errors import BadTable
from tests.analysis.tables import SHOP, Tables, tables

MARKS = st.text(alphabet="#.", min_size=7, max_size=7)


def plain(corpus: Tables, **options: Any) -> list[dict[str, Any]]:
    frame = turnover(corpus.listings, corpus.editions, **options)
    records = frame.to_dict("records")
    return [{str(k): None if cells.unknown(v) else v for k, v in row.items()} for row in records]


def at(corpus: Tables, year: int, **options: Any) -> dict[str, Any]:
    (row,) = (row for row in plain(corpus, **options) if row["list_year"] == year)
    return row


@pytest.fixture
def corpus() -> Tables:
    return tables({"shop": SHOP, "stays": "#######", "goes": "######.", "comes": "......#"})


def test_counts_and_rates_of_an_edition(corpus: Tables) -> None:
    row = at(corpus, 2016)
    assert row == row | {
        "stock": 3,
        "previous_stock": 2,
        "retained": 1,
        "additions": 2,
        "additions_new": 1,
        "additions_relisted": 1,
        "removals": 1,
        "retention_rate": 1 / 2,
        "removal_rate": 1 / 2,
        "addition_rate": 2 / 3,
        "turnover_rate": 3 / 5,
    }


def test_a_corpus_will_do_for_its_two_tables(corpus: Tables) -> None:
    assert turnover(corpus).equals(turnover(corpus.listings, corpus.editions))
    with pytest.raises(BadTable, match="give a corpus, or the table of editions"):
        turnover(corpus.listings)


def test_the_first_edition_has_a_stock_and_no_additions(corpus: Tables) -> None:
    row = at(corpus, 2010)
    assert (row["stock"], row["uncounted_arrivals"]) == (3, 3)
    assert (row["additions"], row["removals"], row["turnover_rate"]) == (None, None, None)


@pytest.mark.parametrize(
    ("missing", "partial", "year", "expected"),
    [
        ([2015], [], 2015, {"stock": None, "additions": None, "removals": None, "retained": None}),
        ([2015], [], 2015, {"uncounted_departures": 2, "uncounted_arrivals": 0}),
        ([2015], [], 2016, {"stock": 3, "additions": None, "uncounted_arrivals": 3}),
        ([2015], [], 2016, {"previous_stock": None, "uncounted_departures": 0}),
        ([], [2015], 2015, {"stock": 2, "additions": None, "removals": None, "complete": False}),
        ([], [2015], 2016, {"additions": None, "removals": None, "uncounted_arrivals": 2}),
        ([], [2015], 2016, {"retention_rate": None, "uncounted_departures": 1, "complete": True}),
        ([2012], [], 2016, {"additions_new": 0, "additions_relisted": 1, "additions_either": 1}),
    ],
)
def test_what_cannot_be_counted_is_unknown(
    missing: list[int], partial: list[int], year: int, expected: dict[str, Any]
) -> None:
    holes = tables(
        {"shop": SHOP, "stays": "#######", "goes": "######.", "comes": "......#"},
        missing=missing,
        partial=partial,
    )
    row = at(holes, year)
    assert row == row | expected


def test_a_move_between_countries_is_no_addition() -> None:
    moved = tables(
        {"mall": "##.....", "bazaar": "##....."},
        kinds={"mall": "physical", "bazaar": "physical"},
        countries={"mall": "CN", "bazaar": "CN"},
        details={("mall", 2011): {"country": "HK"}},
    )
    rows = {row["country"]: row for row in plain(moved, by=["country"]) if row["list_year"] == 2011}
    assert (rows["HK"]["stock"], rows["HK"]["moved_in"], rows["HK"]["additions"]) == (1, 1, 0)
    assert (rows["CN"]["stock"], rows["CN"]["moved_out"], rows["CN"]["removals"]) == (1, 1, 0)
    assert rows["CN"]["retention_rate"] == 1


def test_an_online_market_counts_where_it_is_at_home() -> None:
    home = tables({"shop": SHOP, "site": SHOP}, countries={"shop": "CN"})
    assert {row["country"] for row in plain(home, by=["country"])} == {"CN", ""}


def test_other_groups_are_an_error(corpus: Tables) -> None:
    with pytest.raises(BadTable, match="not city"):
        turnover(corpus.listings, corpus.editions, by=["city"])  # type: ignore[list-item]


@given(
    st.dictionaries(st.sampled_from("abcdefgh"), MARKS, min_size=1),
    st.dictionaries(st.sampled_from("abcd"), st.sampled_from(["CN", "IN"])),
    st.sampled_from([(), ("kind",), ("country",), ("kind", "country")]),
    st.lists(st.sampled_from([2010, 2012, 2015]), max_size=2),
    st.lists(st.sampled_from([2011, 2013, 2016]), max_size=2),
)
def test_the_stock_changes_by_what_came_and_went(
    markets: dict[str, str],
    countries: dict[str, str],
    by: Any,
    missing: list[int],
    partial: list[int],
) -> None:
    moves = {
        (market, year): {"based_in": "BR"}
        for market, marks in markets.items()
        for year in (2012, 2014)
        if marks[year - 2010] == "#"
    }
    made = tables(markets, countries=countries, missing=missing, partial=partial, details=moves)
    for row in plain(made, by=by):
        if None in (row["additions"], row["removals"], row["previous_stock"], row["stock"]):
            assert row["turnover_rate"] is None
            continue
        came, went = row["additions"] + row["moved_in"], row["removals"] + row["moved_out"]
        assert row["stock"] == row["previous_stock"] + came - went
        assert row["retained"] + row["additions"] == row["stock"]
        assert row["uncounted_arrivals"] == row["uncounted_departures"] == 0
        if row["stock"] + row["previous_stock"]:
            assert 0 <= row["turnover_rate"] <= 1
