from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from nrm.analysis.durations import spell_durations, survival_curves
from nrm.analysis.history import history
from nrm.errors import BadTable
from tests.analysis.tables import SHOP, Tables, tables


def found(corpus: Tables, **options: Any) -> dict[tuple[str, int], tuple[float, bool]]:
    frame = spell_durations(history(corpus), **options)
    keys = zip(frame["market_id"], frame["spell"], strict=True)
    return dict(zip(keys, zip(frame["time"], frame["event"], strict=True), strict=True))


@pytest.fixture
def corpus() -> Tables:
    return tables(
        {"old": "##.....", "shop": ".##..#.", "new": ".....##", "bazaar": "..####."}, kinds={"bazaar": "physical"}
    )


def test_first_spells_with_a_known_beginning(corpus: Tables) -> None:
    assert found(corpus) == {("shop", 1): (2, True), ("new", 1): (1, False), ("bazaar", 1): (4, True)}
    assert spell_durations(history(corpus)).attrs["left_out"] == {
        "later spell": 1,
        "no known beginning": 1,
        "no day of publication": 0,
        "not observed": 0,
    }


def test_all_spells_and_those_without_a_known_beginning(corpus: Tables) -> None:
    assert found(corpus, spells="all", left_truncated="from first listing") == {
        ("old", 1): (2, True),
        ("shop", 1): (2, True),
        ("shop", 2): (1, True),
        ("new", 1): (1, False),
        ("bazaar", 1): (4, True),
    }


def test_an_edition_that_cannot_say_censors_and_hides_a_beginning() -> None:
    holes = tables({"a": ".##.##.", "b": "..#....", "c": "....##."}, missing=[2013])
    assert found(holes, spells="all") == {("a", 1): (1, False)}


@pytest.mark.parametrize(("end", "days"), [("last", 359), ("next", 785), ("middle", 572)])
def test_an_end_lies_between_two_publications(end: str, days: float) -> None:
    corpus = tables({"shop": ".##...."})
    assert found(corpus, unit="days", end=end) == {("shop", 1): (days, True)}


def test_what_was_observed_for_no_time_is_left_out() -> None:
    corpus = tables({"new": "......#", "newer": ".....##"})
    assert found(corpus, unit="days") == {("newer", 1): (370, False)}
    assert found(corpus) == {("newer", 1): (1, False)}
    assert spell_durations(history(corpus)).attrs["left_out"]["not observed"] == 1


def test_without_days_of_publication_there_are_no_days() -> None:
    corpus = tables({"shop": ".##...."})
    corpus.editions["published"] = pd.NaT
    frame = spell_durations(history(corpus), unit="days")
    assert (len(frame), frame.attrs["left_out"]["no day of publication"]) == (0, 1)


def test_curves_by_kind(corpus: Tables) -> None:
    curves = survival_curves(spell_durations(history(corpus)), by=["kind"])
    online = curves[curves["kind"] == "online"]
    assert online["survival"].tolist() == [1, 1, 0]
    assert curves[curves["kind"] == "physical"]["time"].tolist() == [0, 4]


def test_cohorts_are_runs_of_list_years(corpus: Tables) -> None:
    frame = spell_durations(history(corpus), cohort_years=3)
    cohorts = dict(zip(frame["market_id"], frame["cohort"], strict=True))
    assert cohorts == {"shop": "2010–2012", "bazaar": "2010–2012", "new": "2013–2015"}
    curves = survival_curves(frame, by=["cohort"])
    assert curves["cohort"].unique().tolist() == ["2010–2012", "2013–2015"]


def test_one_curve_for_all(corpus: Tables) -> None:
    curve = survival_curves(spell_durations(history(corpus)))
    assert curve["at_risk"].tolist() == [3, 3, 2, 1]


def test_nothing_to_group_is_an_empty_table() -> None:
    assert survival_curves(spell_durations(history(tables({"shop": SHOP}))), by=["kind"]).empty


def test_other_groups_and_cohorts_are_errors(corpus: Tables) -> None:
    frame = spell_durations(history(corpus))
    with pytest.raises(BadTable, match="not country"):
        survival_curves(frame, by=["country"])  # type: ignore[list-item]
    with pytest.raises(BadTable, match="cohorts"):
        spell_durations(history(corpus), cohort_years=0)
