"""An open page of pdfium → a `Page` of lines."""

from __future__ import annotations

import ctypes

from nrm.model import Box, Page
from nrm.pdf.lines import Link
from nrm.pdf.pdfium import native
from nrm.pdf.pdfium.distrust import Distrust
from nrm.pdf.pdfium.drawings import drawings
from nrm.pdf.pdfium.faces import Faces
from nrm.pdf.pdfium.page_links import page_links
from nrm.pdf.pdfium.page_pieces import page_pieces
from nrm.pdf.pdfium.piece_lines import LineMaker
from nrm.pdf.pdfium.words import Words
from nrm.pdf.rows import rows_of_pieces
from nrm.pdf.strokes import horizontal_strokes

_ENOUGH_SPACES = 50
_bounds = (ctypes.c_float * 4)()
_BOUNDS = ctypes.addressof(_bounds)


def page_lines(document: int, page: int, text_page: int, number: int, faces: Faces) -> Page:
    """The page with this number. Raises `Distrust` where the other reader is to be asked."""
    native.bounding_box(page, _BOUNDS)
    left, top, right, bottom = _bounds
    if native.rotation(page):
        raise Distrust("a turned page")
    width, height = right - left, top - bottom
    seen = drawings(page)
    words = Words(text_page, left, top)
    faces.turn_to(number - 1)

    def displayed(box: Box) -> Box:
        return Box(box[0] - left, top - box[3], box[2] - left, top - box[1])

    pieces = page_pieces(words, seen, faces)
    if _prints_no_space(words):
        # spaces are gaps then, and small ones in tight lines: each letter's own width must be known
        raise Distrust("a page of text that prints no spaces", whole=True)
    strokes = horizontal_strokes([displayed(box) for box in seen.strokes])
    links = [Link(displayed(box), target) for box, target in page_links(document, page)]
    maker = LineMaker(number, width, height, words, strokes, links)
    lines = maker.lines(rows_of_pieces(pieces))
    rules = tuple(stroke for index, stroke in enumerate(strokes) if index not in maker.used)
    return Page(number, width, height, tuple(lines), rules, seen.images)


def _prints_no_space(words: Words) -> bool:
    """Whether none of a page's first spaces is printed, as TeX does; too few tell nothing."""
    place, text = -1, words.text
    for _ in range(_ENOUGH_SPACES):
        place = text.find(" ", place + 1)
        if place < 0 or not words.generated(place):
            return False
    return not words.silent
