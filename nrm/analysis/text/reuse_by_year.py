"""Reuse of wording over the years: all entries of an edition together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from nrm.analysis.text.reuse import Reuse


@dataclass(frozen=True, slots=True)
class ReuseOfYear:
    """The entries of an edition against the edition before (`old_year`).

    `compared` entries are on both lists, `new` ones are not on the one before, of the rest it is
    `not_established`. `words` and `carried` are those of the compared ones, `share` their ratio,
    `median_share` the median of the entries' shares; unknown where none is compared. An entry on
    two markets counts once.
    """

    list_year: int
    old_year: int | None
    compared: int
    new: int
    not_established: int
    words: int
    carried: int
    share: float | None
    median_share: float | None


def reuse_by_year(rows: Iterable[Reuse]) -> list[ReuseOfYear]:
    """A row for each edition, oldest first."""
    by_year: dict[int, list[Reuse]] = defaultdict(list)
    for row in rows:
        by_year[row.list_year].append(row)
    return [_of_year(year, by_year[year]) for year in sorted(by_year)]


def _of_year(year: int, rows: list[Reuse]) -> ReuseOfYear:
    compared = {row.entry_id: row for row in rows if row.status == "compared"}
    new = {row.entry_id for row in rows if row.status == "not listed before"} - compared.keys()
    unknown = {row.entry_id for row in rows if row.status == "not established"} - compared.keys() - new
    words = sum(row.words for row in compared.values())
    carried = sum(row.carried or 0 for row in compared.values())
    shares = [row.share for row in compared.values() if row.share is not None]
    return ReuseOfYear(
        list_year=year,
        old_year=rows[0].old_year,
        compared=len(compared),
        new=len(new),
        not_established=len(unknown),
        words=words,
        carried=carried,
        share=carried / words if words else None,
        median_share=median(shares) if shares else None,
    )
