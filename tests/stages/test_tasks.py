"""Long files in ranges: the same as in one piece, by workers and by executors, and in one piece where a range fails."""

from __future__ import annotations

from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pypdfium2
import pytest

from nrm.stages import tasks
from nrm.stages.cache import Cache
from nrm.stages.discover import sample_files
from nrm.stages.kept_readings import document_of
from nrm.stages.read_file import FileRead, read_file
from nrm.stages.reading import read_files
from nrm.stages.tasks import Answer, InRanges, PageRange, RangesOfFile, Task, WholeFile, done
from nrm.stages.worker_process import WorkerProcess


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An edition of more than a hundred pages: one whose pages come again and again."""
    path = tmp_path_factory.mktemp("long") / "long.pdf"
    with (
        sample_files() as files,
        closing(pypdfium2.PdfDocument(files[0])) as one,
        closing(pypdfium2.PdfDocument.new()) as many,
    ):
        while len(many) < 110:
            many.import_pages(one)
        many.save(path)
    return path


@pytest.fixture(scope="module")
def in_one_piece(long: Path) -> FileRead:
    found = read_file(long)
    assert found.report is not None
    return found


def test_all_workers_read_a_long_file(long: Path, in_one_piece: FileRead, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[Task] = []
    real = WorkerProcess.ask

    def ask(self: WorkerProcess, task: Task) -> Answer:
        asked.append(task)
        return real(self, task)

    monkeypatch.setattr(WorkerProcess, "ask", ask)
    assert read_files([long], workers=2) == (in_one_piece,)
    assert [type(task) for task in asked] == [WholeFile, PageRange, PageRange, RangesOfFile]
    assert read_files([long], workers=1) == (in_one_piece,)
    assert type(asked[-1]) is WholeFile


@pytest.mark.parametrize("kind", ["threads", pytest.param("processes", marks=pytest.mark.slow)])
def test_an_executor_reads_a_long_file_in_ranges(kind: str, long: Path, in_one_piece: FileRead) -> None:
    pool = ThreadPoolExecutor(1) if kind == "threads" else ProcessPoolExecutor(2, mp_context=get_context("spawn"))
    with pool as executor:
        assert read_files([long], executor=executor) == (in_one_piece,)


def test_a_range_that_cannot_be_read_leaves_the_file_in_one_piece(
    long: Path, in_one_piece: FileRead, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tasks, "_range_of", lambda *given: b"")
    with ThreadPoolExecutor(1) as executor:
        assert read_files([long], executor=executor) == (in_one_piece,)


def test_a_worker_that_dies_over_a_range_is_a_trouble_of_the_file(long: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = WorkerProcess.ask

    def ask(self: WorkerProcess, task: Task) -> Answer:
        if isinstance(task, PageRange) and task.pages.start:
            self._started().kill()
        return real(self, task)

    monkeypatch.setattr(WorkerProcess, "ask", ask)
    (found,) = read_files([long], workers=2)
    assert found.trouble == "unreadable-file"
    assert "SIGKILL" in found.message


def test_what_need_not_be_read_is_not_divided(long: Path, tmp_path: Path) -> None:
    whole = WholeFile(str(long), str(long), dividable=True)
    cache = Cache(tmp_path)
    answer = done(whole, "pdfium", cache)
    assert isinstance(answer, InRanges)
    assert [page for pages in answer.ranges for page in pages] == list(range(len(pypdfium2.PdfDocument(long))))
    document_of(long, "pdfium", cache)
    assert isinstance(done(whole, "pdfium", cache), FileRead)


def test_a_short_file_and_another_document_are_not_divided(tmp_path: Path) -> None:
    from tests.pdf.drawn_pdf import pdf, text

    other = pdf(tmp_path / "other.pdf", *[text("Something else")] * 120)
    short = pdf(tmp_path / "short.pdf", text("Something else"))
    for path in (other, short):
        answer = done(WholeFile(str(path), str(path), dividable=True), "pdfium", Cache(None))
        assert isinstance(answer, FileRead)
        assert answer.trouble == "not-an-nml"
