"""A document's lines → its blocks, with furniture, footnotes and the contents page apart."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nrm.layout.body import Body, body_style, measure
from nrm.layout.contents import Contents, find_contents
from nrm.layout.footnotes import Footnote, find_footnotes
from nrm.layout.furniture import Furniture, find_furniture
from nrm.layout.hyphens import vocabulary
from nrm.layout.marks import without_marks
from nrm.layout.paragraphs import blocks
from nrm.model import Block, Line, Page


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
    marked = [without_marks(line, notes.bracketed) for line in text]
    marked = [item for item in marked if item.line.text.strip()]
    known = vocabulary(item.line.text for item in marked)
    return Layout(
        body=body,
        blocks=tuple(blocks(marked, body, known)),
        footnotes=notes.footnotes,
        contents=contents,
        contents_lines=tuple(flow[index] for index in sorted(contents.lines)),
        furniture=furniture,
    )
