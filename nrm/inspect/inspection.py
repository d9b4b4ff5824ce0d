"""A PDF with all that was found in it, whether it is a Notorious Markets List or not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from nrm.entries import answer_keys, read_corrections, report_of
from nrm.entries.checks.keys import AnswerKeys
from nrm.errors import EmptyResults, NotANotoriousMarketsList
from nrm.layout import Candidate, Layout, candidates, lay_out
from nrm.model import Report
from nrm.pdf import Document, ReaderName, read_document


@dataclass(frozen=True, slots=True)
class Inspection:
    """A document, its layout and heading candidates; `keys` and `report` if it is a list.

    `trouble` says why there is no report, and is empty where there is one.
    """

    path: Path
    document: Document
    layout: Layout
    found: Sequence[Candidate]
    keys: AnswerKeys | None
    report: Report | None
    trouble: str = ""


def inspected(
    path: Path, reader: ReaderName = "pdfium", corrections: Path | None = None
) -> Inspection:
    """Read a PDF as far as it can be read.

    A document of another kind, or one without entries, gives its layout alone. Raises
    `UnreadablePdf` or `NoText` for a file without lines, `BadTable` for a bad file of corrections.
    """
    given = read_corrections(corrections) if corrections is not None else ()
    document = read_document(path, reader)
    try:
        keys = answer_keys(document, str(path))
    except (NotANotoriousMarketsList, EmptyResults) as reason:
        layout = lay_out(document.pages)
        found = candidates(layout.blocks, layout.body)
        return Inspection(path, document, layout, found, None, None, str(reason))
    report = report_of(document, str(path), given)
    return Inspection(path, document, keys.layout, keys.found, keys, report)
