"""What is no report, or none that can be read, is named by its own error: never an empty list."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from nrm.entries import read_report
from nrm.errors import EmptyResults, NotANotoriousMarketsList, NoText, NrmError, UnreadablePdf
from tests.entries.small_report import SmallReport, sound_report


def _scan() -> SmallReport:
    return SmallReport([[("picture", "")], [("picture", "")]], numbered=False)


def _blank() -> SmallReport:
    return SmallReport([[], []])


def _other_report() -> SmallReport:
    words = "Trade in goods rose by four percent in the course of the year, and so did trade in services. "
    return SmallReport(
        [
            [("title", "National Trade Estimate Report"), ("text", "Office of the United States Trade Representative")],
            [("chapter", "Foreign Trade Barriers"), ("text", words * 5), ("chapter", "Finland"), ("text", words * 5)],
        ]
    )


def _empty_results() -> SmallReport:
    report = sound_report()
    pages = [page for page in report.pages if not any(style == "market" for style, _ in page)]
    pages.insert(3, [("chapter", "Results of the 2031 Review"), ("text", "No market is listed in this year. " * 9)])
    pages[1] = [row for row in pages[1] if not row[1].startswith(" ")]
    return SmallReport(pages)


@pytest.mark.parametrize(
    ("report", "error"),
    [
        (_scan(), NoText),
        (_blank(), NoText),
        (_other_report(), NotANotoriousMarketsList),
        (_empty_results(), EmptyResults),
    ],
    ids=["scan", "blank pages", "another report", "empty results"],
)
def test_a_report_that_gives_no_entries_is_an_error(tmp_path: Path, report: SmallReport, error: type[NrmError]) -> None:
    pdf = report.draw(tmp_path / "report.pdf")
    with pytest.raises(error) as caught:
        read_report(pdf)
    assert str(pdf) in str(caught.value)
    assert "\n" not in str(caught.value)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b"<html><body>Not found</body></html>", "web page"),
        (b"Quarterly figures", "not a PDF"),
        (b"%PDF-1.7\nand then nothing", "not a readable PDF"),
    ],
)
def test_a_file_that_is_no_pdf(tmp_path: Path, content: bytes, words: str) -> None:
    file = tmp_path / "report.pdf"
    file.write_bytes(content)
    with pytest.raises(UnreadablePdf) as caught:
        read_report(file)
    assert words in str(caught.value)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UnreadablePdf, match="no such file"):
        read_report(tmp_path / "none.pdf")


def test_an_encrypted_file(tmp_path: Path) -> None:
    file = tmp_path / "report.pdf"
    canvas = Canvas(str(file), encrypt="secret")
    canvas.drawString(72, 700, "2031 Out-of-Cycle Review of Notorious Markets")
    canvas.save()
    with pytest.raises(UnreadablePdf):
        read_report(file)


def test_a_cut_off_file_is_no_sound_report(tmp_path: Path) -> None:
    file = sound_report().draw(tmp_path / "report.pdf")
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    with pytest.raises(NrmError):
        read_report(file)
