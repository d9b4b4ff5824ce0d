"""The bookmarks of an open file: titles, levels and pages."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator

from nrm.pdf.document import Bookmark
from nrm.pdf.pdfium import native

_DEEPEST = 15
_title = ctypes.create_string_buffer(1024)
_TITLE = ctypes.addressof(_title)


def bookmarks(document: int) -> tuple[Bookmark, ...]:
    """All bookmarks in their order; a page of 0 is one that the file does not tell."""
    return tuple(_below(document, None, 1, set()))


def _below(document: int, parent: int | None, level: int, seen: set[int]) -> Iterator[Bookmark]:
    one = native.first_bookmark(document, parent)
    while one and one not in seen:  # a damaged file can lead in a circle
        seen.add(one)
        target = native.bookmark_target(document, one)
        index = native.target_page(document, target) if target else -1
        yield Bookmark(" ".join(_title_of(one).split()), level, index + 1)
        if level < _DEEPEST:
            yield from _below(document, one, level + 1, seen)
        one = native.next_bookmark(document, one)


def _title_of(one: int) -> str:
    length = native.bookmark_title(one, _TITLE, len(_title))
    if length <= len(_title):
        return _title.raw[: max(0, length - 2)].decode("utf-16-le", "replace")
    whole = ctypes.create_string_buffer(length)
    native.bookmark_title(one, ctypes.addressof(whole), length)
    return whole.raw[: length - 2].decode("utf-16-le", "replace")
