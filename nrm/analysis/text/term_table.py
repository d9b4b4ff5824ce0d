"""Frequencies of a part of the corpus, as a person asks for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

from nrm.analysis import cells
from nrm.analysis.coverage import Coverage
from nrm.analysis.text.asked_terms import asked_terms
from nrm.analysis.text.coverage import text_coverage
from nrm.analysis.text.folded import folded, folding_of
from nrm.analysis.text.frequencies import Term, frequencies
from nrm.analysis.text.groups import By, groups
from nrm.analysis.text.part import Part
from nrm.analysis.text.passages import text_passages
from nrm.analysis.text.term_counts import Wanted


@dataclass(frozen=True, slots=True)
class TermTable:
    """The rows, the words of each group, and what each edition can prove."""

    rows: tuple[Term, ...]
    words: Mapping[str, int]
    coverage: Mapping[int, Coverage]


def term_table(
    corpus: cells.Corpus,
    part: Part,
    *,
    asked: Sequence[str] = (),
    by: By | None = None,
    wanted: Wanted = Wanted(),  # noqa: B008 -- frozen
    in_force: Collection[str] | None = None,
    most: int | None = None,
) -> TermTable:
    """The commonest terms of a part, or those that are `asked` for, in all of it or by groups.

    First and last appearance leave the part's years out of account: they tell of all editions.
    Raises `BadQuery` for a term without a word.
    """
    everywhen = text_passages(corpus, replace(part, years=frozenset()))
    text = folded(everywhen, folding_of(everywhen, in_force, asked))
    chosen = [n for n, one in enumerate(everywhen) if not part.years or one.list_year in part.years]
    of = {"": chosen}
    if by is not None:
        grouped = groups([everywhen[n] for n in chosen], by)
        of = {name: [chosen[n] for n in indexes] for name, indexes in grouped.items()}
    coverage = text_coverage(corpus)
    rows = list(asked_terms(text, of, coverage, asked)) if asked else frequencies(text, of, coverage, wanted, most)
    words = {name: sum(len(text.words[n]) for n in indexes) for name, indexes in of.items()}
    return TermTable(tuple(rows), words, coverage)
