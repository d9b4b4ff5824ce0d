"""The fast reader: pdfium's text in whole pages, style by text object, glyphs only where a line needs them.

Pages whose text pdfium does not tell as the file draws it are left to the other reader, and the document says so.
"""

from __future__ import annotations

import contextlib
import gc
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

import pypdfium2

from nrm.errors import UnreadablePdf
from nrm.model import Page
from nrm.one_line import one_line
from nrm.pdf.document import METADATA, Document
from nrm.pdf.pdfium.bookmarks import bookmarks
from nrm.pdf.pdfium.distrust import Distrust
from nrm.pdf.pdfium.faces import Faces
from nrm.pdf.pdfium.font_facts import FontFactsOf
from nrm.pdf.pdfium.open_file import each_page, handle, opened
from nrm.pdf.pdfium.pages import page_lines
from nrm.pdf.tagged_headings import TaggedHeadings

_NOT_LOADED = "pdfium cannot load it"
_SPACES_LEFT_OUT = re.compile(r"ghostscript|groff|gropdf|tex\b|dvips|dvipdf", re.IGNORECASE)
"""Programs that leave gaps in place of some or all spaces, as the metadata names them: pdfium misses narrow ones."""


@dataclass(frozen=True, slots=True)
class PagesRead:
    """Some pages of a file in their order. `reread` are those that the other reader read, `unreadable` those that
    neither could, each with the reason. `whole` asks that it read the whole file, for a reason."""

    pages: tuple[Page, ...]
    reread: tuple[tuple[int, str], ...] = ()
    unreadable: tuple[tuple[int, str], ...] = ()
    whole: str = ""


def read(path: Path, sha256: str) -> Document:
    """Read a whole file. Raises `UnreadablePdf` if it cannot be opened as a PDF or has no pages.

    A page that cannot be read is listed in `Document.unreadable` and stands as an empty page.
    """
    try:
        with opened(path) as pdf:
            front = _front(path, sha256, pdf)
            reason = reason_against(front)
            if not reason:
                return joined(path, front, _pages_of(path, range(front.count), pdf))
    except UnreadablePdf as error:
        reason = str(error)
    return _by_the_other(path, sha256, reason)


@dataclass(frozen=True, slots=True)
class Front:
    """What a file says of itself, and how many pages it has."""

    document: Document
    count: int


def reason_against(front: Front) -> str:
    """Why the whole file is left to the other reader, for the program that made it; empty if it is not."""
    made_by = " ".join(front.document.metadata.get(key, "") for key in ("Producer", "Creator"))
    found = _SPACES_LEFT_OUT.search(made_by)
    return f"{found.group()}: spaces left out" if found else ""


def front_of(path: Path, sha256: str) -> Front:
    """The document without its pages. Raises `UnreadablePdf` as `read`."""
    with opened(path) as pdf:
        return _front(path, sha256, pdf)


def _front(path: Path, sha256: str, pdf: pypdfium2.PdfDocument) -> Front:
    count = len(pdf)
    if count == 0:
        raise UnreadablePdf(f"{path}: a PDF without pages")
    document = Document(
        file=one_line(path.name),
        sha256=sha256,
        pages=(),
        metadata=_metadata(pdf.get_metadata_dict(skip_empty=True)),
        bookmarks=bookmarks(handle(pdf)),
        headings=TaggedHeadings(path),
    )
    return Front(document, count)


def joined(path: Path, front: Front, *parts: PagesRead) -> Document:
    """The document with the pages of these parts, which follow each other."""
    whole = next((part.whole for part in parts if part.whole), "")
    if whole:
        return _by_the_other(path, front.document.sha256, whole)
    return replace(
        front.document,
        pages=tuple(page for part in parts for page in part.pages),
        reread=tuple(one for part in parts for one in part.reread),
        unreadable=tuple(one for part in parts for one in part.unreadable),
    )


def _by_the_other(path: Path, sha256: str, reason: str) -> Document:
    from nrm.pdf import plumber

    document = plumber.read(path, sha256)
    return replace(document, reread=tuple((page.number, reason) for page in document.pages))


def read_pages(path: Path, pages: range) -> PagesRead:
    """The pages of these indices (from 0)."""
    return _pages_of(path, pages, None)


@contextlib.contextmanager
def no_collector() -> Iterator[None]:
    """Python's collector of cycles at rest: lines hold none, and to look through them again and again takes time."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _pages_of(path: Path, pages: range, pdf: pypdfium2.PdfDocument | None) -> PagesRead:
    """The pages of these indices; of the document, where it is open already."""
    with no_collector():
        return _read_pages(path, pages, pdf)


def _read_pages(path: Path, pages: range, pdf: pypdfium2.PdfDocument | None) -> PagesRead:
    facts = FontFactsOf(path)
    faces = Faces(facts)
    numbers = iter(range(pages.start + 1, pages.stop + 1))
    found: list[Page | str] = []
    try:
        for outcome in each_page(path, pages, lambda d, p, t: _outcome(d, p, t, next(numbers), faces), pdf):
            if outcome is None:
                next(numbers)
            elif isinstance(outcome, Distrust) and outcome.whole:
                return PagesRead((), whole=outcome.reason)
            found.append(outcome.reason if isinstance(outcome, Distrust) else outcome or _NOT_LOADED)
    finally:
        facts.close()
    return _with_others(path, pages, found)


def _outcome(document: int, page: int, text_page: int, number: int, faces: Faces) -> Page | Distrust:
    try:
        return page_lines(document, page, text_page, number, faces)
    except Distrust as distrust:
        return distrust


def _with_others(path: Path, pages: range, found: list[Page | str]) -> PagesRead:
    """The pages, those of which only a reason for distrust is given read by the other reader."""
    left = [(number, one) for number, one in enumerate(found, pages.start + 1) if isinstance(one, str)]
    if not left:
        return PagesRead(tuple(one for one in found if isinstance(one, Page)))
    from nrm.pdf import plumber

    others = plumber.read_pages(path, [number for number, _ in left])
    whole: list[Page] = []
    unreadable = []
    for number, one in enumerate(found, pages.start + 1):
        page = others.get(number, "not found by the other reader") if isinstance(one, str) else one
        if isinstance(page, str):
            unreadable.append((number, page))
            page = Page(number, 612.0, 792.0, ())
        whole.append(page)
    failed = {number for number, _ in unreadable}
    reread = tuple(one for one in left if one[0] not in failed)
    return PagesRead(tuple(whole), reread, tuple(unreadable))


def _metadata(raw: Mapping[str, str]) -> dict[str, str]:
    return {key: raw[key] for key in METADATA if raw.get(key)}
