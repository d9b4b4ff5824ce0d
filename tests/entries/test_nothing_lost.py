"""Every line of a report is in one place, and every character of its blocks in one passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest

from nrm.entries.read_report import report_of
from nrm.layout import Layout, lay_out
from nrm.layout.style import BULLET
from nrm.model import Line
from nrm.pdf import Document, read_document
from tests.entries.small_report import sound_report

SAMPLES = Path(__file__).parents[2] / "nrm/samples"


@pytest.fixture(scope="module", params=["small", "nml-2014-facsimile.pdf", "nml-2024-facsimile.pdf"])
def document(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Document:
    if request.param == "small":
        return read_document(sound_report().draw(tmp_path_factory.mktemp("small") / "report.pdf"))
    return read_document(SAMPLES / request.param)


def _places(lines: Sequence[Line]) -> Counter[tuple[int, float, float]]:
    return Counter((line.page, line.baseline, line.box.x0) for line in lines)


def _counted(document: Document, layout: Layout) -> Counter[tuple[int, float, float]]:
    furniture = [
        line
        for page in document.pages
        for index, line in enumerate(page.lines)
        if (page.number, index) in layout.furniture.lines
    ]
    notes = [line for note in layout.footnotes for line in note.lines]
    blocks = [line for block in layout.blocks for line in block.lines]
    return sum(
        (_places(lines) for lines in (furniture, notes, layout.contents_lines, blocks)),
        Counter[tuple[int, float, float]](),
    )


def test_every_line_is_in_exactly_one_place(document: Document) -> None:
    layout = lay_out(document.pages)
    assert _counted(document, layout) == _places([line for page in document.pages for line in page.lines])


def test_every_character_is_in_exactly_one_passage(document: Document) -> None:
    layout = lay_out(document.pages)
    texts = [BULLET.sub("", block.text) if block.bullet else block.text for block in layout.blocks]
    texts += [note.text for note in layout.footnotes]
    told = Counter("".join("".join(passage.text for passage in report_of(document).passages).split()))
    assert told == Counter("".join("".join(texts).split()))
    assert told.total() > 1000


def test_a_sample_has_nothing_unexplained(document: Document) -> None:
    reconciliation = report_of(document).reconciliation
    assert reconciliation.unexplained_lines == 0
    assert reconciliation.body_only == ()
    assert reconciliation.unreadable_pages == ()
