"""What pdfium knows of text objects: font, size, colour, matrix, asked for all objects of a page at once.

Every answer is written by the library to its place in one stretch of memory, without a step of Python in between.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from itertools import repeat
from struct import Struct
from typing import NamedTuple

from nrm.pdf.pdfium import native
from nrm.pdf.pdfium.rows_in_memory import Rows

_RECORD = Struct("32s2f")
"""Size, red, green, blue, and the six entries of the matrix, the last two of which are a place."""
_STATE = Struct("f3I4f")
_MATRIX_ALONE = Struct("16s2f")
_PLACE = Struct("2d")
_RED, _GREEN, _BLUE, _MATRIX = 4, 8, 12, 16
_BLACK = bytes(12)
_TURNED = 1e-3

_alpha = ctypes.c_uint()
_ALPHA = ctypes.byref(_alpha)


class TextState(NamedTuple):
    """What objects may have in common: font size, colour (each part to 255) and four entries of the matrix."""

    size: float
    red: int
    green: int
    blue: int
    a: float
    b: float
    c: float
    d: float


Placed = tuple[bytes, float, float]
"""Packed state of an object, and the x and y of its origin."""


def state_of(packed: bytes) -> TextState:
    """The state that is packed in the bytes that `text_states` gives."""
    return TextState(*_STATE.unpack(packed))


def is_sideways(state: TextState) -> bool:
    """Whether text in this state stands sideways or upside down, or is mirrored."""
    a, b, c, d = state[4:]
    return bool(a * d <= 0 or ((b or c) and (b * c > 0 or (abs(b) > _TURNED and abs(a) < abs(b)))))


_records = Rows(_RECORD, 0, _RED, _GREEN, _BLUE, _MATRIX)
_matrices = Rows(_MATRIX_ALONE, 0)
_places = Rows(_PLACE, 0, _PLACE.size // 2)


def text_states(objects: Sequence[int]) -> Iterable[Placed]:
    """State and place of each of some text objects, in page space, or in that of the form it is in."""
    rows = _records.first(len(objects))
    sizes, reds, greens, blues, matrices = _records.references
    references = [native.at(one) for one in objects]
    _call(native.font_size, references, sizes)
    _call(native.object_matrix, references, matrices)
    coloured = list(map(native.fill_colour, references, reds, greens, blues, repeat(_ALPHA)))
    for index, told in enumerate(coloured if 0 in coloured else ()):
        if not told:  # a pattern
            rows[index * _RECORD.size + _RED : index * _RECORD.size + _MATRIX] = _BLACK
    return _RECORD.iter_unpack(rows)


def in_page_space(packed: bytes, text_page: native.Reference, place: int) -> Placed:
    """The state of an object that is in a form and draws the character at this place of the text, and its place."""
    rows = _matrices.first(1)
    native.char_matrix(text_page, place, _matrices.references[0][0])
    matrix, x, y = _MATRIX_ALONE.unpack(rows)
    return packed[:_MATRIX] + matrix, x, y


def object_places(objects: Sequence[int]) -> Iterable[tuple[float, float]]:
    """The x and y of the origin of each of some text objects, in page space, or in that of the form it is in."""
    rows = _matrices.first(len(objects))
    _call(native.object_matrix, map(native.at, objects), *_matrices.references)
    return ((x, y) for _, x, y in _MATRIX_ALONE.iter_unpack(rows))


def origins(text_page: native.Reference, places: Sequence[int]) -> Iterable[tuple[float, float]]:
    """The x and y in page space of the origins of the characters at some places."""
    rows = _places.first(len(places))
    _call(native.char_origin, repeat(text_page), places, *_places.references)
    return _PLACE.iter_unpack(rows)


def _call(function: Callable[..., int], *arguments: Iterable[native.Reference]) -> None:
    """Call a function for each row of arguments."""
    deque(map(function, *arguments), maxlen=0)
