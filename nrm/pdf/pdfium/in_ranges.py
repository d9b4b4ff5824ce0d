"""A long file read in ranges of pages by several processes: each gives its pages packed, and one joins them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from math import ceil
from pathlib import Path
from typing import Any

from nrm.errors import UnreadablePdf
from nrm.pdf.document import Document
from nrm.pdf.packing import packed, unpacked
from nrm.pdf.pdfium.read import (
    Front,
    PagesRead,
    front_of,
    joined,
    no_collector,
    read,
    read_pages,
    reason_against,
)

_LONG = 100
"""Pages from which on a file is worth the trouble."""
_MOST_AT_ONCE = 200
"""Pages of a range: what is to be known of the fonts is found out once for each."""

PackedPages = tuple[PagesRead, list[tuple[Any, ...]]]
"""What was read of a range without its pages, and these packed."""


def page_ranges(path: Path) -> tuple[range, ...]:
    """The ranges of pages (from 0) in which a file is best read, an even number of about one length.

    Empty for a file that is not long, or that cannot be read in ranges.
    """
    try:
        front = front_of(path, "")
    except UnreadablePdf:
        return ()
    return _ranges(front)


def read_range(path: Path, pages: range) -> PackedPages:
    """Some pages of a file. Raises `UnreadablePdf` where it cannot be opened."""
    with no_collector():
        found = read_pages(path, pages)
        return replace(found, pages=()), packed(found.pages)


def document_of(path: Path, sha256: str, parts: Iterable[PackedPages]) -> Document:
    """The document whose ranges of pages these are, in their order. Raises `UnreadablePdf` as `read`."""
    with no_collector():
        return joined(path, front_of(path, sha256), *[replace(part, pages=unpacked(pages)) for part, pages in parts])


def read_with(executor: Executor, path: Path, sha256: str) -> Document:
    """A whole file, a long one in ranges by the processes of an executor. Raises `UnreadablePdf` as `read`."""
    ranges = page_ranges(path)
    if not ranges:
        return read(path, sha256)
    return document_of(path, sha256, executor.map(read_range, [path] * len(ranges), ranges))


def _ranges(front: Front) -> tuple[range, ...]:
    if front.count < _LONG or reason_against(front):
        return ()
    length = ceil(front.count / (2 * ceil(front.count / (2 * _MOST_AT_ONCE))))
    return _cut(range(front.count), length)


def _cut(pages: range, length: int) -> tuple[range, ...]:
    starts: Sequence[int] = pages[::length]
    return tuple(range(start, min(start + length, pages.stop)) for start in starts)
