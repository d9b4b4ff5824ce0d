"""A market's presence as a drawing in text and as sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from nrm.analysis.phrases import count, years
from nrm.analysis.presence import State

_MARKS: dict[State, str] = {"listed": "■", "absent": "·", "unknown": "?"}


def drawing(states: Sequence[tuple[int, State]]) -> str:
    """The list years and, under each, ■ listed, · not listed, ? not established.

    >>> print(drawing([(2010, "listed"), (2011, "absent"), (2012, "unknown")]))
    2010 2011 2012
     ■    ·    ?
    """
    heads = " ".join(str(year) for year, _ in states)
    marks = " ".join(_MARKS[state].center(len(str(year))) for year, state in states)
    return f"{heads}\n{marks}".rstrip()


def sentences(
    list_years: Sequence[int], states: Sequence[State], *, earlier_missing: Sequence[int] = ()
) -> tuple[str, ...]:
    """What a person would say: one sentence for each spell, for each gap, and for the end.

    `states` has a state for each of `list_years`; at least one is `listed`.
    """
    runs: list[tuple[State, list[int]]] = []
    for state, group in groupby(zip(list_years, states, strict=True), key=lambda pair: pair[1]):
        runs.append((state, [year for year, _ in group]))
    told: list[str] = []
    between: list[tuple[State, list[int]]] = []
    for state, run in runs:
        if state != "listed":
            between.append((state, run))
            continue
        told += _came(run, between, first=not told, since=list_years[0], earlier=earlier_missing)
        between = []
    return (*told, _end(between, newest=list_years[-1]))


def _came(
    run: list[int],
    before: list[tuple[State, list[int]]],
    *,
    first: bool,
    since: int,
    earlier: Sequence[int],
) -> list[str]:
    """The sentences for a spell and what lay before it."""
    absent = [year for state, group in before if state == "absent" for year in group]
    silent = [year for state, group in before if state == "unknown" for year in group]
    stayed = f"On the {'list' if len(run) == 1 else 'lists'} of {years(run)}."
    if first:
        if run[0] == since and not earlier:
            return [stayed[:-1] + f"; what came before {since} is unknown."]
        open_years = [*earlier, *silent]
        note = f"; not established for {years(open_years)}" if open_years else ""
        verb = "Listed" if open_years else "First listed"
        return [f"{verb} in {run[0]}{note}.", *([stayed] if len(run) > 1 else [])]
    not_known = f"not established for {years(silent)}"
    if not absent:
        told = f"{not_known.capitalize()}, listed again in {run[0]}."
    else:
        told = f"Absent from {count(len(absent), 'edition')} ({years(absent)})"
        told += f", {not_known}" if silent else ""
        certain = before[-1][0] == "absent"
        told += f", relisted in {run[0]}." if certain else f"; relisted, and on the list of {run[0]}."
    return [told, *([stayed] if len(run) > 1 else [])]


def _end(after: list[tuple[State, list[int]]], *, newest: int) -> str:
    """The sentence for what follows the last spell."""
    absent = [year for state, group in after if state == "absent" for year in group]
    silent = [year for state, group in after if state == "unknown" for year in group]
    if not after:
        return f"Listed in {newest}, the newest edition of the corpus."
    if not absent:
        return f"Not established for {years(silent)}, up to the newest edition of the corpus."
    note = f", not established for {years(silent)}" if silent else ""
    if after[0][0] == "absent":
        return f"Delisted in {absent[0]}; absent from {years(absent)}{note}."
    return f"Off the list by {absent[0]} at the latest; absent from {years(absent)}{note}."
