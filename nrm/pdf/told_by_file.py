"""What a PDF tells of itself beside its pages: metadata and bookmarks, quickly, for documents of any length."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfexceptions import PDFException
from pdfminer.pdfparser import PDFParser

from nrm.pdf.document import Bookmark
from nrm.pdf.outline import bookmarks

_MAGIC_WITHIN = 1024


@dataclass(frozen=True, slots=True)
class ToldByFile:
    """Metadata as the file has it (such as `CreationDate`), and its bookmarks."""

    metadata: Mapping[str, str] = field(default_factory=dict)
    bookmarks: tuple[Bookmark, ...] = ()


def told_by_file(path: str | Path) -> ToldByFile:
    """What a PDF tells of itself; nothing for a file that is no PDF, or cannot be opened as one.

    What is wrong with a file is said when its text is read.
    """
    import pypdfium2

    file = Path(path)
    try:
        with file.open("rb") as stream:
            if b"%PDF-" not in stream.read(_MAGIC_WITHIN):
                return ToldByFile()
        with closing(pypdfium2.PdfDocument(file)) as pdf:
            metadata = pdf.get_metadata_dict(skip_empty=True)
        with file.open("rb") as stream:
            return ToldByFile(metadata, bookmarks(PDFDocument(PDFParser(stream))))
    except (OSError, pypdfium2.PdfiumError, PDFException):
        return ToldByFile()
