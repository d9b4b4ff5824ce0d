"""The exact confidence interval of a Poisson count.

For a count k the limits are the rates at which a count of k or more, and one of k or less, has the
probability α/2 (F. Garwood, "Fiducial Limits for the Poisson Distribution", Biometrika 28, 1936,
437-442); they are half the chi-squared quantiles with 2k and 2k + 2 degrees of freedom. The incomplete
gamma function that this needs is computed as in Press et al., "Numerical Recipes" (3rd ed., 2007),
6.2, by its series or by Lentz's continued fraction. Written here because SciPy, which has it, would
be by far the largest package that nrm needs, for this function alone; the tests compare the two.
"""

from __future__ import annotations

import math
from functools import cache

_PRECISION = 1e-14
_TINY = 1e-300
_STEPS = 200


@cache
def poisson_interval(count: int, confidence: float = 0.95) -> tuple[float, float]:
    """Lower and upper limit of the expected number of events, of which `count` were seen.

    Raises `ValueError` for a count below 0 and a confidence that is not between 0 and 1.

    >>> [round(limit, 4) for limit in poisson_interval(0)], [round(limit, 4) for limit in poisson_interval(10)]
    ([0.0, 3.6889], [4.7954, 18.3904])
    """
    if count < 0 or not 0 < confidence < 1:
        raise ValueError(f"no interval for a count of {count} with confidence {confidence}")
    tail = (1 - confidence) / 2
    lower = 0.0 if count == 0 else _rate(count, tail)
    return lower, _rate(count + 1, 1 - tail)


def _rate(shape: int, probability: float) -> float:
    """The x at which the regularised lower incomplete gamma function P(shape, x) is `probability`.

    Bisection between limits that are doubled until they hold it: slow, and sure for every count.
    """
    low, high = 0.0, float(shape)
    while lower_gamma(shape, high) < probability:
        low, high = high, 2 * high
    for _ in range(_STEPS):
        middle = (low + high) / 2
        if middle in (low, high):
            break
        if lower_gamma(shape, middle) < probability:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def lower_gamma(shape: float, x: float) -> float:
    """The regularised lower incomplete gamma function P(shape, x), for a shape above 0 and x of 0 or more."""
    if x <= 0:
        return 0.0
    factor = math.exp(shape * math.log(x) - x - math.lgamma(shape))
    return factor * _series(shape, x) if x < shape + 1 else 1 - factor * _fraction(shape, x)


def _series(shape: float, x: float) -> float:
    term = total = 1 / shape
    while term > total * _PRECISION:
        shape += 1
        term *= x / shape
        total += term
    return total


def _fraction(shape: float, x: float) -> float:
    b = x + 1 - shape
    c, d = 1 / _TINY, 1 / b
    value, change, step = d, 0.0, 0
    while abs(change - 1) > _PRECISION:
        step += 1
        a = -step * (step - shape)
        b += 2
        d = a * d + b
        d = 1 / (d if abs(d) > _TINY else _TINY)
        c = b + a / c
        c = c if abs(c) > _TINY else _TINY
        change = c * d
        value *= change
    return value
