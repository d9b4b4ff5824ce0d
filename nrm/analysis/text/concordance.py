"""A concordance: every place of a term, with what stands before and behind it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal, get_args

from nrm.analysis.text.folded import FoldedText, folded, folding_of
from nrm.analysis.text.folding import Folding
from nrm.analysis.text.passages import TextPassage
from nrm.analysis.text.phrase import Phrase, occurrences, phrase
from nrm.analysis.text.tokens import words
from nrm.errors import BadQuery, UnknownName

Order = Literal["year", "left", "right", "match", "market"]
"""What a concordance can be sorted by."""
_NEIGHBOURS = 5


@dataclass(frozen=True, slots=True)
class Concordance:
    """A place of a term: `passage.text[start:end] == match`; `left` and `right` end at whole words.

    Several markets of one entry are joined with `; `; `page` is where the match begins.
    """

    list_year: int
    chapter: str
    market_id: str | None
    page: int
    printed_page: str
    left: str
    match: str
    right: str
    passage_id: str
    type: str
    start: int
    end: int


def concordance(
    passages: Sequence[TextPassage],
    term: str,
    *,
    in_force: Iterable[str] | None = None,
    context: int = 80,
    order: Order = "year",
) -> list[Concordance]:
    """Every place of a word or phrase (a star at its end asks for beginnings), counted as `terms` counts.

    Punctuation may stand between words of a phrase only where it does in the term. `context` is the
    most characters on each side. Raises `BadQuery` for a term without a word.
    """
    folding = folding_of(passages, in_force, asked=[term])
    wanted = phrase(term, folding)
    text = folded(_with_a_word_of(wanted, passages, folding), folding)
    return _sorted(_lines(text, lambda index: _spans(text, index, wanted), context), order)


def concordance_of_pattern(
    passages: Sequence[TextPassage], pattern: str, *, context: int = 80, order: Order = "year"
) -> list[Concordance]:
    """Every place that a regular expression (Python's `re`) matches, from left to right without overlap.

    Capitals and accents count unless the expression says otherwise, such as `(?i)`. Raises
    `BadQuery` for one that is not well formed, and for one that matches the empty text.
    """
    try:
        compiled = re.compile(pattern)
    except re.error as error:
        raise BadQuery(f"regular expression {pattern!r}: {error}") from error
    if not pattern or compiled.match(""):
        raise BadQuery(f"regular expression {pattern!r} matches the empty text, that is everywhere")

    def lines() -> Iterator[Concordance]:
        for passage in passages:
            for match in compiled.finditer(passage.text):
                if match.group():
                    yield _line(passage, *match.span(), context)

    return _sorted(lines(), order)


def order_named(name: str) -> Order:
    """The order of that name. Raises `UnknownName` with those there are."""
    for order in get_args(Order):
        if order == name:
            found: Order = order
            return found
    raise UnknownName(f"a concordance is sorted by {', '.join(get_args(Order))}, not by {name!r}")


def _lines(text: FoldedText, spans: Callable[[int], Iterable[tuple[int, int]]], context: int) -> Iterator[Concordance]:
    for index, passage in enumerate(text.passages):
        for start, end in spans(index):
            yield _line(passage, start, end, context)


def _with_a_word_of(wanted: Phrase, passages: Sequence[TextPassage], folding: Folding) -> list[TextPassage]:
    """The passages that hold a phrase's longest word in some spelling: only they are taken apart into words."""
    step = max(range(len(wanted.terms)), key=lambda n: len(wanted.terms[n]))
    spellings = {
        surface for surface in folding.surfaces if any(wanted.is_at(step, one.term) for one in folding(surface))
    }
    return [passage for passage in passages if any(spelling in passage.text for spelling in spellings)]


def _spans(text: FoldedText, index: int, wanted: Phrase) -> Iterator[tuple[int, int]]:
    listed = text.words[index]
    for first, behind in occurrences(listed, wanted):
        yield listed[first].start, listed[behind - 1].end


def _line(passage: TextPassage, start: int, end: int, context: int) -> Concordance:
    text = passage.text
    region = passage.region(start)
    return Concordance(
        list_year=passage.list_year,
        chapter=passage.chapter,
        market_id=passage.market_id or None,
        page=region.page,
        printed_page=region.printed,
        left=_whole_words(text[:start], context, at_the_end=True),
        match=text[start:end],
        right=_whole_words(text[end:], context, at_the_end=False),
        passage_id=passage.passage_id,
        type=passage.type,
        start=start,
        end=end,
    )


def _whole_words(text: str, most: int, *, at_the_end: bool) -> str:
    """So much of one end of a text as `most` characters hold, without a word that is cut."""
    if len(text) <= most:
        return text
    if at_the_end:
        kept = text[len(text) - most :]
        return kept if text[len(text) - most - 1].isspace() else kept[_first_space(kept) :]
    kept = text[:most]
    return kept if text[most].isspace() else kept[: len(kept) - _first_space(kept[::-1])]


def _first_space(text: str) -> int:
    return next((place for place, character in enumerate(text) if character.isspace()), len(text))


def _sorted(lines: Iterable[Concordance], order: Order) -> list[Concordance]:
    """Lines in an order; those equal in it stay in that of the reports."""
    return sorted(lines, key=_KEYS[order])


def _neighbours(text: str) -> list[str]:
    return [word.surface.casefold() for word in words(text)]


_KEYS: dict[Order, Callable[[Concordance], Any]] = {
    "year": lambda line: line.list_year,
    "left": lambda line: _neighbours(line.left)[::-1][:_NEIGHBOURS],
    "right": lambda line: _neighbours(line.right)[:_NEIGHBOURS],
    "match": lambda line: line.match.casefold(),
    "market": lambda line: line.market_id or "",
}
