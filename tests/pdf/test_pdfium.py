"""The fast reader: each of pdfium's traps, and that it reads what the other reader reads."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from nrm.errors import UnreadablePdf
from nrm.model import Line
from nrm.pdf import Document, read_document
from nrm.pdf.pdfium import compiled, native, open_file
from nrm.pdf.pdfium.read import Front, read_pages, reason_against
from tests.pdf.drawn_pdf import nothing, pdf, text
from tests.pdf.same_lines import differences
from tests.pdf.typed_pdf import typed_pdf

Draw = Callable[[Canvas], None]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "report.pdf"


def fast(path: Path) -> Document:
    """The document as the fast reader reads it, which is as the other one does; compiled or not, it is the same."""
    found = read_document(path, "pdfium")
    assert differences(read_document(path, "pdfplumber"), found) == []
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(compiled, "page_walk", None)
        assert read_document(path, "pdfium") == found
    return found


def lines(document: Document) -> list[Line]:
    return [line for page in document.pages for line in page.lines]


def texts(document: Document) -> list[str]:
    return [line.text for line in lines(document)]


def parts(line: Line, trait: str) -> list[str]:
    return [line.text[run.start : run.end] for run in line.runs if getattr(run, trait)]


# text


def test_a_hyphen_at_a_lines_end_keeps_its_line(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text("sellers of counter-", y=700)(canvas)
        text("feit goods", y=686)(canvas)

    assert texts(fast(pdf(path, draw))) == ["sellers of counter-", "feit goods"]


def test_a_soft_hyphen_stays_one_at_the_lines_end_and_within(path: Path) -> None:
    content = b"BT /F1 12 Tf 72 700 Td (sellers of counter-) Tj 0 -14 Td (feit e-shops) Tj ET"
    typed_pdf(path, content, to_unicode={ord("-"): "\u00ad"})
    assert texts(fast(path)) == ["sellers of counter\u00ad", "feit e\u00adshops"]


def test_a_page_whose_font_prints_both_hyphens_is_left_to_the_other_reader(path: Path) -> None:
    content = b"BT /F1 12 Tf 72 700 Td (a-b~c) Tj ET"
    typed_pdf(path, content, to_unicode={ord("~"): "\u00ad"})
    found = fast(path)
    assert texts(found) == ["a-b\u00adc"]
    assert [page for page, _ in found.reread] == [1]
    assert "hyphen" in found.reread[0][1]


def test_a_file_that_prints_no_spaces_is_left_to_the_other_reader(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for row in range(12):
            for column, word in enumerate(("sellers", "of", "goods", "here", "and", "there")):
                text(word, x=72 + 60 * column, y=700 - 14 * row)(canvas)

    found = fast(pdf(path, draw, text("A cover", y=700)))
    assert texts(found)[:2] == ["sellers of goods here and there"] * 2
    assert [page for page, _ in found.reread] == [1, 2]
    assert "no spaces" in found.reread[0][1]


@pytest.mark.parametrize("letters", ["ffi", "fi", "ff", "tt"])
def test_a_ligature_is_as_wide_as_its_glyph(path: Path, letters: str) -> None:
    content = b"BT /F1 12 Tf 72 700 Td (o~ce o~) Tj ET"
    typed_pdf(path, content, to_unicode={ord("~"): letters})
    assert texts(fast(path)) == [f"o{letters}ce o{letters}"]


def test_spaces_are_neither_added_nor_lost_beside_brackets_and_dashes(path: Path) -> None:
    words = "sites (e.g., one, 2021-2035) “and” others – such as a/b"
    assert texts(fast(pdf(path, text(words)))) == [words]


def test_wide_gaps_are_spaces_where_none_are_printed(path: Path) -> None:
    content = b"BT /F1 12 Tf 72 700 Td [(no) -300 (printed) -280 (spaces) -20 (here)] TJ ET"
    typed_pdf(path, content)
    assert texts(fast(path)) == ["no printed spaceshere"]


@pytest.mark.parametrize(
    ("producer", "left"),
    [("pdfTeX-1.40.24", True), ("GPL Ghostscript 10.00.0", True), ("gropdf version 1.22.4", True),
     ("xdvipdfmx (20211117)", True), ("Adobe PDF Library 15.0", False), ("WeasyPrint 70.0", False), ("", False)],
)  # fmt: skip
def test_programs_that_leave_out_spaces_are_left_to_the_other_reader(producer: str, left: bool) -> None:
    document = Document("report.pdf", "0" * 64, (), metadata={"Producer": producer} if producer else {})
    assert bool(reason_against(Front(document, 1))) is left


def test_letters_set_apart_are_one_word(path: Path) -> None:
    content = b"BT /F1 12 Tf 3 Tc 72 700 Td (MARKETS) Tj ET"
    typed_pdf(path, content)
    assert texts(fast(path)) == ["MARKETS"]


@pytest.mark.parametrize(
    ("content", "read"),
    [
        ("72 700 Td (Drawn ) Tj 35.9 0 Td (in ) Tj 12.3 0 Td (parts) Tj", "Drawn in parts"),
        ("72 700 Td (Drawn) Tj 32.7 0 Td ( ) Tj 3 0 Td (apart) Tj", "Drawn apart"),
        ("72 700 Td (T) Tj 7.1 0 Td (ogether) Tj", "Together"),
        ("72 700 Td (On) Tj 200 0 Td (the other side) Tj", "On the other side"),
    ],
)
def test_a_line_drawn_in_several_objects_that_look_alike_is_one_run(path: Path, content: str, read: str) -> None:
    typed_pdf(path, f"BT /F1 12 Tf {content} ET".encode())
    (line,) = lines(fast(path))
    assert (line.text, len(line.runs)) == (read, 1)


def test_letters_drawn_one_by_one_and_set_apart_are_words(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        x = 72.0
        for letter in "SAUDI ARABIA NOW":
            text(letter, x)(canvas)
            x += canvas.stringWidth(letter, "Times-Roman", 12) + 0.96

    assert texts(fast(pdf(path, draw))) == ["SAUDI ARABIA NOW"]


@given(
    words=st.lists(st.sampled_from("Sellers of AVATAR goods, (e.g. 2021-2035) first if".split()), min_size=2),
    data=st.data(),
)
@settings(max_examples=40)
def test_in_whatever_parts_a_line_is_drawn_it_is_read_alike(words: list[str], data: st.DataObject) -> None:
    whole = " ".join(words[:12])
    cuts = data.draw(st.lists(st.integers(1, len(whole) - 1), max_size=8, unique=True).map(sorted))
    shifts = data.draw(st.lists(st.floats(-0.4, 0.4), min_size=len(cuts) + 1, max_size=len(cuts) + 1))

    def draw(canvas: Canvas) -> None:
        for start, end, shift in zip([0, *cuts], [*cuts, len(whole)], shifts, strict=True):
            text(whole[start:end], 72 + canvas.stringWidth(whole[:start], "Times-Roman", 12) + shift)(canvas)

    with tempfile.TemporaryDirectory() as folder:
        fast(pdf(Path(folder) / "report.pdf", draw))


def test_letters_of_one_glyph_stay_together_where_a_line_is_looked_at_closely(path: Path) -> None:
    content = b"BT /F1 12 Tf 72 700 Td (the ~arter `a) Tj ET"
    typed_pdf(path, content, to_unicode={ord("~"): "Qu"}, widths={ord("~"): 1200})
    assert texts(fast(path)) == ["the Quarter `a"]


def test_text_that_the_file_replaces_is_read_as_drawn(path: Path) -> None:
    content = b"BT /F1 12 Tf 72 700 Td (ab) Tj /Span <</ActualText (XYZ)>> BDC (c) Tj EMC (de) Tj ET"
    typed_pdf(path, content)
    found = fast(path)
    assert texts(found) == ["abcde"]
    assert [page for page, _ in found.reread] == [1]


# places


def test_a_superscript_joins_its_line(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        words = canvas.beginText(72, 700)
        words.setFont("Times-Roman", 12)
        words.textOut("counterfeiting")
        words.setRise(5)
        words.setFont("Times-Roman", 7)
        words.textOut("12")
        words.setRise(0)
        words.setFont("Times-Roman", 12)
        words.textOut(" and piracy")
        canvas.drawText(words)

    (line,) = lines(fast(pdf(path, draw)))
    assert line.text == "counterfeiting12 and piracy"
    assert parts(line, "superscript") == ["12"]


def test_the_size_is_that_of_font_and_matrix_together(path: Path) -> None:
    typed_pdf(path, b"BT /F1 1 Tf 14 0 0 14 72 700 Tm (Large) Tj ET")
    (line,) = lines(fast(path))
    assert line.size == 14.0
    assert line.box.bottom - line.box.top == pytest.approx(14.0, abs=0.01)


def test_text_and_strokes_in_a_form_are_where_they_are_shown(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.beginForm("part")
        canvas.setFont("Times-Roman", 10)
        canvas.drawString(10, 20, "Inside a form")
        canvas.line(10, 18, 10 + canvas.stringWidth("Inside a form", "Times-Roman", 10), 18)
        canvas.endForm()
        canvas.translate(100, 500)
        canvas.scale(1.5, 1.5)
        canvas.doForm("part")

    (line,) = lines(fast(pdf(path, draw)))
    assert line.text == "Inside a form"
    assert line.size == 15.0
    assert line.box.x0 == pytest.approx(115.0, abs=0.1)
    assert line.baseline == pytest.approx(792 - 530, abs=0.1)
    assert parts(line, "underlined") == ["Inside a form"]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_turned_page_is_read_as_displayed(path: Path, turn: int) -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setPageRotation(turn)
        canvas.translate(*{90: (100, 100), 180: (512, 100), 270: (692, 512)}[turn])
        canvas.rotate(turn)
        text("Level as shown", 0.0, 0.0)(canvas)

    (line,) = lines(fast(pdf(path, draw)))
    assert line.box.x0 == pytest.approx(100.0, abs=0.1)


def test_a_crop_box_moves_the_origin_and_hides_what_is_outside(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text("Seen", 100.0, 692.0)(canvas)
        text("Hidden", 100.0, 20.0)(canvas)

    document = fast(pdf(path, draw, crop=(36.0, 72.0, 576.0, 756.0)))
    assert texts(document) == ["Seen"]
    assert (document.pages[0].width, document.pages[0].height) == (540.0, 684.0)
    assert lines(document)[0].box.x0 == pytest.approx(64.0, abs=0.1)


def test_sideways_text_is_decoration(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text("Text")(canvas)
        canvas.translate(30, 200)
        canvas.rotate(90)
        canvas.drawString(0, 0, "DRAFT")

    assert texts(fast(pdf(path, draw))) == ["Text"]


def test_a_box_is_the_fonts_and_not_the_inks(path: Path) -> None:
    (line,) = lines(fast(pdf(path, text("....", 72.0, 700.0))))
    assert line.box.x0 == pytest.approx(72.0, abs=0.01)
    assert line.box.bottom - line.box.top == pytest.approx(12.0, abs=0.01)


# styles


@pytest.mark.parametrize("width", [0.4, 1.0, 2.0])
def test_a_stroke_under_a_word_underlines_it_however_thick(path: Path, width: float) -> None:
    def draw(canvas: Canvas) -> None:
        text("Name and text")(canvas)
        canvas.setLineWidth(width)
        canvas.line(72, 698.0, 72 + canvas.stringWidth("Name", "Times-Roman", 12), 698.0)

    (line,) = lines(fast(pdf(path, draw)))
    assert parts(line, "underlined") == ["Name"]


@pytest.mark.parametrize("behind", [", and more", ".", ".)", "s and more", "s", "fi", "(2020), more", "..... more"])
def test_signs_behind_an_underlined_name_are_underlined_with_it_as_far_as_signs_go(path: Path, behind: str) -> None:
    def draw(canvas: Canvas) -> None:
        width = canvas.stringWidth("Name", "Times-Roman", 12)
        text("Name", 72.0)(canvas)
        text(behind, 72.0 + width)(canvas)
        canvas.line(72, 698.0, 72 + width, 698.0)

    (line,) = lines(fast(pdf(path, draw)))
    assert parts(line, "underlined")[0].startswith("Name")


def test_strokes_under_some_words_of_one_text_underline_those(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text("One name, another name and text", 72.0)(canvas)
        for start, word in (("One ", "name"), ("One name, another ", "name")):
            x0 = 72 + canvas.stringWidth(start, "Times-Roman", 12)
            canvas.line(x0, 698.0, x0 + canvas.stringWidth(word, "Times-Roman", 12), 698.0)

    (line,) = lines(fast(pdf(path, draw)))
    assert parts(line, "underlined") == ["name", "name"]


def test_a_filled_rectangle_underlines_and_a_box_does_not(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text("Name", y=700)(canvas)
        canvas.rect(72, 697.5, 28, 0.6, stroke=0, fill=1)
        text("Boxed", y=650)(canvas)
        canvas.rect(70, 645, 60, 20, stroke=1, fill=0)

    name, boxed = lines(fast(pdf(path, draw)))
    assert parts(name, "underlined") == ["Name"]
    assert parts(boxed, "underlined") == []


def test_a_link_covers_its_words_only(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text("Name and text")(canvas)
        canvas.linkURL("https://name.example/", (72, 696, 72 + canvas.stringWidth("Name", "Times-Roman", 12), 710))

    (line,) = lines(fast(pdf(path, draw)))
    assert [(line.text[r.start : r.end], r.link) for r in line.runs] == [
        ("Name", "https://name.example/"),
        ("and text", ""),
    ]


def test_a_link_in_the_middle_of_a_line_divides_it_and_nothing_else_does(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text("On the Watch List in the 2024 Report. Among others")(canvas)
        x0 = 72 + canvas.stringWidth("On the Watch List in the ", "Times-Roman", 12)
        x1 = x0 + canvas.stringWidth("2024 Report", "Times-Roman", 12)
        canvas.linkURL("https://report.example/", (x0 - 0.2, 696, x1 + 0.2, 710))
        canvas.line(x0, 698.0, x1 + 0.6, 698.0)

    (line,) = lines(fast(pdf(path, draw)))
    assert parts(line, "link") == parts(line, "underlined") == ["2024 Report."]  # the sign belongs to the word


@pytest.mark.parametrize(
    ("operators", "colour"), [(b"0 0 1 rg", "0000ff"), (b"0.5 g", "808080"), (b"0 1 1 0 k", "ee1d23"), (b"0 g", "")]
)
def test_a_colour_has_the_same_name(path: Path, operators: bytes, colour: str) -> None:
    typed_pdf(path, operators + b" BT /F1 12 Tf 72 700 Td (Coloured) Tj ET")
    (line,) = lines(fast(path))
    assert [run.colour for run in line.runs] == [colour]


def test_a_text_drawn_twice_a_hair_apart_is_bold(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text("Overprinted", 72.0)(canvas)
        text("Overprinted", 72.3)(canvas)

    (line,) = lines(fast(pdf(path, draw)))
    assert line.text == "Overprinted"
    assert parts(line, "bold") == ["Overprinted"]


@pytest.mark.parametrize("mode", [3, 7])
def test_invisible_text_is_left_out_beside_visible_text(path: Path, mode: int) -> None:
    typed_pdf(path, b"BT /F1 12 Tf 72 700 Td (Seen) Tj 0 -20 Td %d Tr (Unseen) Tj ET" % mode)
    assert texts(fast(path)) == ["Seen"]


def test_invisible_text_is_read_where_there_is_no_other(path: Path) -> None:
    typed_pdf(path, b"BT /F1 12 Tf 3 Tr 72 700 Td (Recognised in a scan) Tj ET")
    assert texts(fast(path)) == ["Recognised in a scan"]


def test_text_off_the_page_is_left_out(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        text("Seen")(canvas)
        text("Beside the page", 900.0, 500.0)(canvas)
        text("Below the page", 72.0, -40.0)(canvas)

    assert texts(fast(pdf(path, draw))) == ["Seen"]


def test_a_font_without_a_name_is_left_to_the_other_reader(path: Path) -> None:
    typed_pdf(path, b"BT /F3 12 Tf 72 700 Td (aa) Tj ET")
    found = fast(path)
    assert texts(found) == ["aa"]
    assert [page for page, _ in found.reread] == [1]


def test_capitals_in_two_sizes_come_back_as_written(path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        words = canvas.beginText(72, 700)
        for part, size in (("S", 12), ("MALL ", 9.6), ("C", 12), ("APITALS", 9.6)):
            words.setFont("Times-Roman", size)
            words.textOut(part)
        canvas.drawText(words)

    (line,) = lines(fast(pdf(path, draw)))
    assert line.text == "Small Capitals"
    assert parts(line, "small_caps") == ["Small Capitals"]


def test_a_letter_in_two_widths_leaves_the_file_to_the_other_reader(path: Path) -> None:
    widths = {ord("~"): 700}
    typed_pdf(path, b"BT /F1 12 Tf 72 700 Td (a~a) Tj ET", to_unicode={ord("~"): "a"}, widths=widths)
    found = fast(path)
    assert texts(found) == ["aaa"]
    assert "two widths" in found.reread[0][1]


def test_widths_that_are_no_whole_numbers_do_not_add_up(path: Path) -> None:
    widths = {ord("i"): 277.9}
    typed_pdf(path, b"BT /F1 12 Tf 72 700 Td (" + b"i" * 120 + b") Tj ET", widths=widths)
    (line,) = lines(fast(path))
    assert line.box.x1 == pytest.approx(72 + 120 * 0.2779 * 12, abs=0.02)


# files


def test_a_page_that_cannot_be_loaded_is_left_to_the_other_reader(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pdf(path, text("One"), text("Two"), text("Three"))
    real = native.load_page
    monkeypatch.setattr(native, "load_page", lambda d, index: 0 if index == 1 else real(d, index))
    found = read_document(path, "pdfium")
    assert texts(found) == ["One", "Two", "Three"]
    assert [page for page, _ in found.reread] == [2]


def test_a_damaged_page_leaves_the_others_standing(path: Path) -> None:
    pdf(path, text("One"), nothing, text("Three"))
    found = fast(path)
    assert [len(page.lines) for page in found.pages] == [1, 0, 1]


def test_what_is_no_pdf_says_so(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 8)
    with pytest.raises(UnreadablePdf, match=r"report\.pdf.*not a readable PDF"):
        read_document(path, "pdfium")


def test_ranges_of_pages_are_parts_of_the_whole(path: Path) -> None:
    pdf(path, *(text(f"Page {n}") for n in range(1, 8)))
    whole = read_pages(path, range(7))
    assert read_pages(path, range(3)).pages + read_pages(path, range(3, 7)).pages == whole.pages


@pytest.mark.parametrize("processes", [1, 2])
def test_a_long_file_is_the_same_whatever_number_of_processes_reads_it(path: Path, processes: int) -> None:
    pdf(path, *(text(f"Page {n}") if n % 7 else nothing for n in range(1, 131)))
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        assert read_document(path, executor=pool) == read_document(path)


def test_the_document_is_opened_anew_every_so_many_pages(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    real = open_file.opened

    def counted(file: Path) -> object:
        opened.append(file)
        return real(file)

    monkeypatch.setattr(open_file, "opened", counted)
    monkeypatch.setattr(open_file, "_PAGES_AT_ONCE", 3)
    pdf(path, *(text(f"Page {n}") for n in range(1, 9)))
    assert [page.lines[0].text for page in read_pages(path, range(8)).pages] == [f"Page {n}" for n in range(1, 9)]
    assert len(opened) == 3


# the other reader's lines


@pytest.mark.parametrize(
    "edition", [pytest.param(n, marks=[] if n == 7 else pytest.mark.slow) for n in range(15)]
)
def test_the_sample_editions_are_read_alike(edition: int) -> None:
    from nrm.stages.discover import sample_files

    with sample_files() as files:
        fast(files[edition])


@pytest.mark.slow
@pytest.mark.parametrize("family", ["reportlab", "chromium", "libreoffice", "typst", "latex"])
@pytest.mark.parametrize("seed", range(3))
def test_made_up_reports_are_read_alike(family: str, seed: int, path: Path) -> None:
    from tests.fuzz.programs import MissingProgram
    from tests.fuzz.report import make

    try:
        path.write_bytes(make(family, seed).pdf)
    except MissingProgram as missing:
        pytest.skip(str(missing))
    fast(path)


@pytest.mark.slow
def test_a_real_report_is_read_alike(trade_report: Path, tmp_path: Path) -> None:
    import pypdfium2

    part = tmp_path / "part.pdf"
    whole, few = pypdfium2.PdfDocument(trade_report), pypdfium2.PdfDocument.new()
    few.import_pages(whole, list(range(0, 397, 13)))
    few.save(part)
    few.close()
    whole.close()
    fast(part)


def test_rubbish_in_a_content_stream_ends_nothing(path: Path) -> None:
    typed_pdf(path, b"BT /F1 12 Tf 72 700 Td (Before) Tj ET \xff\xfe << [ ( BT")
    assert "Before" in texts(read_document(path, "pdfium"))
