"""What a process that reads can be asked for: a file, a range of pages of a long one, or to join such ranges.

Whoever asks for a file may get the answer that it is best read in ranges; each of them is then asked for, of whatever
processes are free, and at last their joining. Ranges go from process to process as they are packed.
"""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from nrm.errors import NrmError, UnreadablePdf
from nrm.pdf import Document, ReaderName, file_hash, read_document
from nrm.stages.cache import Cache
from nrm.stages.kept_readings import document_of, has_kept_lines
from nrm.stages.read_file import FileRead, is_another_document, read_file


@dataclass(frozen=True, slots=True)
class WholeFile:
    """Read a file that is called `name`; where it is `dividable` the answer may be that it is best read in ranges."""

    path: str
    name: str
    dividable: bool = False


@dataclass(frozen=True, slots=True)
class PageRange:
    """Read some pages of a file."""

    path: str
    name: str
    pages: range


@dataclass(frozen=True, slots=True)
class RangesOfFile:
    """Make of the ranges of a file, packed and in their order, what reading all of it makes."""

    path: str
    name: str
    parts: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class InRanges:
    """The answer that a file is long, and in which ranges of pages it is best read."""

    ranges: tuple[range, ...]


Task = WholeFile | PageRange | RangesOfFile
Answer = FileRead | InRanges | bytes
Ask = Callable[[Task], Answer]


def done(task: Task, reader: ReaderName, cache: Cache) -> Answer:
    """The answer to a task: what became of a file, its ranges, or a range packed (nothing if it cannot be read)."""
    path = Path(task.path)
    if isinstance(task, PageRange):
        return _range_of(path, task.pages)
    if isinstance(task, WholeFile) and task.dividable and (ranges := _ranges_of(path, reader, cache)):
        return InRanges(ranges)
    read = partial(_joined, task.parts) if isinstance(task, RangesOfFile) else read_document
    return read_file(
        path, reader, document_of=lambda file, name: document_of(file, name, cache, read), called=task.name
    )


def read_in_parts(path: str, name: str, ask: Ask, ask_all: Callable[[Iterable[Task]], Iterable[Answer]]) -> FileRead:
    """What became of a file that is asked for in one piece or, if it is long, in ranges; `ask_all` asks for several."""
    answer = ask(WholeFile(path, name, dividable=True))
    if isinstance(answer, InRanges):
        parts = list(ask_all([PageRange(path, name, pages) for pages in answer.ranges]))
        trouble = next((part for part in parts if isinstance(part, FileRead)), None)
        if trouble is not None:
            return trouble
        packed = tuple(part for part in parts if isinstance(part, bytes))
        answer = ask(RangesOfFile(path, name, packed) if all(packed) else WholeFile(path, name))
    assert isinstance(answer, FileRead)
    return answer


def _joined(parts: tuple[bytes, ...], path: Path, _: ReaderName) -> Document:
    from nrm.pdf.pdfium import in_ranges
    from nrm.pdf.reader import with_text

    return with_text(in_ranges.document_of(path, file_hash(path), map(pickle.loads, parts)), path)


def _ranges_of(path: Path, reader: ReaderName, cache: Cache) -> tuple[range, ...]:
    """The ranges in which a file is best read; none if it is short, or need not be read as a whole."""
    import pypdfium2

    from nrm.pdf.pdfium.in_ranges import page_ranges

    if reader != "pdfium" or has_kept_lines(path, reader, cache):
        return ()
    try:
        ranges = page_ranges(path)
        return ranges if ranges and not is_another_document(path, reader) else ()
    except (NrmError, OSError, pypdfium2.PdfiumError):
        return ()  # what is wrong with it is said when it is read


def _range_of(path: Path, pages: range) -> bytes:
    from nrm.pdf.pdfium.in_ranges import read_range

    try:
        return pickle.dumps(read_range(path, pages), pickle.HIGHEST_PROTOCOL)
    except UnreadablePdf:
        return b""

