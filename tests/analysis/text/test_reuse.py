from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nrm
from nrm.analysis.text.boilerplate import boilerplate
from nrm.analysis.text.entry_words import plain_words
from nrm.analysis.text.reuse import reuse
from nrm.analysis.text.reuse_by_year import reuse_by_year
from nrm.analysis.text.tiles import Tile, tiles
from tests.analysis.text.made_up_corpus import Said, made_up_corpus


@pytest.mark.parametrize(
    ("old", "new", "shortest", "laid"),
    [
        ("a b c d e", "a b c d e", 3, [(0, 0, 5)]),
        ("a b c", "x y z", 1, []),
        ("a b", "a b", 3, []),
        ("a b c x d e f", "d e f a b c", 3, [(0, 4, 3), (3, 0, 3)]),
        ("a b c", "a b c y a b c", 3, [(0, 0, 3)]),
        ("a b c y a b c", "a b c", 3, [(0, 0, 3)]),
        ("a b c d", "b c a b c d", 2, [(2, 0, 4)]),
        ("p q r s t u", "p q r x r s t u", 3, [(4, 2, 4)]),
        ("", "a b c", 3, []),
    ],
)
def test_tiles_of_cases_laid_by_hand(old: str, new: str, shortest: int, laid: list[tuple[int, int, int]]) -> None:
    assert list(tiles(old.split(), new.split(), shortest)) == [Tile(*one) for one in laid]


WORDS = st.lists(st.sampled_from("abcd"), max_size=25)


@given(old=WORDS, new=WORDS, shortest=st.integers(1, 4))
@settings(deadline=None)
def test_tiles_hold_the_same_words_and_no_word_twice(old: list[str], new: list[str], shortest: int) -> None:
    laid = tiles(old, new, shortest)
    for tile in laid:
        assert tile.length >= shortest
        assert old[tile.old_start : tile.old_start + tile.length] == new[tile.new_start : tile.new_start + tile.length]
    for places in (
        [n for tile in laid for n in range(tile.old_start, tile.old_start + tile.length)],
        [n for tile in laid for n in range(tile.new_start, tile.new_start + tile.length)],
    ):
        assert len(places) == len(set(places))
    longest = max(
        (n for n in range(1, len(new) + 1) for s in range(len(new) - n + 1) if _stands_in(new[s : s + n], old)),
        default=0,
    )
    assert max((tile.length for tile in laid), default=0) == (longest if longest >= shortest else 0)


def _stands_in(run: list[str], text: list[str]) -> bool:
    return any(text[start : start + len(run)] == run for start in range(len(text) - len(run) + 1))


@given(words=WORDS)
@settings(deadline=None)
def test_a_text_is_wholly_carried_over_into_itself(words: list[str]) -> None:
    assert sum(tile.length for tile in tiles(words, words, 1)) == len(words)


SAME = "The site’s stalls sell copies on a large scale."
CORPUS = made_up_corpus(
    [
        Said(2010, SAME, "stall"),
        Said(2011, SAME.replace("’", "'") + " It moved twice since then, they say.", "stall"),
        Said(2011, "Nothing else.", "hall"),
        Said(2013, SAME, "stall"),
        Said(2014, "Other words.", "stall"),
        Said(2014, "Nothing else.", "hall"),
        Said(2015, "Other words.", "stall"),
        Said(2015, "Once again.", "booth"),
    ],
    missing=[2012],
    partial=[2014],
)


def test_shares_of_a_corpus_made_by_hand() -> None:
    rows = {(row.market_id, row.list_year): row for row in reuse(CORPUS)}
    first = rows["stall", 2010]
    assert (first.status, first.old_year, first.share, first.words) == ("not established", None, None, 9)
    second = rows["stall", 2011]
    assert (second.status, second.old_year, second.words, second.carried) == ("compared", 2010, 16, 9)
    assert second.share == pytest.approx(9 / 16)
    assert (second.old_words, second.dropped) == (9, 0)
    assert rows["hall", 2011].status == "not listed before"
    assert rows["stall", 2013].status == "not established"
    changed = rows["stall", 2014]
    assert (changed.carried, changed.share, changed.dropped) == (0, 0.0, 9)
    assert rows["hall", 2014].status == "not listed before"
    assert rows["stall", 2015].share == 0.0
    assert rows["booth", 2015].status == "not established"
    assert {row.share for row in reuse(CORPUS, shortest=2) if row.list_year == 2015} == {1.0, None}


def test_editions_add_up_their_entries() -> None:
    years = {one.list_year: one for one in reuse_by_year(reuse(CORPUS))}
    assert (years[2011].compared, years[2011].new, years[2011].not_established) == (1, 1, 0)
    assert years[2011].share == years[2011].median_share == pytest.approx(9 / 16)
    assert (years[2010].share, years[2010].median_share) == (None, None)
    assert (years[2015].compared, years[2015].not_established) == (1, 1)


def test_an_entry_on_two_markets_counts_once_in_its_edition() -> None:
    corpus = made_up_corpus([Said(2010, SAME, "a+b"), Said(2011, SAME, "a+b")])
    assert [(one.compared, one.words) for one in reuse_by_year(reuse(corpus))] == [(0, 0), (1, 9)]


def test_boilerplate_stands_in_entries_of_several_markets() -> None:
    corpus = made_up_corpus(
        [
            Said(2010, f"{SAME} Only here and in no other entry.", "a"),
            Said(2010, SAME.upper(), "b"),
            Said(2012, f"First. {SAME}", "b"),
            Said(2012, "This stands twice on the same market.", "c"),
            Said(2013, "This stands twice on the same market.", "c"),
            Said(2013, "An entry on two markets at once.", "d+e"),
            Said(2010, SAME),
        ]
    )
    (found,) = boilerplate(corpus)
    assert found.text == SAME
    assert (found.words, found.markets, found.entries, found.editions) == (9, 2, 3, 2)
    assert (found.first_year, found.last_year, found.market_ids) == (2010, 2012, ("a", "b"))
    assert boilerplate(corpus, least=3) == []
    assert boilerplate(corpus, shortest=10) == []


def test_spelling_counts_but_for_capitals_and_apostrophes() -> None:
    assert plain_words("The site’s On\u2011Line") == plain_words("the Site's on-line")


def test_from_python() -> None:
    frame = nrm.reuse(CORPUS, "stall")
    assert list(frame["list_year"]) == [2010, 2011, 2013, 2014, 2015]
    assert frame["share"].isna().tolist() == [True, False, True, False, False]
    assert len(nrm.boilerplate(CORPUS)) == 0
