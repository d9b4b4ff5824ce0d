"""Reading in worker processes: the same result for any number, and no file that costs the others."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from nrm.stages.discover import sample_files
from nrm.stages.read_file import FileRead
from nrm.stages.reading import Limits, read_files


@pytest.fixture(scope="module")
def small_files() -> tuple[Path, ...]:
    with sample_files() as files:
        return files[:2]


def test_the_number_of_workers_makes_no_difference(
    small_files: tuple[Path, ...], sample_reads: tuple[FileRead, ...]
) -> None:
    assert read_files(small_files, workers=1) == sample_reads[: len(small_files)]


def test_a_file_that_cannot_be_read_costs_no_other(small_files: tuple[Path, ...], tmp_path: Path) -> None:
    damaged = tmp_path / "damaged.pdf"
    damaged.write_bytes(small_files[0].read_bytes()[:2000])
    steps: list[tuple[int, int, str]] = []
    read = read_files([damaged, small_files[0]], workers=1, progress=lambda *step: steps.append(step))
    assert [one.trouble for one in read] == ["unreadable-file", ""]
    assert str(damaged) in read[0].message
    assert [step[:2] for step in steps] == [(1, 2), (2, 2)]


def test_a_worker_that_takes_too_long_is_replaced(small_files: tuple[Path, ...]) -> None:
    read = read_files(small_files[:1], limits=Limits(seconds=0.05))
    assert read[0].trouble == "unreadable-file"
    assert "more than 0.05 s" in read[0].message


def test_a_worker_that_runs_out_of_memory_is_reported(
    small_files: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("nrm.stages.worker_process._may_fork", lambda: False)
    read = read_files(small_files[:1], limits=Limits(megabytes=1))
    assert read[0].trouble == "unreadable-file"
    assert read[0].report is None


@pytest.mark.parametrize(
    ("dies", "said"), [("echo cannot start >&2; exit 7", "cannot start"), ("kill -SEGV $$", "SIGSEGV")]
)
def test_a_worker_that_dies_is_reported(
    dies: str, said: str, small_files: tuple[Path, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "python"
    script.write_text(f"#!/bin/sh\n{dies}\n")
    script.chmod(0o755)
    monkeypatch.setattr(sys, "executable", str(script))
    monkeypatch.setattr("nrm.stages.worker_process._may_fork", lambda: False)
    read = read_files(small_files, workers=2)
    assert [one.trouble for one in read] == ["unreadable-file"] * 2
    assert all(said in one.message for one in read)


def test_after_an_error_no_worker_is_left(small_files: tuple[Path, ...]) -> None:
    def interrupt(done: int, total: int, name: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_files(small_files, workers=2, progress=interrupt)
    assert not _workers()


def _workers() -> list[str]:
    """The command lines of this process's living children that are workers."""
    found = []
    for task in Path("/proc/self/task").glob("*/children"):
        for child in task.read_text().split():
            command = Path(f"/proc/{child}/cmdline").read_bytes().replace(b"\0", b" ").decode()
            if "nrm.stages.worker" in command:
                found.append(command)
    return found
