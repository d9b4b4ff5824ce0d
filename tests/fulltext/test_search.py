from __future__ import annotations

import contextlib
import re
import unicodedata
from collections.abc import Callable, Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from nrm.analysis.text.choose_part import choose_part
from nrm.analysis.text.part import Part
from nrm.analysis.text.passages import text_passages
from nrm.corpus import Corpus, load
from nrm.errors import BadQuery
from nrm.fulltext.search import MARK, search
from nrm.publish import new_build, write_tables
from nrm.schema import tables
from tests.analysis.text.made_up_corpus import Said, Shops, made_up_corpus

TEXTS = (
    "Stream-ripping is new here.",
    "They rip streams; stream ripping goes on.",
    "On-line shops in São Paulo sell fakes.",
    "The online market of Sao Paulo moved.",
    "The site’s owner, in Türkiye, sells fake goods: shoes and bags.",
    "Fakes, fakes and more fakes.",
    "Peer-to-peer networks, or peer to peer, as some write.",
)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """The texts in a build on disk, one edition each."""
    made = made_up_corpus([Said(2010 + number, text) for number, text in enumerate(TEXTS)])
    out = tmp_path_factory.mktemp("texts") / "derived"
    with new_build(out) as folder:
        write_tables({name: getattr(made, name) for name in tables()}, folder, sample=False)
    return load(out)


def found(corpus: Corpus, query: str, part: Part | None = None) -> list[int]:
    """The indexes of the texts that match, in order."""
    return sorted(int(hit.passage_id[1:]) for hit in search(corpus, query, part or Part()).hits)


@pytest.mark.parametrize(
    ("query", "texts"),
    [
        ("stream ripping", [0, 1]),
        ('"stream ripping"', [0, 1]),
        ("stream-ripping", [0, 1]),
        ("streamripping", [0, 1]),
        ("STREAM", [0, 1]),
        ("stream*", [0, 1]),
        ("rip", [1]),
        ("rip*", [0, 1]),
        ("online", [2, 3]),
        ("on-line", [2, 3]),
        ('"online market"', [3]),
        ('"on-line shops"', [2]),
        ("sao paulo", [2, 3]),
        ("SÃO", [2, 3]),
        ("turkiye", [4]),
        ("site’s", [4]),
        ("site's", [4]),
        ("fakes NOT paulo", [5]),
        ("fakes AND NOT paulo", [5]),
        ("fakes OR goods", [2, 4, 5]),
        ("fake*", [2, 4, 5]),
        ("(fakes OR goods) NOT (shoes OR more)", [2]),
        ("fake NEAR/2 bags", []),
        ("fake NEAR/3 bags", [4]),
        ("bags NEAR/3 fake", [4]),
        ('NEAR("fake goods" bags, 2)', [4]),
        ("peer-to-peer", [6]),
        ("peertopeer", [6]),
        ("nothing", []),
    ],
)
def test_what_is_found(query: str, texts: list[int], corpus: Corpus) -> None:
    assert found(corpus, query) == texts


def test_a_hit_says_where_and_marks_its_matches(corpus: Corpus) -> None:
    (hit, *_) = search(corpus, "fakes NOT paulo").hits
    assert (hit.list_year, hit.chapter, hit.page, hit.printed_page, hit.type) == (2015, "overview", 1, "0", "paragraph")
    assert hit.snippet == "**Fakes**, **fakes** and more **fakes**."
    assert hit.matches == 3
    assert TEXTS[5][hit.start : hit.end] == "Fakes"


def test_a_phrase_is_one_match(corpus: Corpus) -> None:
    hits = search(corpus, "stream-ripping").hits
    assert [re.findall(r"\*\*(.*?)\*\*", hit.snippet) for hit in sorted(hits, key=lambda hit: hit.passage_id)] == [
        ["Stream-ripping"],
        ["stream ripping"],
    ]


def test_a_match_near_the_end_of_a_passage_stands_on_its_second_page() -> None:
    long = made_up_corpus([Said(2010, "filler " * 50 + "needle")])
    (hit,) = search(long, "needle").hits
    assert (hit.page, hit.printed_page) == (2, "1")
    assert hit.snippet.startswith("…filler")


def test_better_matches_come_first() -> None:
    corpus = made_up_corpus([Said(2010, "needle " + "hay " * 60), Said(2011, "needle"), Said(2012, "needle needle")])
    assert [hit.list_year for hit in search(corpus, "needle").hits] == [2012, 2011, 2010]


def test_counts_tell_of_every_edition_asked_for() -> None:
    corpus = made_up_corpus(
        [Said(2010, "word word"), Said(2011, "other"), Said(2013, "word"), Said(2014, "other")],
        missing=[2012],
        partial=[2013],
        findings=[("unreadable-page", 2014)],
    )
    counts = [(one.list_year, one.passages, one.matches, one.established) for one in search(corpus, "word").counts]
    assert counts == [
        (2010, 1, 2, True),
        (2011, 0, 0, True),
        (2012, None, None, False),
        (2013, 1, 1, False),
        (2014, 0, 0, False),
    ]
    some = search(corpus, "word", choose_part(corpus, years="2011-2013")).counts
    assert [one.list_year for one in some] == [2011, 2012, 2013]


SHOPS = Shops(kinds={"bazaar": "physical", "mall": "physical"}, countries={"bazaar": "PE", "mall": "CN", "site": "CN"})
PLACED = (
    Said(2010, "word", "site"),
    Said(2010, "word", "bazaar"),
    Said(2011, "word", "bazaar+mall"),
    Said(2011, "word", chapter="overview"),
    Said(2012, "word", chapter="issue focus", type="footnote"),
    Said(2012, "word", "mall", type="heading"),
)
PARTS: tuple[tuple[dict[str, Sequence[str | int]], list[int]], ...] = (
    ({}, [0, 1, 2, 3, 4, 5]),
    ({"years": [2010]}, [0, 1]),
    ({"years": ["2011-2012"]}, [2, 3, 4, 5]),
    ({"chapters": ["overview", "issue focus"]}, [3, 4]),
    ({"types": ["footnote"]}, [4]),
    ({"kinds": ["physical"]}, [1, 2, 5]),
    ({"countries": ["cn"]}, [0, 2, 5]),
    ({"kinds": ["physical"], "countries": ["CN"]}, [2, 5]),
    ({"markets": ["bazaar"]}, [1, 2]),
    ({"markets": ["Mall"], "years": [2012]}, [5]),
    ({"markets": ["bazaar"], "countries": ["CN"]}, []),
)


@pytest.mark.parametrize(("wanted", "texts"), PARTS)
def test_filters_in_the_database_and_in_python_agree(wanted: dict[str, Sequence[str | int]], texts: list[int]) -> None:
    corpus = made_up_corpus(PLACED, shops=SHOPS)
    part = choose_part(corpus, **wanted)
    assert found(corpus, "word", part) == texts
    held = text_passages(corpus, part)
    assert [int(one.passage_id[1:]) for one in held] == texts


def test_two_markets_of_one_entry_are_both_named() -> None:
    corpus = made_up_corpus(PLACED, shops=SHOPS)
    hits = {hit.passage_id: hit.market_id for hit in search(corpus, "word").hits}
    assert (hits["p0"], hits["p2"], hits["p3"]) == ("site", "bazaar; mall", None)


WORD = st.sampled_from(["fake", "fakes", "stream", "ripping", "paulo", "online", "in", "the", "peer"])


@given(one=WORD, other=WORD)
@settings(max_examples=25, deadline=None)
def test_operators_are_those_of_sets(one: str, other: str, corpus: Corpus) -> None:
    first, second = set(found(corpus, one)), set(found(corpus, other))
    assert set(found(corpus, f"{one} {other}")) == first & second
    assert set(found(corpus, f"{one} OR {other}")) == first | second
    assert set(found(corpus, f"{one} NOT {other}")) == first - second
    assert set(found(corpus, f"{one} NEAR/2 {other}")) <= first & second


@given(query=st.text(max_size=30) | st.text(alphabet='ab "()*:^{}+-.,NEARNOTOR/5', max_size=30))
@example(query='"a" : ^b {c} + d')
@example(query="text:a")
@example(query="a\0b")
@example(query="\udcff")
@example(query='a"b')
@example(query="ﬁ ß ŉ")
@settings(max_examples=150, deadline=None)
def test_any_text_is_answered_or_refused(query: str, corpus: Corpus) -> None:
    with contextlib.suppress(BadQuery):
        assert search(corpus, query).query == query


@pytest.mark.parametrize("query", [" ".join(["a"] * 3000), " OR ".join(f"w{n}" for n in range(3000))])
def test_a_very_long_query_is_answered_or_refused(query: str, corpus: Corpus) -> None:
    with contextlib.suppress(BadQuery):
        assert search(corpus, query).query == query


def _folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text.lower()) if not unicodedata.combining(c))


@pytest.mark.parametrize(
    ("query", "matches"),
    [
        ("catalogue", re.compile(r"\bcatalogue\b").findall),
        ("india", re.compile(r"\bindia\b").findall),
        ('"set-top box"', re.compile(r"\bset-top box\b").findall),
        ("counterfeit*", re.compile(r"\bcounterfeit\w*").findall),
        ("cote", re.compile(r"\bcote\b").findall),
    ],
)
def test_counts_are_those_of_a_regular_expression(
    query: str, matches: Callable[[str], list[str]], sample_build: object
) -> None:
    corpus = load(str(sample_build))
    expected: dict[int, int] = {}
    for row in corpus.rows("passages"):
        expected[row["list_year"]] = expected.get(row["list_year"], 0) + len(matches(_folded(row["text"])))
    counted = {one.list_year: one.matches for one in search(corpus, query).counts if one.matches is not None}
    assert counted == expected
    assert sum(expected.values()) > 10
    assert all(MARK in hit.snippet for hit in search(corpus, query).hits)
