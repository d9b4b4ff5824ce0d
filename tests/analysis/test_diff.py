from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.analysis.diff import diff
from nrm.analysis.diff_value import GROUPS, Diff
from nrm.errors import UnknownName
from nrm.json_shapes import check_document
from tests.analysis.tables import SHOP, YEARS, tables

MARKS = st.text(alphabet="#.", min_size=7, max_size=7)
CORPORA = st.builds(
    lambda markets, missing, partial: tables(
        {f"m{n}": marks for n, marks in enumerate(markets)}, missing=missing, partial=partial
    ),
    st.lists(MARKS, max_size=8),
    st.lists(st.sampled_from([2010, 2012, 2013, 2015]), max_size=2),
    st.lists(st.sampled_from([2011, 2014, 2016]), max_size=2),
)
HELD = st.sampled_from([2011, 2014, 2016])


def ids(found: Diff) -> dict[str, set[str]]:
    return {group: {row.market_id for row in getattr(found, group)} for group in GROUPS}


def only_row(found: Diff, group: str) -> Any:
    (row,) = getattr(found, group)
    return row


# marks, old, new, missing, partial, group, gap, last list year, unknown years
CASES = [
    ("......#", 2015, 2016, [], [], "added", None, None, ()),
    ("......#", 2015, 2016, [2013], [2011], "added", None, None, (2011, 2013)),
    ("......#", 2015, 2016, [2010], [], "added", None, None, (2010,)),
    (SHOP, 2015, 2016, [], [], "relisted", 4, 2011, ()),
    (SHOP, 2015, 2016, [2013], [], "relisted", 3, 2011, (2013,)),
    (SHOP, 2015, 2016, [], [2013, 2014], "relisted", 2, 2011, (2013, 2014)),
    (SHOP, 2015, 2016, [], [2015], "not_established", None, None, (2015,)),
    (SHOP, 2011, 2012, [], [], "removed", None, None, ()),
    (SHOP, 2011, 2012, [], [2012], "not_established", None, None, (2012,)),
    (SHOP, 2010, 2011, [], [], "retained", None, None, ()),
    (SHOP, 2011, 2016, [], [], "retained", 4, None, ()),
    (SHOP, 2011, 2016, [2013], [], "retained", 3, None, (2013,)),
    (SHOP, 2016, 2011, [], [], "retained", 4, None, ()),
    (SHOP, 2012, 2016, [], [], "relisted", 4, 2011, ()),
    # away in 2011 and 2012, back for good in 2013: its gap is not the one before 2016
    ("#..####", 2011, 2016, [], [], "relisted", 2, 2010, ()),
    ("...##.#", 2011, 2016, [], [], "added", None, None, ()),
    (SHOP, 2016, 2015, [], [], "removed", None, None, ()),
    (SHOP, 2015, 2011, [], [], "added", None, None, ()),
]


@pytest.mark.parametrize(("marks", "old", "new", "missing", "partial", "group", "gap", "last", "unknown"), CASES)
def test_a_market_is_in_one_group(
    marks: str,
    old: int,
    new: int,
    missing: list[int],
    partial: list[int],
    group: str,
    gap: int | None,
    last: int | None,
    unknown: tuple[int, ...],
) -> None:
    row = only_row(diff(tables({"shop": marks}, missing=missing, partial=partial), old, new), group)
    assert (row.gap, row.last_list_year, row.unknown_years) == (gap, last, unknown)


def test_an_edition_that_the_corpus_lacks_is_an_error_that_names_those_it_has() -> None:
    corpus = tables({"shop": SHOP}, missing=[2013])
    with pytest.raises(UnknownName, match=r"no edition 2013; it has 2010, 2011, 2012, 2014"):
        diff(corpus, 2013, 2014)


@given(CORPORA, HELD)
def test_an_edition_does_not_differ_from_itself(corpus: Any, year: int) -> None:
    found = diff(corpus, year, year)
    assert found.is_empty
    assert not any(ids(found)[group] for group in GROUPS if group != "retained")


@given(CORPORA, HELD, HELD)
def test_swapped_what_was_removed_is_what_is_added_or_relisted(corpus: Any, old: int, new: int) -> None:
    there, back = ids(diff(corpus, old, new)), ids(diff(corpus, new, old))
    assert there["removed"] == back["added"] | back["relisted"]
    assert back["removed"] == there["added"] | there["relisted"]
    assert there["retained"] == back["retained"]
    assert there["not_established"] == back["not_established"]


@given(CORPORA, HELD, HELD)
def test_groups_partition_the_markets_of_both_editions(corpus: Any, old: int, new: int) -> None:
    groups = ids(diff(corpus, old, new))
    listings = corpus.listings
    both = set(listings.loc[listings["list_year"].isin([old, new]), "market_id"])
    assert sum(map(len, groups.values())) == len(both)
    assert set().union(*groups.values()) == both


def test_changes_of_a_retained_market() -> None:
    corpus = tables(
        {"shop": "##....."},
        details={
            ("shop", 2010): {"name": "shop.com", "country": "CN", "domains": ("shop.com",)},
            ("shop", 2011): {"name": "The Shop", "country": "HK", "domains": ("SHOP.com", "s.cn")},
        },
    )
    row = only_row(diff(corpus, 2010, 2011), "retained")
    assert [(c.what, c.aspect, c.old, c.new) for c in row.changes] == [
        ("renamed", "name", "shop.com", "The Shop"),
        ("moved", "country", "CN", "HK"),
        ("domains", "domains", "shop.com", "s.cn; shop.com"),
    ]


@pytest.fixture
def mixed() -> Any:
    return tables(
        {"shop": SHOP, "site": "######.", "bazaar": "#######", "kiosk": "......#"},
        kinds={"bazaar": "physical"},
        countries={"bazaar": "PE", "shop": "CN", "kiosk": "CN"},
        details={("bazaar", 2016): {"text": "bazaar is a large market."}},
    )


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, {"shop", "site", "bazaar", "kiosk"}),
        ({"kind": "physical"}, {"bazaar"}),
        ({"country": "cn"}, {"shop", "kiosk"}),
        ({"only": ["relisted"]}, {"shop"}),
        ({"only": ["added", "removed"]}, {"kiosk", "site"}),
        ({"only": ["reworded"]}, {"bazaar"}),
        ({"only": ["renamed"]}, set()),
        ({"only": ["relisted", "added"], "country": "CN", "kind": "online"}, {"shop", "kiosk"}),
    ],
)
def test_filters(mixed: Any, filters: dict[str, Any], expected: set[str]) -> None:
    assert {row.market_id for row in diff(mixed, 2015, 2016, **filters).rows} == expected


def test_a_country_filter_finds_what_moved_away() -> None:
    corpus = tables(
        {"mall": "##....."},
        kinds={"mall": "physical"},
        details={("mall", 2010): {"country": "CN"}, ("mall", 2011): {"country": "HK"}},
    )
    for country in ("CN", "HK"):
        assert len(diff(corpus, 2010, 2011, country=country).retained) == 1


def test_an_unknown_filter_is_an_error(mixed: Any) -> None:
    with pytest.raises(UnknownName, match="no such part of a comparison: new; added"):
        diff(mixed, 2015, 2016, only=["new"])


def test_json_has_the_fields_of_the_command(mixed: Any) -> None:
    found = json.loads(json.dumps(diff(mixed, 2015, 2016).as_json()))
    assert [found["old"], found["new"]] == [2015, 2016]
    for group in GROUPS:
        for row in found[group]:
            assert {"market_id", "name", "kind", "country"} <= row.keys()
    assert (found["relisted"][0]["gap"], found["relisted"][0]["last_list_year"]) == (4, 2011)
    (change,) = found["retained"][0]["changes"]
    assert (change["what"], change["similarity"]) == ("reworded", round(8 / 9, 4))
    assert found["retained"][0]["gap"] is None
    check_document({"schema": "nrm.diff/1", "sample": True, **found})


def test_records_will_do_where_no_frame_is_at_hand(mixed: Any) -> None:
    class Rows:
        def rows(self, name: str) -> Any:
            return getattr(mixed, name).to_dict("records")

    for old in YEARS:
        assert diff(Rows(), old, 2016) == diff(mixed, old, 2016)
