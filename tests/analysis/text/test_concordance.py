from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import nrm
from nrm.analysis.text.concordance import Concordance, concordance, concordance_of_pattern
from nrm.analysis.text.passages import text_passages
from nrm.errors import BadQuery, UnknownName
from tests.analysis.text.made_up_corpus import Said, made_up_corpus

TEXTS = (
    "The big site sells. A small site rents.",
    "Sites of Café goods; site.",
    "Stream-ripping sites, stream ripping, and stream, ripping.",
)
CORPUS = made_up_corpus([Said(2010 + n, text, "shop" if n else "") for n, text in enumerate(TEXTS)])
PASSAGES = text_passages(CORPUS)


def matches(term: str, **options: object) -> list[str]:
    return [line.match for line in concordance(PASSAGES, term, **options)]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("term", "found"),
    [
        ("site", ["site", "site", "Sites", "site", "sites"]),
        ("cafe", ["Café"]),
        ("stream ripping", ["Stream-ripping", "stream ripping"]),
        ("stream, ripping", ["Stream-ripping", "stream ripping", "stream, ripping"]),
        ("big site", ["big site"]),
        ("rip*", ["ripping", "ripping", "ripping"]),
        ("stream rip*", ["Stream-ripping", "stream ripping"]),
        ("s*", ["site", "sells", "small", "site", "Sites", "site", "Stream", "sites", "stream", "stream"]),
        ("sells a", []),
        ("zebra", []),
    ],
)
def test_what_is_found(term: str, found: list[str]) -> None:
    assert matches(term) == found


def test_without_a_rule_spellings_are_told_apart() -> None:
    assert matches("site", in_force=["case"]) == ["site", "site", "site"]
    assert matches("Sites", in_force=[]) == ["Sites"]


def test_a_line_says_where_and_what_is_around() -> None:
    (line,) = concordance(PASSAGES, "rents", context=12)
    assert line == Concordance(2010, "overview", None, 2, "1", " small site ", "rents", ".", "p0", "paragraph", 33, 38)
    (line, *_) = concordance(PASSAGES, "cafe", context=0)
    assert (line.left, line.right, line.market_id) == ("", "", "shop")


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("year", [8, 28, 0, 21, 15]),
        ("left", [0, 8, 21, 28, 15]),
        ("right", [21, 0, 28, 8, 15]),
        ("match", [8, 28, 21, 0, 15]),
        ("market", [8, 28, 0, 21, 15]),
    ],
)
def test_orders(order: str, found: list[int]) -> None:
    lines = nrm.kwic(CORPUS, "site", sort=order)
    assert list(lines["start"]) == found


def test_a_regular_expression() -> None:
    lines = concordance_of_pattern(PASSAGES, r"[Ss]ites?\b(?=\.|,)")
    assert [(line.list_year, line.match) for line in lines] == [(2011, "site"), (2012, "sites")]


@pytest.mark.parametrize("pattern", ["(", "a*", "", "x|"])
def test_a_bad_regular_expression_is_refused(pattern: str) -> None:
    with pytest.raises(BadQuery, match="regular expression"):
        concordance_of_pattern(PASSAGES, pattern)


@pytest.mark.parametrize("term", ["", "…", "a*b", "*"])
def test_a_term_without_a_word_is_refused(term: str) -> None:
    with pytest.raises(BadQuery, match="term "):
        matches(term)


def test_an_unknown_order_is_refused() -> None:
    with pytest.raises(UnknownName, match="sorted by year, left, right, match, market, not by 'length'"):
        nrm.kwic(CORPUS, "site", sort="length")


@given(
    texts=st.lists(st.text(alphabet="ab B-'s.,é ", min_size=1, max_size=20), min_size=1, max_size=4),
    term=st.sampled_from(["a", "b", "as", "a-b", "bs a", "é", "ab*"]),
    context=st.integers(0, 30),
)
@settings(max_examples=80, deadline=None)
def test_contexts_and_matches_are_cut_from_the_text(texts: list[str], term: str, context: int) -> None:
    passages = text_passages(made_up_corpus([Said(2010, text) for text in texts]))
    for line in concordance(passages, term, context=context):
        text = texts[int(line.passage_id[1:])]
        assert text[line.start : line.end] == line.match
        assert text[: line.start].endswith(line.left)
        assert text[line.end :].startswith(line.right)
        assert max(len(line.left), len(line.right)) <= context
