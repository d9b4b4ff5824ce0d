"""Spells as durations for a survival analysis, and the curves by kind and by cohort.

What is known and what is not:

- A spell that began in the corpus's first edition, or after an edition that cannot say, has no
  known beginning (left truncation by an unknown amount). It is left out, or taken to begin with the
  first edition that lists it where the question is "how long since then".
- A spell without a known end is censored. Of n editions in a row only n − 1 were seen to be followed
  by another listing, so that in editions it is censored at n − 1: whether the n-th was its last, no
  edition has shown. In days it is censored at the publication of the last edition that lists it.
- The end lies between two editions (interval censoring). In editions nothing is lost: a spell of n
  editions ended at n. In days it is placed at the publication of the first edition without the
  market ("next": the day on which it was seen to be gone, the upper bound), of the last one with it
  ("last": the lower bound), or half-way ("middle").
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Literal

import pandas as pd

from nrm.analysis import cells
from nrm.analysis.dtypes import NUMBER, TEXT, TRUTH, WHOLE, category, typed
from nrm.analysis.history import History
from nrm.analysis.survival import kaplan_meier
from nrm.errors import BadTable

Unit = Literal["editions", "days"]
End = Literal["next", "last", "middle"]
By = Literal["kind", "cohort"]


def spell_durations(
    history: History,
    *,
    unit: Unit = "editions",
    spells: Literal["first", "all"] = "first",
    left_truncated: Literal["leave out", "from first listing"] = "leave out",
    end: End = "next",
    cohort_years: int = 5,
) -> pd.DataFrame:
    """One row per spell that can be used, by market and spell.

    Columns: market_id, spell, kind, cohort (the list years, `cohort_years` at a time, in which it
    began, such as `2015–2019`), time (in `unit`), event (whether the end is known). By default only
    the first spell of each market is taken, because Greenwood's variance supposes that spells are
    independent. In days, `end` says where between two publications an end is placed, and a spell
    for which a day of publication is unknown is left out; so is, in either unit, a censored spell
    of one edition, which was observed for no time. `.attrs["left_out"]` counts what was left out, by reason.
    """
    if cohort_years < 1:
        raise BadTable(f"survival: cohorts must span at least one year, not {cohort_years}")
    kinds = dict(zip(history.markets["market_id"], history.markets["kind"], strict=True))
    base = history.presence.years[0] if history.presence.years else 0
    left_out = {"later spell": 0, "no known beginning": 0, "no day of publication": 0, "not observed": 0}
    rows: list[dict[str, object]] = []
    for row in history.spells.to_dict("records"):
        if spells == "first" and row["spell"] > 1:
            left_out["later spell"] += 1
        elif not row["start_established"] and left_truncated == "leave out":
            left_out["no known beginning"] += 1
        else:
            ended = bool(row["end_established"])
            time = row["editions"] - (not ended) if unit == "editions" else _days(row, ended, end)
            if cells.unknown(time):
                left_out["no day of publication"] += 1
            elif time == 0:
                left_out["not observed"] += 1
            else:
                first = int(row["first_year"])
                opening = first - (first - base) % cohort_years
                rows.append(
                    {
                        "market_id": row["market_id"],
                        "spell": row["spell"],
                        "kind": kinds[row["market_id"]],
                        "cohort": f"{opening}–{opening + cohort_years - 1}",
                        "time": time,
                        "event": ended,
                    }
                )
    dtypes = {"market_id": TEXT, "spell": WHOLE, "kind": category("kind"), "cohort": TEXT}
    durations = typed(rows, dtypes | {"time": NUMBER, "event": TRUTH})
    durations.attrs["left_out"] = left_out
    return durations


def survival_curves(durations: pd.DataFrame, by: Sequence[By] = (), *, level: float = 0.95) -> pd.DataFrame:
    """Kaplan–Meier curves of `spell_durations`, one per group: the groups' columns and the curve's.

    See `nrm.analysis.survival` for the formulae and the columns. Raises `BadTable` for another `by`.
    """
    if set(by) - {"kind", "cohort"}:
        raise BadTable(f"survival: group by kind or cohort, not {', '.join(by)}")
    if not by:
        return kaplan_meier(list(durations["time"]), list(durations["event"]), level=level)
    curves = []
    for key, group in durations.groupby(list(by), observed=True, sort=True):
        curve = kaplan_meier(list(group["time"]), list(group["event"]), level=level)
        columns = [*by, *curve.columns]
        for name, value in zip(by, key, strict=True):
            curve[name] = str(value)
        curves.append(curve[columns])
    empty = kaplan_meier([], [], level=level).iloc[:0]
    return pd.concat(curves, ignore_index=True) if curves else empty


def _days(row: Mapping[Any, Any], ended: bool, end: End) -> Any:
    lower, upper = row["days_listed_min"], row["days_listed_max"]
    if not ended or end == "last":
        return lower
    if end == "next" or cells.unknown(lower) or cells.unknown(upper):
        return upper
    return (lower + upper) / 2
