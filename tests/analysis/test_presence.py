from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from nrm.analysis.presence import presence
from nrm.errors import BadTable
from tests.analysis.tables import SHOP, YEARS, tables


def test_an_edition_that_is_not_complete_proves_no_absence() -> None:
    corpus = tables({"shop": SHOP}, missing=[2013], partial=[2015])
    states = presence(corpus.listings, corpus.editions).states
    assert states["shop"] == (
        "listed",
        "listed",
        "absent",
        "unknown",
        "absent",
        "unknown",
        "listed",
    )


def test_coverage_counts_per_kind() -> None:
    corpus = tables(
        {"shop": "#......", "bazaar": "#......"},
        kinds={"bazaar": "physical"},
        partial={2011: ["physical"]},
    )
    states = presence(corpus.listings, corpus.editions).states
    assert states["shop"][1] == "absent"
    assert states["bazaar"][1] == "unknown"


def test_a_market_that_changed_its_kind_is_absent_only_where_both_kinds_are_complete() -> None:
    corpus = tables(
        {"mall": "##....."},
        details={("mall", 2011): {"kind": "physical"}},
        partial={2012: ["physical"], 2013: ["online"]},
    )
    states = presence(corpus.listings, corpus.editions).states
    assert states["mall"][2:5] == ("unknown", "unknown", "absent")


def test_the_window_runs_from_the_first_to_the_last_edition_of_the_corpus() -> None:
    corpus = tables({"shop": "##....#"}, missing=[2010, 2012, 2016])
    matrix = presence(corpus.listings, corpus.editions)
    assert matrix.years == (2011, 2012, 2013, 2014, 2015)
    assert (matrix.earlier_missing, matrix.later_missing) == ((2010,), (2016,))
    assert not matrix.in_corpus(2012)
    assert matrix.in_corpus(2013)


def test_a_listing_of_an_edition_that_the_corpus_lacks_is_an_error() -> None:
    corpus = tables({"shop": SHOP})
    missing = tables({"shop": SHOP}, missing=[2016])
    with pytest.raises(BadTable, match="2016"):
        presence(corpus.listings, missing.editions)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"coverage_online": "full"}, "full"),
        ({"coverage_online": None}, "coverage_online of 2010"),
        ({"list_year": 2010}, "2010 stands there twice"),
    ],
)
def test_a_bad_editions_table_is_an_error(change: dict[str, Any], message: str) -> None:
    corpus = tables({"shop": SHOP})
    with pytest.raises(BadTable, match=message):
        presence(corpus.listings, corpus.editions.assign(**change))


def test_a_missing_column_is_an_error() -> None:
    corpus = tables({"shop": SHOP})
    with pytest.raises(BadTable, match="no column kind"):
        presence(corpus.listings.drop(columns="kind"), corpus.editions)


def test_an_empty_corpus_has_no_window() -> None:
    none = pd.DataFrame({"list_year": [], "market_id": [], "kind": []})
    assert presence(none, tables({}, missing=YEARS).editions).years == ()


def test_records_will_do_where_no_frame_is_at_hand() -> None:
    corpus = tables({"shop": SHOP}, missing=[2013])
    listings, editions = (frame.to_dict("records") for frame in (corpus.listings, corpus.editions))
    assert presence(listings, editions) == presence(corpus.listings, corpus.editions)
