"""The question that started it: one market on the lists of 2010 and 2011, away for four editions, back in 2016."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from nrm.analysis.diff import diff
from nrm.analysis.story import story
from nrm.cli.app import app
from nrm.corpus import Corpus, load
from nrm.model import Report
from nrm.stages.assemble import assemble


@pytest.fixture(scope="module")
def without_2013(sample_reports: tuple[Report, ...]) -> Corpus:
    """The corpus of the sample editions but for the one of 2013, without the mentions, which say nothing here."""
    kept = [report for report in sample_reports if report.edition.list_year != 2013]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("nrm.stages.assemble.mentions_in", lambda *args, **named: ())
        return Corpus.of(assemble(kept).frames, sample=True)


def test_show_tells_the_story(sample_build: Path) -> None:
    shown = CliRunner().invoke(app, ["show", "taobao", "--build", str(sample_build)])
    assert shown.exit_code == 0
    assert "On the lists of 2010 and 2011" in shown.output
    assert "Absent from four editions (2012–2015), relisted in 2016." in shown.output


def test_diff_says_relisted_and_not_new(sample_build: Path) -> None:
    shown = CliRunner().invoke(app, ["diff", "2015", "2016", "--build", str(sample_build)])
    assert shown.exit_code == 1
    (line,) = [line for line in shown.output.splitlines() if "Taobao" in line]
    assert "after four editions (2012–2015), last listed in 2011" in line
    found = diff(load(sample_build), 2015, 2016)
    assert "taobao" in {row.market_id for row in found.relisted}
    assert "taobao" not in {row.market_id for row in found.added}


def test_what_a_missing_edition_leaves_open_is_said(without_2013: Corpus) -> None:
    told = story(without_2013, "taobao")
    assert dict(told.states)[2013] == "unknown"
    assert "Absent from three editions (2012, 2014 and 2015), not established for 2013" in " ".join(told.sentences)
    assert "The 2013 edition is not in the corpus." in told.sentences
    (row,) = [row for row in diff(without_2013, 2015, 2016).relisted if row.market_id == "taobao"]
    assert (row.gap, row.last_list_year, row.unknown_years) == (3, 2011, (2013,))


def test_no_removal_is_counted_from_a_missing_edition(without_2013: Corpus) -> None:
    events = without_2013.events
    assert not ((events["list_year"] == 2013) & (events["event"] == "delisted")).any()
    from_before = events[(events["list_year"] == 2014) & (events["event"] == "listed")]
    assert not from_before["established"].any()


def test_coverage_is_complete_within_the_samples(sample_build: Path) -> None:
    held = [row for row in load(sample_build).rows("editions") if row["source_sha256"]]
    assert {row["list_year"]: row["status"] for row in held} == dict.fromkeys(range(2010, 2025), "verified")
    assert {(row["coverage_online"], row["coverage_physical"]) for row in held} == {("complete", "complete")}
