"""One file → what became of it: a report, or why there is none. Nothing that a file does escapes from here."""

from __future__ import annotations

import traceback
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from nrm.errors import EmptyResults, NotANotoriousMarketsList, NoText, NrmError, UnreadablePdf
from nrm.model import Report
from nrm.one_line import one_line
from nrm.pdf import Document, ReaderName, read_document

Trouble = Literal["", "unreadable-file", "no-text", "not-an-nml", "no-entries", "defect"]
_TROUBLES: dict[type[NrmError], Trouble] = {
    UnreadablePdf: "unreadable-file",
    NoText: "no-text",
    NotANotoriousMarketsList: "not-an-nml",
    EmptyResults: "no-entries",
}
DocumentOf = Callable[[Path, ReaderName], Document]
_PDF_LIBRARIES = frozenset({"pdfminer", "pdfplumber", "pypdfium2", "pypdfium2_raw"})
_LONG = 80
"""No edition has so many pages: a longer document is looked at before it is read as a whole."""


@dataclass(frozen=True, slots=True)
class FileRead:
    """What became of a file: `report`, or `trouble` (a code of the schema, or `defect`) with its `message`.

    `list_year` is 0 where the edition is not known; `details` is the traceback of a defect.
    """

    path: str
    report: Report | None = None
    trouble: Trouble = ""
    message: str = ""
    list_year: int = 0
    details: str = ""

    @property
    def error(self) -> Exception:
        """The trouble as an error to raise: one of `nrm.errors`, or `RuntimeError` for a defect."""
        for error, code in _TROUBLES.items():
            if code == self.trouble:
                return error(self.message)
        return RuntimeError(f"{self.message}\n{self.details}")


def read_file(
    path: Path,
    reader: ReaderName = "pdfium",
    *,
    document_of: DocumentOf | None = None,
    called: str = "",
) -> FileRead:
    """Read one file; every failure becomes a value, so that one bad file does not cost the others.

    `document_of` gives its lines (default: reads them); `called` is its name where it lies under another one.
    """
    found = _read(path, reader, document_of)
    return _renamed(found, path, called) if called and called != str(path) else found


def _renamed(found: FileRead, path: Path, called: str) -> FileRead:
    """The same of a file that is a copy of another: under the other's name."""
    report = found.report
    if report is not None:
        name = one_line(Path(called).name)
        findings = tuple(replace(finding, file=name) for finding in report.findings)
        report = replace(report, edition=replace(report.edition, file=name), findings=findings)
    return replace(found, path=called, report=report, message=found.message.replace(str(path), called))


def _read(path: Path, reader: ReaderName, document_of: DocumentOf | None) -> FileRead:
    from nrm.entries.read_report import recognised, report_of

    document: Document | None = None
    try:
        if is_another_document(path, reader):
            raise NotANotoriousMarketsList(
                f"{path}: no Notorious Markets List (its first pages do not say that it is one)"
            )
        document = document_of(path, reader) if document_of is not None else read_document(path, reader)
        return FileRead(str(path), report_of(document, str(path)))
    except tuple(_TROUBLES) as error:
        code = next(code for known, code in _TROUBLES.items() if isinstance(error, known))
        edition = recognised(document) if document is not None else None
        year = edition.list_year if edition else 0
        return FileRead(str(path), trouble=code, message=one_line(str(error)), list_year=year)
    except (MemoryError, RecursionError) as error:
        why = "memory" if isinstance(error, MemoryError) else "depth"
        return FileRead(str(path), trouble="unreadable-file", message=one_line(f"{path}: reading it ran out of {why}"))
    except Exception as error:  # noqa: BLE001 -- the edge of a file: whatever it sets off stays with it
        said = one_line(f"{path}: reading it failed ({type(error).__name__}: {error})")
        trouble: Trouble = "unreadable-file" if _in_a_pdf_library(error) else "defect"
        return FileRead(str(path), trouble=trouble, message=said, details=traceback.format_exc())


def _in_a_pdf_library(error: Exception) -> bool:
    """Whether a library that takes PDFs apart stumbled: that is the file's damage, not a defect of nrm."""
    frames = [frame.f_globals.get("__name__", "") for frame, _ in traceback.walk_tb(error.__traceback__)]
    return any(name.split(".")[0] in _PDF_LIBRARIES for name in frames)


def is_another_document(path: Path, reader: ReaderName) -> bool:
    """Whether a long PDF is no Notorious Markets List, from its first pages alone, to save reading hundreds."""
    from nrm.entries.read_report import recognised
    from nrm.pdf.first_pages import first_pages

    with first_pages(path, longer_than=_LONG) as opening:
        if opening is None:
            return False
        try:
            document = read_document(opening.file, reader)
        except NrmError:
            return False  # what is wrong with it is said when all of it is read
        return recognised(Document(path.name, "", document.pages, opening.metadata)) is None
