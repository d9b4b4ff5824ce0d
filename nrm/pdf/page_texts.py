"""The plain text of a document, page by page: any PDF, or a text file as one page."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from nrm.errors import NoText, UnreadablePdf

_MAGIC_WITHIN = 1024
_NEW_PAGE = "\f"


def page_texts(path: str | Path) -> Iterator[tuple[int, str]]:
    r"""Page number from 1 and text, for each page of a PDF or a UTF-8 text file; lines end with `\n`.

    A text file has the pages that its form feeds make. Made for reading names in any document: quick, without
    position or style. Raises `UnreadablePdf` for a file that is missing, damaged or neither PDF nor text, and
    `NoText` for a PDF without any text.
    """
    file = Path(path)
    if not file.is_file():
        raise UnreadablePdf(f"{file}: no such file")
    with file.open("rb") as stream:
        head = stream.read(_MAGIC_WITHIN)
    if not head:
        raise UnreadablePdf(f"{file}: the file is empty")
    pages = _of_pdf(file) if b"%PDF-" in head else _of_text(file)
    first = list(itertools.islice(pages, 1))
    return itertools.chain(first, pages)


def _of_text(file: Path) -> Iterator[tuple[int, str]]:
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadablePdf(f"{file}: neither a PDF nor text in UTF-8 (byte {error.start})") from error
    yield from enumerate(text.split(_NEW_PAGE), start=1)


def _of_pdf(file: Path) -> Iterator[tuple[int, str]]:
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(file)
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdf(f"{file}: not a readable PDF ({error})") from error
    with closing(pdf):
        texts = []
        for number in range(len(pdf)):
            try:
                page = pdf[number]
                text = page.get_textpage().get_text_bounded()
            except pypdfium2.PdfiumError as error:
                raise UnreadablePdf(f"{file}: page {number + 1} cannot be read ({error})") from error
            page.close()
            texts.append(text.replace("\r\n", "\n").replace("\r", "\n"))
    if not any(text.strip() for text in texts):
        raise NoText(f"{file}: no text on any of {len(texts)} pages; is it a scan?")
    yield from enumerate(texts, start=1)
