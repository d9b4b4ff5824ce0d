"""The words of passages as they count: folded, each with its place."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from nrm.analysis.text.folding import Folding
from nrm.analysis.text.passages import TextPassage
from nrm.analysis.text.tokens import Word, surfaces_of, words


class FoldedWord(NamedTuple):
    """A word as it counts: `term` stands at `text[start:end]`; `joined` where no punctuation parts it from the last."""

    term: str
    start: int
    end: int
    joined: bool


@dataclass(frozen=True, slots=True, eq=False)
class FoldedText:
    """Passages and the words of each, under some rules of folding."""

    passages: tuple[TextPassage, ...]
    words: tuple[tuple[FoldedWord, ...], ...]
    folding: Folding


def folding_of(
    passages: Iterable[TextPassage], in_force: Iterable[str] | None = None, asked: Iterable[str] = ()
) -> Folding:
    """How words of these passages count, under the rules in force (all of them unless told otherwise).

    `asked` are the texts of a question, whose words count as words of the corpus where a rule looks
    at those: who asks for a singular gets its plural, too.
    """
    surfaces: set[str] = set()
    for text in (*asked, *(passage.text for passage in passages)):
        surfaces.update(surfaces_of(text))
    return Folding(surfaces, None if in_force is None else frozenset(in_force))


def folded(passages: Sequence[TextPassage], folding: Folding) -> FoldedText:
    """The words of the passages as they count."""
    return FoldedText(
        tuple(passages), tuple(tuple(_folded(words(passage.text), folding)) for passage in passages), folding
    )


def _folded(listed: Iterable[Word], folding: Folding) -> Iterable[FoldedWord]:
    for surface, start, _, joined in listed:
        for term, first, last in folding(surface):
            yield FoldedWord(term, start + first, start + last, joined)
            joined = True
