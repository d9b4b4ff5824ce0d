"""`make bench`: its figures know their targets; reading is measured on real files."""

from __future__ import annotations

from pathlib import Path

import pytest

from nrm.model import Report
from nrm.pdf.pdfium import compiled
from nrm.stages.assemble import assemble
from nrm.stages.discover import sample_files
from nrm.table_rows import check_references
from tools.bench.commands import python
from tools.bench.figures import Figure, median_of
from tools.bench.later_years import in_later_years
from tools.bench.reading import plumber_seconds, reading_figures
from tools.bench.scale import Step, reading_figures_at_scale, table_figures_at_scale


@pytest.mark.parametrize(
    ("bound", "value", "met"),
    [(">=", 31.0, True), (">=", 29.0, False), ("<=", 1.9, True), ("<=", 2.1, False), ("", 5.0, None)],
)
def test_a_figure_knows_whether_its_target_is_met(bound: str, value: float, met: bool | None) -> None:
    target = 30.0 if bound == ">=" else 2.0
    assert Figure("a", "b", value, "s", bound, target).met is met  # type: ignore[arg-type]


def test_calls_are_timed_in_turns() -> None:
    called: list[str] = []
    taken = median_of(3, lambda: called.append("a"), lambda: called.append("b"))
    assert called == ["a", "b"] * 3
    assert all(0 <= one < 1 for one in taken)


def test_reading_is_compared_with_both_texts(tmp_path: Path) -> None:
    before = compiled.page_walk
    with sample_files() as files:
        slow = plumber_seconds(files[:1], 1)
        found = {figure.name: figure for figure in reading_figures(files[:1], "x", slow, times=1, targets=(30, 2.0))}
    assert found["pages"].value == 9
    faster = found["nrm, styled lines"].value / found["pdfplumber, plain text"].value
    assert found["nrm against pdfplumber's text"].value == pytest.approx(faster)
    assert found["the same, installed without a C compiler"].met is None
    assert compiled.page_walk is before


def test_scale_compares_the_end_with_500_pages() -> None:
    steps = [Step(100, 1.0, 90.0), Step(500, 5.0, 100.0), Step(1000, 11.0, 105.0)]
    found = {f.name: f.value for f in reading_figures_at_scale(steps)}
    assert found["most memory of a worker at 1,000 pages"] == 105.0
    assert found["time per page behind 500 pages against before"] == pytest.approx(1.2)
    assert found["memory against that at 500 pages"] == pytest.approx(1.05)
    tables = {f.name: f.value for f in table_figures_at_scale([Step(500, 2.0, 90.0), Step(5000, 22.0, 400.0)])}
    assert tables["time per page against that at 500 pages"] == pytest.approx(1.1)


def test_a_corpus_of_any_length_is_made_of_the_samples(sample_reports: tuple[Report, ...]) -> None:
    few = sample_reports[:2]
    longer = in_later_years(few, 3 * sum(report.edition.pages for report in few))
    assert [report.edition.list_year for report in longer] == [2010, 2011, 2012, 2013, 2014, 2015]
    assert longer[:2] == list(few)
    tables = assemble(longer).tables
    check_references(tables)
    again = [row["heading"] for row in tables["entries"] if row["list_year"] == 2014]
    assert again == [entry.heading for entry in few[0].entries]
    assert len(tables["listings"]) == 3 * len(assemble(few).tables["listings"])


def test_time_of_a_command_is_that_of_its_process() -> None:
    taken = python("-c", "sum(range(3_000_000))")
    assert 0 < taken.processor < 60
    assert taken.clock > 0
