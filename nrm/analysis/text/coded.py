"""A text as numbers: its words as codes, so that a million of them are counted in a moment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from nrm.analysis.text.folded import FoldedText
from nrm.analysis.text.passages import TextPassage

Codes: TypeAlias = npt.NDArray[np.int64]
Marks: TypeAlias = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True, eq=False)
class CodedText:
    """The words of some passages, one after another.

    For each word: `codes` (its place in `vocabulary`), `passage` (index into `passages`), `starts` and
    `ends` in the passage's text, and `joined`: whether it follows the one before without punctuation.
    """

    passages: tuple[TextPassage, ...]
    vocabulary: tuple[str, ...]
    codes: Codes
    passage: Codes
    starts: Codes
    ends: Codes
    joined: Marks

    def __len__(self) -> int:
        return len(self.codes)


def coded(text: FoldedText) -> CodedText:
    """The words of a text as numbers."""
    numbers: dict[str, int] = {}
    table = np.array(
        [
            (numbers.setdefault(term, len(numbers)), index, start, end, joined)
            for index, listed in enumerate(text.words)
            for term, start, end, joined in listed
        ],
        dtype=np.int64,
    ).reshape(-1, 5)
    codes, passage, starts, ends, joined = np.ascontiguousarray(table.T)
    return CodedText(text.passages, tuple(numbers), codes, passage, starts, ends, joined.astype(bool))


def inside(text: CodedText, indexes: Iterable[int]) -> Marks:
    """For each passage, whether it is one of those at these places."""
    marks = np.zeros(len(text.passages), dtype=bool)
    marks[list(indexes)] = True
    return marks


@dataclass(frozen=True, slots=True, eq=False)
class Grams:
    """Every run of `size` words: `first` is the index of its first word, `term` a number that tells runs apart.

    `words[term]` are the codes of its words.
    """

    size: int
    first: Codes
    term: Codes
    words: Codes


def grams(text: CodedText, size: int) -> Grams:
    """The runs of so many words that no punctuation and no end of a passage breaks."""
    first = np.arange(len(text) - size + 1) if len(text) >= size else np.arange(0)
    for step in range(1, size):
        first = first[text.joined[first + step]]
    base = max(len(text.vocabulary), 1)
    keys = np.zeros(len(first), dtype=np.int64)
    for step in range(size):
        keys = keys * base + text.codes[first + step]
    distinct, term = np.unique(keys, return_inverse=True)
    codes = np.empty((len(distinct), size), dtype=np.int64)
    for step in reversed(range(size)):
        distinct, codes[:, step] = np.divmod(distinct, base)
    return Grams(size, first, term.astype(np.int64), codes)
