"""Where a page's text changes from one text object to the next, found by bisection.

pdfium gives the text of a whole page in one call, and for any character the object that drew it. Objects follow
each other in the text, so that the places where they change are found in a few calls each.
"""

from __future__ import annotations

import re
from itertools import repeat

from nrm.pdf.pdfium import native

HYPHEN_AT_END = "\ufffe"
"""What pdfium gives for a hyphen at the end of a line, whose line break it leaves out."""

_LINE = re.compile(
    rf"[^\r\n{HYPHEN_AT_END} ](?:[^\r\n{HYPHEN_AT_END}]*[^\r\n{HYPHEN_AT_END} ])?(?: *{HYPHEN_AT_END})?|{HYPHEN_AT_END}"
)
"""A line without the spaces around it."""

Stretch = tuple[int, int, int]
"""Start and end in a page's text, and the object that drew what is between."""


def stretches(text: str, page: native.Reference) -> list[Stretch]:
    """Every stretch of the text of an open text page that one object drew.

    There are no spaces at a stretch's ends; the object is 0 for what none drew.
    """
    found: list[Stretch] = []
    lines = [line.span() for line in _LINE.finditer(text)]
    firsts = map(native.text_object, repeat(page), [start for start, _ in lines])
    lasts = map(native.text_object, repeat(page), [end - 1 for _, end in lines])
    for (start, end), first, last in zip(lines, firsts, lasts, strict=True):
        if first == last:
            found.append((start, end, first or 0))
        else:
            _divide(text, page, (start, first or 0), (end - 1, last or 0), found)
    return found


def _divide(
    text: str, page: native.Reference, first: tuple[int, int], last: tuple[int, int], found: list[Stretch]
) -> None:
    """Add the stretches from a character to another, which are given with the objects that drew them."""
    object_at = native.text_object
    start, one = first
    known = start  # drawn by `one`, as everything from `start` to here
    ahead = [last]
    while ahead:
        high, other = ahead[-1]
        if other == one:
            known = high
            ahead.pop()
            continue
        probe = (known + high) // 2
        if probe == known or text[probe] == " ":
            probe = _between(text, known, high)
        if probe > known:
            ahead.append((probe, object_at(page, probe) or 0))
            continue
        found.append((start, known + 1, one))
        start = known = high
        one = other
        ahead.pop()
    found.append((start, known + 1, one))


def _between(text: str, low: int, high: int) -> int:
    """The place of a character, no space, about halfway between two others; the lower one where there is none."""
    middle = probe = (low + high) // 2
    while text[probe] == " ":
        probe -= 1
    if probe == low:
        probe = middle + 1
        while text[probe] == " ":
            probe += 1
        if probe >= high:
            return low
    return probe
