"""Spellings of a word that a search must not tell apart: with a hyphen and without."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

HYPHENS = "-\u2010\u2011\u00ad"
"""Hyphen-minus, hyphen, non-breaking hyphen, soft hyphen."""
_HYPHENATED = re.compile(rf"[^\W_]+(?:[{HYPHENS}][^\W_]+)+")
_HYPHEN = re.compile(f"[{HYPHENS}]")

Closed = Mapping[str, frozenset[str]]


def closed_forms(texts: Iterable[str]) -> Closed:
    """Every hyphenated word of some texts, found by the same written as one word, both in small letters.

    >>> closed_forms(["On-line, on-line and Peer-to-peer."])["online"]
    frozenset({'on-line'})
    """
    found: dict[str, set[str]] = {}
    for word in {word.casefold() for text in texts for word in _HYPHENATED.findall(text)}:
        found.setdefault(_HYPHEN.sub("", word), set()).add(word)
    return {closed: frozenset(words) for closed, words in found.items()}


def variants(word: str, closed: Closed) -> tuple[str, ...]:
    """A word of a query with its other spellings: parts apart (`on line`) and as one word (`online`).

    `closed` says which words the corpus writes with a hyphen somewhere.

    >>> variants("on-line", {}), variants("online", closed_forms(["on-line"]))
    (('on line', 'online'), ('online', 'on line'))
    """
    parts = _HYPHEN.sub(" ", word)
    joined = _HYPHEN.sub("", word)
    others = (_HYPHEN.sub(" ", one) for one in sorted(closed.get(joined.casefold(), ())))
    return tuple(dict.fromkeys((parts, joined, *others)))
