"""Metadata and bookmarks, without reading a page."""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfgen.canvas import Canvas

from nrm.pdf.document import Bookmark
from nrm.pdf.told_by_file import ToldByFile, told_by_file


def test_metadata_and_bookmarks(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    canvas = Canvas(str(file))
    canvas.setTitle("Barriers")
    for page, title in enumerate(("CAMBODIA", "COTE D’IVOIRE"), start=1):
        canvas.bookmarkPage(str(page))
        canvas.addOutlineEntry(title, str(page))
        canvas.drawString(72, 700, title)
        canvas.showPage()
    canvas.save()
    told = told_by_file(file)
    assert told.metadata["Title"] == "Barriers"
    assert told.metadata["CreationDate"].startswith("D:20")
    assert told.bookmarks == (Bookmark("CAMBODIA", 1, 1), Bookmark("COTE D’IVOIRE", 1, 2))


def test_what_is_no_pdf_tells_nothing(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("Notes", "utf-8")
    (tmp_path / "torn.pdf").write_bytes(b"%PDF-1.4")
    assert told_by_file(tmp_path / "notes.txt") == ToldByFile()
    assert told_by_file(tmp_path / "torn.pdf") == ToldByFile()
    assert told_by_file(tmp_path / "nowhere.pdf") == ToldByFile()
