"""Where the results stand: from their title, or from what stands there where none is printed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from nrm.entries.chapters import ChapterStart
from nrm.entries.evidence import evidence
from nrm.entries.titles import category_titled, section_titled
from nrm.layout import Candidate, ContentsEntry
from nrm.model import Block

_LIKELY = 2.0
_NEVER = ("contents", "public information", "issue focus", "other")


@dataclass(frozen=True, slots=True)
class Region:
    """The blocks of the results, and whether a title of their own introduces them."""

    start: int
    end: int
    titled: bool


def results_region(
    starts: Sequence[ChapterStart],
    found: Sequence[Candidate],
    blocks: Sequence[Block],
    listed: Sequence[ContentsEntry],
) -> Region | None:
    """The results chapter as a range of blocks; None if nothing in the document looks like one."""
    ends = [start.block for start in starts[1:]] + [len(blocks)]
    for start, end in zip(starts, ends, strict=True):
        if start.chapter == "results" and start.titled:
            return Region(start.block + 1, end, titled=True)
    for start, end in zip(starts, ends, strict=True):
        if start.titled and start.chapter in _NEVER[3:] and _has_both_sections(start, end, found):
            return Region(start.block + 1, end, titled=True)
    spans = [
        (start, end)
        for start, end in zip(starts, ends, strict=True)
        if start.chapter not in _NEVER
    ]
    best: tuple[float, int, int] | None = None
    for start, end in spans:
        inside = [c for c in found if start.block < c.block < end]
        first, worth = _first_of_results(inside, blocks, listed)
        if first is not None and (best is None or worth > best[0]):
            best = (worth, first, end)
    if best is None:
        return None
    return Region(best[1], best[2], titled=False)


def _has_both_sections(start: ChapterStart, end: int, found: Sequence[Candidate]) -> bool:
    """Whether a chapter of unknown wording holds the titles of both sections: it is the results."""
    kinds = {
        section_titled(c.text)
        for c in found
        if c.mode == "own line" and start.block < c.block < end
    }
    return {"online", "physical"} <= kinds


def _first_of_results(
    inside: Sequence[Candidate], blocks: Sequence[Block], listed: Sequence[ContentsEntry]
) -> tuple[int | None, float]:
    """The first block of untitled results within a chapter, and how much speaks for it.

    A section's title starts them; before it, category titles that look like it do; else the
    first title above the first likely market.
    """
    styled = {c.block for c in inside if not c.plain}
    points = {
        c.block: evidence(
            c,
            blocks[c.block + 1] if c.block + 1 < len(blocks) else None,
            c.block + 1 in styled,
            listed,
        ).points
        for c in inside
    }
    sections = [c for c in inside if c.mode == "own line" and section_titled(c.text)]
    likely = [c for c in inside if points[c.block] >= _LIKELY]
    worth = sum(points[c.block] for c in likely) + 10.0 * len(sections)
    if len(likely) < 2 and not sections:
        return None, 0.0
    first = sections[0].block if sections else likely[0].block
    kinds = [section_titled(c.text) for c in sections]
    if "online" in kinds:
        return first, worth
    before_section = [c for c in likely if c.block < first] if sections else likely
    category = _first_category(inside, before_section)
    if category is not None:
        return category, worth
    # what stands before the physical markets' title: categories in its look, or in any
    before = [c for c in inside if c.block < first]
    if sections:
        alike = [
            c for c in before if c.mode == "own line" and c.look == sections[0].look
            and c.centred == sections[0].centred
        ]
        if alike and any(alike[0].block < c.block < first for c in likely):
            return alike[0].block, worth
    looks = Counter((c.mode, c.look, c.size) for c in likely)
    usual = {look for look, count in looks.items() if count > 1}
    early = [
        c
        for c in (before if sections else inside)
        if (c.mode, c.look, c.size) in usual or (not usual and c in likely)
    ]
    if early:
        first = early[0].block
        above = [c for c in before if c.block < first and c.mode == "own line" and not c.plain]
        if above and _nothing_between(above[-1].block, first, likely):
            first = above[-1].block
    return first, worth


def _first_category(inside: Sequence[Candidate], likely: Sequence[Candidate]) -> int | None:
    """The block of the first category's title, where at least two have a known wording and one look.

    A category of another wording can come first; the titles of the usual market look follow it. Titles of the
    chapter before (what was closed, and where) are followed by none.
    """
    own = [c for c in inside if c.mode == "own line" and not c.plain]
    known = Counter((c.look, c.size, c.centred) for c in own if category_titled(c.text))
    markets = Counter((c.mode, c.look, c.size) for c in likely if not category_titled(c.text))
    if not known or not markets or known.most_common(1)[0][1] < 2:
        return None
    look, usual = known.most_common(1)[0][0], markets.most_common(1)[0][0]
    titles = [c for c in inside if not c.plain]
    for title, after in zip(titles, titles[1:], strict=False):
        alike = title.mode == "own line" and (title.look, title.size, title.centred) == look
        if alike and (category_titled(title.text) or (after.mode, after.look, after.size) == usual):
            return title.block
    return None


def _nothing_between(title: int, first: int, likely: Sequence[Candidate]) -> bool:
    return first - title <= 3 and not any(title < c.block < first for c in likely)
