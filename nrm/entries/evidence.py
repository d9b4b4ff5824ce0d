"""How strongly a candidate looks like a market's heading, from independent answer keys."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from nrm.entries.chapters import same_title
from nrm.entries.cues import cues
from nrm.entries.home import based_in
from nrm.entries.name_forms import name_forms
from nrm.entries.names import without_aside
from nrm.entries.places import take_apart
from nrm.ids import fold
from nrm.layout import Candidate, ContentsEntry
from nrm.lexicons.domains import find_domains
from nrm.model import Block

_OPENING = 420
_NOT_LETTERS = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Evidence:
    """Points for a candidate being a market's heading, and whether a heading follows at once.

    `words` counts what the candidate's own form and the text under it say, without the contents.
    """

    points: float
    words: float
    stacked: bool
    in_contents: bool


def evidence(
    candidate: Candidate,
    following: Block | None,
    heading_follows: bool,
    listed: Sequence[ContentsEntry],
) -> Evidence:
    """Weigh a candidate by the contents page, its own form and the text under it.

    `following` is the block after an own-line candidate; `listed` the contents page's names
    below the chapter level.
    """
    text = candidate.rest or (following.text if following and not heading_follows else "")
    opening = text[:_OPENING]
    name = without_aside(candidate.text)
    in_contents = any(same_title(candidate.text, entry.title) for entry in listed)
    points = 0.0
    beside = find_domains(candidate.text)
    if beside:
        points += 1.5
        akin = any(_akin(_key(name), _key(d.registered.split(".")[0])) for d in beside)
        points += 1.0 if akin and name != candidate.text else 0.0
    place = take_apart(candidate.text, "", "")
    if place.country and place.name != candidate.text:
        points += 2.0
    if opening:
        points += max(_from_text(form, opening) for form in dict.fromkeys((name, place.name)))
    listed_points = 3.0 if in_contents else 0.0
    stacked = heading_follows and not candidate.rest
    return Evidence(points + listed_points, points, stacked, in_contents)


def _from_text(name: str, opening: str) -> float:
    points = 0.0
    domains = [d for d in find_domains(opening) if d.kind == "domain"]
    keys = [_key(form) for form in name_forms(name)]
    if domains and cues().own.search(opening):
        points += 1.0
    if any(_akin(key, _key(d.registered.split(".")[0])) for d in domains for key in keys):
        points += 2.0
    if re.search(r"\bnominated\b", opening, re.IGNORECASE):
        points += 1.5
    letters = _key(opening)
    if any(len(key) > 1 and key in letters for key in keys):
        points += 1.0
    if based_in(name, opening):
        points += 0.5
    return points


def _akin(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return len(short) > 2 and (short in long or short[:5] == long[:5])


@lru_cache(maxsize=1024)
def _key(text: str) -> str:
    return _NOT_LETTERS.sub("", fold(text))
