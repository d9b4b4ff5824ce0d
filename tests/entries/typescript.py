"""Reports typed in a few lines: titles and texts as blocks, pages or a document, without a PDF.

`# Chapter` is a title 16 points high, `## Section` one of 14, `* Category` one in italics, `! COUNTRY` one underlined,
`> Name` a market's bold heading, `> Name: text` a bold lead with its text; `---` turns the page, and any other line
is a paragraph.
"""

from __future__ import annotations

from nrm.layout import Candidate, Contents, ContentsEntry, Layout, candidates
from nrm.layout.furniture import Furniture
from nrm.model import Block, Line, Page
from nrm.pdf import Document
from tests.layout.lines_of import BODY, Set, blocks_of, line, page_of_lines, wrapped

NO_CONTENTS = Contents((), frozenset())


def lines_typed(text: str) -> list[Line]:
    """The lines of a typescript, page by page from the top, a little white space above each title."""
    made: list[Line] = []
    y, page = 0.0, 1
    for row in text.strip().splitlines():
        words = row.strip()
        if words == "---":
            y, page = 0.0, page + 1
            continue
        if not words:
            continue
        mark, _, rest = words.partition(" ")
        titles = {
            "#": Set(rest, bold=True, size=16.0),
            "##": Set(rest, bold=True, size=14.0),
            "*": Set(rest, italic=True),
            "!": Set(rest, underlined=True),
        }
        if mark in titles:
            group = [line(titles[mark], y=y, page=page)]
        elif mark == ">" and ": " in rest:
            lead, _, said = rest.partition(": ")
            group = [line(Set(f"{lead}:", bold=True), f" {said}", y=y, page=page)]
        elif mark == ">":
            group = [line(Set(rest, bold=True), y=y, page=page)]
        else:
            group = wrapped(words, y=y, page=page)
        made += group
        y += len(group) + 0.6
    return made


def pages_typed(text: str) -> list[Page]:
    """The pages of a typescript."""
    made = lines_typed(text)
    last = max((one.page for one in made), default=1)
    return [page_of_lines([one for one in made if one.page == number], number) for number in range(1, last + 1)]


def document_typed(text: str, file: str = "report.pdf") -> Document:
    """A document with these pages, as a reader would give it."""
    return Document(file, "0" * 64, tuple(pages_typed(text)))


def blocks_typed(text: str) -> list[Block]:
    """The blocks of a typescript."""
    return blocks_of(lines_typed(text))


def found_in(blocks: list[Block]) -> list[Candidate]:
    """The heading candidates of these blocks."""
    return candidates(blocks, BODY)


def listed(*titles: str, level: int = 2) -> list[ContentsEntry]:
    """Entries of a contents page below the chapters."""
    return [ContentsEntry(title, level, str(n), 1) for n, title in enumerate(titles, 1)]


def layout_of(blocks: list[Block], contents: Contents = NO_CONTENTS) -> Layout:
    """A layout of these blocks alone."""
    return Layout(BODY, tuple(blocks), (), contents, (), Furniture(frozenset(), {}))
