"""What sets the wording of one part of the corpus apart from that of another."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np

from nrm.analysis import cells
from nrm.analysis.text.coded import coded, inside
from nrm.analysis.text.folded import folded, folding_of
from nrm.analysis.text.frequencies import PER
from nrm.analysis.text.keyness_measures import Correction, adjusted, g2, log_ratio, log_ratio_interval, p_value
from nrm.analysis.text.passages import text_passages
from nrm.analysis.text.sides import two_sides
from nrm.analysis.text.term_counts import TermCounts, Wanted
from nrm.errors import BadQuery


@dataclass(frozen=True, slots=True)
class Keyword:
    """A term in both parts: how often, in how many passages, and the measures of `keyness_measures`.

    `log_ratio` is positive where the term is more frequent in the first part; `p_adjusted` is
    corrected for the number of terms compared.
    """

    term: str
    size: int
    count_a: int
    count_b: int
    per_10000_a: float
    per_10000_b: float
    passages_a: int
    passages_b: int
    g2: float
    log_ratio: float
    log_ratio_low: float
    log_ratio_high: float
    p: float
    p_adjusted: float


class Counted(NamedTuple):
    """What is counted of a term, before anything is measured."""

    term: str
    size: int
    count_a: int
    count_b: int
    passages_a: int
    passages_b: int


@dataclass(frozen=True, slots=True)
class Keyness:
    """The terms compared, highest G² first, and the size of both parts."""

    a: str
    b: str
    words_a: int
    words_b: int
    passages_a: int
    passages_b: int
    keywords: tuple[Keyword, ...]


def keyness(
    corpus: cells.Corpus,
    a: str,
    b: str,
    *,
    wanted: Wanted = Wanted(sizes=(1,), min_count=5),  # noqa: B008 -- frozen
    in_force: Collection[str] | None = None,
    correction: Correction = "bh",
) -> Keyness:
    """Compare the terms of two parts, such as "2010-2013" and "2024+online" (see `sides.side`).

    Terms rarer than `wanted.min_count` in both parts together are not compared. Terms of different
    sizes are corrected together. The measures treat words as drawn one by one, as they always do;
    words that come in clusters look surer than they are, which the number of passages shows. Raises
    `BadQuery` for parts that overlap, hold nothing or are not understood.
    """
    passages = text_passages(corpus)
    first, second = two_sides(corpus, passages, a, b)
    text = folded(passages, folding_of(passages, in_force))
    numbers = coded(text)
    sides = inside(numbers, first), inside(numbers, second)
    words = [int(marks[numbers.passage].sum()) for marks in sides]
    for side, number in zip((a, b), words, strict=True):
        if not number:
            raise BadQuery(f"there is no word in {side!r}")
    rows: list[Counted] = []
    for size in wanted.sizes:
        counts = TermCounts(numbers, size)
        in_a, in_b = (counts.occurrences(marks) for marks in sides)
        units_a, units_b = (counts.units(marks, np.arange(len(passages))) for marks in sides)
        for term in np.flatnonzero(counts.kept(text.folding, wanted) & (in_a + in_b >= max(1, wanted.min_count))):
            a_and_b = int(in_a[term]), int(in_b[term])
            rows.append(Counted(counts.name(int(term)), size, *a_and_b, int(units_a[term]), int(units_b[term])))
    return Keyness(a, b, words[0], words[1], len(first), len(second), _keywords(rows, words, correction))


def _keywords(rows: list[Counted], words: list[int], correction: Correction) -> tuple[Keyword, ...]:
    likelihoods = [g2(a, b, *words) for _, _, a, b, _, _ in rows]
    p_values = [p_value(value) for value in likelihoods]
    found = []
    for row, likelihood, p, corrected in zip(rows, likelihoods, p_values, adjusted(p_values, correction), strict=True):
        term, size, a, b, passages_a, passages_b = row
        low, high = log_ratio_interval(a, b, *words)
        found.append(
            Keyword(
                term=term,
                size=size,
                count_a=a,
                count_b=b,
                per_10000_a=PER * a / words[0],
                per_10000_b=PER * b / words[1],
                passages_a=passages_a,
                passages_b=passages_b,
                g2=likelihood,
                log_ratio=log_ratio(a, b, *words),
                log_ratio_low=low,
                log_ratio_high=high,
                p=p,
                p_adjusted=corrected,
            )
        )
    return tuple(sorted(found, key=lambda row: (-row.g2, row.term)))
