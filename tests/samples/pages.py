"""Fill pages with blocks: headings kept with what follows, notes at the foot, running on where they must."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from .blocks import Block, Note, Span
from .fonts import Family
from .layout import Layout
from .lines import Line, break_lines
from .styles import HEADINGS, style_of

PAGE_WIDTH, PAGE_HEIGHT = 612.0, 792.0
RULE_GAP = 12.0
LINES_KEPT = 2


@dataclass(frozen=True, slots=True)
class Placed:
    """A line on a page; ``baseline`` in points from the top of the page, ``ident`` of its block."""

    line: Line
    baseline: float
    ident: str = ""


@dataclass(slots=True)
class Page:
    """A page of the body: its lines, and the lines of its notes, each with the mark of its note."""

    body: list[Placed] = field(default_factory=list)
    foot: list[tuple[Line, str]] = field(default_factory=list)

    @property
    def foot_height(self) -> float:
        """What the notes and their rule take from the text."""
        return sum(line.leading for line, _ in self.foot) + RULE_GAP if self.foot else 0.0


def paginate(blocks: Sequence[Block], layout: Layout, fonts: Family, top_reserved: float = 0.0) -> list[Page]:
    """Set blocks on pages; ``top_reserved`` is taken from the first page (for what stands above the text)."""
    filler = _Filler(layout, fonts, top_reserved)
    for i, block in enumerate(blocks):
        filler.add(block, blocks[i + 1 : i + 5])
    filler.finish()
    return filler.pages


class _Filler:
    def __init__(self, layout: Layout, fonts: Family, top_reserved: float) -> None:
        self.layout = layout
        self.fonts = fonts
        self.width = PAGE_WIDTH - 2 * layout.margin_side
        self.bottom = PAGE_HEIGHT - layout.margin_bottom
        self.pages = [Page()]
        self.carried: list[tuple[Line, str]] = []
        self.y = layout.margin_top + top_reserved

    def add(self, block: Block, following: Sequence[Block]) -> None:
        style = style_of(block.role, self.layout)
        lines = self._lines(block)
        if block.new_page or not self._room(style.before + self._kept_together(block, lines, following)):
            self._turn()
        if self.pages[-1].body:
            self.y += style.before
        for i, line in enumerate(lines):
            notes = [note for note in block.notes if _holds(lines, i, note, self.layout)]
            note_lines = [self._note_lines(note) for note in notes]
            at_least = sum(one[0].leading for one in note_lines)
            if not self._room(line.leading + at_least + (RULE_GAP if notes and not self.pages[-1].foot else 0)):
                self._turn()
            page = self.pages[-1]
            page.body.append(Placed(line, self.y + line.size * 0.95, block.ident))
            self.y += line.leading
            for note, one in zip(notes, note_lines, strict=True):
                self._put_notes([(note_line, note.mark) for note_line in one])
        self.y += style.after

    def finish(self) -> None:
        """Put what is left of a note that runs on upon a last page."""
        while self.carried:
            self._turn()

    def _lines(self, block: Block) -> list[Line]:
        return break_lines(block.spans, style_of(block.role, self.layout), self.fonts, self.width)

    def _note_lines(self, note: Note) -> list[Line]:
        form = self.layout.note_form
        lead = {
            "superscript": (Span(note.mark, raised=True), Span(f" {note.text}")),
            "bracketed": (Span(f"[{note.mark}] {note.text}"),),
            "plain": (Span(f"{note.mark}. {note.text}"),),
        }[form]
        return break_lines(lead, style_of("note", self.layout), self.fonts, self.width)

    def _kept_together(self, block: Block, lines: list[Line], following: Sequence[Block]) -> float:
        """The height that must fit: two lines of a paragraph; a heading with the headings and two lines after it."""
        if block.role not in HEADINGS:
            return sum(line.leading for line in lines[:LINES_KEPT])
        height = sum(line.leading for line in lines) + style_of(block.role, self.layout).after
        if following and not following[0].new_page:
            after = following[0]
            height += style_of(after.role, self.layout).before
            height += self._kept_together(after, self._lines(after), following[1:])
        return height

    def _room(self, height: float) -> bool:
        return self.y + height <= self.bottom - self.pages[-1].foot_height

    def _put_notes(self, lines: list[tuple[Line, str]]) -> None:
        """Add lines of notes while they leave the text where it is; the rest runs on to the next page."""
        page = self.pages[-1]
        for line, mark in lines:
            extra = line.leading + (0 if page.foot else RULE_GAP)
            if self.carried or self.y + extra > self.bottom - page.foot_height:
                self.carried.append((line, mark))
            else:
                page.foot.append((line, mark))

    def _turn(self) -> None:
        self.pages.append(Page())
        self.y = self.layout.margin_top
        carried, self.carried = self.carried, []
        self._put_notes(carried)


def _holds(lines: list[Line], i: int, note: Note, layout: Layout) -> bool:
    """Whether the note's mark stands in line ``i``."""
    if layout.marks == "bracketed":
        return f"[{note.mark}]" in lines[i].text
    return any(piece.rise and piece.text.strip() == note.mark for piece in lines[i].pieces)
