"""What stands where on a page, as boxes: furniture, notes, contents, headings, entries, lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from nrm.entries.checks.lines_check import unexplained_lines
from nrm.inspect.inspection import Inspection
from nrm.layout import Candidate
from nrm.model import Block, Box, Line

BoxKind = Literal[
    "line",
    "paragraph",
    "entry",
    "page furniture",
    "footnote",
    "contents page",
    "chapter",
    "heading",
    "section",
    "category",
    "country",
    "market",
    "unexplained",
]


@dataclass(frozen=True, slots=True)
class PageBox:
    """A box on a page, in points from its top left, and a short text to stand beside it."""

    kind: BoxKind
    box: Box
    label: str = ""


def page_boxes(seen: Inspection, page: int) -> list[PageBox]:
    """The boxes of a PDF page (from 1), those that lie below first."""
    lines = seen.document.pages[page - 1].lines
    layout = seen.layout
    boxes = [PageBox("line", line.box) for line in lines]
    if seen.report is not None:
        for entry in seen.report.entries:
            boxes += [
                PageBox("entry", region.box, entry.name) for region in entry.provenance.regions if region.page == page
            ]
    boxes += [PageBox("paragraph", box) for block in layout.blocks for box in _on(page, block.lines)]
    boxes += [
        PageBox("page furniture", line.box) for i, line in enumerate(lines) if (page, i) in layout.furniture.lines
    ]
    boxes += [
        PageBox("footnote", box, note.mark) for note in layout.footnotes for box in _on(page, note.lines)
    ]
    boxes += [PageBox("contents page", line.box) for line in layout.contents_lines if line.page == page]
    boxes += _headings(seen, page)
    if seen.keys is not None:
        boxes += [PageBox("unexplained", line.box) for line, _ in unexplained_lines(seen.keys) if line.page == page]
    return boxes


def _headings(seen: Inspection, page: int) -> Iterator[PageBox]:
    blocks = seen.layout.blocks
    if seen.keys is None:
        for candidate in seen.found:
            if not candidate.plain and candidate.mode == "own line":
                yield from (PageBox("heading", box) for box in _on(page, blocks[candidate.block].lines))
        return
    for start in seen.keys.starts:
        if start.titled:
            yield from (PageBox("chapter", box, start.chapter) for box in _on(page, blocks[start.block].lines))
    for judged in seen.keys.judged:
        if judged.role != "none":
            head = _head(blocks[judged.candidate.block], judged.candidate)
            yield from (PageBox(judged.role, box) for box in _on(page, head))


def _head(block: Block, candidate: Candidate) -> Sequence[Line]:
    """The lines of a heading; the last one of a run-in heading is cut where its text begins."""
    kept: list[Line] = []
    length = 0
    for line in block.lines:
        end = length + len(line.text)
        if end >= candidate.rest_at:
            runs = [run for run in line.runs if run.start < candidate.rest_at - length]
            share = min(1.0, (candidate.rest_at - length) / max(1, len(line.text)))
            across = line.box.x0 + share * (line.box.x1 - line.box.x0)
            right = runs[-1].x1 if runs and runs[-1].end <= candidate.rest_at - length else across
            return [*kept, replace(line, box=line.box._replace(x1=right))]
        kept.append(line)
        length = end + 1
    return kept


def _on(page: int, lines: Sequence[Line]) -> list[Box]:
    """The box around those of the lines that stand on the page; none if there are none."""
    boxes = [line.box for line in lines if line.page == page]
    if not boxes:
        return []
    return [
        Box(
            min(b.x0 for b in boxes),
            min(b.top for b in boxes),
            max(b.x1 for b in boxes),
            max(b.bottom for b in boxes),
        )
    ]
