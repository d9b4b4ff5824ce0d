"""The first and the last edition in which something stands, and whether that is established."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass

from nrm.analysis.coverage import Coverage


@dataclass(frozen=True, slots=True)
class Appearance:
    """First and last list year (`None` where there is none), each with whether it is established.

    A first year is established where editions before it are known, and all of them prove that it is
    not there; a last year where the same is true of editions after it. What stands in the first
    edition of all may be older, and what stands in the newest may go on.
    """

    first_year: int | None
    first_established: bool
    last_year: int | None
    last_established: bool


def appearance(years: Collection[int], coverage: Mapping[int, Coverage]) -> Appearance:
    """When something appeared that stands in these editions; `coverage` has every edition of the manifest.

    >>> appearance({2012, 2013}, {2011: "complete", 2012: "complete", 2013: "complete", 2014: "missing"})
    Appearance(first_year=2012, first_established=True, last_year=2013, last_established=False)
    """
    if not years:
        return Appearance(None, False, None, False)
    first, last = min(years), max(years)
    before = [known for year, known in coverage.items() if year < first]
    after = [known for year, known in coverage.items() if year > last]
    return Appearance(
        first,
        bool(before) and all(known == "complete" for known in before),
        last,
        bool(after) and all(known == "complete" for known in after),
    )
