"""The pieces of a page: each stretch of its text that one object drew, with its place and look."""

from __future__ import annotations

from collections.abc import Collection

from nrm.pdf.pdfium import native
from nrm.pdf.pdfium.distrust import Distrust
from nrm.pdf.pdfium.drawings import Drawings
from nrm.pdf.pdfium.faces import Faces
from nrm.pdf.pdfium.looks import PageLooks
from nrm.pdf.pdfium.pieces import ODD, Piece
from nrm.pdf.pdfium.silent_objects import silent_objects
from nrm.pdf.pdfium.text_runs import Stretch, stretches
from nrm.pdf.pdfium.text_states import origins, text_states
from nrm.pdf.pdfium.words import LIGATURE_ENDS, SAME_PLACE, Words

_INVISIBLE_MODES = frozenset((3, 7))
_WIDE = 0.85
"""An average advance that no text has unless its letters are set apart, in multiples of the size."""


def page_pieces(words: Words, drawn: Drawings, faces: Faces) -> list[Piece]:
    """The pieces of a page in the order of its text; `words` learns which objects are not in the text.

    Sideways text is decoration and left out. Invisible text (of a scan, as a program recognised it) is left out
    unless the page shows no other. Raises `Distrust` where the text does not tell what is drawn.
    """
    parts = [part for part in stretches(words.text, words.page) if part[2]]
    objects = [one for _, _, one in parts]
    pieces = _pieces(words, parts, objects, drawn.in_forms, PageLooks(faces))
    if ODD.search(words.text):
        for piece in pieces:
            if piece is not None and ODD.search(piece.text):
                piece.odd = True
    words.silent = silent_objects(drawn, dict(zip(objects, pieces, strict=True)), words)
    modes = list(map(native.render_mode, objects))
    seen = pieces if _INVISIBLE_MODES.isdisjoint(modes) else [
        piece for piece, mode in zip(pieces, modes, strict=True) if mode not in _INVISIBLE_MODES
    ]
    return [piece for piece in seen if piece is not None] or [piece for piece in pieces if piece is not None]


def _pieces(
    words: Words, parts: list[Stretch], objects: list[int], in_forms: Collection[int], looks: PageLooks
) -> list[Piece | None]:
    """The piece that each part of the text is; None for one that is no text to read."""
    found: list[Piece | None] = []
    text, shown, left, upper = words.text, words.shown, words.left, words.upper
    fonts = map(native.text_font, objects)
    states = text_states(parts, words.page, in_forms)
    ends = origins(words.page, [end - 1 for _, end, _ in parts])
    for (start, end, one), font, (state, x, y), (end_x, _) in zip(parts, fonts, states, ends, strict=True):
        look = looks[font, state]
        if look is None:
            found.append(None)
            continue
        face, advance = look.face, look.advance
        drawn = shown[start:end]
        if "-" in drawn and face.hyphen != "-":
            if not face.hyphen:
                raise Distrust(f"{face.name}: two kinds of hyphens")
            drawn = drawn.replace("-", face.hyphen)
        x0, baseline = x - left, upper - y
        if text[start - 1] == " " or one in in_forms:
            # not an object's first character, perhaps, or one in a form's own space
            x0, baseline = words.origin(start)
        piece = Piece(start, end, drawn, look, x0, baseline)
        width = face.widths[drawn[-1]]
        if not width or drawn[-2:] in LIGATURE_ENDS:
            x1 = words.end_of(end - 1, piece)
        elif face.fractional:
            x1 = end_x - left + face.drift(drawn[:-1]) * advance + width * advance
        else:
            x1 = end_x - left + width * advance
        piece.x1 = x1
        size, count, reach = look.size, end - start, x1 - x0
        if count == 1 or reach < 1.5 * size:
            if (count == 1 or reach <= width * advance + SAME_PLACE) and _is_replaced(one):
                raise Distrust("text that the file itself replaces by another")
        elif reach > _WIDE * size * count + size:
            piece.odd = True
        found.append(piece)
    return found


def _is_replaced(one: int) -> bool:
    """Whether the file says that this object stands for another text (`ActualText`), which pdfium then gives."""
    marks = (native.mark(one, index) for index in range(native.count_marks(one)))
    return any(native.mark_value_type(mark, b"ActualText") for mark in marks)
