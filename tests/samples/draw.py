"""Draw a set edition as a PDF with ReportLab: the same edition gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from reportlab.lib.colors import Color, black, white
from reportlab.pdfgen.canvas import Canvas

from .fonts import family, require_glyphs
from .front import holdings
from .lines import Line, Piece
from .pages import PAGE_HEIGHT, PAGE_WIDTH, RULE_GAP
from .setting import SetEdition, SetPage

INK_BLUE = Color(0.02, 0.2, 0.45)
FOLIO_MARGIN = 40.0


def pdf_bytes(edition: SetEdition) -> bytes:
    """The edition as a PDF file."""
    buffer = BytesIO()
    # Without a first font of our own ReportLab names Helvetica, not embedded, on every page.
    options: dict[str, Any] = {"invariant": 1, "initialFontName": family(edition.layout.font).regular}
    canvas = Canvas(buffer, pagesize=(PAGE_WIDTH, PAGE_HEIGHT), pageCompression=1, **options)
    facts = edition.manuscript.edition
    canvas.setTitle(facts.title)
    canvas.setAuthor("nrm sample generator")
    canvas.setSubject(f"FACSIMILE for list year {facts.list_year}: sample data, not to be cited. {holdings(facts)}")
    canvas.setKeywords("FACSIMILE")
    canvas.setCreator("tests.samples")
    for number, page in enumerate(edition.pages, start=1):
        _page(canvas, edition, page)
        _bookmarks(canvas, edition, number)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _page(canvas: Canvas, edition: SetEdition, page: SetPage) -> None:
    layout = edition.layout
    designed = page.role == "cover" and layout.cover == "designed"
    if designed:
        canvas.setFillColor(INK_BLUE)
        canvas.rect(0, PAGE_HEIGHT - 330, PAGE_WIDTH, 190, stroke=0, fill=1)
        canvas.rect(0, 0, PAGE_WIDTH, 40, stroke=0, fill=1)
    if page.box:
        top, bottom = page.box
        canvas.setStrokeColor(black)
        canvas.rect(layout.margin_side, PAGE_HEIGHT - bottom, PAGE_WIDTH - 2 * layout.margin_side, bottom - top)
    for line, baseline, _ in page.lines:
        canvas.setFillColor(white if designed and baseline < 330 else black)
        _line(canvas, line, layout.margin_side, baseline)
    if page.page and page.page.foot:
        y = PAGE_HEIGHT - layout.margin_bottom - page.page.foot_height + RULE_GAP
        canvas.setLineWidth(0.6)
        canvas.line(layout.margin_side, PAGE_HEIGHT - y + 3, layout.margin_side + 144, PAGE_HEIGHT - y + 3)
        for line, _ in page.page.foot:
            _line(canvas, line, layout.margin_side, y + line.size * 0.95)
            y += line.leading
    _furniture(canvas, edition, page)


def _line(canvas: Canvas, line: Line, left: float, baseline: float) -> None:
    for piece in line.pieces:
        _piece(canvas, piece, left + piece.x, PAGE_HEIGHT - baseline)


def _piece(canvas: Canvas, piece: Piece, x: float, y: float) -> None:
    require_glyphs(piece.font, piece.text)
    if piece.link:
        canvas.setFillColor(INK_BLUE)
    text = canvas.beginText(x, y)
    text.setFont(piece.font, piece.size)
    text.setRise(piece.rise)
    text.setWordSpace(piece.stretch)
    text.textOut(piece.text)
    canvas.drawText(text)
    if piece.underlined or piece.link:
        canvas.setLineWidth(piece.size * 0.05)
        canvas.setStrokeColor(INK_BLUE if piece.link else black)
        canvas.line(x, y - piece.size * 0.12, x + piece.width, y - piece.size * 0.12)
        canvas.setStrokeColor(black)
    if piece.link:
        canvas.linkURL(piece.link, (x, y - 3, x + piece.width, y + piece.size), relative=0)
        canvas.setFillColor(black)


def _furniture(canvas: Canvas, edition: SetEdition, page: SetPage) -> None:
    """The page number where the layout has it, and the running head."""
    layout = edition.layout
    canvas.setFillColor(black)
    canvas.setFont(family(layout.font).regular, layout.size - 1)
    if page.folio:
        text = layout.folio_form.format(n=page.folio) if page.role == "body" else page.folio
        edge, side = layout.folio_place.split("-")
        y = PAGE_HEIGHT - FOLIO_MARGIN if edge == "top" else FOLIO_MARGIN
        if side == "center":
            canvas.drawCentredString(PAGE_WIDTH / 2, y, text)
        else:
            canvas.drawRightString(PAGE_WIDTH - layout.margin_side, y, text)
    if layout.running_head and page.role == "body":
        canvas.setFont(family(layout.font).italic, layout.size - 2)
        canvas.drawString(layout.margin_side, PAGE_HEIGHT - FOLIO_MARGIN, layout.running_head)


def _bookmarks(canvas: Canvas, edition: SetEdition, number: int) -> None:
    """Outline entries for what begins on this page: contents items, nested or all on one level."""
    if edition.layout.bookmarks == "none":
        return
    for item in edition.manuscript.items:
        if edition.places[item.ident][0] == number:
            canvas.bookmarkPage(item.ident)
            level = item.level if edition.layout.bookmarks == "nested" else 0
            canvas.addOutlineEntry(item.title, item.ident, level, closed=False)
