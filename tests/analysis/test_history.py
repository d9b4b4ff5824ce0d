from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import pytest

from nrm.analysis import cells
from nrm.analysis.history import EDITIONS_ATTRIBUTE, history
from nrm.errors import BadTable
from tests.analysis.tables import SHOP, Tables, tables


def market(corpus: Tables, market_id: str = "shop") -> Any:
    summary = history(corpus.listings, corpus.editions).markets
    return summary[summary["market_id"] == market_id].iloc[0]


def spell(corpus: Tables, number: int) -> Any:
    return history(corpus.listings, corpus.editions).spells.set_index("spell").loc[number]


def test_a_market_that_came_back_has_two_spells_and_a_gap() -> None:
    shop = market(tables({"shop": SHOP}))
    assert (shop["spells"], shop["gaps"]) == (("2010-2011", "2016"), (4,))
    assert (shop["first_year"], shop["last_year"], shop["editions"]) == (2010, 2016, 3)
    assert (shop["status"], shop["left_truncated"], shop["right_censored"]) == (
        "listed",
        True,
        True,
    )
    assert cells.unknown(shop["delisted_year"])
    assert cells.unknown(shop["age_at_delisting"])


def test_a_gap_counts_established_absences_only() -> None:
    corpus = tables({"shop": SHOP}, missing=[2013])
    assert market(corpus)["gaps"] == (3,)
    assert spell(corpus, 2)["unknown_before"] == 1


STATUS = [
    # marks, missing, partial, status, left truncated, right censored, delisted, age
    ("......#", [], [], "listed", False, True, None, None),
    (".##....", [], [], "delisted", False, False, 2013, 2),
    ("###....", [], [], "delisted", True, False, 2013, None),
    (".##....", [], [2016], "unknown", False, False, 2013, 2),
    (".##....", [2013], [], "delisted", False, False, 2014, None),
    ("..#####", [], [2011], "listed", False, True, None, None),
    (".######", [], [2010], "listed", True, True, None, None),
    (".#####.", [], [2016], "unknown", False, True, None, None),
    (".#####.", [2016], [], "listed", False, True, None, None),
]


@pytest.mark.parametrize(
    ("marks", "missing", "partial", "status", "left", "right", "delisted", "age"),
    STATUS,
)
def test_status_and_what_is_not_known(
    marks: str,
    missing: list[int],
    partial: list[int],
    status: str,
    left: bool,
    right: bool,
    delisted: int | None,
    age: int | None,
) -> None:
    corpus = tables({"shop": marks, "other": "#######"}, missing=missing, partial=partial)
    shop = market(corpus)
    found = (shop["status"], shop["left_truncated"], shop["right_censored"])
    assert found == (status, left, right)
    assert (None if cells.unknown(shop["delisted_year"]) else shop["delisted_year"]) == delisted
    assert (None if cells.unknown(shop["age_at_delisting"]) else shop["age_at_delisting"]) == age


def test_an_unknown_edition_within_divides_a_run_and_proves_no_gap() -> None:
    corpus = tables({"shop": "#######"}, missing=[2013])
    shop = market(corpus)
    assert (shop["spells"], shop["gaps"]) == (("2010-2012", "2014-2016"), (0,))
    assert not spell(corpus, 1)["end_established"]
    assert not spell(corpus, 2)["start_established"]


def test_days_are_counted_between_publications() -> None:
    run = spell(tables({"shop": ".##...."}), 1)
    assert run["days_listed_min"] == 359  # 20 December 2011 to 13 December 2012
    assert run["days_listed_max"] == 359 + 426  # … to 12 February 2014


AWAY = [
    # missing, last absent edition, at least, at most
    ([], 2015, ("2012-12-13", "2015-12-17"), ("2011-12-20", "2016-12-21")),
    ([2013], 2015, ("2012-12-13", "2015-12-17"), ("2011-12-20", "2016-12-21")),
    ([2015], 2014, ("2012-12-13", "2015-03-05"), ("2011-12-20", "2016-12-21")),
]


@pytest.mark.parametrize(("missing", "last_absent", "least", "most"), AWAY)
def test_a_gap_in_days_lies_between_two_bounds(
    missing: list[int], last_absent: int, least: tuple[str, str], most: tuple[str, str]
) -> None:
    run = spell(tables({"shop": SHOP}, missing=missing), 2)
    bounds = [(date.fromisoformat(end) - date.fromisoformat(start)).days for start, end in (least, most)]
    assert [run["days_away_min"], run["days_away_max"]] == bounds
    assert run["last_absent_before"] == last_absent


def test_a_gap_in_which_no_absence_is_established_has_no_least() -> None:
    run = spell(tables({"shop": "#.#...."}, missing=[2011]), 2)
    assert cells.unknown(run["days_away_min"])
    assert run["days_away_max"] == 654


def test_days_are_unknown_without_a_day_of_publication() -> None:
    corpus = tables({"shop": ".##...."})
    corpus.editions.loc[corpus.editions["list_year"] == 2013, "published"] = pd.NaT
    run = spell(corpus, 1)
    assert run["days_listed_min"] == 359
    assert cells.unknown(run["days_listed_max"])
    corpus.editions = corpus.editions.drop(columns="published")
    assert cells.unknown(spell(corpus, 1)["days_listed_min"])


def test_name_and_kind_are_those_of_the_newest_listing() -> None:
    corpus = tables(
        {"shop": SHOP},
        details={("shop", 2016): {"name": "The Shop", "kind": "physical"}},
    )
    assert (market(corpus)["name"], market(corpus)["kind"]) == ("The Shop", "physical")


def test_listings_alone_establish_no_absence() -> None:
    found = history(tables({"shop": "#..#...", "other": "#######"}).listings)
    assert "delisted" not in set(found.events["event"])
    assert "relisted" not in set(found.events["event"])


def test_listings_can_carry_the_editions_of_their_corpus() -> None:
    corpus = tables({"shop": SHOP})
    listings = corpus.listings.copy()
    columns = ["list_year", "coverage_online", "coverage_physical"]
    listings.attrs[EDITIONS_ATTRIBUTE] = corpus.editions[columns].to_dict("records")
    assert history(listings).events.equals(history(corpus.listings, corpus.editions).events)


def test_a_corpus_will_do_for_its_two_tables() -> None:
    corpus = tables({"shop": SHOP})
    assert history(corpus).events.equals(history(corpus.listings, corpus.editions).events)


def test_an_unreadable_day_is_an_error() -> None:
    corpus = tables({"shop": SHOP})
    with pytest.raises(BadTable, match="some day"):
        history(corpus.listings, corpus.editions.assign(published="some day"))


def test_an_empty_corpus_has_an_empty_history() -> None:
    corpus = tables({})
    found = history(corpus.listings, corpus.editions)
    assert (len(found.events), len(found.spells), len(found.markets)) == (0, 0, 0)
    full = tables({"shop": SHOP})
    same = history(full.listings, full.editions)
    assert list(found.events.dtypes) == list(same.events.dtypes)
    assert list(found.spells.dtypes) == list(same.spells.dtypes)
    assert list(found.markets.dtypes) == list(same.markets.dtypes)


def test_it_shows_itself_in_a_notebook() -> None:
    corpus = tables({"shop": SHOP})
    found = history(corpus.listings, corpus.editions)
    assert repr(found) == "<History of 1 markets, 2010–2016, 4 events>"
    assert "<table" in found._repr_html_()
    assert "SAMPLE DATA" in found._repr_html_()
