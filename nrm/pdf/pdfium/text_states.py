"""What pdfium knows of text objects: font, size, colour, matrix, asked for all objects of a page at once.

Every answer is written by the library to its place in one stretch of memory, without a step of Python in between.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import repeat
from struct import Struct
from typing import NamedTuple

from nrm.pdf.pdfium import native
from nrm.pdf.pdfium.text_runs import Stretch

_RECORD = Struct("32s2f")
"""Size, red, green, blue, and the six entries of the matrix, the last two of which are a place."""
_STATE = Struct("f3I4f")
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
"""Packed state of an object, and the x and y of its origin in page space."""


class _Rows:
    """Memory for the library to write to, in rows, kept from page to page.

    `references` holds, for each of some fields of a row (given by where they start), a reference for every row.
    """

    def __init__(self, row: Struct, *fields: int) -> None:
        self._row = row
        self._fields = fields
        self._buffer = bytearray()
        self.references: list[list[native.Reference]] = [[] for _ in fields]

    def first(self, count: int) -> memoryview:
        """So many rows."""
        if count * self._row.size > len(self._buffer):
            self._buffer = bytearray(2 * count * self._row.size)
            start = ctypes.addressof(ctypes.c_char.from_buffer(self._buffer))
            stop, step = start + len(self._buffer), self._row.size
            self.references = [list(map(native.at, range(start + one, stop, step))) for one in self._fields]
        return memoryview(self._buffer)[: count * self._row.size]


def state_of(packed: bytes) -> TextState:
    """The state that is packed in the bytes that `text_states` gives."""
    return TextState(*_STATE.unpack(packed))


def is_sideways(state: TextState) -> bool:
    """Whether text in this state stands sideways or upside down, or is mirrored."""
    a, b, c, d = state[4:]
    return bool(a * d <= 0 or ((b or c) and (b * c > 0 or (abs(b) > _TURNED and abs(a) < abs(b)))))


_records = _Rows(_RECORD, 0, _RED, _GREEN, _BLUE, _MATRIX)
_places = _Rows(_PLACE, 0, _PLACE.size // 2)


def text_states(
    stretches: Sequence[Stretch], text_page: native.Reference, in_forms: Collection[int]
) -> Iterable[Placed]:
    """State and place of the object of each stretch, in their order."""
    rows = _records.first(len(stretches))
    sizes, reds, greens, blues, matrices = _records.references
    objects = [native.at(one) for _, _, one in stretches]
    _call(native.font_size, objects, sizes)
    _call(native.object_matrix, objects, matrices)
    coloured = list(map(native.fill_colour, objects, reds, greens, blues, repeat(_ALPHA)))
    for index, told in enumerate(coloured if 0 in coloured else ()):
        if not told:  # a pattern
            rows[index * _RECORD.size + _RED : index * _RECORD.size + _MATRIX] = _BLACK
    for index, (start, _, one) in enumerate(stretches if in_forms else ()):
        if one in in_forms:  # whose own matrix is one of the form's space
            native.char_matrix(text_page, start, matrices[index])
    return _RECORD.iter_unpack(rows)


def origins(text_page: native.Reference, places: Sequence[int]) -> Iterable[tuple[float, float]]:
    """The x and y in page space of the origins of the characters at some places."""
    rows = _places.first(len(places))
    _call(native.char_origin, repeat(text_page), places, *_places.references)
    return _PLACE.iter_unpack(rows)


def _call(function: Callable[..., int], *arguments: Iterable[native.Reference]) -> None:
    """Call a function for each row of arguments."""
    deque(map(function, *arguments), maxlen=0)
