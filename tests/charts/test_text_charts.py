from __future__ import annotations

import numpy as np
import pytest
from matplotlib.collections import LineCollection, PathCollection

import nrm
from nrm import charts
from nrm.analysis.text.poisson import poisson_interval
from nrm.charts.apart_labels import Labelled, apart_labels
from nrm.charts.canvas import alt_text, axes
from nrm.charts.catalogue import chart, drawn
from nrm.charts.text_catalogue import TEXT_CHARTS
from nrm.charts.theme import theme
from nrm.corpus import Corpus
from nrm.errors import BadQuery, UnknownName
from tests.analysis.text.made_up_corpus import Said, made_up_corpus
from tests.charts.drawn import artist, boxes, faults, line, texts

SENTENCE = "the stalls sell copies on a large scale"


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    """Five editions, one of them missing, of which each says `fake` more often than the one before."""
    said = [
        Said(year, f"{SENTENCE}. " + "fake goods. " * (year - 2009) + "other words here.", market)
        for year in (2010, 2011, 2013, 2014)
        for market in ("hall", "stall")
        if (year, market) != (2010, "hall")
    ]
    mentions = [(n, "COUNTRY", code) for n in range(len(said)) for code in ("CN", "PE")]
    mentions += [(0, "MARKET", "stall"), (0, "MARKET", "hall")]
    return made_up_corpus(said, missing=[2012], mentions=mentions, sample=True)


WORDS = {
    "term": ("fake", "other word"),
    "keyness": ("2010-2011", "2013-2014"),
    "reuse": (),
    "comentions": (),
}


@pytest.mark.parametrize("name", TEXT_CHARTS)
def test_every_chart_names_its_source_marks_samples_and_cuts_nothing_off(name: str, corpus: Corpus) -> None:
    ax = drawn(corpus, name, words=WORDS[name] or None)
    assert faults(ax) == []
    told = " ".join(texts(ax)).replace("\n", " ")
    assert "Source: USTR, Notorious Markets List, list years 2010–2014." in told
    assert "Not in the corpus: 2012." in told
    assert told.count("SAMPLE DATA") == 2
    assert len(alt_text(ax)) > 60


def test_the_trend_of_a_term_is_a_rate_with_exact_intervals(corpus: Corpus) -> None:
    ax = charts.term_trend(corpus, ["fake"])
    places, rates = line(ax, "term-fake")
    words = {2010: 13, 2011: 2 * 15, 2013: 2 * 19, 2014: 2 * 21}
    counts = {2010: 1, 2011: 4, 2013: 8, 2014: 10}
    expected = [10_000 * counts[year] / words[year] if year in words else np.nan for year in range(2010, 2015)]
    assert places == [0, 1, 2, 3, 4]
    assert rates == pytest.approx(expected, nan_ok=True)
    intervals = artist(ax, "interval-fake")
    assert isinstance(intervals, LineCollection)
    ((_, low), (_, high)) = intervals.get_segments()[0]
    assert (low, high) == pytest.approx([10_000 * limit / 13 for limit in poisson_interval(1)])
    assert "2010\n13" in texts(ax)
    assert "not in the corpus" in texts(ax)


def test_keyness_is_drawn_by_frequency_and_log_ratio(corpus: Corpus) -> None:
    ax = charts.keyness(corpus, "2010-2011", "2013-2014")
    unsure, sure = artist(ax, "terms-unsure"), artist(ax, "terms-b")
    assert isinstance(unsure, PathCollection)
    assert isinstance(sure, PathCollection)
    points = np.vstack([np.asarray(unsure.get_offsets()), np.asarray(sure.get_offsets())])
    assert len(points) == len(nrm.keyness(corpus, "2010-2011", "2013-2014"))
    assert points[:, 0].max() == pytest.approx(10_000 * 23 / 123)


def test_names_at_points_do_not_cover_one_another() -> None:
    with theme():
        ax = axes(None, 4, 3)
        ax.set_xlim(0, 1)
        ax.set_ylim(0, 1)
        crowd = [Labelled(0.5 + 0.001 * n, 0.5, f"a long name {n}", "#000000") for n in range(12)]
        written = apart_labels(ax, crowd, 8.5)
    assert 1 < len(written) < 12
    assert written[0] == "a long name 0"
    assert faults(ax) == []


def test_reuse_is_drawn_as_the_share_of_each_edition(corpus: Corpus) -> None:
    ax = charts.reuse(corpus)
    bars = {int(year): bar.get_height() for year, bar in boxes(ax, "share-").items()}
    assert set(bars) == {2011, 2014}
    # The sentence and all the old "fake goods" are one run; what follows is too short to count.
    assert bars == {2011: pytest.approx(10 / 15), 2014: pytest.approx(16 / 21)}
    assert [text for text in texts(ax) if text == "not established"] == ["not established"] * 2
    alone = charts.reuse(corpus, market="hall")
    assert "How much is carried over from year to year: Hall" in texts(alone)
    assert set(boxes(alone, "share-")) == {"2014"}


def test_comentions_are_a_heat_map(corpus: Corpus) -> None:
    ax = charts.comentions(corpus)
    assert {"China", "Peru", "7"} <= set(texts(ax))
    assert {"Stall", "Hall", "1"} <= set(texts(charts.comentions(corpus, of="MARKET")))


@pytest.mark.parametrize(
    ("name", "words", "message"),
    [
        ("term", (), "one to 6 terms"),
        ("term", tuple("abcdefg"), "one to 6 terms"),
        ("keyness", ("2010",), "compares two parts"),
        ("reuse", ("a", "b"), "give one name"),
        ("comentions", ("a", "b"), "one of country, market, org"),
        ("comentions", ("org",), "no two companies and organisations"),
        ("reuse", ("zzz",), "no market is called"),
    ],
)
def test_what_cannot_be_drawn_is_said(name: str, words: tuple[str, ...], message: str, corpus: Corpus) -> None:
    with pytest.raises((BadQuery, UnknownName), match=message):
        drawn(corpus, name, words=words)


def test_a_chart_of_the_list_takes_no_words(corpus: Corpus) -> None:
    with pytest.raises(UnknownName, match="cannot be drawn by words"):
        drawn(corpus, "timeline", words=("a",))
    assert chart("term").name == "term"
