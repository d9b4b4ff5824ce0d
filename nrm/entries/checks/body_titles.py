"""The titles that stand in the text, and which row of another list of titles means which of them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz import fuzz

from nrm.entries.checks.keys import AnswerKeys
from nrm.entries.names import without_aside
from nrm.entries.titles import bare_title
from nrm.lexicons.countries import country_named, country_nearly_named
from nrm.model import Entry, Kind

TitleRole = Literal["chapter", "section", "category", "country", "market", "heading"]
_SAME = 100.0
_NEAR = 80.0
_SHORTEST = 5
_PUNCTUATION = re.compile(r"[^\w]+")


@dataclass(frozen=True, slots=True)
class BodyTitle:
    """A title of the text: its role, PDF page, and the forms in which another list may give it.

    `kind` is that of the section it stands in (None outside the results); `country` an ISO code.
    """

    role: TitleRole
    text: str
    page: int
    forms: tuple[str, ...]
    kind: Kind | None = None
    country: str = ""
    entry_id: str = ""


@dataclass(frozen=True, slots=True)
class Match:
    """Which title a row means (an index), and whether it is spelt as the title is."""

    title: int
    exact: bool


def body_titles(keys: AnswerKeys) -> list[BodyTitle]:
    """All titles in reading order: chapters, what was judged in the results, other headings."""
    entries = iter(keys.composed.entries)
    judged = {j.candidate.block: j for j in keys.judged if j.role != "none"}
    chapters = {s.block: s for s in keys.starts if s.titled}
    unjudged = {j.candidate.block for j in keys.judged} - judged.keys()
    titles: list[BodyTitle] = []
    for candidate in keys.found:
        page = keys.layout.blocks[candidate.block].page
        here = judged.get(candidate.block)
        if here is None:
            if candidate.block in unjudged or (candidate.mode == "run-in"):
                continue
            role: TitleRole = "chapter" if candidate.block in chapters else "heading"
            titles.append(BodyTitle(role, candidate.text, page, _forms([candidate.text])))
        elif here.role == "market":
            titles.append(_entry_title(next(entries)))
        elif here.role in ("section", "category", "country"):
            code = ""
            if here.role == "country":
                near = country_nearly_named(candidate.text)
                code = near[0] if near else ""
            titles.append(
                BodyTitle(
                    here.role,
                    candidate.text,
                    page,
                    _forms([candidate.text]),
                    here.kind,
                    code,
                )
            )
    return titles


def _entry_title(entry: Entry) -> BodyTitle:
    names = [entry.heading, entry.name, without_aside(entry.heading)]
    if entry.kind == "physical":
        names += [f"{entry.name} {entry.city}", f"{entry.name} {entry.city} {entry.country_name}"]
        names += [f"{entry.name} {entry.country_name}", f"{entry.country_name} {entry.name}"]
    return BodyTitle(
        "market",
        entry.heading,
        entry.page_first,
        _forms(names),
        entry.kind,
        entry.country,
        entry.entry_id,
    )


def _forms(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(form for form in map(_form, names) if form))


def _form(title: str) -> str:
    """A title as it is compared: folded, without numbering, words only."""
    return " ".join(_PUNCTUATION.sub(" ", bare_title(title)).split())


def match_titles(rows: Sequence[tuple[str, int]], titles: Sequence[BodyTitle]) -> dict[int, Match]:
    """Which row (title, PDF page or 0) means which title of the text; rows that mean none are absent.

    The best pairs are taken first, and each title of the text answers one row. Equal spellings
    win over likeness, and the nearer page over the farther one.
    """
    pairs: list[tuple[float, int, int, int]] = []
    for index, (text, page) in enumerate(rows):
        form = _form(text)
        near = country_nearly_named(text)
        for place, title in enumerate(titles):
            score = max((_likeness(form, other) for other in title.forms), default=0.0)
            if title.role == "country" and near is not None and near[0] == title.country:
                score = max(score, _SAME if country_named(text) else near[1])
            if score >= _NEAR:
                distance = abs(page - title.page) if page else 0
                pairs.append((-score, distance, index, place))
    found: dict[int, Match] = {}
    taken: set[int] = set()
    for score, _, index, place in sorted(pairs):
        if index not in found and place not in taken:
            found[index] = Match(place, score == -_SAME)
            taken.add(place)
    return found


def _likeness(one: str, other: str) -> float:
    """How alike two forms are, in percent; names that are too short must be equal."""
    if one == other or one.replace(" ", "") == other.replace(" ", ""):
        return _SAME
    if min(len(one), len(other)) < _SHORTEST:
        return 0.0
    return min(fuzz.ratio(one, other), _SAME - 0.1)
