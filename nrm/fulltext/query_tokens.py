"""A query as tokens: words, phrases, operators, brackets and commas, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from nrm.errors import BadQuery

Sort = Literal["word", "phrase", "AND", "OR", "NOT", "NEAR", "(", ")", ",", "end"]
NEAR_DISTANCE = 10
"""The most words between the parts of a NEAR that gives no number, as in FTS5."""

_OPENING, _CLOSING = '"“„«', {'"': '"”“', "“": '”"', "„": '“”"', "«": "»"}
_WORD = re.compile(r"[^\s\"“”„«»()]+")
_NEAR = re.compile(r"NEAR(?:/(\w*))?")
_OPERATORS: dict[str, Sort] = {"AND": "AND", "OR": "OR", "NOT": "NOT"}


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a query: `text` without quotes, `place` counted from 1, `distance` of a NEAR."""

    sort: Sort
    text: str
    place: int
    distance: int = 0


def query_tokens(query: str) -> Iterator[Token]:
    """The tokens of a query, the last of sort `end`. Operators are written in capitals.

    Raises `BadQuery` for a quotation mark that is never closed and for a NEAR with a bad number.
    """
    position = 0
    while position < len(query):
        character = query[position]
        if character.isspace():
            position += 1
        elif character in _OPENING:
            closing = next((n for n in range(position + 1, len(query)) if query[n] in _CLOSING[character]), None)
            if closing is None:
                raise BadQuery(f"the quotation mark at character {position + 1} is never closed")
            yield Token("phrase", query[position + 1 : closing], position + 1)
            position = closing + 1
        elif character in "()":
            yield Token("(" if character == "(" else ")", character, position + 1)
            position += 1
        elif match := _WORD.match(query, position):
            yield from _word(match.group(), position + 1)
            position = match.end()
        else:
            raise BadQuery(f"the {character} at character {position + 1} closes nothing")
    yield Token("end", "", len(query) + 1)


def _word(text: str, place: int) -> Iterator[Token]:
    bare = text.rstrip(",")
    if match := _NEAR.fullmatch(bare):
        yield Token("NEAR", bare, place, _distance(match.group(1), place))
    elif bare in _OPERATORS:
        yield Token(_OPERATORS[bare], bare, place)
    elif bare:
        yield Token("word", bare, place)
    if bare != text:
        yield Token(",", ",", place + len(bare))


def _distance(number: str | None, place: int) -> int:
    if number is None:
        return NEAR_DISTANCE
    return near_number(number, place)


def near_number(text: str, place: int) -> int:
    """The number of words that a NEAR allows. Raises `BadQuery` where it is no whole number."""
    if not (text.isascii() and text.isdigit()) or len(text) > 6:
        raise BadQuery(f"NEAR at character {place} needs a whole number of words, such as NEAR/5, not {text!r}")
    return int(text)
