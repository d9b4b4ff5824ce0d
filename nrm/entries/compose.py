"""Judged headings → entries and passages, every block of the document accounted for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from nrm import ids
from nrm.entries.chapters import ChapterStart
from nrm.entries.home import based_in
from nrm.entries.names import display_name, without_aside
from nrm.entries.own_domains import own_domains
from nrm.entries.places import Place, take_apart
from nrm.entries.region import Region
from nrm.entries.roles import Judged
from nrm.layout import Footnote
from nrm.layout.style import BULLET
from nrm.lexicons.countries import country_named, country_nearly_named
from nrm.model import (
    Block,
    Box,
    Chapter,
    Entry,
    Kind,
    Line,
    Passage,
    PassageType,
    Provenance,
)
from nrm.model import (
    Region as PageRegion,
)


@dataclass(slots=True)
class _Draft:
    """An entry while its blocks are being collected."""

    heading: str
    kind: Kind
    category: str
    country: str
    country_name: str
    lines: list[Line] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    passages: list[str] = field(default_factory=list)
    entry_id: str = ""
    small_caps: bool = False


@dataclass(frozen=True, slots=True)
class Composed:
    """Entries, passages, and the blocks of the results that belong to no entry (by reason)."""

    entries: tuple[Entry, ...]
    passages: tuple[Passage, ...]
    places: Mapping[str, Place]
    introductions: tuple[int, ...]


class Composer:
    """Collects passages in reading order and knows which entry they belong to."""

    def __init__(self, list_year: int, sha256: str, printed: Mapping[int, str]) -> None:
        self._year = list_year
        self._sha256 = sha256
        self._printed = printed
        self._passages: list[Passage] = []
        self._ordinals: dict[str, int] = {}
        self._drafts: list[_Draft] = []
        self._taken: set[str] = set()

    def provenance(self, lines: Sequence[Line]) -> Provenance:
        """The regions of these lines, one per page."""
        boxes: dict[int, Box] = {}
        for line in lines:
            box = boxes.get(line.page, line.box)
            boxes[line.page] = Box(
                min(box.x0, line.box.x0),
                min(box.top, line.box.top),
                max(box.x1, line.box.x1),
                max(box.bottom, line.box.bottom),
            )
        return Provenance(
            self._sha256,
            tuple(
                PageRegion(page, self._printed.get(page, ""), Box(*(round(v, 2) for v in box)))
                for page, box in sorted(boxes.items())
            ),
        )

    def passage(
        self,
        text: str,
        lines: Sequence[Line],
        chapter: Chapter,
        kind: PassageType,
        draft: _Draft | None = None,
        mark: str = "",
    ) -> None:
        """Add a passage; within an entry its text becomes the entry's, unless it is the heading."""
        if not text.strip():
            return
        owner = draft.entry_id if draft else f"{self._year}-{ids.slug(chapter)}"
        if mark:
            owner = f"{self._year}-note"
        self._ordinals[owner] = self._ordinals.get(owner, 0) + 1
        identity = ids.passage_id(owner, self._ordinals[owner])
        self._passages.append(
            Passage(
                identity,
                self._year,
                chapter,
                kind,
                draft.entry_id if draft else "",
                mark,
                text.strip(),
                self.provenance(lines),
            )
        )
        if draft is not None:
            draft.passages.append(identity)
            draft.lines.extend(lines)
            if kind != "heading":
                draft.texts.append(text.strip())

    def open_entry(self, judged: Judged, category: str, country: str, printed: str) -> _Draft:
        """Start an entry under this heading."""
        heading = " ".join(judged.candidate.text.split())
        draft = _Draft(heading, judged.kind, category, country, printed)
        draft.small_caps = "small_caps" in judged.candidate.look
        draft.entry_id = ids.entry_id(self._year, heading, self._taken)
        self._taken.add(draft.entry_id)
        self._drafts.append(draft)
        return draft

    @property
    def passages(self) -> tuple[Passage, ...]:
        """All passages so far, in reading order."""
        return tuple(self._passages)

    @property
    def drafts(self) -> tuple[_Draft, ...]:
        """The entries so far."""
        return tuple(self._drafts)


def compose(
    list_year: int,
    sha256: str,
    printed: Mapping[int, str],
    blocks: Sequence[Block],
    starts: Sequence[ChapterStart],
    region: Region | None,
    judged: Sequence[Judged],
    footnotes: Sequence[Footnote],
) -> Composed:
    """Entries and passages of a report from its blocks and the roles of its headings."""
    composer = Composer(list_year, sha256, printed)
    roles = {j.candidate.block: j for j in judged if j.role != "none"}
    titles = {s.block for s in starts if s.titled}
    draft: _Draft | None = None
    category = country = country_name = ""
    introductions: list[int] = []
    for index, block in enumerate(blocks):
        chapter = _chapter_of(index, starts, region)
        here = roles.get(index) if region and region.start <= index < region.end else None
        if here is None:
            if not (region and region.start <= index < region.end):
                draft = None
            elif draft is None:
                introductions.append(index)
            kind: PassageType = "list item" if block.bullet else "paragraph"
            if index in titles:
                kind = "heading"
            text = BULLET.sub("", block.text) if block.bullet else block.text
            composer.passage(text, block.lines, chapter, kind, draft)
            continue
        if here.role == "section":
            draft, category, country, country_name = None, "", "", ""
        elif here.role == "category":
            draft, category = None, here.candidate.text
        elif here.role == "country":
            draft = None
            country, country_name = _country(here.candidate.text)
        else:
            draft = composer.open_entry(here, category, country, country_name)
        cut = here.candidate.rest_at
        head, rest = _divided(block, cut)
        composer.passage(block.text[:cut], head, chapter, "heading", draft)
        composer.passage(block.text[cut:], rest, chapter, "paragraph", draft)
    for note in footnotes:
        chapter = _chapter_on(note.lines[0].page, blocks, starts, region)
        composer.passage(note.text, note.lines, chapter, "footnote", mark=note.mark)
    finished = [_finished(composer, d) for d in composer.drafts]
    return Composed(
        entries=tuple(entry for entry, _ in finished),
        passages=composer.passages,
        places={entry.entry_id: place for entry, place in finished},
        introductions=tuple(introductions),
    )


def _country(text: str) -> tuple[str, str]:
    exact = country_named(text)
    if exact is not None:
        return exact, " ".join(text.split())
    near = country_nearly_named(text)
    return (near[0] if near else ""), " ".join(text.split())


def _divided(block: Block, cut: int) -> tuple[Sequence[Line], Sequence[Line]]:
    """The lines of a block's heading and of its text; a run-in heading shares its last line."""
    if cut >= len(block.text):
        return block.lines, ()
    length = 0
    for number, line in enumerate(block.lines, 1):
        length += len(line.text) + 1
        if length > cut:
            return block.lines[:number], block.lines[number - 1 :]
    return block.lines, block.lines[-1:]


def _chapter_of(index: int, starts: Sequence[ChapterStart], region: Region | None) -> Chapter:
    if region and region.start <= index < region.end:
        return "results"
    return next(s.chapter for s in reversed(starts) if s.block <= index)


def _chapter_on(
    page: int, blocks: Sequence[Block], starts: Sequence[ChapterStart], region: Region | None
) -> Chapter:
    """The chapter of the first block that ends on this page or later."""
    for index, block in enumerate(blocks):
        if block.lines[-1].page >= page:
            return _chapter_of(index, starts, region)
    return _chapter_of(len(blocks) - 1, starts, region)


def _finished(composer: Composer, draft: _Draft) -> tuple[Entry, Place]:
    text = "\n".join(draft.texts)
    if draft.kind == "physical":
        place = take_apart(draft.heading, draft.country, draft.country_name)
        name, home = place.name, ""
        domains: tuple[str, ...] = ()
    else:
        place = Place(draft.heading, "", "", "")
        name = without_aside(draft.heading)
        home = based_in(name, text)
        domains = own_domains(draft.heading, text)
    entry = Entry(
        entry_id=draft.entry_id,
        list_year=int(draft.entry_id.split("-", 1)[0]),
        kind=draft.kind,
        category=draft.category,
        heading=draft.heading,
        name=display_name(name, draft.texts, draft.small_caps),
        country=place.country,
        country_name=place.country_name,
        city=place.city,
        based_in=home,
        domains=domains,
        text=text,
        passages=tuple(draft.passages),
        provenance=composer.provenance(draft.lines),
    )
    return entry, place
