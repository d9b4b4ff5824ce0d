"""Pieces, lines and leaders put on a ReportLab canvas, with underlines and links."""

from __future__ import annotations

from dataclasses import replace

from reportlab.lib.colors import HexColor
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfgen.canvas import Canvas

from tests.fuzz.breaking import Line, Piece
from tests.fuzz.fonts_reportlab import LIGATURES, faces
from tests.fuzz.layouts import Layout
from tests.fuzz.sheet import Face


class Pen:
    """Measures text as this layout's fonts print it, and draws it."""

    def __init__(self, canvas: Canvas, layout: Layout) -> None:
        self.canvas = canvas
        self.layout = layout
        self.ligatures = layout.ligatures and layout.charset != "cp1252"

    def font(self, face: Face) -> str:
        family = self.layout.other_font if face.other_family else self.layout.font
        return faces(family)[face.bold + 2 * face.italic]

    def shown(self, text: str, face: Face) -> str:
        if self.layout.soft_hyphen and self.layout.bookmarks and self.layout.charset != "cp1252":
            text = text.replace("-", "\u00ad")
        if self.ligatures and not face.tracking:
            for letters, one in LIGATURES.items():
                text = text.replace(letters, one)
        return text

    def measure(self, text: str, face: Face) -> float:
        shown = self.shown(text, face)
        width: float = pdfmetrics.stringWidth(shown, self.font(face), face.size)
        return width + len(shown) * face.tracking * face.size

    def draw_line(self, line: Line, x: float, y: float, align: str) -> None:
        stretch = 0.0
        if align == "justify" and not line.last and len(line.words) > 1:
            stretch = line.room / (len(line.words) - 1)
        underlined: list[tuple[float, float, Face]] = []
        pending: tuple[float, Face, float, str] | None = None
        for position, word in enumerate(line.words):
            final = position == len(line.words) - 1
            start = x
            for number, piece in enumerate(word.pieces):
                ends_word = number == len(word.pieces) - 1 and not final
                text = piece.text
                whole = self.layout.word_spacing == "lines" and not stretch
                if ends_word and (whole or self.layout.word_spacing != "words"):
                    text += " "
                if whole and not piece.face.tracking:
                    if pending and pending[1] == piece.face and pending[2] == piece.rise:
                        pending = (*pending[:3], pending[3] + text)
                    else:
                        self.draw_pending(pending, y)
                        pending = (x, piece.face, piece.rise, text)
                else:
                    self.draw_piece(replace(piece, text=text), x, y)
                x += piece.width
            reach = x if final else x + word.space + stretch
            if word.pieces and word.pieces[-1].face.underline:
                face = word.pieces[-1].face
                following = None if final else line.words[position + 1].pieces
                keeps = bool(following and following[0].face.underline)
                underlined.append((start, reach if keeps else x, face))
            x = reach
        self.draw_pending(pending, y)
        for begin, end, face in underlined:
            self.canvas.setStrokeColor(HexColor(face.colour))
            self.canvas.setFillColor(HexColor(face.colour))
            if self.layout.tagged:
                self.canvas.rect(begin, y - face.size * 0.13, end - begin, face.size * 0.05, stroke=0, fill=1)
            else:
                self.canvas.setLineWidth(face.size * 0.05)
                self.canvas.line(begin, y - face.size * 0.11, end, y - face.size * 0.11)
            self.canvas.setStrokeColor(HexColor("#000000"))

    def draw_pending(self, pending: tuple[float, Face, float, str] | None, y: float) -> None:
        if pending is not None:
            self.draw_piece(Piece(pending[3], pending[1], 0, None, pending[2]), pending[0], y)

    def draw_piece(self, piece: Piece, x: float, y: float) -> None:
        face = piece.face
        text = self.shown(piece.text, face)
        self.canvas.setFillColor(HexColor(face.colour))
        if face.link:
            self.canvas.linkURL(face.link, (x, y - 2, x + piece.width, y + face.size))
        if self.layout.word_spacing == "characters":
            for letter in text:
                self.canvas.setFont(self.font(face), face.size)
                self.canvas.drawString(x, y + piece.rise, letter)
                x += self.measure(letter, face)
            return
        drawing = self.canvas.beginText(x, y + piece.rise)
        drawing.setFont(self.font(face), face.size)
        drawing.setCharSpace(face.tracking * face.size)
        drawing.textOut(text)
        self.canvas.drawText(drawing)

    def draw_leader(self, start: float, end: float, y: float, face: Face) -> None:
        unit, gap = {"dots": (".", 4.0), "spaced dots": (". ", 4.0), "tight dots": (".", 0.0),
                     "wide dots": (" .  ", 2.0), "none": ("", 0.0)}[self.layout.leader]  # fmt: skip
        if not unit:
            return
        width = self.measure(unit, face)
        count = max(int((end - start - 2 * gap) / width), 0)
        if count:
            self.draw_piece(Piece(unit * count, face, 0), end - gap - count * width, y)
