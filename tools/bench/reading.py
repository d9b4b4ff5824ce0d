"""Reading into styled lines, against the plain text of pdfplumber and of pdfium on the same pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pdfplumber
import pypdfium2

from nrm.pdf import Document, read_document
from nrm.pdf.pdfium import compiled
from tools.bench.figures import Figure, median_of

_WORKERS = 2


def reading_figures(
    files: Sequence[Path], group: str, slow: float, *, times: int, targets: tuple[float, float]
) -> Iterator[Figure]:
    """One process. `slow` is the time that pdfplumber takes for the plain text of the same files, in seconds;
    `targets` are the least multiple of its speed and the most of pdfium's time.
    """
    pages = sum(map(page_count, files))
    plain, lines, asked = median_of(
        times,
        lambda: [text_of_pdfium(file) for file in files],
        lambda: [read_document(file, "pdfium") for file in files],
        lambda: _read_without_the_compiled_walk(files),
    )
    yield Figure(group, "pages", pages, "pages")
    yield Figure(group, "pdfplumber, plain text", pages / slow, "pages/s")
    yield Figure(group, "pdfium, plain text", pages / plain, "pages/s")
    yield Figure(group, "nrm, styled lines", pages / lines, "pages/s")
    yield Figure(group, "nrm against pdfplumber's text", slow / lines, "× as fast", ">=", targets[0])
    yield Figure(group, "nrm against pdfium's text", lines / plain, "× the time", "<=", targets[1])
    yield Figure(group, "the same, installed without a C compiler", asked / plain, "× the time")
    if pages >= 100 and len(files) == 1:
        yield from _in_two_processes(files[0], group, slow, plain, times)


def _read_without_the_compiled_walk(files: Sequence[Path]) -> None:
    walk = compiled.page_walk
    compiled.page_walk = None
    try:
        for file in files:
            read_document(file, "pdfium")
    finally:
        compiled.page_walk = walk


def _in_two_processes(file: Path, group: str, slow: float, plain: float, times: int) -> Iterator[Figure]:
    """Page ranges over two processes that run already, the lines sent back."""
    with ProcessPoolExecutor(_WORKERS, mp_context=get_context("spawn")) as pool:

        def read() -> Document:
            return read_document(file, "pdfium", executor=pool)

        read()
        (both,) = median_of(times, read)
    yield Figure(group, "two processes against pdfplumber's text", slow / both, "× as fast", ">=", 55)
    yield Figure(group, "two processes against pdfium's text", both / plain, "× the time", "<=", 1.1)


def page_count(file: Path) -> int:
    """How many pages a PDF has."""
    with closing(pypdfium2.PdfDocument(file)) as document:
        return len(document)


def text_of_pdfium(file: Path) -> int:
    """Read the plain text of every page; gives the number of characters."""
    total = 0
    with closing(pypdfium2.PdfDocument(file)) as document:
        for index in range(len(document)):
            page = document[index]
            text = page.get_textpage()
            total += len(text.get_text_range())
            text.close()
            page.close()
    return total


def _text_of_pdfplumber(file: Path) -> int:
    total = 0
    with pdfplumber.open(file) as document:
        for page in document.pages:
            total += len(page.extract_text())
            page.close()
    return total


def plumber_seconds(files: Sequence[Path], times: int) -> float:
    """How long pdfplumber takes merely for the text of some files."""
    return median_of(times, lambda: [_text_of_pdfplumber(file) for file in files])[0]
