"""Two sample editions, the one between them missing, or one of them partial: from reports to results."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nrm.analysis.diff import diff
from nrm.analysis.history import history
from nrm.analysis.story import story
from nrm.analysis.turnover import turnover
from nrm.corpus import Corpus
from nrm.frames import frame
from nrm.model import Reconciliation, Report
from nrm.stages.assemble import tables_without_text

OLD, NEW = 2016, 2018


def corpus_of(*reports: Report) -> Corpus:
    rows = tables_without_text(reports)
    return Corpus.of({name: frame(name, rows[name]) for name in rows}, sample=True)


@pytest.fixture(scope="module")
def two(sample_reports: tuple[Report, ...]) -> tuple[Report, Report]:
    by_year = {report.edition.list_year: report for report in sample_reports}
    return by_year[OLD], by_year[NEW]


@pytest.fixture(scope="module")
def apart(two: tuple[Report, Report]) -> Corpus:
    return corpus_of(*two)


def listed(corpus: Corpus, year: int) -> set[str]:
    return {str(row["market_id"]) for row in corpus.rows("listings") if row["list_year"] == year}


def test_a_missing_edition_makes_every_event_unknown(apart: Corpus) -> None:
    told = history(apart)
    assert set(told.events["event"]) == {"unknown"}
    assert not told.events["established"].any()
    assert told.markets["age_at_delisting"].isna().all()
    assert told.spells["left_truncated"].loc[told.spells["first_year"] == OLD].all()


def test_rates_say_what_they_could_not_count(apart: Corpus) -> None:
    table = turnover(apart, by=()).set_index("list_year")
    assert table[["additions", "removals", "retention_rate", "turnover_rate"]].isna().all().all()
    assert table.loc[NEW, "uncounted_arrivals"] == len(listed(apart, NEW))
    assert table.loc[2017, "uncounted_departures"] == len(listed(apart, OLD))
    assert table["stock"].isna().tolist() == [False, True, False]


def test_a_comparison_names_the_edition_between(apart: Corpus) -> None:
    found = diff(apart, OLD, NEW)
    assert {row.market_id for row in found.removed} == listed(apart, OLD) - listed(apart, NEW)
    assert all(2017 in row.unknown_years for row in found.retained)
    assert all({2010, 2015} <= set(row.unknown_years) for row in found.added)
    assert not found.relisted


def test_a_story_names_it_too(apart: Corpus) -> None:
    told = story(apart, "taobao").sentences
    assert "Not established for 2017, listed again in 2018." in told
    assert "The 2017 edition is not in the corpus." in told


def test_from_a_partial_edition_nothing_is_removed(two: tuple[Report, Report]) -> None:
    doubtful = replace(two[1], reconciliation=Reconciliation(unexplained_lines=1))
    corpus = corpus_of(two[0], doubtful)
    found = diff(corpus, OLD, NEW)
    assert not found.removed
    assert {row.market_id for row in found.not_established} == listed(corpus, OLD) - listed(corpus, NEW)
    gone = found.not_established[0].market_id
    assert story(corpus, gone).sentences[-1] == "The 2018 edition is not verified as complete."
    assert set(history(corpus).markets["status"]) == {"listed", "unknown"}
