from __future__ import annotations

import pytest

from nrm.charts.survival_curve import survival_curve, survival_table
from nrm.errors import UnknownName
from tests.analysis.tables import SHOP, Tables, tables
from tests.charts.drawn import line, texts


@pytest.mark.parametrize("by", ["kind", "cohort"])
def test_curves_are_those_of_the_table(crowd: Tables, by: str) -> None:
    ax = survival_curve(crowd, by=by)  # type: ignore[arg-type]
    table = survival_table(crowd, by=by)  # type: ignore[arg-type]
    for group, curve in table.groupby(by):
        times, shares = line(ax, f"curve-{group}")
        assert times == pytest.approx(curve["time"].tolist())
        assert shares == pytest.approx(curve["survival"].tolist())


def test_censored_spells_have_ticks_and_the_numbers_at_risk_stand_below(corpus: Tables) -> None:
    ax = survival_curve(corpus)
    assert "at risk, physical" in texts(ax)
    ended_and_not = survival_curve(tables({"a": ".###...", "b": "...####"}))
    assert line(ended_and_not, "censored-online")[0] == [3]


def test_no_known_beginning_is_an_error() -> None:
    with pytest.raises(UnknownName, match="survival"):
        survival_curve(tables({"shop": SHOP}))


def test_a_name_stands_only_where_no_other_curve_runs_but_the_key_has_all() -> None:
    # Both kinds fall to one half; the physical ones are then out of sight, the online ones run on.
    marks = {"a": ".#.....", "b": ".######", "c": "......#"} | {"d": "....#..", "e": ".....##"}
    ax = survival_curve(tables(marks, kinds={"d": "physical", "e": "physical"}))
    assert "online markets" in texts(ax)
    assert "physical markets" not in texts(ax)
    assert {"at risk, online", "at risk, physical"} <= set(texts(ax))
    assert line(ax, "key-physical")[1] == [0, 0]
