"""The text of an open page, and the places of single characters where they are asked for."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Sequence
from functools import cached_property

from nrm.pdf.glyphs import plain_letters
from nrm.pdf.pdfium import native
from nrm.pdf.pdfium.distrust import Distrust
from nrm.pdf.pdfium.page_text import text_of_page
from nrm.pdf.pdfium.pieces import Piece
from nrm.pdf.pdfium.text_runs import HYPHEN_AT_END
from nrm.pdf.pdfium.text_states import origins

LIGATURE_ENDS = frozenset(a + b for a in "fTtscg\u00ad" for b in "fijltbhkpy")
"""What the letters of a ligature can end in."""
SAME_PLACE = 1e-3

_point = (ctypes.c_double * 2)()
_X = ctypes.byref(_point)
_Y = ctypes.byref(_point, ctypes.sizeof(ctypes.c_double))
_box = (ctypes.c_float * 4)()
_BOX = ctypes.byref(_box)


class Words:
    """The text of an open page; `text` is as pdfium gives it, and every place in it is a character's.

    `shown` is the same with hyphens at the ends of lines, `page` refers to the open text page; `left` and `upper` are
    the crop box's. `silent` are (x, baseline) of the text objects of which nothing is in the text, and `drawn_alone`
    the places of spaces that such objects print, as far as its pieces have told (see `page_pieces`).
    Raises `Distrust` where the text does not tell what is drawn.
    """

    def __init__(self, text_page: int, left: float, upper: float) -> None:
        self.page = native.at(text_page)
        self.text = text_of_page(text_page)
        if len(self.text) != native.count_chars(text_page):
            raise Distrust("characters that stand for none or several")
        self.shown = self.text.replace(HYPHEN_AT_END, "-")
        self.left = left
        self.upper = upper
        self.silent: Sequence[tuple[float, float]] = ()
        self._silent_on: dict[float, list[float]] = {}
        self.drawn_alone: set[int] = set()

    @cached_property
    def prints_spaces(self) -> bool:
        """Whether the page prints its spaces, as `lines.page_of` judges it."""
        text = self.text
        inked = len(text) - sum(map(text.count, " \r\n"))
        printed, place = len(self.silent), -1
        while printed <= (printed + inked) / 60:
            place = text.find(" ", place + 1)
            if place < 0:
                return False
            printed += not self.generated(place)
        return True

    def generated(self, place: int) -> bool:
        """Whether the file does not print this character: pdfium made it from a gap."""
        return bool(native.is_generated(self.page, place))

    def learn(self, silent: Iterable[tuple[float, float]]) -> None:
        """Take note of the silent objects of the page, which are at these places (x, y) in page space."""
        left, upper = self.left, self.upper
        self.silent = [(x - left, upper - y) for x, y in silent]
        for x, baseline in self.silent:
            self._silent_on.setdefault(baseline, []).append(x)

    def drawn_between(self, x0: float, x1: float, baseline: float) -> bool:
        """Whether a silent object starts between two places on a line."""
        return any(x0 < x <= x1 for x in self._silent_on.get(baseline, ()))

    def printed(self, place: int) -> bool:
        """Whether the file prints the space at a place, be it with a silent object of its own."""
        return not self.generated(place) or place in self.drawn_alone

    def x_of(self, place: int, piece: Piece) -> float:
        """Where the character of a piece at a place of the text starts, in points from the left edge."""
        native.char_origin(self.page, place, _X, _Y)
        x: float = _point[0] - self.left
        look = piece.look
        return x + look.face.drift(piece.text[: place - piece.start]) * look.advance if look.face.fractional else x

    def end_of(self, place: int, piece: Piece) -> float:
        """Where the character at a place ends: where it starts and its advance."""
        native.char_origin(self.page, place, _X, _Y)
        return self.end_from(_point[0], place, piece)

    def end_from(self, origin: float, place: int, piece: Piece) -> float:
        """The same, where pdfium has been asked already for its origin (x in page space)."""
        x = origin - self.left
        look = piece.look
        face = look.face
        index = place - piece.start
        if face.fractional:
            x += face.drift(piece.text[:index]) * look.advance
        text = piece.text[index] if place < piece.end else " "
        if index > 0 and piece.text[index - 1 : index + 1] in LIGATURE_ENDS:
            text = plain_letters(piece.text[self._ligature_start(place, piece.start) - piece.start : index + 1])
        width = face.widths[text]
        if not width:
            native.loose_box(self.page, place, _BOX)
            right: float = _box[2]
            return right - self.left
        return x + width * look.advance

    def _ligature_start(self, place: int, start: int) -> int:
        """Where the letters start that one glyph draws, of which the one at `place` is the last."""
        native.char_origin(self.page, place, _X, _Y)
        x, first = _point[0], place
        while first > start:
            native.char_origin(self.page, first - 1, _X, _Y)
            if abs(_point[0] - x) > SAME_PLACE:
                break
            first -= 1
        return first


def first_word_ends(pieces: Sequence[Piece], words: Words) -> dict[Piece, float]:
    """Where the first word ends of each piece that has several, as `Words.end_of` tells it; asked for all at once."""
    several = [piece for piece in pieces if " " in piece.text]
    places = [piece.start + piece.text.index(" ") - 1 for piece in several]
    asked = zip(several, places, origins(words.page, places), strict=True)
    return {piece: words.end_from(x, place, piece) for piece, place, (x, _) in asked}
