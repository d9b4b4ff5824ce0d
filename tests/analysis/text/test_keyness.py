from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2, chi2_contingency, false_discovery_control

import nrm
from nrm.analysis.text.keyness import keyness
from nrm.analysis.text.keyness_measures import adjusted, g2, log_ratio, log_ratio_interval, p_value
from nrm.analysis.text.term_counts import Wanted
from nrm.errors import BadQuery, UnknownName
from tests.analysis.text.made_up_corpus import Said, Shops, made_up_corpus

COUNTS = st.tuples(st.integers(0, 500), st.integers(0, 500), st.integers(501, 50_000), st.integers(501, 50_000))


@given(COUNTS)
def test_g2_is_that_of_scipy(counts: tuple[int, int, int, int]) -> None:
    a, b, words_a, words_b = counts
    value = g2(*counts)
    if a + b == 0:
        assert value == 0
        return
    table = [[a, b], [words_a - a, words_b - b]]
    expected = chi2_contingency(table, correction=False, lambda_="log-likelihood")
    assert value == pytest.approx(expected.statistic, rel=1e-9, abs=1e-8)
    assert p_value(value) == pytest.approx(expected.pvalue, rel=1e-6, abs=1e-9)
    assert p_value(value) == pytest.approx(chi2.sf(value, 1), rel=1e-9)


@given(COUNTS)
def test_sides_can_be_exchanged(counts: tuple[int, int, int, int]) -> None:
    a, b, words_a, words_b = counts
    assert g2(b, a, words_b, words_a) == pytest.approx(g2(*counts), abs=1e-8)
    assert log_ratio(b, a, words_b, words_a) == pytest.approx(-log_ratio(*counts), abs=1e-12)
    low, high = log_ratio_interval(*counts)
    assert low <= log_ratio(*counts) <= high


@pytest.mark.parametrize(
    ("counts", "value"),
    [((8, 1, 1000, 500), 2), ((1, 1, 1000, 1000), 0), ((4, 1, 100, 100), 2), ((0, 4, 1000, 1000), -3)],
)
def test_the_log_ratio_counts_doublings(counts: tuple[int, int, int, int], value: float) -> None:
    assert log_ratio(*counts) == pytest.approx(value)


def test_the_interval_of_the_log_ratio_by_hand() -> None:
    error = math.sqrt(1 / 20 - 1 / 1000 + 1 / 10 - 1 / 1000) / math.log(2)
    assert log_ratio_interval(20, 10, 1000, 1000) == pytest.approx((1 - 1.959964 * error, 1 + 1.959964 * error))


@given(st.lists(st.floats(0, 1), min_size=1, max_size=30))
def test_corrections(p_values: list[float]) -> None:
    bh, holm, bonferroni = adjusted(p_values, "bh"), adjusted(p_values, "holm"), adjusted(p_values, "bonferroni")
    assert bh == pytest.approx(list(false_discovery_control(p_values)))
    for raw, first, second, third in zip(p_values, bh, holm, bonferroni, strict=True):
        assert raw <= first + 1e-12
        assert first <= second + 1e-12 <= third + 2e-12
        assert third <= 1
    order = sorted(range(len(p_values)), key=lambda index: p_values[index])
    assert [holm[index] for index in order] == sorted(holm)


CORPUS = made_up_corpus(
    [
        Said(2010, "fakes and fakes and more fakes in the mall", "mall"),
        Said(2011, "streams, streams, streams; a fake", "site"),
        Said(2012, "the list names streams and fakes"),
    ],
    shops=Shops(kinds={"mall": "physical"}, countries={"mall": "CN"}),
)


def test_a_comparison_counted_by_hand() -> None:
    found = keyness(CORPUS, "2010", "2011-2012", wanted=Wanted((1,), 2))
    assert (found.words_a, found.words_b, found.passages_a, found.passages_b) == (9, 11, 1, 2)
    rows = {row.term: row for row in found.keywords}
    assert set(rows) == {"fake", "streams"}
    fake = rows["fake"]
    assert (fake.count_a, fake.count_b, fake.passages_a, fake.passages_b) == (3, 2, 1, 2)
    assert fake.g2 == pytest.approx(g2(3, 2, 9, 11))
    streams = rows["streams"]
    assert fake.p_adjusted == pytest.approx(fake.p)
    assert streams.p_adjusted == pytest.approx(min(2 * streams.p, fake.p))
    assert streams.log_ratio < 0 < fake.log_ratio


@pytest.mark.parametrize(
    ("a", "b", "words"),
    [
        ("2010", "rest", (9, 11)),
        ("rest", "2010", (11, 9)),
        ("physical", "online", (9, 5)),
        ("results", "overview", (14, 6)),
        ("2010-2011+online", "2012", (5, 6)),
        ("country:cn", "market:site", (9, 5)),
        ("2010 + 2011", "2012", (14, 6)),
    ],
)
def test_sides(a: str, b: str, words: tuple[int, int]) -> None:
    found = keyness(CORPUS, a, b)
    assert (found.words_a, found.words_b) == words


@pytest.mark.parametrize(
    ("a", "b", "message"),
    [
        ("2010", "results", "have 1 passages in common"),
        ("2010-2012", "rest", "no passage belongs to 'rest'"),
        ("2010", "country:PE", "no passage belongs to 'country:PE'"),
        ("2010", "resluts", "'resluts' is no part of the corpus; did you mean results"),
        ("rest", "rest", "one side can be the rest, not both"),
    ],
)
def test_sides_that_cannot_be_compared(a: str, b: str, message: str) -> None:
    with pytest.raises(BadQuery, match=message):
        keyness(CORPUS, a, b)


def test_an_edition_that_is_not_there() -> None:
    with pytest.raises(UnknownName, match="no edition 1999"):
        keyness(CORPUS, "1999", "rest")


def test_from_python() -> None:
    frame = nrm.keyness(CORPUS, "2010", "rest", min_count=1, correction="holm")
    assert frame.title == "2010 (9 words) against rest (11 words)"
    assert frame["g2"].is_monotonic_decreasing
    with pytest.raises(UnknownName, match="bh, holm, bonferroni, not 'none'"):
        nrm.keyness(CORPUS, "2010", "rest", correction="none")
