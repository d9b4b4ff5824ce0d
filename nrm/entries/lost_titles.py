"""Physical markets whose titles differ from the others': the gaps in the list show them.

A country's title without a market under it misses one: the titles below it are set in another
look than elsewhere. A lead without any style stands apart by the space above it, as the others do.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from nrm.entries.judged import Judged, look_of
from nrm.entries.places import take_apart
from nrm.layout import Candidate
from nrm.layout.title_words import reads_as_name, reads_as_title
from nrm.lexicons.cities import city_named
from nrm.lexicons.countries import country_named
from nrm.model import Block

_MOST_WORDS = 14
_SPOKEN_OF = 1.0
_SAME_GAP = 0.04
_MOSTLY = 0.8
_SEVERAL = 2
_BRACKET = re.compile(r"\s*\([^()]*\)")


def names_a_place(candidate: Candidate, words: float, below_country: bool = False) -> bool:
    """Whether a lead that nothing sets apart is a name, for all its words have capitals.

    The text must speak of it (`words`, see `Evidence`), it must say a known city ("Name, City"),
    be numbered, or stand right below a country's title.
    """
    if not _is_name(candidate.text) or country_named(candidate.text):
        return False
    place = take_apart(candidate.text, "XX", "")
    told = below_country or "numbered" in candidate.look
    return told or words >= _SPOKEN_OF or city_named(place.city) is not None


def may_name(text: str) -> bool:
    """Whether a plain lead can be a name at all: one word or domain, or words that begin with capitals.

    What stands in brackets beside the name does not count.
    """
    bare = _BRACKET.sub(" ", text)
    words = [word for word in bare.split() if "." not in word[:-1]]
    return len(bare.split()) == 1 or not words or reads_as_name(" ".join(words))


def _is_name(text: str) -> bool:
    return reads_as_name(text, _MOST_WORDS)


def with_lost_titles(judged: Sequence[Judged], blocks: Sequence[Block]) -> list[Judged]:
    """The roles of a physical section, with the markets that stand in a look of their own."""
    return _leads_by_words(_leads_without_style(_other_looks(judged), blocks))


def _stretches(judged: Sequence[Judged]) -> list[list[int]]:
    """The places between the countries' titles, from the first such title on."""
    found: list[list[int]] = []
    for place, one in enumerate(judged):
        if one.role == "country":
            found.append([])
        elif found:
            found[-1].append(place)
    return found


def _other_looks(judged: Sequence[Judged]) -> list[Judged]:
    """Under a country without markets, the look of the first title that is a name."""
    mended = list(judged)
    stretches = _stretches(judged)
    empty = [places for places in stretches if not any(judged[i].role == "market" for i in places)]
    if len(empty) == len(stretches):
        return mended
    for places in empty:
        look = next((look_of(judged[i].candidate) for i in places if _may_be_title(judged[i].candidate)), None)
        alike = [one.candidate for one in judged if one.role != "country" and look_of(one.candidate) == look]
        if sum(map(_may_be_title, alike)) >= _MOSTLY * max(1, len(alike)):
            adopted = [i for i in places if look_of(judged[i].candidate) == look]
            mended = [replace(one, role="market") if i in adopted else one for i, one in enumerate(mended)]
    return mended


def _may_be_title(candidate: Candidate) -> bool:
    return not _is_bare(candidate) and len(candidate.text.split()) > 1 and _is_name(candidate.text)


def _leads_without_style(judged: Sequence[Judged], blocks: Sequence[Block]) -> list[Judged]:
    """Plain leads with the markets' space above them, where paragraphs have another."""
    leads = {j.candidate.block for j in judged if j.role == "market" and j.candidate.mode == "run-in"}
    gaps = [blocks[i].gap for i in leads if blocks[i].gap]
    if not gaps:
        return list(judged)
    first, last = judged[0].candidate.block, judged[-1].candidate.block
    known = {j.candidate.block for j in judged if j.role != "none"}
    others = [blocks[i].gap for i in range(first, last + 1) if i not in known and blocks[i].gap]
    wanted = median(gaps)
    if others and abs(median(others) - wanted) <= 2 * _SAME_GAP:
        return list(judged)
    return [
        replace(one, role="market")
        if one.role == "none"
        and _is_bare(one.candidate)
        and abs(blocks[one.candidate.block].gap - wanted) <= _SAME_GAP
        else one
        for one in judged
    ]


def _leads_by_words(judged: Sequence[Judged]) -> list[Judged]:
    """Plain leads that are names of several words, with the separator of the markets' own plain leads."""
    leads = [one.candidate for one in judged if one.role == "market" and _is_bare(one.candidate)]
    signs = {sign for sign, count in Counter(c.separator for c in leads).items() if count >= _SEVERAL}
    return [
        replace(one, role="market")
        if one.role == "none" and _is_bare(one.candidate) and one.candidate.separator in signs
        and _is_long_name(one.candidate.text)
        else one
        for one in judged
    ]


def _is_bare(candidate: Candidate) -> bool:
    return candidate.mode == "run-in" and not candidate.look - {"numbered"}


def _is_long_name(text: str) -> bool:
    name = _BRACKET.sub(" ", text)
    return len(name.split()) > 1 and reads_as_title(name) and country_named(name) is None
