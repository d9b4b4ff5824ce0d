"""Builds that find the work of earlier ones: the same outcome, less to do, and nothing out of date."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import pytest

import nrm
from nrm.model import Mention, Passage
from nrm.stages import kept_mentions, kept_readings, versions
from nrm.stages.cache import Cache, cache_folder
from nrm.stages.discover import sample_files
from nrm.stages.read_file import FileRead, read_file
from nrm.stages.reading import read_files


@pytest.fixture
def two(tmp_path: Path) -> list[Path]:
    """Two sample editions in a folder of their own."""
    folder = tmp_path / "raw"
    folder.mkdir()
    with sample_files() as files:
        return [Path(shutil.copy(file, folder)) for file in files[:2]]


def content(build: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in build.iterdir() if path.is_file()}


def held() -> dict[str, int]:
    return {one.kind: one.entries for one in Cache(cache_folder()).held()}


def test_a_build_is_the_same_with_and_without_a_cache(two: list[Path], tmp_path: Path) -> None:
    cold = nrm.build(two, tmp_path / "a", charts=False)
    assert held() == {"lines": 2, "reports": 2, "mentions": 2, "builds": 1}
    kept = nrm.build(two, tmp_path / "b", charts=False, workers=1)
    without = nrm.build(two, tmp_path / "c", charts=False, cache=False)
    assert content(tmp_path / "a") == content(tmp_path / "b") == content(tmp_path / "c")
    assert (cold.editions, cold.counts, cold.findings) == (kept.editions, kept.counts, kept.findings)
    assert cold.findings == without.findings


def test_the_same_build_again_is_there_already(
    two: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = nrm.build(two, tmp_path / "out", charts=False)
    monkeypatch.setattr("nrm.stages.build.read_files", None)
    again = nrm.build(two, tmp_path / "out", charts=False)
    assert again == first


def test_a_build_that_was_tampered_with_is_built_again(two: list[Path], tmp_path: Path) -> None:
    nrm.build(two, tmp_path / "out", charts=False)
    before = content(tmp_path / "out")
    (tmp_path / "out" / "markets.csv").write_text("rubbish")
    nrm.build(two, tmp_path / "out", charts=False)
    assert content(tmp_path / "out") == before


def test_a_changed_file_is_read_again_and_the_others_are_not(
    two: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    before = read_files(two, cache=cache)
    two[0].write_bytes(two[0].read_bytes() + b"\n% changed\n")
    read: list[Path] = []
    real = read_files.__globals__["_read_here"]

    def counted(paths: list[Path], *rest: object) -> tuple[FileRead, ...]:
        read.extend(paths)
        found: tuple[FileRead, ...] = real(paths, *rest)
        return found

    monkeypatch.setitem(read_files.__globals__, "_read_here", counted)
    after = read_files(two, cache=cache)
    assert read == [two[0]]
    assert after[1] == before[1]
    assert after[0].report is not None
    assert before[0].report is not None
    assert after[0].report.edition.sha256 != before[0].report.edition.sha256


def test_a_changed_lexicon_reads_no_pdf_again(two: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = Cache(tmp_path / "cache")
    read = kept_readings.document_of(two[0], "pdfium", cache)
    monkeypatch.setattr(kept_readings, "reports_version", lambda: "another")
    monkeypatch.setattr(kept_readings, "read_document", None)
    assert kept_readings.kept_report(two[0], "pdfium", cache) is None
    assert kept_readings.document_of(two[0], "pdfium", cache) == read
    report = read_file(two[0], document_of=lambda path, name: kept_readings.document_of(path, name, cache)).report
    assert report is not None


def test_another_reader_or_version_finds_nothing(
    two: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache = Cache(tmp_path / "cache")
    (found,) = read_files(two[:1], cache=cache)
    assert kept_readings.kept_report(two[0], "pdfium", cache) == found
    assert kept_readings.kept_report(two[0], "pdfplumber", cache) is None
    monkeypatch.setattr(kept_readings, "reports_version", lambda: "another")
    assert kept_readings.kept_report(two[0], "pdfium", cache) is None


def test_what_depends_on_the_machine_is_not_kept(two: list[Path], tmp_path: Path) -> None:
    cache = Cache(tmp_path / "cache")
    kept_readings.keep_report(FileRead(str(two[0]), trouble="unreadable-file", message="too long"), "pdfium", cache)
    kept_readings.keep_report(FileRead(str(two[0]), trouble="defect", message="by accident"), "pdfium", cache)
    assert kept_readings.kept_report(two[0], "pdfium", cache) is None


def test_only_editions_in_which_a_new_name_occurs_are_tagged_again(
    two: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    nrm.build(two[:1], tmp_path / "out", charts=False)
    tagged: list[set[int]] = []
    real = kept_mentions._tagged

    def counted(passages: Sequence[Passage], *rest: Any) -> Iterator[Mention]:
        tagged.append({passage.list_year for passage in passages})
        return real(passages, *rest)

    monkeypatch.setattr(kept_mentions, "_tagged", counted)
    nrm.build(two, tmp_path / "out", charts=False)
    monkeypatch.undo()
    nrm.build(two, tmp_path / "without", charts=False, cache=False)
    assert 2011 in tagged[0]
    assert content(tmp_path / "out") == content(tmp_path / "without")


def test_the_version_of_a_stage_knows_its_own_tables_only() -> None:
    found = {versions.lines_version(), versions.reports_version(), versions.mentions_version()}
    assert len(found) == 3
    assert not any(part in versions._LINES for part in ("lexicons", "tagging"))


@pytest.mark.parametrize("parts", [versions._LINES, versions._REPORTS, versions._MENTIONS])
def test_the_version_of_a_stage_knows_everything_that_it_imports(parts: tuple[str, ...]) -> None:
    root = Path(nrm.__file__).parent
    packages = [root / part for part in parts if not part.endswith((".py", ".toml"))]
    files = [root / part for part in parts] + [file for package in packages for file in package.rglob("*.py")]
    imported = {
        name
        for file in files
        if file.suffix == ".py"
        for name in re.findall(r"^\s*(?:from|import) nrm\.(\w+)", file.read_text("utf-8"), re.MULTILINE)
    }
    only_shows_values = {"report_views"}
    assert imported - only_shows_values <= {part.removesuffix(".py") for part in parts}


# executors


@pytest.mark.parametrize("kind", ["threads", "processes"])
def test_any_executor_reads_the_same(kind: str, two: list[Path], sample_reads: tuple[FileRead, ...]) -> None:
    pool = ThreadPoolExecutor(1) if kind == "threads" else ProcessPoolExecutor(2, mp_context=get_context("spawn"))
    steps: list[tuple[int, int, str]] = []
    with pool as executor:
        found = read_files(two, executor=executor, progress=lambda *step: steps.append(step))
    assert [one.report for one in found] == [one.report for one in sample_reads[:2]]
    assert [step[:2] for step in steps] == [(1, 2), (2, 2)]


def test_a_file_that_a_worker_cannot_see_is_sent_to_it(two: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("nrm.stages.by_executor._done_there", lambda *given: None)
    with ThreadPoolExecutor(1) as executor:
        (found,) = read_files(two[:1], executor=executor)
    assert found == read_file(two[0])


def test_a_pool_that_breaks_is_a_trouble_of_its_files(two: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    pool = ProcessPoolExecutor(1, mp_context=get_context("spawn"))
    pool.shutdown()
    with pytest.raises(RuntimeError, match="shutdown"):
        read_files(two[:1], executor=pool)
