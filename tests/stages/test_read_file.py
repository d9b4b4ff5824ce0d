"""One file: what becomes of it, whatever it is."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from nrm.errors import BadTable, NotANotoriousMarketsList, NoText, UnreadablePdf
from nrm.pdf import read_document
from nrm.stages import read_file as stage
from nrm.stages.read_file import read_file


def pdf(path: Path, pages: int, text: str) -> Path:
    canvas = Canvas(str(path))
    for number in range(pages):
        if text:
            canvas.drawString(72, 700, f"{text} {number}")
        canvas.showPage()
    canvas.save()
    return path


@pytest.mark.parametrize(
    ("pages", "text", "trouble", "error"),
    [
        (2, "A letter about trade", "not-an-nml", NotANotoriousMarketsList),
        (120, "A long report about trade", "not-an-nml", NotANotoriousMarketsList),
        (2, "", "no-text", NoText),
        (120, "", "no-text", NoText),
    ],
)
def test_another_document(pages: int, text: str, trouble: str, error: type[Exception], tmp_path: Path) -> None:
    path = pdf(tmp_path / "other.pdf", pages, text)
    found = read_file(path)
    assert (found.report, found.trouble) == (None, trouble)
    assert isinstance(found.error, error)
    assert str(path) in str(found.error)


@pytest.mark.parametrize("content", [b"", b"<html>404</html>", b"%PDF-1.4\nnothing else"])
def test_what_is_no_pdf(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(content)
    found = read_file(path)
    assert found.trouble == "unreadable-file"
    assert isinstance(found.error, UnreadablePdf)


def test_a_long_document_is_judged_by_its_first_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = pdf(tmp_path / "long.pdf", 120, "A long report about trade")
    read: list[int] = []

    def counted(file: Path, reader: str) -> object:
        document = read_document(file)
        read.append(len(document.pages))
        return document

    monkeypatch.setattr(stage, "read_document", counted)
    assert read_file(path).trouble == "not-an-nml"
    assert sum(read) < 20


@pytest.mark.parametrize("error", [ZeroDivisionError, BadTable])
def test_a_defect_is_kept_with_its_details(
    error: type[Exception], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*args: object) -> None:
        raise error("by accident")

    monkeypatch.setattr(stage, "read_document", broken)
    found = read_file(pdf(tmp_path / "x.pdf", 1, "text"))
    assert found.trouble == "defect"
    assert f"{error.__name__}: by accident" in found.message
    assert "Traceback" in found.details


def test_running_out_of_memory_is_no_defect(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def hungry(*args: object) -> None:
        raise MemoryError

    monkeypatch.setattr(stage, "read_document", hungry)
    found = read_file(pdf(tmp_path / "x.pdf", 1, "text"))
    assert found.trouble == "unreadable-file"
    assert "memory" in found.message
