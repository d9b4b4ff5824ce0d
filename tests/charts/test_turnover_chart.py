from __future__ import annotations

import math

import pytest

from nrm.charts.turnover_chart import turnover, turnover_table
from tests.analysis.tables import Tables
from tests.charts.drawn import boxes, line


def rates(corpus: Tables, kind: str) -> list[float]:
    return line(turnover(corpus), f"turnover-{kind}")[1]


def test_points_are_the_rates_of_the_table(corpus: Tables) -> None:
    table = turnover_table(corpus)
    known = table.loc[table["kind"] == "physical", "turnover_rate"].tolist()[1:]
    assert rates(corpus, "physical")[1:] == pytest.approx(known)
    # In 2016 one of two online markets went and two came.
    assert rates(corpus, "online")[-1] == pytest.approx(3 / 3)


def test_what_cannot_be_computed_breaks_the_line(holes: Tables) -> None:
    assert [math.isnan(y) for y in rates(holes, "online")] == [True, False, False, True, True, False, False]
    assert [math.isnan(y) for y in rates(holes, "physical")] == [True, False, False, True, True, True, True]
    assert "unknown" in boxes(turnover(holes), "")


def test_an_edition_that_cannot_say_has_a_question_mark(holes: Tables) -> None:
    marks = {text.get_gid() for text in turnover(holes).texts if text.get_text() == "?"}
    assert marks == {f"unknown-online-{place}" for place in (0, 4)} | {f"unknown-physical-{n}" for n in (0, 4, 5, 6)}
