"""Files → documents: what cannot be read says why, coordinates are those of the page as displayed, pages are closed."""

from __future__ import annotations

import hashlib
import tracemalloc
from pathlib import Path
from typing import Any

import pdfplumber.page
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from nrm.errors import NoText, NrmError, UnreadablePdf
from nrm.pdf import Document, file_hash, read_document
from tests.pdf.drawn_pdf import nothing, pdf, text


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "report.pdf"


# what cannot be read


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "no such file"),
        (b"", "empty"),
        (b"<!DOCTYPE html><html><body>Not found</body></html>", "a web page"),
        (b"\n<HTML><head></head></HTML>", "a web page"),
        (b"Name,Country\n", "not a PDF"),
        (b"PK\x03\x04" + bytes(200), "not a PDF"),
        (b"%PDF-1.7\n", "not a readable PDF"),
        (b"%PDF-1.7\n" + bytes(range(256)) * 8, "not a readable PDF"),
    ],
    ids=["missing", "empty", "html", "html in capitals", "text", "zip", "nothing but the first line", "rubbish"],
)
def test_what_is_no_pdf_says_so_and_names_the_file(path: Path, content: bytes | None, said: str) -> None:
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(UnreadablePdf, match=said) as caught:
        read_document(path)
    assert "report.pdf" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePdf, match="no such file"):
        read_document(tmp_path)


@pytest.mark.parametrize("share", [0.1, 0.4, 0.7, 0.97])
def test_a_truncated_pdf_gives_an_error_or_what_is_left_of_it(path: Path, share: float) -> None:
    whole = pdf(path, *(text(f"Page {n} of the text") for n in range(1, 6))).read_bytes()
    path.write_bytes(whole[: int(share * len(whole))])
    found, said = [], ""
    try:
        found = lines(read_document(path))
    except NrmError as error:
        said = str(error)
    assert bool(found) != ("report.pdf" in said)
    assert set(found) <= {f"Page {n} of the text" for n in range(1, 6)}


def test_an_encrypted_file_without_a_password_is_read(path: Path) -> None:
    pdf(path, text("Locked only against printing"), encrypt=StandardEncryption("", "owner", canPrint=0))
    assert lines(read_document(path)) == ["Locked only against printing"]


def test_an_encrypted_file_with_a_password_is_an_error(path: Path) -> None:
    pdf(path, text("Locked"), encrypt=StandardEncryption("secret", "owner"))
    with pytest.raises(UnreadablePdf, match=r"report\.pdf.*[Pp]assword"):
        read_document(path)


def picture(canvas: Canvas) -> None:
    canvas.rect(72, 72, 400, 600, fill=1)


@pytest.mark.parametrize("draw", [nothing, picture, text("   ")], ids=["blank", "picture", "spaces"])
def test_pages_without_a_line_of_text_are_no_text(path: Path, draw: Any) -> None:
    with pytest.raises(NoText, match="2 pages"):
        read_document(pdf(path, draw, draw))


def test_a_blank_page_among_others_is_a_page_without_lines(path: Path) -> None:
    document = read_document(pdf(path, text("One"), nothing, text("Three")))
    assert [len(page.lines) for page in document.pages] == [1, 0, 1]
    assert [page.number for page in document.pages] == [1, 2, 3]
    assert document.unreadable == ()


def test_a_page_that_cannot_be_read_is_named_and_the_others_stand(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf(path, text("One"), text("Two"), text("Three"))
    real = pdfplumber.page.Page.parse_objects

    def damaged(self: Any) -> Any:
        if self.page_number == 2:
            raise KeyError("Resources")
        return real(self)

    monkeypatch.setattr(pdfplumber.page.Page, "parse_objects", damaged)
    document = read_document(path, "pdfplumber")
    assert lines(document) == ["One", "Three"]
    assert [page for page, _ in document.unreadable] == [2]
    assert "Resources" in document.unreadable[0][1]


def test_a_file_of_which_no_page_can_be_read_is_unreadable_not_textless(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def damaged(self: Any) -> Any:
        raise KeyError("Resources")

    monkeypatch.setattr(pdfplumber.page.Page, "parse_objects", damaged)
    with pytest.raises(UnreadablePdf, match=r"page 1 and all others.*Resources"):
        read_document(pdf(path, text("One")), "pdfplumber")


# what is read


def lines(document: Document) -> list[str]:
    return [line.text for page in document.pages for line in page.lines]


def test_a_document_knows_its_file(path: Path) -> None:
    document = read_document(pdf(path, text("One")))
    assert document.file == "report.pdf"
    assert document.sha256 == hashlib.sha256(path.read_bytes()).hexdigest() == file_hash(path)
    assert document.metadata["Title"] == "A title"


def test_a_pdf_behind_a_few_odd_bytes_is_one(path: Path) -> None:
    pdf(path, text("One"))
    path.write_bytes(b"\r\n\r\n" + path.read_bytes())
    assert lines(read_document(path)) == ["One"]


def test_a_line_stands_where_it_was_drawn(path: Path) -> None:
    page = read_document(pdf(path, text("Name", 100.0, 692.0, "Helvetica-Bold", 14.0))).pages[0]
    (line,) = page.lines
    assert (page.width, page.height) == (612.0, 792.0)
    assert line.baseline == pytest.approx(100.0, abs=0.1)
    assert line.box.x0 == pytest.approx(100.0, abs=0.1)
    assert line.box.top < line.baseline < line.box.bottom
    assert line.size == pytest.approx(14.0)
    assert [(run.font, run.bold) for run in line.runs] == [("Helvetica-Bold", True)]


def test_a_crop_box_moves_the_origin(path: Path) -> None:
    document = read_document(pdf(path, text("Name", 100.0, 692.0), crop=(36.0, 72.0, 576.0, 756.0)))
    page = document.pages[0]
    (line,) = page.lines
    assert (page.width, page.height) == (540.0, 684.0)
    assert line.box.x0 == pytest.approx(64.0, abs=0.1)
    assert line.baseline == pytest.approx(64.0, abs=0.1)


@pytest.mark.parametrize(
    ("turn", "x", "y"),
    [(0, 100.0, 692.0), (90, 100.0, 100.0), (180, 512.0, 100.0), (270, 692.0, 512.0)],
)
def test_a_turned_page_is_read_as_displayed(path: Path, turn: int, x: float, y: float) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.translate(x, y)
        canvas.rotate(turn)
        text("Level as shown", 0.0, 0.0)(canvas)

    page = read_document(pdf(path, draw)).pages[0]
    (line,) = page.lines
    assert line.text == "Level as shown"
    assert (page.width, page.height) == (612.0, 792.0)
    assert line.box.x0 == pytest.approx(100.0, abs=0.1)
    assert line.baseline == pytest.approx(100.0, abs=0.1)


def test_what_the_crop_box_hides_is_not_read(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text("Seen", 100.0, 692.0)(canvas)
        text("Hidden", 100.0, 20.0)(canvas)

    assert lines(read_document(pdf(path, draw, crop=(0.0, 72.0, 612.0, 792.0)))) == ["Seen"]


def test_sideways_text_is_decoration(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text("Text")(canvas)
        canvas.translate(30, 200)
        canvas.rotate(90)
        canvas.drawString(0, 0, "DRAFT")

    assert lines(read_document(pdf(path, draw))) == ["Text"]


def test_a_link_and_an_underline_are_seen(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text("Name and text")(canvas)
        canvas.line(72, 698.5, 72 + canvas.stringWidth("Name", "Times-Roman", 12), 698.5)
        canvas.linkURL("https://name.example/", (72, 696, 72 + canvas.stringWidth("Name", "Times-Roman", 12), 710))

    (line,) = read_document(pdf(path, draw)).pages[0].lines
    assert [(line.text[r.start : r.end], r.underlined, r.link) for r in line.runs] == [
        ("Name", True, "https://name.example/"),
        ("and text", False, ""),
    ]


def test_a_colour_is_seen(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFillColorRGB(0, 0, 1)
        text("Blue")(canvas)

    (line,) = read_document(pdf(path, draw)).pages[0].lines
    assert [run.colour for run in line.runs] == ["0000ff"]


def test_bookmarks_lead_to_their_pages(path: Path) -> None:
    def marked(title: str, level: int) -> Any:
        def draw(canvas: Canvas) -> None:
            text(title)(canvas)
            canvas.bookmarkPage(title)
            canvas.addOutlineEntry(title, title, level)

        return draw

    document = read_document(pdf(path, marked("Chapter", 0), marked("Section", 1)))
    assert [(b.title, b.level, b.page) for b in document.bookmarks] == [("Chapter", 1, 1), ("Section", 2, 2)]


def test_the_widths_that_a_file_gives_are_used(path: Path) -> None:
    pdf(path, text("iiii", 72.0))
    plain = read_document(path).pages[0].lines[0].box.x1
    content = path.read_bytes()
    given = b"/Type1 /FirstChar 105 /LastChar 105 /Widths [ 600 ]"
    assert b"/Type1" in content
    path.write_bytes(content.replace(b"/Type1", given))
    wide = read_document(path).pages[0].lines[0].box.x1
    assert plain == pytest.approx(72.0 + 4 * 0.278 * 12, abs=0.1)
    assert wide == pytest.approx(72.0 + 4 * 0.6 * 12, abs=0.1)


# memory


@pytest.fixture
def closings(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The numbers of the pages that have been closed."""
    closed: list[int] = []
    real = pdfplumber.page.Page.close

    def close(self: Any) -> None:
        closed.append(self.page_number)
        real(self)

    monkeypatch.setattr(pdfplumber.page.Page, "close", close)
    return closed


def test_every_page_is_closed_before_the_next_is_read(
    path: Path, closings: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    open_then: list[int] = []
    real = pdfplumber.page.Page.parse_objects

    def parse(self: Any) -> Any:
        open_then.append(self.page_number - 1 - len(set(closings)))
        return real(self)

    monkeypatch.setattr(pdfplumber.page.Page, "parse_objects", parse)
    read_document(pdf(path, *(text(f"Page {n}") for n in range(1, 7))), "pdfplumber")
    assert sorted(set(closings)) == [1, 2, 3, 4, 5, 6]
    assert open_then
    assert max(open_then) <= 0


@pytest.mark.slow
def test_memory_is_flat_in_the_number_of_pages(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for row in range(4):
            text("Some words that make a line of text.", y=720 - 15 * row)(canvas)

    peaks = {}
    for pages in (20, 300):
        pdf(path, *[draw] * pages)
        tracemalloc.start()
        try:
            document = read_document(path)
            peaks[pages] = tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()
        assert len(document.pages) == pages
    per_page = (peaks[300] - peaks[20]) / 280
    assert per_page < 10_000  # a page kept open takes thirty times as much
