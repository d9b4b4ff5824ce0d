"""Text objects of which nothing is in the text that pdfium gives: printed spaces, and text that is drawn twice."""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Mapping
from struct import Struct

from nrm.pdf.pdfium import native
from nrm.pdf.pdfium.drawings import PLAIN, Drawings
from nrm.pdf.pdfium.pieces import Piece
from nrm.pdf.pdfium.words import Words

_SAME_WITHIN = 5
"""How far back pdfium looks for an object that another one repeats."""
_DOUBLE = 0.8

_six = (ctypes.c_float * 6)()
_MATRIX = ctypes.byref(_six)
_four = (ctypes.c_float * 4)()
_BOUNDS = tuple(ctypes.byref(_four, 4 * i) for i in range(4))
_place = Struct("16x2f").unpack_from


def silent_objects(drawn: Drawings, seen: Mapping[int, Piece | None], words: Words) -> list[tuple[float, float]]:
    """(x, baseline) of the objects that are not among those `seen` in the text.

    pdfium leaves out spaces that are objects of their own, and the second of two objects one upon the other: a
    piece that is drawn twice so becomes bold.
    """
    found: list[tuple[float, float]] = []
    if len(seen) >= len(drawn.texts):
        return found
    recent: deque[Piece | None] = deque(maxlen=_SAME_WITHIN)
    left, upper, in_forms = words.left, words.upper, drawn.in_forms
    matrix_of, at = native.object_matrix, native.at
    for one in drawn.texts:
        if one in seen:
            recent.append(seen[one])
            continue
        matrix_of(at(one), _MATRIX)
        x, y = _place(_six)
        if in_forms:
            a, b, c, d, e, f = in_forms.get(one, PLAIN)
            x, y = a * x + c * y + e, b * x + d * y + f
        x, y = x - left, upper - y
        found.append((x, y))
        for piece in recent:
            if piece is not None and -_DOUBLE < piece.x0 - x < _DOUBLE and -_DOUBLE < piece.baseline - y < _DOUBLE:
                piece.bold = piece.bold or _reaches(one, piece, in_forms.get(one, PLAIN)[0])
    return found


def _reaches(one: int, piece: Piece, scale: float) -> bool:
    """Whether an object has ink about as wide as a piece that starts where it does; spaces have none."""
    native.object_bounds(native.at(one), *_BOUNDS)
    left, bottom, right, top = _four
    wider: float = abs(scale) * (right - left) - (piece.x1 - piece.x0)
    return bool(top > bottom and abs(wider) < piece.size)
