"""The compiled walk over a page (`page_walk.c`), where nrm's installation could compile it.

It asks of pdfium, call for call, what is asked from Python elsewhere, in a fifth of the time.
"""

from __future__ import annotations

import ctypes
from hashlib import sha256
from pathlib import Path
from struct import Struct
from typing import TYPE_CHECKING, cast

from nrm.pdf.pdfium import native
from nrm.pdf.pdfium.rows_in_memory import Rows

if TYPE_CHECKING:
    from nrm.pdf.pdfium.parts import Part

Other = tuple[int, int, float, float, float, float]
"""An image or a path: the object, its kind, and for a `THIN_BOX` left, bottom, right, top in page space."""

THIN_BOX = -1
"""The kind of a path whose bounds are all that is to be known of it."""

SOURCE = Path(__file__).with_name("page_walk.c")
_FUNCTIONS = (
    native.text_object,
    native.is_generated,
    native.char_origin,
    native.text_font,
    native.render_mode,
    native.font_size,
    native.fill_colour,
    native.object_matrix,
    native.page_object,
    native.object_type,
    native.draw_mode,
    native.count_segments,
    native.object_bounds,
    native.stroke_width,
)
_PART = Struct("=2Q3d3i32s2fi")
_TEXT = Struct("=Q")
_OTHER = Struct("=Qi4f4x")
_MOST_AT_FIRST = 512


class PageWalk:
    """The functions of a library that was compiled of `page_walk.c`."""

    def __init__(self, library: ctypes.PyDLL) -> None:
        addresses = [ctypes.cast(function, ctypes.c_void_p) for function in _FUNCTIONS]
        self._table = (ctypes.c_void_p * len(addresses))(*[address.value for address in addresses])
        self._pdfium = ctypes.byref(self._table)
        self._found = (ctypes.c_int * 2)()
        self._parts = library.nrm_parts
        self._objects = library.nrm_objects
        self._part_rows = Rows(_PART)
        self._text_rows = Rows(_TEXT)
        self._other_rows = Rows(_OTHER)
        self._room = _MOST_AT_FIRST

    def parts(self, text: str, page: native.Reference) -> list[Part]:
        """The parts of the text of an open text page, without regard to forms (see `parts.parts_of`)."""
        coded = text.encode("utf-32-le", "surrogatepass")
        while True:
            rows = self._part_rows.first(self._room)
            count = self._parts(self._pdfium, page, coded, len(text), self._part_rows.place, self._room)
            if count <= self._room:
                return cast("list[Part]", list(_PART.iter_unpack(rows[: count * _PART.size])))
            self._room = count

    def objects(self, page: native.Reference, count: int) -> tuple[list[int], list[Other]] | None:
        """Of an open page with so many objects the texts, and the images and the paths that may be thin, each in the
        order of drawing; None for a page with forms, whose objects are in between."""
        if not count:
            return [], []
        texts, others = self._text_rows.first(count), self._other_rows.first(count)
        to = self._text_rows.place, self._other_rows.place
        if not self._objects(self._pdfium, page, count, *to, self._found):
            return None
        of_text, of_others = (many * row.size for many, row in zip(self._found, (_TEXT, _OTHER), strict=True))
        return texts[:of_text].cast("Q").tolist(), cast("list[Other]", list(_OTHER.iter_unpack(others[:of_others])))


def library_file() -> Path:
    """Where the library is, or would be, that was compiled of the source as it is now."""
    return SOURCE.with_name(f"page_walk.{sha256(SOURCE.read_bytes()).hexdigest()[:12]}.so")


def load() -> PageWalk | None:
    """The library; None where there is none that fits the source and the machine."""
    try:
        file = library_file()
        return PageWalk(ctypes.PyDLL(str(file))) if file.exists() else None
    except OSError:  # for another kind of machine, or without its source beside it
        return None


page_walk = load()
"""None where it was not compiled: Python asks then, with the same result."""
