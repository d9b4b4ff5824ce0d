"""Set a manuscript: cover, contents and body as pages, each with its printed page number."""

from __future__ import annotations

from dataclasses import dataclass

from .blocks import Span
from .facts import Edition
from .fonts import Family, family
from .front import WARNING, contents_lines, holdings, printed_date
from .layout import Layout
from .lines import Line, break_lines
from .manuscript import Manuscript
from .pages import PAGE_HEIGHT, PAGE_WIDTH, Page, paginate
from .styles import Style

BOX_PADDING = 12.0


@dataclass(frozen=True, slots=True)
class SetPage:
    """A page ready to draw: its role (cover, contents, body), its lines with their baselines, its page number.

    ``folio`` is the number as printed, empty where none is; ``box`` is the (top, bottom) of a framed part.
    """

    role: str
    lines: tuple[tuple[Line, float, str], ...]
    folio: str
    page: Page | None = None
    box: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class SetEdition:
    """The pages of an edition; for each block's ident and each note's mark the first and the last PDF page (from 1)."""

    manuscript: Manuscript
    layout: Layout
    pages: tuple[SetPage, ...]
    places: dict[str, tuple[int, int]]
    note_pages: dict[str, tuple[int, int]]

    def folio(self, page: int) -> str:
        """The printed page number of a PDF page, bare (``12``, not ``Page 12``); empty where none is printed."""
        return self.pages[page - 1].folio


def set_edition(manuscript: Manuscript, layout: Layout) -> SetEdition:
    """Set an edition.  Raises ``FontMissing``."""
    fonts = family(layout.font)
    boxed = layout.cover == "box"
    cover, box, height = _cover(manuscript.edition, layout, fonts)
    body = paginate(manuscript.blocks, layout, fonts, height if boxed else 0.0)
    contents_count = len(_contents(manuscript, layout, fonts, {item.ident: "0" for item in manuscript.items}))
    front = (0 if boxed else 1) + contents_count
    places, note_pages = _places(body, front)
    body_start = 1 if layout.folio_starts == "body" else front + 1
    folios = {ident: str(first - front - 1 + body_start) for ident, (first, _) in places.items()}
    pages = [] if boxed else [SetPage("cover", cover, layout.cover_folio, box=box)]
    for i, lines in enumerate(_contents(manuscript, layout, fonts, folios)):
        roman = ("ii", "iii", "iv")[i] if layout.front_folio == "roman" else ""
        pages.append(SetPage("contents", lines, roman))
    for i, page in enumerate(body):
        lines = tuple((placed.line, placed.baseline, placed.ident) for placed in page.body)
        if boxed and i == 0:
            lines = (*cover, *lines)
        pages.append(SetPage("body", lines, str(body_start + i), page, box if boxed and i == 0 else None))
    return SetEdition(manuscript, layout, tuple(pages), places, note_pages)


def _places(body: list[Page], front: int) -> tuple[dict[str, tuple[int, int]], dict[str, tuple[int, int]]]:
    places: dict[str, tuple[int, int]] = {}
    notes: dict[str, tuple[int, int]] = {}
    for number, page in enumerate(body, start=front + 1):
        for placed in page.body:
            first, _ = places.get(placed.ident, (number, number))
            places[placed.ident] = (first, number)
        for _, mark in page.foot:
            first, _ = notes.get(mark, (number, number))
            notes[mark] = (first, number)
    return places, notes


Placement = tuple[tuple[Line, float, str], ...]


def _contents(manuscript: Manuscript, layout: Layout, fonts: Family, folios: dict[str, str]) -> list[Placement]:
    """The contents pages, each a run of lines with baselines; none where the layout has no contents."""
    if layout.contents == "none":
        return []
    width = PAGE_WIDTH - 2 * layout.margin_side
    word = "Contents" if layout.contents == "number-first" else "Table of Contents"
    align = "left" if layout.contents == "number-first" else "center"
    style = Style(layout.chapter_size, layout.chapter_size * 1.6, 0, 0, align)
    heading = break_lines([Span(word, bold=True)], style, fonts, width)
    queue = [(line, 0.0) for line in heading] + contents_lines(manuscript.items, folios, layout, fonts)
    pages: list[list[tuple[Line, float, str]]] = [[]]
    y = layout.margin_top
    for line, before in queue:
        if y + before + line.leading > PAGE_HEIGHT - layout.margin_bottom:
            pages.append([])
            y = layout.margin_top
        y += before
        pages[-1].append((line, y + line.size * 0.95, ""))
        y += line.leading
    return [tuple(page) for page in pages]


def _cover(edition: Edition, layout: Layout, fonts: Family) -> tuple[Placement, tuple[float, float], float]:
    """The cover's lines, the frame around the facsimile's notice, and the height that all of it takes."""
    width = PAGE_WIDTH - 2 * layout.margin_side
    boxed = layout.cover == "box"
    title = Style(20, 25, 0, 14, "center") if not boxed else Style(15, 19, 8, 2, "center")
    if layout.cover == "designed":
        title = Style(30, 36, 0, 20, "left")
    body = Style(11, 14, 0, 4, "center")
    head = [(_span(edition.title, bold=True), title), (_span(printed_date(edition)), Style(13, 17, 0, 12, title.align))]
    if layout.letterhead:
        agency = "OFFICE of the UNITED STATES TRADE REPRESENTATIVE\nEXECUTIVE OFFICE OF THE PRESIDENT"
        head.insert(0, (_span(agency), Style(12, 16, 0, 60, "center")))
    notice = [
        (_span("FACSIMILE", bold=True), Style(26 if not boxed else 18, 32 if not boxed else 22, 0, 4, "center")),
        (_span(holdings(edition)), body),
        (_span(WARNING, italic=True), Style(10, 13, 0, 0, "center")),
    ]
    placed: list[tuple[Line, float, str]] = []
    y = layout.margin_top if boxed else 200.0
    if not boxed:
        y = _put(placed, head, y, width, fonts) + 90.0
    top = y
    y = _put(placed, notice, y + BOX_PADDING, width - 2 * BOX_PADDING, fonts, BOX_PADDING)
    bottom = y + BOX_PADDING
    if boxed:
        y = _put(placed, head, bottom + 14.0, width, fonts)
    return tuple(placed), (top, bottom), y - layout.margin_top


def _put(
    placed: list[tuple[Line, float, str]],
    parts: list[tuple[Span, Style]],
    y: float,
    width: float,
    fonts: Family,
    shift: float = 0.0,
) -> float:
    """Put paragraphs one under the other from ``y`` on; the y below the last."""
    for span, style in parts:
        y += style.before
        moved = Style(style.size, style.leading, 0, 0, style.align, indent=shift)
        for line in break_lines([span], moved, fonts, width + shift):
            placed.append((line, y + line.size * 0.95, ""))
            y += line.leading
        y += style.after
    return y


def _span(text: str, bold: bool = False, italic: bool = False) -> Span:
    return Span(text, bold=bold, italic=italic)
