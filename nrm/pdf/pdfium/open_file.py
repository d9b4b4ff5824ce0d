"""A file open in pdfium, page by page, in little memory however long it is."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TypeVar

import pypdfium2

from nrm.errors import UnreadablePdf
from nrm.pdf.pdfium import native

_PAGES_AT_ONCE = 200
"""What pdfium keeps of a document grows by 16 kB a page, until the document is closed."""

Result = TypeVar("Result")


@contextmanager
def opened(path: Path) -> Iterator[pypdfium2.PdfDocument]:
    """The document in a file. Raises `UnreadablePdf` where it cannot be opened as a PDF."""
    try:
        document = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise UnreadablePdf(f"{path}: not a readable PDF ({error})") from error
    with closing(document):
        yield document


def handle(document: pypdfium2.PdfDocument) -> int:
    """The document's address in the library."""
    return ctypes.cast(document.raw, ctypes.c_void_p).value or 0


def each_page(
    path: Path, pages: range, read: Callable[[int, int, int], Result], first: pypdfium2.PdfDocument | None = None
) -> Iterator[Result | None]:
    """`read(document, page, text page)` for each of these pages (from 0), `None` for one that pdfium cannot load.

    Page and text are closed before the next page is loaded: a text page used after its page is gone ends the
    process. The document is opened anew every 200 pages; `first` is one that is open already, and is closed.
    """
    for start in range(pages.start, pages.stop, _PAGES_AT_ONCE):
        with closing(first) if first is not None and start == pages.start else opened(path) as document:
            address = handle(document)
            for index in range(start, min(start + _PAGES_AT_ONCE, pages.stop)):
                page = native.load_page(address, index)
                if not page:
                    yield None
                    continue
                text = native.load_text(page)
                try:
                    yield read(address, page, text) if text else None
                finally:
                    if text:
                        native.close_text(text)
                    native.close_page(page)
