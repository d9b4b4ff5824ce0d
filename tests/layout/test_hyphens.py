"""What a hyphen at the end of a line meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.layout.hyphens import Vocabulary, join, vocabulary

WORDS = frozenset(
    "counterfeit counterfeiting e-commerce commerce market markets well-known known well third-party third party"
    " stream-ripping infringing on line online".split()
)
KNOWN = Vocabulary(WORDS, breaks_words=True)
NEW = Vocabulary(frozenset(), breaks_words=True)
WHOLE = Vocabulary(frozenset(), breaks_words=False)


def joined(before: str, after: str, known: Vocabulary = KNOWN) -> str:
    text, glue = join(before, after, known)
    return text + glue + after


@pytest.mark.parametrize(
    ("before", "after", "meant"),
    [
        ("sells counter-", "feit goods", "sells counterfeit goods"),
        ("sells counter\u2010", "feit goods", "sells counterfeit goods"),
        ("sells counter\u00ad", "feit goods", "sells counterfeit goods"),
        ("in e-", "commerce today", "in e-commerce today"),
        ("in E-", "commerce today", "in E-commerce today"),
        ("a well-", "known site", "a well-known site"),
        ("the so-", "called mirror", "the so-called mirror"),
        ("of look-", "alike sites", "of look-alike sites"),
        ("a third-", "party seller", "a third-party seller"),
        ("a non-", "infringing copy", "a non-infringing copy"),
        ("a six-", "month inquiry", "a six-month inquiry"),
        ("the Canada-", "United States border", "the Canada-United States border"),
        ("in 2010-", "2012 and", "in 2010-2012 and"),
        ("a non\u2011", "profit site", "a non-profit site"),
        ("see market-", "line.com for", "see market-line.com for"),
        ("see na-", "melist.com for", "see namelist.com for"),
        ("see on-", "line.com for", "see online.com for"),
        ("see name-on-", "line.co.in for", "see name-online.co.in for"),
        ("see third-", "party.com for", "see third-party.com for"),
        ("see name-", "commerce.com for", "see name-commerce.com for"),
        ("see name.-", "com.cn for", "see name.com.cn for"),
        ("the end", "of it", "the end of it"),
        ("this \u2013", "that", "this \u2013 that"),
        ("this \u2014", "that", "this \u2014that"),
        ("and/", "or", "and/or"),
        ("a dash -", "and more", "a dash - and more"),
        ("a stream-", "ripping site", "a stream-ripping site"),
        ("wide-", "spread trade", "widespread trade"),
        ("a Canada-", "based site", "a Canada-based site"),
        ("a market-", "run stall", "a market-run stall"),
    ],
)
def test_a_hyphen_at_a_line_end(before: str, after: str, meant: str) -> None:
    assert joined(before, after) == meant


def test_in_a_document_that_breaks_no_words_hyphens_stay() -> None:
    assert joined("a pub-", "lic site", WHOLE) == "a pub-lic site"
    assert joined("see name-", "list.com", WHOLE) == "see name-list.com"


def test_in_a_document_that_breaks_words_unknown_words_join() -> None:
    assert joined("an infor-", "mal site", NEW) == "an informal site"


def test_a_soft_hyphen_goes_in_any_document() -> None:
    assert joined("infor\u00ad", "mal", WHOLE) == "informal"


def test_a_font_may_print_its_hyphens_as_soft_ones() -> None:
    known = vocabulary(["the so\u00adcalled seller of set\u00ad", "top boxes is in a top set of", "counter\u00ad"])
    assert known.soft_is_hyphen
    assert joined("set\u00ad", "top boxes", known) == "set-top boxes"
    assert joined("coun\u00ad", "terfeit", known) == "counterfeit"


def test_a_name_with_figures_is_a_word_like_any() -> None:
    known = vocabulary(["Zippy4cast is large", "4zippycast is small"])
    assert joined("the site 4zip-", "pycast is", known) == "the site 4zippycast is"


def test_nothing_behind_changes_nothing() -> None:
    assert join("counter-", "", KNOWN)[0] == "counter-"


def test_words_at_line_ends_are_no_vocabulary() -> None:
    known = vocabulary(["The whole well-known counter-", "feit goods are cheap"])
    assert {"the", "whole", "well-known", "goods", "cheap"} <= known.words
    assert not {"counter", "feit", "counterfeit"} & known.words


@pytest.mark.parametrize(
    ("lines", "breaks"),
    [
        (["counterfeit public goods counter-", "feit and pub-", "lic goods"], True),
        (["counterfeit goods counter-", "feit goods"], False),
        (["well-known goods and well-", "known goods and well-", "known"], False),
        (["nothing of the kind"], False),
        ([], False),
    ],
)
def test_a_document_breaks_words_if_it_does_so_twice(lines: list[str], breaks: bool) -> None:
    assert vocabulary(lines).breaks_words is breaks


WORD = st.text("abcdefgh", min_size=1, max_size=8)


@given(st.lists(WORD, min_size=1, max_size=6), st.lists(WORD, min_size=1, max_size=6))
def test_without_hyphens_lines_are_joined_by_a_space(first: list[str], second: list[str]) -> None:
    before, after = " ".join(first), " ".join(second)
    assert joined(before, after) == f"{before} {after}"


@given(st.text("abcde-\u00ad\u2010\u2011 .", max_size=12), st.text("abcdeAB.-", max_size=8), st.booleans())
def test_only_a_hyphen_may_vanish(before: str, after: str, breaks: bool) -> None:
    whole = joined(before, after, Vocabulary(frozenset(), breaks))
    bare = str.maketrans("", "", "-\u00ad\u2010\u2011 ")
    assert whole.translate(bare) == (before + after).translate(bare)
    assert whole.endswith(after)
