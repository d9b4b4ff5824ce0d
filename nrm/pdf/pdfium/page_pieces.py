"""The pieces of a page: each stretch of its text that one object drew, with its place and look.

Many programs draw a line in several objects that look alike, so that they can move letters or spaces by a hair:
where nothing but a printed space stands between two of them, they are one piece.
"""

from __future__ import annotations

from collections.abc import Sequence

from nrm.pdf.pdfium import native
from nrm.pdf.pdfium.distrust import Distrust
from nrm.pdf.pdfium.drawings import Drawings
from nrm.pdf.pdfium.faces import Faces
from nrm.pdf.pdfium.looks import Look, PageLooks
from nrm.pdf.pdfium.parts import GAP_BEFORE, GAP_WITHIN, MODE, Part, parts_of
from nrm.pdf.pdfium.pieces import ODD, Piece
from nrm.pdf.pdfium.silent_objects import make_bold, silent_objects
from nrm.pdf.pdfium.spaces import goes_on
from nrm.pdf.pdfium.words import LIGATURE_ENDS, SAME_PLACE, Words

_INVISIBLE_MODES = frozenset((3, 7))
_SHORT = 1.5
_WIDE = 0.85
"""An average advance that no text has unless its letters are set apart, in multiples of the size."""


def page_pieces(words: Words, drawn: Drawings, faces: Faces) -> list[Piece]:
    """The pieces of a page in the order of its text; `words` learns which objects are not in the text.

    Sideways text is decoration and left out. Invisible text (of a scan, as a program recognised it) is left out
    unless the page shows no other. Raises `Distrust` where the text does not tell what is drawn.
    """
    parts = parts_of(words.text, words.page, drawn.in_forms)
    objects = [part[0] for part in parts]
    silent = silent_objects(drawn, dict(zip(objects, parts, strict=True)))
    words.learn(silent.places)
    modes = [part[MODE] for part in parts]
    one_by_one = bool(silent.repeats) or not _INVISIBLE_MODES.isdisjoint(modes)
    pieces = _pieces(words, parts, PageLooks(faces), one_by_one)
    found = [piece for piece in pieces if piece is not None]
    shown, is_odd = words.shown, ODD.search(words.text) is not None
    for piece in found:
        piece.text = piece.look.face.printed(shown[piece.start : piece.end])
        if is_odd and ODD.search(piece.text):
            piece.odd = True
    if not one_by_one:
        return found
    make_bold(silent, dict(zip(objects, pieces, strict=True)), drawn)
    return [p for p, mode in zip(pieces, modes, strict=True) if p is not None and mode not in _INVISIBLE_MODES] or found


def _pieces(words: Words, parts: Sequence[Part], looks: PageLooks, one_by_one: bool) -> list[Piece | None]:
    """The pieces of which these are the parts, without their texts; None for a part that is no text to read.

    There is a piece for every part if they are wanted one by one.
    """
    found: list[Piece | None] = []
    shown, left, upper = words.shown, words.left, words.upper
    kind = (0, b"")
    look: Look | None = None
    last: Piece | None = None
    gap_in_last = 0
    for one, font, start_x, start_y, end_x, start, end, _, state, _, _, gaps in parts:
        if state != kind[1] or font != kind[0]:
            kind = font, state
            before, look = look, looks[kind]
            if look is not None and look is not before:
                last = None
                size, advance, face = look.size, look.advance, look.face
                widths, fractional = face.widths, face.fractional
        if look is None:
            found.append(None)
            continue
        x0, baseline = start_x - left, upper - start_y
        width = widths[shown[end - 1]]
        if not width or shown[end - 2 : end] in LIGATURE_ENDS:
            x1 = words.end_of(end - 1, Piece(start, end, look, x0, x0, baseline, face.printed(shown[start:end])))
        elif fractional:
            drift = face.drift(face.printed(shown[start : end - 1]))
            x1 = end_x - left + (drift + width) * advance
        else:
            x1 = end_x - left + width * advance
        count, reach = end - start, x1 - x0
        odd = False
        if count == 1 or reach < _SHORT * size:
            if (count == 1 or reach <= width * advance + SAME_PLACE) and _is_replaced(one):
                raise Distrust("text that the file itself replaces by another")
        elif reach > _WIDE * size * count + size:
            odd = True
        within = gaps & GAP_WITHIN
        if (
            last is not None
            and baseline == last.baseline
            and not (within or gap_in_last)
            and goes_on(last, start, x0, gaps >= GAP_BEFORE, words)
        ):
            last.end = end
            last.last_x0, last.x1 = x0, x1
            last.sure = True
            last.odd = last.odd or odd
            continue
        piece = Piece(start, end, look, x0, x1, baseline)
        piece.odd = odd
        found.append(piece)
        if not fractional and not one_by_one:
            last, gap_in_last = piece, within
    return found


def _is_replaced(one: int) -> bool:
    """Whether the file says that this object stands for another text (`ActualText`), which pdfium then gives."""
    marks = (native.mark(one, index) for index in range(native.count_marks(one)))
    return any(native.mark_value_type(mark, b"ActualText") for mark in marks)
