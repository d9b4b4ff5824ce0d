"""A term that a person asks for, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nrm.analysis.text.folded import FoldedWord
from nrm.analysis.text.folding import Folding
from nrm.analysis.text.tokens import words
from nrm.errors import BadQuery


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms side by side; `free[n]` where punctuation may stand before the n-th, as it does in the question.

    With `prefix`, the last one is the beginning of a word.
    """

    terms: tuple[str, ...]
    free: tuple[bool, ...]
    prefix: bool = False

    def is_at(self, step: int, term: str) -> bool:
        """Whether a term of the corpus is the one wanted in this place."""
        if self.prefix and step == len(self.terms) - 1:
            return term.startswith(self.terms[step])
        return term == self.terms[step]


def phrase(text: str, folding: Folding) -> Phrase:
    """The words of a question, folded as the corpus is; a star at its end asks for beginnings of words.

    Raises `BadQuery` where it has no word, or a star elsewhere.
    """
    bare = text.strip()
    prefix = bare.endswith("*")
    bare = bare.removesuffix("*")
    if "*" in bare or (prefix and not bare[-1:].isalnum()):
        raise BadQuery(f"term {text!r}: a star stands only at the end of a word, as in counterfeit*")
    terms: list[str] = []
    free: list[bool] = []
    for word in words(bare):
        whole = prefix and word.end == len(bare)
        joined = word.joined
        for one in folding.without_plurals(word.surface) if whole else folding(word.surface):
            terms.append(one.term)
            free.append(not joined)
            joined = True
    if not terms:
        raise BadQuery(f"term {text!r}: there is no word in it")
    return Phrase(tuple(terms), tuple(free), prefix)


def occurrences(text: Sequence[FoldedWord], wanted: Phrase) -> Iterator[tuple[int, int]]:
    """Where a phrase stands among the words of a passage, as (first, behind the last) word; they may overlap."""
    first, length = wanted.terms[0], len(wanted.terms)
    for start in range(len(text) - length + 1):
        if length > 1 and text[start].term != first:
            continue
        if all(
            wanted.is_at(step, text[start + step].term) and (not step or text[start + step].joined or wanted.free[step])
            for step in range(length)
        ):
            yield start, start + length
