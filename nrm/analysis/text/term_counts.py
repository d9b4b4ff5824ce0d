"""Counting terms: occurrences, passages, entries and years, each for all terms of a size at once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from nrm.analysis.text.coded import CodedText, Codes, Grams, Marks, grams
from nrm.analysis.text.folding import Folding
from nrm.analysis.text.stopwords import stopwords

SIZES = (1, 2, 3)
"""The numbers of words that a term may have."""
_MOST_FORMS = 5


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which terms: their `sizes`, the smallest count, and what is left out.

    Without `grammar`, no term is a word of grammar, or begins or ends with one; without `numbers`,
    none has a word without a letter.
    """

    sizes: tuple[int, ...] = SIZES
    min_count: int = 1
    grammar: bool = False
    numbers: bool = False


class TermCounts:
    """All terms of one size in a text. Arrays that it gives have a place for each term."""

    def __init__(self, text: CodedText, size: int) -> None:
        self.text = text
        self.grams: Grams = grams(text, size)
        self.passage: Codes = text.passage[self.grams.first]

    def __len__(self) -> int:
        return len(self.grams.words)

    def name(self, term: int) -> str:
        """A term in letters."""
        return " ".join(self.text.vocabulary[code] for code in self.grams.words[term])

    def kept(self, folding: Folding, wanted: Wanted) -> Marks:
        """Which terms are wanted, whatever their counts."""
        grammar = {one.term for word in stopwords() for one in folding(word)}
        is_grammar = np.array([word in grammar for word in self.text.vocabulary], dtype=bool)
        is_number = np.array([not any(map(str.isalpha, word)) for word in self.text.vocabulary], dtype=bool)
        words, keep = self.grams.words, np.ones(len(self), dtype=bool)
        if not wanted.grammar:
            keep &= ~is_grammar[words[:, 0]] & ~is_grammar[words[:, -1]]
        if not wanted.numbers:
            keep &= ~is_number[words].any(axis=1)
        return keep

    def occurrences(self, inside: Marks) -> Codes:
        """How often each term stands in the passages that are `inside`."""
        return np.bincount(self.grams.term[inside[self.passage]], minlength=len(self))

    def units(self, inside: Marks, unit: Codes) -> Codes:
        """In how many units each term stands; `unit` numbers that of each passage, -1 is none."""
        chosen = inside[self.passage] & (unit[self.passage] >= 0)
        base = int(unit.max(initial=0)) + 1
        pairs = np.unique(self.grams.term[chosen] * base + unit[self.passage[chosen]])
        return np.bincount(pairs // base, minlength=len(self))

    def presence(self, unit: Codes) -> Marks:
        """Terms × units: whether a term stands in a unit, such as an edition; `unit` numbers that of each passage."""
        found = np.zeros((len(self), int(unit.max(initial=-1)) + 1), dtype=bool)
        found[self.grams.term, unit[self.passage]] = True
        return found

    def forms(self, terms: Iterable[int], inside: Marks) -> dict[int, tuple[str, ...]]:
        """The commonest spellings of some terms in the passages that are `inside`, most common first."""
        asked = np.zeros(len(self), dtype=bool)
        asked[list(terms)] = True
        seen: dict[int, Counter[str]] = {}
        text, size = self.text, self.grams.size
        for place in np.flatnonzero(asked[self.grams.term] & inside[self.passage]).tolist():
            first = self.grams.first[place]
            spelled = text.passages[self.passage[place]].text[text.starts[first] : text.ends[first + size - 1]]
            seen.setdefault(int(self.grams.term[place]), Counter())[" ".join(spelled.split())] += 1
        return {term: commonest(found) for term, found in seen.items()}


def commonest(spellings: Counter[str]) -> tuple[str, ...]:
    """The commonest of some spellings, most common first, then by the alphabet."""
    return tuple(sorted(spellings, key=lambda one: (-spellings[one], one))[:_MOST_FORMS])


def numbered(keys: Iterable[object]) -> Codes:
    """Each different key as a number, in the order of their first place; an empty one is -1."""
    known: dict[object, int] = {}
    return np.array([known.setdefault(key, len(known)) if key else -1 for key in keys], dtype=np.int64)
