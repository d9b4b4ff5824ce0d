"""How often words and runs of two or three words stand in the reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

from nrm.analysis.coverage import Coverage
from nrm.analysis.text.appearance import Appearance, appearance
from nrm.analysis.text.coded import Codes, Marks, coded, inside
from nrm.analysis.text.folded import FoldedText
from nrm.analysis.text.term_counts import TermCounts, Wanted, numbered

PER = 10_000
"""Relative frequencies are given per so many words."""


@dataclass(frozen=True, slots=True)
class Term:
    """How often a term stands in a group of passages.

    `words` are those of the group, `per_10000` is the frequency among them; `passages` and `entries`
    are those of the group that have it, `forms` its commonest spellings there. `appearance` is about
    all passages, whatever the group.
    """

    group: str
    term: str
    size: int
    count: int
    words: int
    per_10000: float
    passages: int
    entries: int
    appearance: Appearance
    forms: tuple[str, ...]

    def flat(self) -> dict[str, Any]:
        """The values by name, those of the appearance among them."""
        values: dict[str, Any] = asdict(self)
        appeared: dict[str, Any] = values.pop("appearance")
        return values | appeared


def frequencies(
    text: FoldedText,
    groups: Mapping[str, Sequence[int]],
    coverage: Mapping[int, Coverage],
    wanted: Wanted,
    most: int | None = None,
) -> list[Term]:
    """The terms of each group, the commonest first, then by the alphabet; at most `most` of a group.

    `groups` are indexes into the passages of the text, which may hold more than they: first and last
    appearance look at all of it. The smallest count is asked of all groups together.
    """
    numbers = coded(text)
    sides = {name: inside(numbers, indexes) for name, indexes in groups.items()}
    everywhere = np.logical_or.reduce(list(sides.values())) if sides else np.zeros(len(text.passages), dtype=bool)
    rows: dict[str, list[Term]] = {name: [] for name in groups}
    for size in wanted.sizes:
        counts = TermCounts(numbers, size)
        keep = counts.kept(text.folding, wanted) & (counts.occurrences(everywhere) >= wanted.min_count)
        of = _Rows(counts, coverage)
        for name, marks in sides.items():
            rows[name] += of.rows(name, marks, keep, most)
    return [
        row for found in rows.values() for row in sorted(found, key=lambda row: (-row.count, row.size, row.term))[:most]
    ]


class _Rows:
    """The rows of the terms of one size, group by group."""

    def __init__(self, counts: TermCounts, coverage: Mapping[int, Coverage]) -> None:
        self.counts = counts
        self.coverage = coverage
        passages = counts.text.passages
        self.years = sorted({passage.list_year for passage in passages})
        self.present = counts.presence(np.array([self.years.index(one.list_year) for one in passages], dtype=np.int64))
        self.entry = numbered(passage.entry_id for passage in passages)
        self.each: Codes = np.arange(len(passages))

    def rows(self, group: str, within: Marks, keep: Marks, most: int | None) -> list[Term]:
        counts = self.counts
        number = counts.occurrences(within)
        chosen = np.flatnonzero(keep & (number > 0))
        if most is not None and len(chosen) > most:
            # All that are as common as the last one: the alphabet decides among them later.
            least = np.partition(number[chosen], -most)[-most] if most else number.max(initial=0) + 1
            chosen = chosen[number[chosen] >= least]
        words = int(within[counts.text.passage].sum())
        passages, entries = counts.units(within, self.each), counts.units(within, self.entry)
        forms = counts.forms(chosen.tolist(), within)
        return [
            Term(
                group=group,
                term=counts.name(term),
                size=counts.grams.size,
                count=int(number[term]),
                words=words,
                per_10000=PER * int(number[term]) / words,
                passages=int(passages[term]),
                entries=int(entries[term]),
                appearance=appearance([self.years[n] for n in np.flatnonzero(self.present[term])], self.coverage),
                forms=forms[term],
            )
            for term in chosen.tolist()
        ]
