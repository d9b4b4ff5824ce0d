"""Words of a text, with their places; and where a run of words is broken by punctuation."""

from __future__ import annotations

import re
from typing import NamedTuple

HYPHENS = "-\u2010\u2011"
SOFT_HYPHEN = "\u00ad"
APOSTROPHES = "'\u2019"

_CORE = r"(?:[^\W_][\u0300-\u036f]*)+"
_WORD = re.compile(
    # U.S., e.g.
    r"(?:[^\W\d_]\.){2,}(?![^\W_])"
    # letters and digits, held together by hyphens, apostrophes, &, and dots as in a domain; 1,000,000
    rf"|{_CORE}(?:(?:[{HYPHENS}{SOFT_HYPHEN}{APOSTROPHES}.&]|(?<=\d),(?=\d{{3}}(?!\d))){_CORE})*"
)
_BREAK = re.compile(r"[.!?;:,()\[\]{}\u2013\u2014\u2026•|]")


class Word(NamedTuple):
    """A word: `text[start:end]` is `surface`; `joined` where no punctuation parts it from the word before."""

    surface: str
    start: int
    end: int
    joined: bool


def surfaces_of(text: str) -> list[str]:
    """The words of a text as they are written (see `words`)."""
    found: list[str] = _WORD.findall(text)
    return found


def words(text: str) -> list[Word]:
    """The words of a text in order.

    A word is a run of letters and digits, held together by hyphens, apostrophes, ampersands and dots
    ("stream-ripping", "site’s", "AT&T", "shop.example"), or an abbreviation with its dots ("U.S.").
    Numbers are words. Full stops, commas, colons, brackets and dashes break a run of words; quotation
    marks and slashes do not.

    >>> [(w.surface, w.joined) for w in words("In the U.S., set-top boxes")]
    [('In', False), ('the', True), ('U.S.', True), ('set-top', False), ('boxes', True)]
    """
    found: list[Word] = []
    last = 0
    for match in _WORD.finditer(text):
        start, end = match.span()
        gap = text[last:start]
        found.append(Word(match.group(), start, end, bool(found) and (gap == " " or not _BREAK.search(gap))))
        last = end
    return found
