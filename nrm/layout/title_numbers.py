"""Numbers without a full stop before titles ("3 NAME"), known by their counting up."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from nrm.layout.candidate import Candidate
from nrm.layout.title_words import reads_as_title

_BRACKET = re.compile(r"\([^()]*\)")
_LEAP = 3
_BARE_NUMBER = re.compile(r"^(\d{1,3})\s+(?=\S)")


def without_counted_numbers(found: Sequence[Candidate]) -> list[Candidate]:
    """Numbers without a full stop ("3 NAME") taken off where the titles of a look count up."""
    looks: dict[tuple[object, ...], list[tuple[int, int]]] = {}
    for place, candidate in enumerate(found):
        match = _BARE_NUMBER.match(candidate.text)
        told = candidate.look or candidate.mode == "run-in" or _reads_as_title(candidate.text)
        if match and told and "numbered" not in candidate.look:
            key = (candidate.mode, candidate.look, candidate.size)
            looks.setdefault(key, []).append((place, int(match.group(1))))
    mended = list(found)
    counted: dict[int, int] = {}
    for places in looks.values():
        pairs = list(zip(places, places[1:], strict=False))
        follows = sum(b == a + 1 for (_, a), (_, b) in pairs)
        anew = sum(b == 1 for (_, _), (_, b) in pairs)  # in another chapter, the count begins again
        leapt = sum(a + 1 < b <= a + _LEAP for (_, a), (_, b) in pairs)  # the titles between have another look
        if len(places) < 3 or follows < 2 or follows + anew + leapt < 0.7 * len(pairs):
            continue
        if found[places[0][0]].plain and (places[0][1] != 1 or follows + anew < len(pairs)):
            continue  # nothing but the numbers tells: all of them must
        for place, _ in places:
            one = mended[place]
            name = _BARE_NUMBER.sub("", one.text)
            mended[place] = replace(one, text=name, look=one.look | {"numbered"})
        counted.update(places)
    return _with_missing_numbers(mended, counted)


def _with_missing_numbers(found: Sequence[Candidate], counted: dict[int, int]) -> list[Candidate]:
    """Numbers taken off titles of another look that stand where the count would have them."""
    mended = list(found)
    if not counted:
        return mended
    sizes = {found[place].size for place in counted}
    order = range(len(found))
    for step, places in ((1, order), (-1, reversed(order))):
        last: int | None = None
        for place in places:
            one = mended[place]
            last = counted.get(place, last)
            match = _BARE_NUMBER.match(one.text)
            if place in counted or match is None or last is None:
                continue
            number = int(match.group(1))
            if one.size not in sizes and not _is_missing(number, place, counted):
                continue
            if number == last + step and (one.look or _reads_as_title(one.text)):
                last = counted[place] = last + step
                mended[place] = replace(one, text=one.text[match.end() :], look=one.look | {"numbered"})
    return mended


def _is_missing(number: int, place: int, counted: dict[int, int]) -> bool:
    """Whether the titles before and behind a place count over just this number."""
    before = max((other for other in counted if other < place), default=None)
    behind = min((other for other in counted if other > place), default=None)
    return (
        before is not None
        and behind is not None
        and (counted[before], counted[behind]) == (number - 1, number + 1)
    )


def _reads_as_title(text: str) -> bool:
    """Whether what follows a number and precedes a bracket reads as a title."""
    return reads_as_title(_BRACKET.sub(" ", text))
