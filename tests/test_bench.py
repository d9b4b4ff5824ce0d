"""`make bench`: its figures know their targets; reading is measured on real files."""

from __future__ import annotations

from pathlib import Path

import pytest

from nrm.stages.discover import sample_files
from tools.bench.figures import Figure, median_of
from tools.bench.reading import reading_figures
from tools.bench.scale import scale_figures


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
    with sample_files() as files:
        found = {figure.name: figure for figure in reading_figures(files[:1], "x", times=1, targets=(30, 2.0))}
    assert found["pages"].value == 9
    faster = found["nrm, styled lines"].value / found["pdfplumber, plain text"].value
    assert found["nrm against pdfplumber's text"].value == pytest.approx(faster)
    assert faster > 3


def test_scale_compares_the_end_with_500_pages() -> None:
    found = {f.name: f.value for f in scale_figures([(100, 1.0, 90.0), (500, 5.0, 100.0), (1000, 11.0, 105.0)])}
    assert found["most memory of a worker at 1,000 pages"] == 105.0
    assert found["time per page behind 500 pages against before"] == pytest.approx(1.2)
    assert found["memory against that at 500 pages"] == pytest.approx(1.05)
