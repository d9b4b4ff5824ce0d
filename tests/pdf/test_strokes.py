"""Thin horizontal strokes: broken ones joined, and which letters they underline."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.model import Box
from nrm.pdf.strokes import horizontal_strokes, underlines


def stroke(x0: float, x1: float, top: float = 102.0, thickness: float = 0.6) -> Box:
    return Box(x0, top, x1, top + thickness)


@pytest.mark.parametrize(
    ("boxes", "joined"),
    [
        ([stroke(72, 100)], [(72, 100)]),
        ([stroke(72, 100), stroke(101, 130)], [(72, 130)]),
        ([stroke(101, 130), stroke(72, 100)], [(72, 130)]),
        ([stroke(72, 100), stroke(100, 130)], [(72, 130)]),
        ([stroke(72, 100), stroke(98.5, 130)], [(72, 130)]),
        ([stroke(72, 100), stroke(103, 130), stroke(133, 150)], [(72, 150)]),
        ([stroke(72, 100), stroke(104, 130)], [(72, 100), (104, 130)]),
        ([stroke(72, 130), stroke(80, 100)], [(72, 130)]),
        ([stroke(72, 100), stroke(101, 130, top=114.0)], [(72, 100), (101, 130)]),
        ([stroke(72, 100), stroke(72, 100)], [(72, 100)]),
        ([stroke(72, 73)], []),
        ([stroke(72, 100, thickness=5.0)], []),
        ([], []),
    ],
    ids=[
        "one",
        "a descender's gap",
        "drawn in any order",
        "touching",
        "overlapping",
        "in three parts",
        "a wide gap",
        "one within another",
        "on two lines",
        "twice the same",
        "a dot",
        "a box",
        "none",
    ],
)
def test_strokes_in_line_with_each_other_are_joined(boxes: list[Box], joined: list[tuple[float, float]]) -> None:
    assert [(b.x0, b.x1) for b in horizontal_strokes(boxes)] == joined


STROKES = st.builds(stroke, st.floats(0, 300), st.floats(303, 600), st.sampled_from([100.0, 114.4, 128.8]))


@given(st.lists(STROKES, max_size=8))
def test_joining_loses_no_ink_and_is_done_after_once(boxes: list[Box]) -> None:
    joined = horizontal_strokes(boxes)
    for box in boxes:
        assert any(j.x0 <= box.x0 and box.x1 <= j.x1 and abs(j.top - box.top) <= 1 for j in joined)
    assert horizontal_strokes(joined) == joined


@pytest.mark.parametrize(
    ("top", "answer"),
    [(99.0, True), (101.0, True), (104.0, True), (110.0, False), (94.0, False), (88.0, False)],
    ids=["on the baseline", "below it", "at the descender", "next line's", "through the letters", "above them"],
)
def test_an_underline_stands_just_below_the_baseline(top: float, answer: bool) -> None:
    assert underlines(stroke(72, 100, top), 100.0, 12.0, 72.0, 78.0) is answer


@pytest.mark.parametrize(
    ("x0", "x1", "answer"), [(72, 78, True), (96, 102, True), (98, 104, False), (60, 66, False), (68, 75, True)]
)
def test_a_letter_is_underlined_where_its_middle_is(x0: float, x1: float, answer: bool) -> None:
    assert underlines(stroke(72, 100), 100.0, 12.0, x0, x1) is answer
