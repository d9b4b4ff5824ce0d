"""Text objects of which nothing is in the text that pdfium gives: printed spaces, and text that is drawn twice."""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field

from nrm.pdf.pdfium import native
from nrm.pdf.pdfium.drawings import PLAIN, Drawings, through
from nrm.pdf.pdfium.parts import Part, X, Y
from nrm.pdf.pdfium.pieces import Piece
from nrm.pdf.pdfium.text_states import object_places

_SAME_WITHIN = 5
"""How far back pdfium looks for an object that another one repeats."""
_DOUBLE = 0.8

_four = (ctypes.c_float * 4)()
_BOUNDS = tuple(ctypes.byref(_four, 4 * i) for i in range(4))


@dataclass(slots=True)
class Silent:
    """`places` are (x, y) in page space of the silent objects. `repeats` are those of them that start where one of
    the objects just before does, each with that one."""

    places: list[tuple[float, float]] = field(default_factory=list)
    repeats: list[tuple[int, int]] = field(default_factory=list)


def silent_objects(drawn: Drawings, seen: Mapping[int, Part]) -> Silent:
    """The objects that are not among those `seen` in the text.

    pdfium leaves out spaces that are objects of their own, and the second of two objects one upon the other.
    """
    found = Silent()
    if len(seen) >= len(drawn.texts):
        return found
    silent = [one for one in drawn.texts if one not in seen]
    places = dict(zip(silent, object_places(silent), strict=True))
    if drawn.in_forms:
        places = {one: through(drawn.in_forms.get(one, PLAIN), *place) for one, place in places.items()}
    found.places += places.values()
    recent: deque[Part] = deque(maxlen=_SAME_WITHIN)
    for one in drawn.texts:
        if (part := seen.get(one)) is not None:
            recent.append(part)
            continue
        x, y = places[one]
        for part in recent:
            if -_DOUBLE < part[X] - x < _DOUBLE and -_DOUBLE < part[Y] - y < _DOUBLE:
                found.repeats.append((one, part[0]))
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
