r"""How long markets stay listed: the Kaplan–Meier estimator with Greenwood intervals.

At each time :math:`t_i` at which spells end, with :math:`n_i` spells at risk just before and
:math:`d_i` ends, the share still listed after :math:`t` is estimated as

.. math:: \hat S(t) = \prod_{t_i \le t} \left(1 - \frac{d_i}{n_i}\right)

(E. L. Kaplan and P. Meier, "Nonparametric Estimation from Incomplete Observations", Journal of the
American Statistical Association 53 (1958), 457–481), with Greenwood's variance

.. math:: \widehat{\mathrm{Var}}(\hat S(t)) = \hat S(t)^2 \sum_{t_i \le t} \frac{d_i}{n_i (n_i - d_i)}

(M. Greenwood, "The Natural Duration of Cancer", Reports on Public Health and Medical Subjects 33,
1926) and intervals on the scale :math:`\log(-\log S)`, which stay between 0 and 1 (J. D. Kalbfleisch
and R. L. Prentice, "The Statistical Analysis of Failure Time Data", Wiley 1980, section 1.3).

A spell that has no known end is censored; one that comes under observation late is at risk from
then on only (left truncation: :math:`n_i` counts spells with entry < :math:`t_i` ≤ time).
"""

from __future__ import annotations

from collections.abc import Sequence
from statistics import NormalDist

import numpy as np
import pandas as pd

from nrm.errors import BadTable

_COLUMNS = ("at_risk", "events", "censored", "survival", "std_error", "lower", "upper")


def kaplan_meier(
    time: Sequence[float],
    event: Sequence[bool],
    entry: Sequence[float] | None = None,
    *,
    level: float = 0.95,
) -> pd.DataFrame:
    """The estimate at time 0 and at each time at which a spell ends or is censored.

    `time` is how long each spell was observed, `event` whether it ended then (else it is censored),
    `entry` when it came under observation (0 where not given). Columns: time; at_risk, events and
    censored at that time; survival (just after it); std_error (Greenwood); lower and upper (bounds
    of the interval of `level`; not defined, and equal to the estimate, where it is 0 or 1). Raises
    `BadTable` for durations that are negative, unknown or not longer than the entry.
    """
    times = np.asarray(time, dtype=float)
    ended = np.asarray(event, dtype=bool)
    entries = np.zeros_like(times) if entry is None else np.asarray(entry, dtype=float)
    if not len(times) == len(ended) == len(entries):
        raise BadTable("survival: time, event and entry are not of the same length")
    # Written so that NaN fails too.
    if not bool(np.all((times > entries) & (entries >= 0))):
        raise BadTable("survival: every time must be known and later than its entry")
    if not 0 < level < 1:
        raise BadTable(f"survival: the level must lie between 0 and 1, not be {level}")
    grid = np.unique(times)
    at_risk = np.array([((entries < t) & (times >= t)).sum() for t in grid], dtype=int)
    events = np.array([((times == t) & ended).sum() for t in grid], dtype=int)
    censored = np.array([((times == t) & ~ended).sum() for t in grid], dtype=int)
    survival = np.cumprod(1 - events / at_risk) if len(grid) else np.array([])
    lower, upper, error = _greenwood(at_risk, events, survival, level)
    start = {"time": 0.0, "at_risk": int((entries == 0).sum()), "events": 0, "censored": 0}
    first = start | {"survival": 1.0, "std_error": 0.0, "lower": 1.0, "upper": 1.0}
    rest = pd.DataFrame(
        dict(
            zip(
                ("time", *_COLUMNS),
                (grid, at_risk, events, censored, survival, error, lower, upper),
                strict=True,
            )
        )
    )
    return pd.concat([pd.DataFrame([first]), rest], ignore_index=True) if len(grid) else pd.DataFrame([first])


def median_survival(curve: pd.DataFrame) -> float | None:
    """The first time at which the estimate is at most one half; `None` if it never is."""
    reached = curve.loc[curve["survival"] <= 0.5, "time"]
    return None if reached.empty else float(reached.iloc[0])


def _greenwood(
    at_risk: np.ndarray, events: np.ndarray, survival: np.ndarray, level: float
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Lower and upper bounds and standard errors."""
    lower, upper, error = survival.copy(), survival.copy(), np.zeros_like(survival)
    # Where nobody is left the sum has no value; the estimate is 0 there and carries no interval.
    inner = (survival > 0) & (survival < 1)
    left = np.where(at_risk > events, at_risk - events, 1)
    total = np.cumsum(events / (at_risk * left)) if len(survival) else survival
    error[inner] = survival[inner] * np.sqrt(total[inner])
    z = NormalDist().inv_cdf((1 + level) / 2)
    logs = np.log(survival[inner])
    spread = z * np.sqrt(total[inner]) / logs
    lower[inner] = np.exp(logs * np.exp(-spread))
    upper[inner] = np.exp(logs * np.exp(spread))
    return lower, upper, error
