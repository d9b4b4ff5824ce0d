"""Whether words read as a name or as a sentence: in a title each begins with a capital, but for short ones."""

from __future__ import annotations

import re

from nrm.layout.word_lists import word_list

_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
_JOINING = word_list("titles", "joining")
_OPEN = word_list("titles", "open")
_WITHIN_PHRASE = word_list("titles", "within_phrase")
_LAST_OF_SEVERAL = re.compile(r"\s(\S+)$")
_LONGER_THAN_JOINING = 3
_PROSE = 2


def reads_as_name(text: str, most: int = 20, joining: frozenset[str] | None = None) -> bool:
    """Whether every word of a text begins with a capital, but for short ones; at most `most` words.

    With `joining` only these may begin with a small letter.

    >>> reads_as_name("Old Hall of the Three Gates (Cork)"), reads_as_name("Traders of the town")
    (True, False)
    """
    words = _WORD.findall(text)
    return 0 < len(words) <= most and not any(_is_small(word, joining) for word in words)


def reads_as_title(text: str) -> bool:
    """Whether a text is a name whose only small words join others ("of", "and", "de"): no "Based in Peru".

    >>> reads_as_title("Mercado de la Merced"), reads_as_title("Based in Peru")
    (True, False)
    """
    return reads_as_name(text, joining=_JOINING)


def reads_as_prose(text: str) -> bool:
    """Whether a text has several words that begin with a small letter and are too long to join names."""
    return sum(_is_small(word, None) for word in _WORD.findall(text)) >= _PROSE


def _is_small(word: str, joining: frozenset[str] | None) -> bool:
    if not word[0].islower():
        return False
    return word not in joining if joining is not None else len(word) > _LONGER_THAN_JOINING


def ends_within_phrase(text: str) -> bool:
    """Whether the last word is one with which hardly any phrase ends.

    >>> ends_within_phrase("Results of the Review of"), ends_within_phrase("Results")
    (True, False)
    """
    last = _LAST_OF_SEVERAL.search(text)
    return last is not None and last[1] in _WITHIN_PHRASE


def is_open(text: str) -> bool:
    """Whether a title visibly goes on: a bracket is open, or a joining word or sign ends it.

    >>> is_open("Old Hall of the"), is_open("Old Hall (Cork"), is_open("Old Hall")
    (True, True, False)
    """
    words = text.split()
    return (
        text.count("(") > text.count(")")
        or text.rstrip().endswith((",", "&", "–", "—", "/"))
        or bool(words and words[-1].casefold() in _OPEN)
    )
