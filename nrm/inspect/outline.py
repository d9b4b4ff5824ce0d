"""The outline of a document: chapters, sections, categories, countries and entries in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from nrm.entries import source_hash
from nrm.entries.checks.keys import AnswerKeys
from nrm.inspect.inspection import Inspection
from nrm.layout import Candidate
from nrm.model import Entry, Report

OutlineKind = Literal["chapter", "section", "category", "country", "entry", "heading"]
_LEVELS: dict[OutlineKind, int] = {
    "chapter": 1,
    "section": 2,
    "category": 3,
    "country": 3,
    "entry": 4,
    "heading": 1,
}


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A title of the outline: what it is, its level from 1, its PDF page and the printed number.

    `about` says which chapter, kind, place or look it is; `entry_id` and `source` (the hash that a
    correction needs) belong to entries.
    """

    kind: OutlineKind
    level: int
    title: str
    page: int
    printed_page: str
    about: str
    entry_id: str = ""
    source: str = ""


def outline(seen: Inspection) -> list[OutlineRow]:
    """The titles of a report in order; for another document whatever is set apart as a heading."""
    if seen.keys is None or seen.report is None:
        return [_heading(seen, c) for c in seen.found if c.mode == "own line" and not c.plain]
    return _placed(seen, seen.keys, seen.report)


def _placed(seen: Inspection, keys: AnswerKeys, report: Report) -> list[OutlineRow]:
    """Titles by the blocks in which they stand; entries that a correction added by their page."""
    rows: list[tuple[tuple[int, float], OutlineRow]] = []
    for start in keys.starts:
        if start.titled:
            rows.append((_place(seen, start.block), _row(seen, "chapter", start.title, start.block, start.chapter)))
    for judged in keys.judged:
        block = judged.candidate.block
        if judged.role in ("section", "category", "country"):
            about = judged.kind if judged.role == "section" else ""
            rows.append((_place(seen, block), _row(seen, judged.role, judged.candidate.text, block, about)))
    for entry in report.entries:
        region = entry.provenance.regions[0]
        rows.append(((region.page, region.box.top), _entry(entry)))
    return [row for _, row in sorted(rows, key=lambda pair: (pair[0], pair[1].level))]


def _place(seen: Inspection, block: int) -> tuple[int, float]:
    line = seen.layout.blocks[block].lines[0]
    return line.page, round(line.box.top, 2)


def _row(seen: Inspection, kind: OutlineKind, title: str, block: int, about: str) -> OutlineRow:
    page = seen.layout.blocks[block].page
    printed = seen.layout.furniture.printed.get(page, "")
    return OutlineRow(kind, _LEVELS[kind], " ".join(title.split()), page, printed, about)


def _heading(seen: Inspection, candidate: Candidate) -> OutlineRow:
    look = ", ".join([f"{candidate.size:g} pt", *sorted(candidate.look)])
    return _row(seen, "heading", candidate.text, candidate.block, look)


def _entry(entry: Entry) -> OutlineRow:
    return OutlineRow(
        kind="entry",
        level=_LEVELS["entry"],
        title=entry.heading,
        page=entry.page_first,
        printed_page=entry.printed_first,
        about="; ".join(_facts(entry)),
        entry_id=entry.entry_id,
        source=source_hash(entry),
    )


def _facts(entry: Entry) -> Iterator[str]:
    if entry.name != entry.heading:
        yield entry.name
    if entry.kind == "physical":
        yield ", ".join(part for part in (entry.city, entry.country) if part) or "no country"
    elif entry.based_in:
        yield f"based in {entry.based_in}"
    yield from entry.domains
