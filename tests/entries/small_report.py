"""A report of a few pages with invented markets, drawn line by line, that a test can damage on purpose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Literal

from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

Style = Literal["title", "chapter", "section", "country", "market", "text", "row", "note", "picture"]

_FONTS: dict[Style, tuple[str, float]] = {
    "title": ("Times-Bold", 20),
    "chapter": ("Times-Bold", 16),
    "section": ("Times-Bold", 14),
    "country": ("Times-Italic", 12),
    "market": ("Times-Bold", 12),
    "text": ("Times-Roman", 12),
    "row": ("Times-Roman", 12),
}
_WIDTH, _HEIGHT, _LEFT, _RIGHT, _TOP = 612.0, 792.0, 72.0, 540.0, 720.0
_NOTE_SIZE = 9.0

Piece = tuple[Style, str]


@dataclass
class SmallReport:
    """The pages of a report as (style, text); a row of the contents page is "title|page label",
    each space before it a level."""

    pages: list[list[Piece]] = field(default_factory=list)
    bookmarks: list[tuple[str, int, int]] = field(default_factory=list)
    """Title, level from 0, PDF page."""
    numbered: bool = True

    def replace(self, old: str, new: str, *, only: Style | None = None) -> SmallReport:
        """The report with a text changed wherever it stands (or in pieces of one style only)."""
        pages = [
            [(style, text.replace(old, new) if only in (None, style) else text) for style, text in page]
            for page in self.pages
        ]
        assert pages != self.pages, f"nothing to replace: {old!r}"
        return SmallReport(pages, list(self.bookmarks), self.numbered)

    def without(self, text: str, *, only: Style) -> SmallReport:
        """The report without the pieces of a style that begin so."""
        pages = [[p for p in page if not (p[0] == only and p[1].startswith(text))] for page in self.pages]
        assert pages != self.pages, f"nothing to leave out: {text!r}"
        return SmallReport(pages, list(self.bookmarks), self.numbered)

    def draw(self, path: Path) -> Path:
        """Write the PDF and give its path."""
        canvas = Canvas(str(path), pagesize=(_WIDTH, _HEIGHT), invariant=1)
        for number, page in enumerate(self.pages, 1):
            for title, level, target in self.bookmarks:
                if target == number:
                    canvas.bookmarkPage(title)
                    canvas.addOutlineEntry(title, title, level)
            _draw_page(canvas, page, str(number) if self.numbered and number > 1 and page else "")
            canvas.showPage()
        canvas.save()
        return path


def _draw_page(canvas: Canvas, page: Sequence[Piece], number: str) -> None:
    y, foot = _TOP, 60.0
    if number:
        canvas.setFont("Times-Roman", 10)
        canvas.drawCentredString(_WIDTH / 2, 36, number)
    for style, text in page:
        if style == "picture":
            canvas.drawInlineImage(_grey(), _LEFT, 200, 400, 300)
            continue
        if style == "note":
            mark, words = text.split(" ", 1)
            canvas.setFont("Times-Roman", 6)
            canvas.drawString(_LEFT, foot + 4, mark)
            canvas.setFont("Times-Roman", _NOTE_SIZE)
            canvas.drawString(_LEFT + 8, foot, words)
            foot += 12
            continue
        font, size = _FONTS[style]
        canvas.setFont(font, size)
        if style == "row":
            title, _, label = text.partition("|")
            indent = 12 * (len(title) - len(title.lstrip()))
            canvas.drawString(_LEFT + indent, y, title.strip())
            canvas.drawRightString(_RIGHT, y, "." * 30 + " " + label)
            y -= 16
            continue
        words, _, mark = text.partition("^")
        lines = simpleSplit(words, font, size, _RIGHT - _LEFT)
        for line in lines:
            canvas.drawString(_LEFT, y, line)
            y -= 1.2 * size
        if mark:
            x = _LEFT + canvas.stringWidth(lines[-1], font, size)
            canvas.setFont(font, 7)
            canvas.drawString(x, y + 1.2 * size + 4, mark)
        y -= 0.7 * size


def _grey() -> object:
    from PIL import Image

    return Image.new("L", (40, 30), 128)


def _text(name: str, words: str) -> Piece:
    return (
        "text",
        f"{words} Right holders report that {name} answers few of their letters, and that goods of other makers are "
        f"copied there on a large scale. The authorities are encouraged to look into the matter with {name} this year.",
    )


def sound_report() -> SmallReport:
    """Four online and three physical markets in two countries, and a contents page that names them all."""
    rows = [
        "Overview|3", "Results of the 2031 Review|4", " Online Markets|4", "  BERRYLINK|4", "  COPYQUAY|4",
        "  DRAMAWELL|5", "  EBOOKBARN|5", " Physical Markets|6", "  FINLAND|6", "  PORTUGAL|6", "Public Information|7",
    ]
    contents: list[Piece] = [("chapter", "Table of Contents"), *(("row", row) for row in rows)]
    pages: list[list[Piece]] = [
        [
            ("title", "2031 Out-of-Cycle Review of Notorious Markets"),
            ("text", "Office of the United States Trade Representative"),
            ("text", "January 2032"),
        ],
        contents,
        [
            ("chapter", "Overview"),
            ("text", "This list names markets that are said to sell or share copies on a large scale. It makes no "
             "finding of law, and it does not claim to be complete in any way.^1"),
            _text("none of them", "Several markets of earlier years have closed."),
            ("note", "1 The reader is asked to write to the authors where something is missing."),
        ],
        [
            ("chapter", "Results of the 2031 Review"),
            ("text", "The markets below are given in the order of the alphabet."),
            ("section", "Online Markets"),
            ("market", "BERRYLINK"),
            _text("Berrylink", "Nominated as berrylink.example. Based in Portugal."),
            ("market", "COPYQUAY"),
            _text("Copyquay", "Nominated as copyquay.example and copyquay2.example. Headquartered in Finland."),
        ],
        [
            ("market", "DRAMAWELL"),
            _text("Dramawell", "Nominated as dramawell.example. Its users share films before their release."),
            ("market", "EBOOKBARN"),
            _text("Ebookbarn", "Nominated as ebookbarn.example. It offers books that others have written."),
        ],
        [
            ("section", "Physical Markets"),
            ("country", "FINLAND"),
            ("market", "Kauppahalli Market, Turku"),
            _text("Kauppahalli Market", "Stalls of this market sell watches."),
            ("market", "Satama Bazaar, Oulu"),
            _text("Satama Bazaar", "Stalls of this market sell shoes."),
            ("country", "PORTUGAL"),
            ("market", "Feira do Vale, Braga"),
            _text("Feira do Vale", "Stalls of this market sell bags."),
        ],
        [("chapter", "Public Information"), ("text", "The public can send comments at any time of the year.")],
    ]
    return SmallReport(pages)
