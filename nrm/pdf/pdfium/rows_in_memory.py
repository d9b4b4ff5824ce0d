"""Memory that the library writes to, row by row."""

from __future__ import annotations

import ctypes
from struct import Struct

from nrm.pdf.pdfium import native


class Rows:
    """Memory for the library to write to, in rows, kept from page to page.

    `place` refers to the first row; `references` holds, for each of some fields of a row (given by where they start),
    a reference for every row. Both change where `first` has to make room.
    """

    def __init__(self, row: Struct, *fields: int) -> None:
        self._row = row
        self._fields = fields
        self._buffer = bytearray()
        self.place: native.Reference = None
        self.references: list[list[native.Reference]] = [[] for _ in fields]

    def first(self, count: int) -> memoryview:
        """So many rows."""
        if count * self._row.size > len(self._buffer):
            self._buffer = bytearray(2 * count * self._row.size)
            start = ctypes.addressof(ctypes.c_char.from_buffer(self._buffer))
            self.place = native.at(start)
            stop, step = start + len(self._buffer), self._row.size
            self.references = [list(map(native.at, range(start + one, stop, step))) for one in self._fields]
        return memoryview(self._buffer)[: count * self._row.size]
