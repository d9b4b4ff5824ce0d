"""The compiled walk over a page: that it is there, and that it tells what pdfium tells when asked one by one."""

from __future__ import annotations

import ctypes
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pypdfium2
import pytest
from reportlab.pdfgen.canvas import Canvas

from nrm.pdf.pdfium import compiled, native
from nrm.pdf.pdfium.drawings import Drawings, drawings
from nrm.pdf.pdfium.page_text import text_of_page
from nrm.pdf.pdfium.parts import Part, parts_of
from nrm.stages.discover import sample_files
from tests.pdf.drawn_pdf import nothing, pdf, text
from tests.pdf.typed_pdf import typed_pdf

pytestmark = pytest.mark.skipif(shutil.which("cc") is None, reason="there is no C compiler")
Told = tuple[Drawings, list[Part]]


@contextmanager
def each_open_page(path: Path) -> Iterator[Iterator[tuple[int, int]]]:
    """Page and text page of each page of a file."""
    document = pypdfium2.PdfDocument(path)
    handle = ctypes.cast(document.raw, ctypes.c_void_p).value

    def opened() -> Iterator[tuple[int, int]]:
        for index in range(len(document)):
            page = native.load_page(handle, index)
            text_page = native.load_text(page)
            yield page, text_page
            native.close_text(text_page)
            native.close_page(page)

    yield opened()
    document.close()


def both_ways(path: Path) -> list[tuple[Told, Told]]:
    """What is on each page, told by the library and by pdfium asked one by one."""
    found = []
    with each_open_page(path) as pages, pytest.MonkeyPatch.context() as patch:
        for page, text_page in pages:
            patch.undo()
            by_library = _told(page, text_page)
            patch.setattr(compiled, "page_walk", None)
            found.append((by_library, _told(page, text_page)))
    return found


def _told(page: int, text_page: int) -> Told:
    drawn = drawings(page)
    return drawn, parts_of(text_of_page(text_page), native.at(text_page), drawn.in_forms)


def test_it_was_compiled_with_the_installation() -> None:
    assert compiled.page_walk is not None


def test_it_tells_of_the_samples_what_pdfium_tells() -> None:
    with sample_files() as files:
        for file in files[::4]:
            told = both_ways(file)
            assert any(parts for (_, parts), _ in told)
            assert all(by_library == asked for by_library, asked in told)


def _many(canvas: Canvas) -> None:
    for row in range(70):
        for column in range(9):
            text(f"{row} x", 30 + 60 * column, 780 - 11 * row, size=8)(canvas)


def _strokes(canvas: Canvas) -> None:
    canvas.rect(50, 50, 80, 2, stroke=0, fill=1)
    canvas.rect(50, 80, 80, 30, stroke=0, fill=1)
    canvas.setLineWidth(2.5)
    canvas.line(50, 120, 300, 120)
    canvas.rect(50, 200, 80, 30, stroke=1, fill=0)
    canvas.circle(300, 300, 40)
    text("Beside strokes")(canvas)


def _form(canvas: Canvas) -> None:
    canvas.beginForm("box")
    text("In a form", 10, 10)(canvas)
    canvas.rect(10, 5, 80, 1, stroke=0, fill=1)
    canvas.endForm()
    text("Before")(canvas)
    canvas.translate(100, 300)
    canvas.doForm("box")


@pytest.mark.parametrize(
    ("draw", "parts", "strokes"), [(nothing, 0, 0), (_many, 630, 0), (_strokes, 1, 2), (_form, 2, 1)]
)
def test_it_tells_of_a_page_what_pdfium_tells(
    draw: Callable[[Canvas], None], parts: int, strokes: int, tmp_path: Path
) -> None:
    (((drawn, found), asked),) = both_ways(pdf(tmp_path / "page.pdf", draw))
    assert (drawn, found) == asked
    assert (len(found), len(drawn.strokes)) == (parts, strokes)


@pytest.mark.parametrize(
    ("content", "parts"),
    [
        (b"(a    b) Tj ( c) Tj (    ) Tj (d) Tj", 3),
        (b"(counter-) Tj 0 -14 Td (feit) Tj 0 -14 Td (-) Tj 0 -14 Td (x -) Tj", 4),
        (b"/Pattern cs /P1 scn (a patterned word) Tj 0 g ( and) Tj", 2),
        (b"3 Tr (hidden) Tj 0 Tr /F3 9 Tf ( a) Tj", 2),
        (b"0 1 -1 0 300 300 Tm (upwards) Tj", 1),
    ],
)
def test_it_tells_of_a_line_what_pdfium_tells(content: bytes, parts: int, tmp_path: Path) -> None:
    path = typed_pdf(tmp_path / "page.pdf", b"BT /F1 12 Tf 72 700 Td " + content + b" ET")
    (((drawn, found), asked),) = both_ways(path)
    assert (drawn, found) == asked
    assert len(found) == parts


def test_a_library_of_another_source_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    changed = tmp_path / compiled.SOURCE.name
    changed.write_bytes(compiled.SOURCE.read_bytes() + b"\n")
    shutil.copy(compiled.library_file(), tmp_path)
    monkeypatch.setattr(compiled, "SOURCE", changed)
    assert not compiled.library_file().exists()
    assert compiled.load() is None


def test_a_library_for_another_kind_of_machine_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.copy(compiled.SOURCE, tmp_path)
    monkeypatch.setattr(compiled, "SOURCE", tmp_path / compiled.SOURCE.name)
    compiled.library_file().write_bytes(b"no library")
    assert compiled.load() is None
