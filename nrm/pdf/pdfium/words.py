"""The text of an open page, its pieces, and the places of single characters where they are asked for."""

from __future__ import annotations

import ctypes
import re
from collections import deque
from collections.abc import Callable, Sequence
from functools import cached_property
from struct import Struct

from nrm.pdf.glyphs import plain_letters
from nrm.pdf.pdfium import native
from nrm.pdf.pdfium.distrust import Distrust
from nrm.pdf.pdfium.drawings import Drawings
from nrm.pdf.pdfium.faces import Face, face_name, program_length
from nrm.pdf.pdfium.font_facts import FontFacts
from nrm.pdf.pdfium.looks import Look, is_slanted
from nrm.pdf.pdfium.page_text import text_of_page
from nrm.pdf.pdfium.pieces import ODD, Piece
from nrm.pdf.pdfium.text_runs import HYPHEN_AT_END, stretches

_LIGATURE_END = re.compile("[fTtscg\u00ad][fijltbhkpy]")
_LIGATURE_ENDS = frozenset("fijltbhkpy")
_INVISIBLE_MODES = (3, 7)
_SAME_PLACE = 1e-3
_SAME_WITHIN = 5
"""How far back pdfium looks for an object that another one repeats."""
_DOUBLE = 0.8
_WIDE = 0.85
"""An average advance that no text has unless its letters are set apart, in multiples of the size."""

_point = (ctypes.c_double * 2)()
_X = ctypes.addressof(_point)
_Y = _X + ctypes.sizeof(ctypes.c_double)
_box = (ctypes.c_float * 4)()
_BOX = ctypes.addressof(_box)
_BOUNDS = tuple(_BOX + ctypes.sizeof(ctypes.c_float) * i for i in range(4))
_four_floats = Struct("4f").unpack_from
_matrix = (ctypes.c_float * 6)()
_MATRIX = ctypes.addressof(_matrix)
_six_floats = Struct("6f").unpack_from
_number = ctypes.c_float()
_NUMBER = ctypes.addressof(_number)
_colour = (ctypes.c_uint * 4)()
_RED, _GREEN, _BLUE, _ALPHA = (ctypes.addressof(_colour) + ctypes.sizeof(ctypes.c_uint) * i for i in range(4))
_three_integers = Struct("3I").unpack_from
_two_doubles = Struct("2d").unpack_from


class Words:
    """The text of an open page; `text` is as pdfium gives it, and every place in it is a character's.

    `left` and `upper` are the crop box's, `drawn` what the page draws, `facts` what the file says of a font.
    Raises `Distrust` where the text does not tell what is drawn.
    """

    def __init__(
        self, text_page: int, left: float, upper: float, drawn: Drawings, facts: Callable[[str, int], FontFacts | None]
    ) -> None:
        self.text = text_of_page(text_page)
        if len(self.text) != native.count_chars(text_page):
            raise Distrust("characters that stand for none or several")
        self._shown = self.text.replace(HYPHEN_AT_END, "-")
        self._page = text_page
        self._left = left
        self._upper = upper
        self._drawn = drawn
        self._facts = facts
        self._forms = drawn.in_forms
        self._faces: dict[int, Face] = {}
        self._looks: dict[tuple[int, float, float, float, float, int, int, int], Look] = {}
        self._marks: dict[int, bool] = {}
        self._seen: dict[int, Piece | None] = {}

    def pieces(self) -> list[Piece]:
        """The pieces of the page in the order of its text.

        Sideways text is decoration and left out. Invisible text (of a scan, as a program recognised it) is left out
        unless the page shows no other.
        """
        found: list[Piece] = []
        hidden: list[Piece] = []
        seen, odd = self._seen, ODD.search(self.text) is not None
        mode, make = native.render_mode, self._piece
        for start, end, one in stretches(self.text, self._page):
            piece = make(start, end, one) if one else None
            seen[one] = piece
            if piece is not None:
                if odd and ODD.search(piece.text):
                    piece.odd = True
                (hidden if mode(one) in _INVISIBLE_MODES else found).append(piece)
        return found or hidden

    @cached_property
    def silent(self) -> Sequence[tuple[float, float]]:
        """(x, baseline) of the text objects of which nothing is in the text; asked for after the pieces.

        pdfium leaves out spaces that are objects of their own, and the second of two objects one upon the other: a
        piece that is drawn twice so becomes bold.
        """
        found = []
        recent: deque[Piece | None] = deque(maxlen=_SAME_WITHIN)
        seen, matrix_of = self._seen, native.object_matrix
        for one, (a, b, c, d, e, f) in self._drawn.texts:
            if one in seen:
                recent.append(seen[one])
                continue
            matrix_of(one, _MATRIX)
            x, y = _matrix[4], _matrix[5]
            place = (a * x + c * y + e - self._left, self._upper - (b * x + d * y + f))
            found.append(place)
            for piece in recent:
                if piece and abs(piece.x0 - place[0]) < _DOUBLE and abs(piece.baseline - place[1]) < _DOUBLE:
                    piece.bold = piece.bold or self._reaches(one, piece, a)
        return found

    def _reaches(self, one: int, piece: Piece, scale: float) -> bool:
        """Whether an object has ink about as wide as a piece that starts where it does; spaces have none."""
        native.object_bounds(one, *_BOUNDS)
        left, bottom, right, top = _four_floats(_box)
        wider: float = abs(scale) * (right - left) - (piece.x1 - piece.x0)
        return bool(top > bottom and abs(wider) < piece.size)

    @cached_property
    def prints_spaces(self) -> bool:
        """Whether the page prints its spaces, as `lines.page_of` judges it."""
        printed = len(self.silent)
        printed += sum(1 for place, c in enumerate(self.text) if c == " " and not self.generated(place))
        inked = sum(1 for c in self.text if c not in " \r\n")
        return printed > (printed + inked) / 60

    def generated(self, place: int) -> bool:
        """Whether the file does not print this character: pdfium made it from a gap."""
        return bool(native.is_generated(self._page, place))

    def x_of(self, place: int, piece: Piece) -> float:
        """Where the character of a piece at a place of the text starts, in points from the left edge."""
        native.char_origin(self._page, place, _X, _Y)
        x: float = _point[0] - self._left
        look = piece.look
        return x + look.face.drift(piece.text[: place - piece.start]) * look.advance if look.face.fractional else x

    def end_of(self, place: int, piece: Piece) -> float:
        """Where the character at a place ends: where it starts and its advance."""
        native.char_origin(self._page, place, _X, _Y)
        x: float = _point[0] - self._left
        look = piece.look
        index = place - piece.start
        if look.face.fractional:
            x += look.face.drift(piece.text[:index]) * look.advance
        text = piece.text[index] if place < piece.end else " "
        if index > 0 and text in _LIGATURE_ENDS and _LIGATURE_END.match(piece.text, index - 1):
            text = plain_letters(piece.text[self._ligature_start(place, piece.start) - piece.start : index + 1])
        width = look.face.width(text)
        if not width:
            native.loose_box(self._page, place, _BOX)
            right: float = _box[2]
            return right - self._left
        return x + width * look.advance

    def same_place(self, place: int, other: int) -> bool:
        """Whether two characters start at the same place, as the letters do that one glyph draws."""
        native.char_origin(self._page, place, _X, _Y)
        x: float = _point[0]
        native.char_origin(self._page, other, _X, _Y)
        y: float = _point[0]
        return abs(x - y) < _SAME_PLACE

    def _ligature_start(self, place: int, start: int) -> int:
        """Where the letters start that one glyph draws, of which the one at `place` is the last."""
        native.char_origin(self._page, place, _X, _Y)
        x, first = _point[0], place
        while first > start:
            native.char_origin(self._page, first - 1, _X, _Y)
            if abs(_point[0] - x) > _SAME_PLACE:
                break
            first -= 1
        return first

    def _piece(self, start: int, end: int, one: int) -> Piece | None:
        in_form = one in self._forms
        if in_form:
            native.char_matrix(self._page, start, _MATRIX)
        else:
            native.object_matrix(one, _MATRIX)
        a, b, c, d, x, y = _six_floats(_matrix)
        if a * d <= 0 or ((b or c) and (b * c > 0 or (abs(b) > 1e-3 and abs(a) < abs(b)))):
            return None  # sideways, upside down or mirrored
        native.font_size(one, _NUMBER)
        native.fill_colour(one, _RED, _GREEN, _BLUE, _ALPHA)
        size = _number.value
        key = (native.text_font(one), size, a, c, d, *_three_integers(_colour))
        look = self._looks.get(key)
        if look is None:
            face = self._face(key[0])
            look = self._looks[key] = Look(face, size * abs(d), size * abs(a), is_slanted(c, d), key[5:])
        face = look.face
        text = self._shown[start:end]
        if face.hyphen != "-" and "-" in text:
            if not face.hyphen:
                raise Distrust(f"{face.name}: two kinds of hyphens")
            text = text.replace("-", face.hyphen)
        if in_form or (start and self.text[start - 1] == " "):
            # not an object's first character, perhaps, or one in a form's own space
            native.char_origin(self._page, start, _X, _Y)
            x, y = _two_doubles(_point)
        piece = Piece(start, end, text, look, x - self._left, self._upper - y)
        piece.x1 = x1 = self.end_of(end - 1, piece)
        reach = x1 - piece.x0
        if end - start == 1 or reach < 1.5 * look.size:
            if (end - start == 1 or reach <= face.width(text[-1]) * look.advance + _SAME_PLACE) and self._replaced(one):
                raise Distrust("text that the file itself replaces by another")
        elif reach > _WIDE * look.size * (end - start) + look.size:
            piece.odd = True
        return piece

    def _face(self, font: int) -> Face:
        """The font with this handle. Raises `Distrust` for one of which the text tells too little."""
        found = self._faces.get(font)
        if found is None:
            name = face_name(font)
            if not name:
                raise Distrust("a font without a name")
            facts = self._facts(name, program_length(font))
            if facts is not None and facts.variants:
                raise Distrust(f"{name}: a letter in two widths", whole=True)
            found = self._faces[font] = Face(font, name, facts)
        return found

    def _replaced(self, one: int) -> bool:
        """Whether the file says that this object stands for another text (`ActualText`), which pdfium then gives."""
        for index in range(native.count_marks(one)):
            mark = native.mark(one, index)
            found = self._marks.get(mark)
            if found is None:
                found = self._marks[mark] = bool(native.mark_value_type(mark, b"ActualText"))
            if found:
                return True
        return False
