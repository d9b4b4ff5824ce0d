from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.analysis.events import event_rows, happenings
from nrm.analysis.presence import State, presence
from tests.analysis.tables import SHOP, tables

STATES: dict[str, State] = {"#": "listed", ".": "absent", "?": "unknown"}
WORDS = {
    "n": ("listed", None, True),
    "n?": ("listed", None, False),
    "k": ("retained", None, True),
    "d": ("delisted", None, True),
    "?": ("unknown", None, False),
}

# states by edition, whether the manifest has earlier editions, events as "position:word"
CASES = [
    ("#", False, "0:n?"),
    ("#", True, "0:?"),
    (".#", False, "1:n"),
    (".#", True, "1:n?"),
    ("?#", False, "1:?"),
    ("?.#", False, "2:n?"),
    ("##", False, "0:n? 1:k"),
    ("#.", False, "0:n? 1:d"),
    ("#..", False, "0:n? 1:d"),
    ("#?", False, "0:n? 1:?"),
    ("#?.", False, "0:n? 1:? 2:?"),
    ("#.?.", False, "0:n? 1:d 2:?"),
    ("#?#", False, "0:n? 1:? 2:?"),
    (".?", False, ""),
    ("..", False, ""),
    ("##....#", False, "0:n? 1:k 2:d 6:back4"),
    ("##.?..#", False, "0:n? 1:k 2:d 3:? 6:back3?"),
    ("##...?#", False, "0:n? 1:k 2:d 5:? 6:?"),
    ("##?...#", False, "0:n? 1:k 2:? 3:? 6:back3?"),
]


@pytest.mark.parametrize(("states", "earlier", "expected"), CASES)
def test_events_of_a_market(states: str, earlier: bool, expected: str) -> None:
    found = list(happenings(range(len(states)), [STATES[s] for s in states], earlier))
    assert [tuple(h) for h in found] == [_event(word) for word in expected.split()]


def _event(word: str) -> tuple[object, ...]:
    year, what = word.split(":")
    if what.startswith("back"):
        return (int(year), "relisted", int(what[4]), not what.endswith("?"))
    return (int(year), *WORDS[what])


def test_events_come_by_market_and_list_year() -> None:
    corpus = tables({"shop": SHOP, "bazaar": ".#....."})
    rows = event_rows(presence(corpus.listings, corpus.editions))
    assert [(row["market_id"], row["list_year"], row["event"]) for row in rows] == [
        ("bazaar", 2011, "listed"),
        ("bazaar", 2012, "delisted"),
        ("shop", 2010, "listed"),
        ("shop", 2011, "retained"),
        ("shop", 2012, "delisted"),
        ("shop", 2016, "relisted"),
    ]
    assert rows[-1]["gap"] == 4


@given(
    st.lists(st.sampled_from(["listed", "absent", "unknown"]), max_size=12),
    st.booleans(),
)
def test_every_listing_is_exactly_one_event_and_nothing_precedes_the_first(states: list[State], earlier: bool) -> None:
    found = list(happenings(range(len(states)), states, earlier))
    assert len({h.list_year for h in found}) == len(found)
    assert {y for y, state in enumerate(states) if state == "listed"} <= {h.list_year for h in found}
    if found:
        assert states[found[0].list_year] == "listed"
    assert all(not h.established for h in found if h.event == "unknown")


@given(st.lists(st.sampled_from(["listed", "absent", "unknown"]), min_size=2, max_size=12))
def test_an_edition_that_cannot_say_neither_delists_nor_lengthens_a_gap(
    states: list[State],
) -> None:
    for happening in happenings(range(len(states)), states, False):
        here, before = states[happening.list_year], states[: happening.list_year]
        if happening.event == "delisted":
            assert (before[-1], here) == ("listed", "absent")
        if happening.event == "relisted":
            assert happening.gap is not None
            assert 1 <= happening.gap <= before.count("absent")
