"""What files came to in earlier builds: their reports, and the lines from which a changed stage makes new ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nrm.pdf import Bookmark, Document, ReaderName, file_hash, read_document
from nrm.pdf.packing import packed, unpacked
from nrm.pdf.tagged_headings import TaggedHeadings
from nrm.stages.cache import Cache, key_of
from nrm.stages.plain_values import plain, value_of
from nrm.stages.read_file import DocumentOf, FileRead
from nrm.stages.versions import lines_version, reports_version

_LASTING = ("", "no-text", "not-an-nml", "no-entries")
"""Outcomes that the file alone decides, not the machine on which it was read."""
_BROKEN = (TypeError, ValueError, KeyError, IndexError, AttributeError)


def kept_report(path: Path, reader: ReaderName, cache: Cache) -> FileRead | None:
    """What became of this very file before; `None` where it is not known."""
    given = cache.get("reports", key) if cache.folder is not None and (key := _report_key(path, reader)) else None
    if given is None:
        return None
    try:
        return value_of(FileRead, given)
    except _BROKEN:
        return None


def keep_report(found: FileRead, reader: ReaderName, cache: Cache) -> None:
    """Keep what became of a file, if it will be the same the next time."""
    key = _report_key(Path(found.path), reader) if cache.folder is not None and found.trouble in _LASTING else ""
    if key:
        cache.put("reports", key, plain(found))


def has_kept_lines(path: Path, reader: ReaderName, cache: Cache) -> bool:
    """Whether the lines of this very file were kept."""
    sha256 = _hash_of(path, cache)
    return bool(sha256) and cache.holds("lines", _lines_key(reader, sha256))


def document_of(path: Path, reader: ReaderName, cache: Cache, read: DocumentOf = read_document) -> Document:
    """The document in a file, by `read` if its lines were not kept. Raises as `read_document`."""
    sha256 = _hash_of(path, cache)
    if not sha256:
        return read(path, reader)
    key = _lines_key(reader, sha256)
    given = cache.get("lines", key)
    if given is not None:
        try:
            return _document(given, path, sha256)
        except _BROKEN:
            pass  # as good as none
    document = read(path, reader)
    cache.put("lines", key, _plain_document(document))
    return document


def _hash_of(path: Path, cache: Cache) -> str:
    """Empty where nothing is kept, and for a file that cannot be opened."""
    try:
        return file_hash(path) if cache.folder is not None else ""
    except OSError:
        return ""


def _lines_key(reader: ReaderName, sha256: str) -> str:
    return key_of("lines", lines_version(), reader, sha256)


def _report_key(path: Path, reader: ReaderName) -> str:
    """Names in it, too: they stand in messages and tables."""
    try:
        return key_of("report", reports_version(), reader, file_hash(path), path)
    except OSError:
        return ""


def _plain_document(document: Document) -> dict[str, Any]:
    return {
        "pages": packed(document.pages),
        "metadata": dict(document.metadata),
        "bookmarks": [(mark.title, mark.level, mark.page) for mark in document.bookmarks],
        "unreadable": document.unreadable,
        "reread": document.reread,
    }


def _document(given: dict[str, Any], path: Path, sha256: str) -> Document:
    from nrm.one_line import one_line

    return Document(
        file=one_line(path.name),
        sha256=sha256,
        pages=unpacked(given["pages"]),
        metadata=given["metadata"],
        bookmarks=tuple(Bookmark(*mark) for mark in given["bookmarks"]),
        headings=TaggedHeadings(path),
        unreadable=tuple((page, reason) for page, reason in given["unreadable"]),
        reread=tuple((page, reason) for page, reason in given["reread"]),
    )
