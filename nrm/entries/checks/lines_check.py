"""Every line of the results accounted for, and the ones that are not.

A line belongs to an entry, to a title or its introduction, to the contents page, to a footnote or
to the page furniture. What stands there and reads like a heading, or like the opening of an entry
whose heading was not found, is unexplained: a market may have been overlooked.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nrm.entries.checks.keys import AnswerKeys, quoted, told
from nrm.entries.checks.openings import ends_no_sentence, is_title_like, leads_with_name, opens_entry
from nrm.model import Block, Finding, Line

_AT_ONCE = 1
_SHORT = 0.85
_TITLE_LINES = 3

Place = tuple[int, float, float]


def check_lines(keys: AnswerKeys) -> list[Finding]:
    """One finding for each line of the results that belongs to nothing known."""
    return [
        told(keys, "unexplained-line", line.page, f"{why}: {quoted(line.text)}")
        for line, why in unexplained_lines(keys)
    ]


def unexplained_lines(keys: AnswerKeys) -> list[tuple[Line, str]]:
    """The lines of the results that belong to nothing known, each with the reason."""
    found = [
        (line, why if line is block.lines[0] else "it goes on")
        for block, why in _unexplained_blocks(keys)
        for line in block.lines
    ]
    first, last = keys.result_pages
    found += [(line, "in no block") for line in lost_lines(keys) if first <= line.page <= last]
    return found


def _unexplained_blocks(keys: AnswerKeys) -> Iterator[tuple[Block, str]]:
    headings = {j.candidate.block: j for j in keys.judged if j.role != "none"}
    behind: int | None = None
    for index in range(keys.region.start, keys.region.end):
        block = keys.layout.blocks[index]
        heading = headings.get(index)
        if heading is not None:
            behind = 0 if heading.role == "market" else None
            if behind is not None and heading.candidate.rest.strip():
                behind = _AT_ONCE
            continue
        if behind is not None:
            behind += 1
        if behind != _AT_ONCE and opens_entry(block.text):
            yield block, "it opens an entry, and there is no heading above it"
        elif behind != _AT_ONCE and leads_with_name(block.text):
            yield block, "it opens with a name that it speaks of, and that is no heading"
        elif is_orphan(keys, block):
            yield block, "a short line by itself that ends no sentence"


def is_orphan(keys: AnswerKeys, block: Block) -> bool:
    """Whether a block is a line by itself that ends no sentence: a short one, or one like a title."""
    text = block.text.strip()
    if is_title_like(text):
        text = text.rstrip(" :")
    body, line = keys.layout.body, block.lines[0]
    width = body.right_of(line.page) - body.left_of(line.page)
    short = len(block.lines) == 1 and line.box.x1 - line.box.x0 < _SHORT * width
    return (
        not block.bullet
        and any(c.isalpha() for c in text)
        and ends_no_sentence(text)
        and (short or (len(block.lines) <= _TITLE_LINES and is_title_like(text)))
    )


def lost_lines(keys: AnswerKeys) -> list[Line]:
    """The lines of the document that are in no block, note, contents page or page furniture.

    Footnote marks alone on a line belong to the line before them and are not lost.
    """
    layout = keys.layout
    kept = {_place(line) for block in layout.blocks for line in block.lines}
    kept |= {_place(line) for note in layout.footnotes for line in note.lines}
    kept |= {_place(line) for line in layout.contents_lines}
    marks = _marks(layout.blocks)
    return [
        line
        for page in keys.document.pages
        for index, line in enumerate(page.lines)
        if (page.number, index) not in layout.furniture.lines
        and _place(line) not in kept
        and not (line.text.strip().strip("[]") in marks or not line.text.strip())
    ]


def _marks(blocks: Sequence[Block]) -> frozenset[str]:
    return frozenset(mark for block in blocks for _, mark in block.marks)


def _place(line: Line) -> Place:
    return line.page, line.baseline, line.box.x0
