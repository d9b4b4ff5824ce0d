"""Reports drawn with ReportLab: own line breaking, own pages, real footnotes.

Only fonts that come with ReportLab and matplotlib are used, so that a seed gives the same
bytes wherever these are installed.
"""

from __future__ import annotations

import io
from dataclasses import dataclass, replace

from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import Canvas

from tests.fuzz.breaking import Line, Piece, Word, to_lines, to_words
from tests.fuzz.furniture import Furniture, folio_lines, printed_number
from tests.fuzz.pen import Pen
from tests.fuzz.sheet import Block, Face, Note, Run, Sheet


@dataclass(frozen=True, slots=True)
class _NoteLine:
    line: Line
    left: float
    rule: bool


class _Press:
    """One pass over a sheet. `targets` are printed page numbers known from the pass before."""

    def __init__(self, sheet: Sheet, targets: dict[str, str], total: int) -> None:
        self.sheet = sheet
        self.layout = sheet.layout
        self.targets = targets
        self.total = total
        self.buffer = io.BytesIO()
        self.canvas = Canvas(self.buffer, pagesize=self.layout.page, invariant=1)
        self.canvas.setTitle(sheet.title if self.layout.tagged else "")
        self.left, self.bottom, right, self.top = self.layout.margins
        self.width = self.layout.page[0] - self.left - right
        self.page = 1
        self.front_pages = 0
        self.y = 0.0
        self.notes: list[_NoteLine] = []
        self.carried: list[_NoteLine] = []
        self.notes_on_page = 0
        self.anchors: dict[str, int] = {}
        self.printed: dict[str, str] = {}
        self.part = "cover"
        self.pen = Pen(self.canvas, self.layout)
        self.begin()

    # measuring and marks

    def mark(self, note: Note, face: Face) -> list[Piece]:
        rules = self.layout.notes
        text = rules.mark.format(n=note.mark)
        plain = Face(face.size * 0.65 if rules.superscript else face.size)
        rise = face.size * 0.35 if rules.superscript else 0.0
        return [Piece(text, plain, self.pen.measure(text, plain), note, rise)]

    def lines(self, block: Block, width: float) -> list[Line]:
        hyphen = "\u00ad" if self.layout.soft_hyphen and self.layout.charset != "cp1252" else "-"
        words = to_words(block.runs, self.pen.measure, self.mark)
        return to_lines(words, width, block.first, self.pen.measure,
                        hyphenate=self.layout.hyphenate, hyphen=hyphen)  # fmt: skip

    def note_lines(self, note: Note) -> list[_NoteLine]:
        rules = self.layout.notes
        face = Face(round(self.layout.size * rules.scale, 2))
        label = Face(face.size * 0.65) if rules.label_superscript else face
        rise = face.size * 0.35 if rules.label_superscript else 0.0
        text = rules.label.format(n=note.mark)
        words = to_words((Run(note.text, face),), self.pen.measure, self.mark)
        piece = Piece(text.strip(), label, self.pen.measure(text, label), None, rise)
        if text.endswith(" "):
            words.insert(0, Word((piece,), self.pen.measure(" ", face)))
        else:
            words[0] = replace(words[0], pieces=(piece, *words[0].pieces))
        left = 14.0 if rules.hanging else 0.0
        broken = to_lines(words, self.width - left, -left, self.pen.measure, hyphenate=False, hyphen="-")
        return [_NoteLine(line, 0.0 if line.first else left, n == 0) for n, line in enumerate(broken)]

    # pages

    @property
    def notes_height(self) -> float:
        step = self.layout.size * self.layout.notes.scale * 1.18
        return len(self.notes) * step + (10 if self.notes else 0)

    @property
    def floor(self) -> float:
        return self.bottom + self.notes_height

    def begin(self) -> None:
        self.y = self.layout.page[1] - self.top
        self.notes = []
        self.notes_on_page = 0
        room = int((self.y - self.bottom) * 0.4 / (self.layout.size * 1.2))
        self.notes, self.carried = self.carried[:room], self.carried[room:]

    def end(self) -> None:
        self.draw_notes()
        number = printed_number(self.layout, self.part, self.page, self.front_pages)
        for item in folio_lines(self.sheet, self.part, self.page, number, self.total):
            self.draw_furniture(item)
        self.canvas.showPage()
        self.page += 1
        self.begin()

    @property
    def empty(self) -> bool:
        return self.y >= self.layout.page[1] - self.top - 0.1

    def block(self, block: Block, follower: Block | None) -> None:
        if block.new_page and not self.empty:
            self.end()
        width = self.width - block.left - block.right
        lines = self.lines(block, width)
        leading = self.layout.leading
        before = 0.0 if self.empty else block.before
        if block.keep_next and follower is not None:
            step = self.layout.size * leading
            need = before + sum(line.size * leading for line in lines) + block.after + follower.before + 2 * step
            if follower.keep_next:
                need += follower.after + 2.2 * step
            if self.y - need < self.floor:
                self.end()
                before = 0.0
        self.y -= before
        for line in lines:
            step = (line.size or self.layout.size) * leading
            marks = line.notes
            need = step + (self.layout.size * 1.2 + 10 if marks else 0)
            if self.y - need < self.floor and not self.empty:
                self.end()
            if line.first:
                self.note_anchor(block)
            self.y -= step
            self.pen.draw_line(self.numbered(line), self.x(block, line, width), self.y + 0.22 * step, block.align)
            if line.first and block.bullet:
                bullet = Face(self.layout.size)
                self.pen.draw_piece(
                    Piece(block.bullet, bullet, 6),
                    self.left + block.left - 14,
                    self.y + 0.22 * step,
                )
            for note in marks:
                self.add_note(note)
        self.y -= block.after

    def x(self, block: Block, line: Line, width: float) -> float:
        x = self.left + block.left + (block.first if line.first else 0)
        if block.align == "center":
            return x + line.room / 2
        return x + line.room if block.align == "right" else x

    def note_anchor(self, block: Block) -> None:
        if not block.anchor:
            return
        self.anchors[block.anchor] = self.page
        self.printed[block.anchor] = printed_number(self.layout, self.part, self.page, self.front_pages)
        deepest = 4 if self.layout.tagged else 2
        if self.layout.bookmarks and 0 < block.level <= deepest:
            self.canvas.bookmarkPage(block.anchor)
            self.canvas.addOutlineEntry(block.text.replace("\n", " "), block.anchor, level=0)

    def numbered(self, line: Line) -> Line:
        """Footnotes that are counted page by page get their numbers only now."""
        if self.layout.notes.numbering != "page" or not line.notes:
            return line
        count = self.notes_on_page
        words = []
        for word in line.words:
            pieces = []
            for piece in word.pieces:
                if piece.note:
                    count += 1
                    piece = replace(piece, text=self.layout.notes.mark.format(n=count))
                pieces.append(piece)
            words.append(replace(word, pieces=tuple(pieces)))
        return replace(line, words=tuple(words))

    def add_note(self, note: Note) -> None:
        """As many lines of the note as there is room for; the rest goes to the next page."""
        self.notes_on_page += 1
        if self.layout.notes.numbering == "page":
            note = replace(note, mark=str(self.notes_on_page))
        for line in self.note_lines(note):
            step = self.layout.size * self.layout.notes.scale * 1.18
            if self.carried or self.floor + step + (0 if self.notes else 10) > self.y:
                self.carried.append(line)
            else:
                self.notes.append(line)

    def draw_notes(self) -> None:
        if not self.notes:
            return
        step = self.layout.size * self.layout.notes.scale * 1.18
        y = self.bottom + len(self.notes) * step
        if self.layout.notes.rule:
            self.canvas.setLineWidth(0.5)
            self.canvas.line(self.left, y + 4, self.left + 144, y + 4)
        for item in self.notes:
            y -= step
            self.pen.draw_line(item.line, self.left + item.left, y + 0.22 * step, "left")

    def draw_furniture(self, item: Furniture) -> None:
        face = Face(self.layout.size * self.layout.folio.scale)
        width = self.pen.measure(item.text, face)
        x = {"left": self.left, "right": self.left + self.width - width,
             "center": self.left + (self.width - width) / 2}[item.position]  # fmt: skip
        y = self.layout.page[1] - item.offset - face.size if item.at_top else item.offset
        self.canvas.setFillColor(HexColor("#000000"))
        self.canvas.setFont(self.pen.font(face), face.size)
        self.canvas.drawString(x, y, self.pen.shown(item.text, face))
        if self.layout.folio.rule:
            rule = y - 4 if item.at_top else y + face.size + 3
            self.canvas.setLineWidth(0.4)
            self.canvas.line(self.left, rule, self.left + self.width, rule)

    def contents_line(self, block: Block) -> None:
        """A line of the contents page, wrapped where it must, with its leader and number."""
        face = Face(self.layout.size)
        number = self.targets.get(block.target, "88")
        if self.layout.contents == "number first":
            lead = (Run(f"{number} ", face), *block.runs)
            self.block(replace(block, runs=lead), None)
            return
        width = self.width - block.left - 36
        lines = self.lines(block, width)
        step = self.layout.size * self.layout.leading
        if self.y - step * len(lines) < self.floor:
            self.end()
        for line in lines:
            self.y -= step
            x = self.left + block.left
            self.pen.draw_line(line, x, self.y + 0.22 * step, "left")
        end = self.left + self.width - self.pen.measure(number, face)
        start = x + (width - lines[-1].room)
        self.pen.draw_leader(start, end, self.y + 0.22 * step, face)
        self.pen.draw_piece(Piece(number, face, 0), end, self.y + 0.22 * step)
        self.y -= block.after

    def cover(self) -> None:
        layout = self.layout
        if layout.cover == "inline":
            for block in self.sheet.cover:
                self.block(block, None)
            return
        if layout.cover == "designed":
            self.canvas.setFillColor(HexColor("#1f4e79"))
            self.canvas.rect(0, layout.page[1] - 110, layout.page[0], 110, stroke=0, fill=1)
        self.y = layout.page[1] * 0.66
        for block in self.sheet.cover:
            self.block(block, None)
        self.end()
        if layout.blank_after_cover:
            self.part = "blank"
            self.end()

    def press(self) -> bytes:
        self.part = "body" if self.layout.cover == "inline" else "cover"
        self.cover()
        if self.sheet.front:
            self.part = "front"
            for block in self.sheet.front:
                if block.target:
                    self.contents_line(block)
                else:
                    self.block(block, None)
            self.end()
        if self.layout.cover != "inline":
            self.front_pages = self.page - 1
        self.part = "body"
        body = self.sheet.body
        for position, block in enumerate(body):
            self.block(block, body[position + 1] if position + 1 < len(body) else None)
        self.end()
        while self.notes:
            self.end()
        self.canvas.save()
        return self.buffer.getvalue()


def typeset(sheet: Sheet) -> bytes:
    """The report as PDF: a pass to learn the page numbers, and a pass to print them."""
    return typeset_and_locate(sheet)[0]


def typeset_and_locate(sheet: Sheet) -> tuple[bytes, dict[str, int]]:
    """The PDF, and the 1-based page of each anchor as this typesetter has it."""
    trial = _Press(sheet, {}, 0)
    trial.press()
    final = _Press(sheet, trial.printed, trial.page - 1)
    return final.press(), final.anchors
