"""Text objects of which nothing is in the text that pdfium gives: printed spaces, and text that is drawn twice."""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from struct import Struct

from nrm.pdf.pdfium import native
from nrm.pdf.pdfium.drawings import PLAIN, Drawings
from nrm.pdf.pdfium.pieces import Piece
from nrm.pdf.pdfium.text_states import Placed

_SAME_WITHIN = 5
"""How far back pdfium looks for an object that another one repeats."""
_DOUBLE = 0.8

_six = (ctypes.c_float * 6)()
_MATRIX = ctypes.byref(_six)
_four = (ctypes.c_float * 4)()
_BOUNDS = tuple(ctypes.byref(_four, 4 * i) for i in range(4))
_place = Struct("16x2f").unpack_from


@dataclass(slots=True)
class Silent:
    """`places` are (x, y) in page space of the silent objects. `repeats` are those of them that start where one of
    the objects just before does, each with that one."""

    places: list[tuple[float, float]] = field(default_factory=list)
    repeats: list[tuple[int, int]] = field(default_factory=list)


def silent_objects(drawn: Drawings, seen: Mapping[int, Placed]) -> Silent:
    """The objects that are not among those `seen` in the text, for which it says where they stand.

    pdfium leaves out spaces that are objects of their own, and the second of two objects one upon the other.
    """
    found = Silent()
    if len(seen) >= len(drawn.texts):
        return found
    recent: deque[int] = deque(maxlen=_SAME_WITHIN)
    in_forms = drawn.in_forms
    matrix_of, at = native.object_matrix, native.at
    for one in drawn.texts:
        if one in seen:
            recent.append(one)
            continue
        matrix_of(at(one), _MATRIX)
        x, y = _place(_six)
        if in_forms:
            a, b, c, d, e, f = in_forms.get(one, PLAIN)
            x, y = a * x + c * y + e, b * x + d * y + f
        found.places.append((x, y))
        for other in recent:
            _, left, base = seen[other]
            if -_DOUBLE < left - x < _DOUBLE and -_DOUBLE < base - y < _DOUBLE:
                found.repeats.append((one, other))
    return found


def make_bold(silent: Silent, pieces: Mapping[int, Piece | None], drawn: Drawings) -> None:
    """Make those of the pieces bold, given by their objects, that are drawn twice."""
    for one, other in silent.repeats:
        piece = pieces[other]
        if piece is not None:
            piece.bold = piece.bold or _reaches(one, piece, drawn.in_forms.get(one, PLAIN)[0])


def _reaches(one: int, piece: Piece, scale: float) -> bool:
    """Whether an object has ink about as wide as a piece that starts where it does; spaces have none."""
    native.object_bounds(native.at(one), *_BOUNDS)
    left, bottom, right, top = _four
    wider: float = abs(scale) * (right - left) - (piece.x1 - piece.x0)
    return bool(top > bottom and abs(wider) < piece.size)
