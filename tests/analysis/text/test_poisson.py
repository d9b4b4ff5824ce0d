from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.special import gammainc
from scipy.stats import chi2, poisson

from nrm.analysis.text.poisson import lower_gamma, poisson_interval


@given(count=st.integers(0, 20_000), confidence=st.sampled_from([0.5, 0.8, 0.9, 0.95, 0.99, 0.999]))
@settings(deadline=None, max_examples=60)
def test_limits_are_those_of_scipy(count: int, confidence: float) -> None:
    lower, upper = poisson_interval(count, confidence)
    tail = (1 - confidence) / 2
    assert lower == pytest.approx(chi2.ppf(tail, 2 * count) / 2 if count else 0, rel=1e-9)
    assert upper == pytest.approx(chi2.ppf(1 - tail, 2 * count + 2) / 2, rel=1e-9)


@pytest.mark.parametrize("count", [1, 2, 7, 40, 300])
def test_the_tails_have_the_probability_that_the_confidence_leaves(count: int) -> None:
    lower, upper = poisson_interval(count)
    assert poisson.sf(count - 1, lower) == pytest.approx(0.025)
    assert poisson.cdf(count, upper) == pytest.approx(0.025)


def test_table_of_garwood() -> None:
    assert [round(limit, 2) for limit in poisson_interval(1)] == [0.03, 5.57]
    assert [round(limit, 2) for limit in poisson_interval(20)] == [12.22, 30.89]


@given(shape=st.floats(0.1, 5000), x=st.floats(0, 6000))
def test_the_incomplete_gamma_function_is_that_of_scipy(shape: float, x: float) -> None:
    assert math.isclose(lower_gamma(shape, x), gammainc(shape, x), rel_tol=1e-8, abs_tol=1e-11)


@pytest.mark.parametrize(("count", "confidence"), [(-1, 0.95), (3, 1.0), (3, 0.0)])
def test_what_has_no_interval_is_refused(count: int, confidence: float) -> None:
    with pytest.raises(ValueError, match="no interval"):
        poisson_interval(count, confidence)
