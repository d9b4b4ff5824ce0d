"""The titles that stand in the text, with the forms in which other lists of titles may give them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from nrm.entries.checks.keys import AnswerKeys
from nrm.entries.names import without_aside
from nrm.entries.titles import bare_title
from nrm.lexicons.countries import country_nearly_named
from nrm.model import Entry, Kind

TitleRole = Literal["chapter", "section", "category", "country", "market", "heading"]
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
            titles.append(BodyTitle(role, candidate.text, page, forms_of([candidate.text])))
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
                    forms_of([candidate.text]),
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
        forms_of(names),
        entry.kind,
        entry.country,
        entry.entry_id,
    )


def forms_of(names: Sequence[str]) -> tuple[str, ...]:
    """The different forms of several spellings of one title, none of them empty."""
    return tuple(dict.fromkeys(form for form in map(form_of, names) if form))


@lru_cache(maxsize=4096)
def form_of(title: str) -> str:
    """A title as it is compared: folded, without numbering, words only."""
    return " ".join(_PUNCTUATION.sub(" ", bare_title(title)).split())
