"""Where a page's text changes from one text object to the next, found by bisection.

pdfium gives the text of a whole page in one call, and for any character the object that drew it. Objects follow
each other in the text, so that the places where they change are found in a few calls each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nrm.pdf.pdfium import native

HYPHEN_AT_END = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line, whose line break it leaves out."""

_PIECE = re.compile(rf"[^\r\n{HYPHEN_AT_END} ][^\r\n{HYPHEN_AT_END}]*{HYPHEN_AT_END}?|{HYPHEN_AT_END}")


def stretches(text: str, page: int) -> Iterator[tuple[int, int, int]]:
    """(start, end, object) of every stretch of an open text page's text that one object drew.

    There are no spaces at a stretch's ends; the object is 0 for what none drew.
    """
    object_at = native.text_object
    for piece in _PIECE.finditer(text):
        start, end = piece.span()
        while text[end - 1] == " ":
            end -= 1
        last = object_at(page, end - 1) or 0
        while True:
            one = last if start == end - 1 else object_at(page, start) or 0
            if one == last:
                yield start, end, one
                break
            stop = _last_of(text, start, end - 1, one, page) + 1
            yield start, stop, one
            start = stop
            while text[start] == " ":
                start += 1


def _last_of(text: str, start: int, end: int, one: int, page: int) -> int:
    """The last character that `one` drew: it drew that at `start`, and not that at `end`."""
    object_at = native.text_object
    low, high, known = start, end, start
    while high - low > 1:
        middle = (low + high) // 2
        probe = middle
        while text[probe] == " " and probe > low:
            probe -= 1
        if probe == low:
            low = middle  # nothing but spaces in between
        elif object_at(page, probe) == one:
            low, known = middle, probe
        else:
            high = probe
    return known
