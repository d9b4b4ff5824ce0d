"""Sentences, well enough to tell an entry's opening from its body."""

from __future__ import annotations

import re

_BREAK = re.compile(r"(?<=[.!?])[\"”’)\]]*\s+(?=[\"“‘(\[]?\w)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:Inc|Ltd|Co|Corp|No|St|Mr|Mrs|Ms|Dr|Jr|vs|v|approx|[A-Z])|\b(?:[A-Za-z]\.)+[A-Za-z]"
    r"|\be\.g|\bi\.e|\betc)\.$"
)


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a text as (start, end); a full stop within an abbreviation ends none.

    >>> [t[a:b] for t in ["Sold by A Ltd. in X. It stays."] for a, b in sentences(t)]
    ['Sold by A Ltd. in X.', 'It stays.']
    """
    found: list[tuple[int, int]] = []
    start = 0
    for match in _BREAK.finditer(text):
        before = text[start : match.start()].rstrip()
        last = before.rsplit(" ", 1)[-1]
        if not before:
            continue
        small = text[match.end() : match.end() + 1].islower()
        if small and len(last.strip(".")) < 3:
            continue
        if before.endswith(".") and _ABBREVIATION.search(last) and len(before) < 400:
            continue
        found.append((start, match.start()))
        start = match.end()
    if text[start:].strip():
        found.append((start, len(text)))
    return found
