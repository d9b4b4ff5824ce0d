"""A document's lines → its blocks, with furniture, footnotes and the contents page apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nrm.layout.body import Body, body_style, measure
from nrm.layout.contents import Contents, find_contents
from nrm.layout.footnotes import Footnote, find_footnotes, marks_by_page
from nrm.layout.furniture import Furniture, find_furniture
from nrm.layout.hyphens import vocabulary
from nrm.layout.marks import Marked, is_mark, without_marks
from nrm.layout.paragraphs import blocks
from nrm.model import Block, Line, Page

_MARK_SIZE = 0.75


@dataclass(frozen=True, slots=True)
class Layout:
    """A document as blocks. Every line of it is in a block, furniture, a note or the contents."""

    body: Body
    blocks: tuple[Block, ...]
    footnotes: tuple[Footnote, ...]
    contents: Contents
    contents_lines: tuple[Line, ...]
    furniture: Furniture


def lay_out(pages: Sequence[Page]) -> Layout:
    """The blocks of these pages in reading order. The pages must hold at least one line."""
    furniture = find_furniture(pages)
    style = body_style(pages)
    notes = find_footnotes(pages, furniture.lines, style.size)
    apart = furniture.lines | notes.lines
    flow = [
        line
        for page in pages
        for index, line in enumerate(page.lines)
        if (page.number, index) not in apart
    ]
    contents = find_contents(flow)
    text = [line for index, line in enumerate(flow) if index not in contents.lines]
    body = measure(style, text or flow)
    on_page = marks_by_page(notes.footnotes)
    marked = _with_stray_marks(
        [without_marks(li, notes.bracketed, on_page.get(li.page, frozenset())) for li in text], body
    )
    known = vocabulary(item.line.text for item in marked)
    return Layout(
        body=body,
        blocks=tuple(blocks(marked, body, known)),
        footnotes=notes.footnotes,
        contents=contents,
        contents_lines=tuple(flow[index] for index in sorted(contents.lines)),
        furniture=furniture,
    )


def _with_stray_marks(items: Sequence[Marked], body: Body) -> list[Marked]:
    """Footnote marks that wrapped onto a line of their own, given to the line before."""
    kept: list[Marked] = []
    for item in items:
        size = max(body.style.size, kept[-1].line.size if kept else 0.0)
        alone = item.line.size <= _MARK_SIZE * size and is_mark(item.line.text)
        if kept and (alone or not item.line.text.strip()):
            end = len(kept[-1].line.text)
            found = item.marks or ((end, item.line.text.strip()),)
            marks = (*kept[-1].marks, *((end, mark) for _, mark in found))
            kept[-1] = Marked(kept[-1].line, marks)
        elif item.line.text.strip():
            kept.append(item)
    return kept
