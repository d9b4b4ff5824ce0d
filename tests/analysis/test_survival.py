from __future__ import annotations

import warnings

import numpy as np
import pytest
from hypothesis import given, reject, settings
from hypothesis import strategies as st

from nrm.analysis.survival import kaplan_meier, median_survival
from nrm.errors import BadTable

SPELLS = st.lists(
    st.tuples(st.integers(0, 5), st.integers(1, 10), st.booleans()).map(
        lambda spell: (spell[0], spell[0] + spell[1], spell[2])
    ),
    min_size=1,
    max_size=40,
)


def test_an_example_by_hand() -> None:
    # Five spells: ends at 1 and 3, censored at 2, 3 and 4.
    curve = kaplan_meier([1, 2, 3, 3, 4], [True, False, True, False, False])
    assert list(curve["time"]) == [0, 1, 2, 3, 4]
    assert list(curve["at_risk"]) == [5, 5, 4, 3, 1]
    assert list(curve["events"]) == [0, 1, 0, 1, 0]
    assert list(curve["censored"]) == [0, 0, 1, 1, 1]
    assert list(curve["survival"]) == pytest.approx([1, 4 / 5, 4 / 5, 8 / 15, 8 / 15])
    # Greenwood: S² (1/(5·4) + 1/(3·2))
    assert curve["std_error"].iloc[-1] == pytest.approx(8 / 15 * (1 / 20 + 1 / 6) ** 0.5)


@settings(max_examples=30, deadline=None)
@given(SPELLS, st.booleans())
def test_it_agrees_with_lifelines(spells: list[tuple[int, int, bool]], late: bool) -> None:
    from lifelines import KaplanMeierFitter
    from lifelines.exceptions import StatError

    entry, time, event = (list(column) for column in zip(*spells, strict=True))
    if not late:
        entry = [0] * len(time)
    curve = kaplan_meier(time, event, entry).set_index("time")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            fitted = KaplanMeierFitter().fit(time, event, entry=entry if late else None)
        except StatError:
            # It refuses spells that leave an early moment without anybody at risk.
            reject()
    theirs = fitted.survival_function_["KM_estimate"]
    bounds = fitted.confidence_interval_
    for moment in curve.index[1:]:
        if not curve.loc[moment, "events"] or curve.loc[moment, "survival"] in (0, 1):
            continue
        assert curve.loc[moment, "survival"] == pytest.approx(theirs.loc[moment])
        low, high = bounds.loc[moment]
        assert curve.loc[moment, "lower"] == pytest.approx(low)
        assert curve.loc[moment, "upper"] == pytest.approx(high)


@given(SPELLS)
def test_a_curve_falls_from_one_within_its_interval(spells: list[tuple[int, int, bool]]) -> None:
    entry, time, event = (list(column) for column in zip(*spells, strict=True))
    curve = kaplan_meier(time, event, entry)
    assert curve["survival"].iloc[0] == 1
    assert (np.diff(curve["survival"]) <= 1e-12).all()
    assert (curve["lower"] <= curve["survival"] + 1e-12).all()
    assert (curve["survival"] <= curve["upper"] + 1e-12).all()
    assert curve["events"].sum() == sum(event)
    assert curve["censored"].sum() == len(event) - sum(event)


def test_a_wider_level_gives_a_wider_interval() -> None:
    narrow, wide = (kaplan_meier([1, 2, 3], [True, True, False], level=level) for level in (0.8, 0.99))
    assert wide["lower"].iloc[1] < narrow["lower"].iloc[1]


def test_no_spells_make_a_curve_of_its_start_only() -> None:
    curve = kaplan_meier([], [])
    assert curve["survival"].tolist() == [1.0]
    assert median_survival(curve) is None


def test_the_median_is_the_first_time_at_or_below_one_half() -> None:
    assert median_survival(kaplan_meier([1, 2, 3, 4], [True] * 4)) == 2
    assert median_survival(kaplan_meier([1, 2, 3, 4], [True, False, False, False])) is None


@pytest.mark.parametrize(
    ("time", "event", "entry"),
    [([0], [True], None), ([-1], [True], None), ([np.nan], [True], None), ([2], [True], [2]), ([1, 2], [True], None)],
)
def test_durations_that_make_no_sense_are_errors(
    time: list[float], event: list[bool], entry: list[float] | None
) -> None:
    with pytest.raises(BadTable, match="survival"):
        kaplan_meier(time, event, entry)


def test_a_level_that_is_no_share_is_an_error() -> None:
    with pytest.raises(BadTable, match="95"):
        kaplan_meier([1], [True], level=95)
