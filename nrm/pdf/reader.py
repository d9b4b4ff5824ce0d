"""Reading a file into a `Document`, by whichever reader is asked for."""

from __future__ import annotations

import hashlib
from concurrent.futures import Executor
from pathlib import Path
from typing import Literal, Protocol

from nrm.errors import NoText, UnreadablePdf
from nrm.pdf.document import Document

ReaderName = Literal["pdfium", "pdfplumber"]
READERS: tuple[ReaderName, ...] = ("pdfium", "pdfplumber")
_MAGIC_WITHIN = 1024


class Reader(Protocol):
    """What a reader is: a function of a path and its hash that gives the styled lines."""

    def __call__(self, path: Path, sha256: str) -> Document: ...


def _reader(name: ReaderName) -> Reader:
    if name == "pdfium":
        from nrm.pdf.pdfium.read import read

        return read
    from nrm.pdf.plumber import read as read_with_pdfplumber

    return read_with_pdfplumber


def _read(file: Path, name: ReaderName, executor: Executor | None) -> Document:
    if name == "pdfium" and executor is not None:
        from nrm.pdf.pdfium.in_ranges import read_with

        return read_with(executor, file, file_hash(file))
    return _reader(name)(file, file_hash(file))


def file_hash(path: Path) -> str:
    """The SHA-256 of a file, in hexadecimal."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def read_document(
    path: str | Path, reader: ReaderName = "pdfium", *, executor: Executor | None = None
) -> Document:
    """The lines of a PDF with position and style, page by page.

    An `executor` with processes (not threads: pdfium knows none) reads a file of 100 pages and more in ranges of
    pages; the result is the same. The reader `pdfplumber` does without it.

    Raises `UnreadablePdf` for a file that is missing, empty, damaged or no PDF, and `NoText` for
    one that has pages but not one line of text (a scan).
    """
    file = Path(path)
    if not file.is_file():
        raise UnreadablePdf(f"{file}: no such file")
    with file.open("rb") as stream:
        head = stream.read(_MAGIC_WITHIN)
    if not head:
        raise UnreadablePdf(f"{file}: the file is empty; fetch it again")
    if b"%PDF-" not in head:
        kind = "a web page and not" if b"<html" in head.lower() or b"<!doctype" in head.lower() else "not"
        raise UnreadablePdf(f"{file}: this is {kind} a PDF; fetch the report itself")
    return with_text(_read(file, reader, executor), file)


def with_text(document: Document, file: Path) -> Document:
    """The document in a file, if there is text in it. Raises `NoText` and `UnreadablePdf` as `read_document`."""
    if not any(page.lines for page in document.pages):
        if document.unreadable:
            page, reason = document.unreadable[0]
            raise UnreadablePdf(f"{file}: page {page} and all others cannot be read ({reason})")
        raise NoText(f"{file}: no text on any of {len(document.pages)} pages; is it a scan?")
    return document
