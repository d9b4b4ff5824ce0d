"""What pdfium knows of text objects: font, size, colour, matrix, asked for all objects of a page at once.

Every answer is written by the library to its place in one stretch of memory, without a step of Python in between.
"""

from __future__ import annotations

import ctypes
from collections import deque
from collections.abc import Collection, Iterable, Sequence
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
_ALPHA = ctypes.addressof(_alpha)


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


class _Room:
    """Memory for the library to write to, kept from page to page."""

    def __init__(self) -> None:
        self._buffer = bytearray()

    def of(self, length: int) -> tuple[memoryview, int]:
        """So much of it, and its address."""
        if length > len(self._buffer):
            self._buffer = bytearray(2 * length)
            self._address = ctypes.addressof(ctypes.c_char.from_buffer(self._buffer))
        return memoryview(self._buffer)[:length], self._address


_records = _Room()
_places = _Room()


def state_of(packed: bytes) -> TextState:
    """The state that is packed in the bytes that `text_states` gives."""
    return TextState(*_STATE.unpack(packed))


def is_sideways(state: TextState) -> bool:
    """Whether text in this state stands sideways or upside down, or is mirrored."""
    a, b, c, d = state[4:]
    return bool(a * d <= 0 or ((b or c) and (b * c > 0 or (abs(b) > _TURNED and abs(a) < abs(b)))))


def text_states(
    stretches: Sequence[Stretch], text_page: int, in_forms: Collection[int]
) -> Iterable[tuple[bytes, float, float]]:
    """Packed state, and the x and y of its origin in page space, of the object of each stretch, in their order."""
    objects = [one for _, _, one in stretches]
    length = _RECORD.size
    room, start = _records.of(length * len(objects))
    stop = start + length * len(objects)
    _call(native.font_size, objects, range(start, stop, length))
    _call(native.object_matrix, objects, range(start + _MATRIX, stop + _MATRIX, length))
    parts = [range(start + part, stop + part, length) for part in (_RED, _GREEN, _BLUE)]
    coloured = list(map(native.fill_colour, objects, *parts, repeat(_ALPHA)))
    for index, told in enumerate(coloured if 0 in coloured else ()):
        if not told:  # a pattern
            room[index * length + _RED : index * length + _MATRIX] = _BLACK
    for index, (first, _, one) in enumerate(stretches if in_forms else ()):
        if one in in_forms:  # whose own matrix is one of the form's space
            native.char_matrix(text_page, first, start + index * length + _MATRIX)
    return _RECORD.iter_unpack(room)


def origins(text_page: int, places: Sequence[int]) -> Iterable[tuple[float, float]]:
    """The x and y in page space of the origins of the characters at some places."""
    length = _PLACE.size
    room, start = _places.of(length * len(places))
    stop = start + length * len(places)
    xs, ys = range(start, stop, length), range(start + length // 2, stop + length // 2, length)
    _call(native.char_origin, repeat(text_page), places, xs, ys)
    return _PLACE.iter_unpack(room)


def _call(function: object, *arguments: Iterable[int]) -> None:
    """Call a function for each row of arguments."""
    deque(map(function, *arguments), maxlen=0)  # type: ignore[arg-type]
