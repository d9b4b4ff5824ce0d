"""What tests of several packages share: the sample editions, read once and built once for all workers."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock
from hypothesis import HealthCheck, settings

import nrm
from nrm.model import Report
from nrm.pdf import file_hash
from nrm.stages.discover import sample_files
from nrm.stages.read_file import FileRead
from nrm.stages.reading import read_files

ROOT = Path(__file__).parents[1]

if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):  # a hundred commands need not compile the same modules each
    sys.dont_write_bytecode = False

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # so it is for a shell's job in the background and all it starts
    signal.signal(signal.SIGINT, signal.default_int_handler)

# How long an example takes says something of the machine, not of nrm. A run tells of a change only if the next one
# tries the same examples; `make invariants` looks for new ones.
settings.register_profile(
    "nrm", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True, database=None
)
settings.register_profile("search", settings.get_profile("nrm"), derandomize=False, max_examples=3000)
settings.load_profile("nrm")


@pytest.fixture(scope="session", autouse=True)
def _cache_of_the_run(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No test sees the user's own cache."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setenv("NRM_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def _cache_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Names of folders for caches, one after the other; most tests make none."""
    base = tmp_path_factory.mktemp("caches")
    return (base / str(number) for number in count())


@pytest.fixture(autouse=True)
def _cache_of_the_test(_cache_folders: Iterator[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """No test finds what another one has left in the cache."""
    monkeypatch.setenv("NRM_CACHE", str(next(_cache_folders)))


@pytest.fixture(scope="session")
def shared_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One folder for all worker processes of this test run."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base


def _once(path: Path, make: Callable[[], None]) -> None:
    """Have a path made by whichever worker process comes first; the others wait for it."""
    with FileLock(f"{path}.lock"):
        if not path.exists():
            make()


@pytest.fixture(scope="session")
def sample_reads(shared_folder: Path) -> tuple[FileRead, ...]:
    """What became of each file of the sample editions, oldest first."""
    kept = shared_folder / "sample-reads.pickle"

    def read() -> None:
        with sample_files() as files:
            kept.write_bytes(pickle.dumps(read_files(files)))

    _once(kept, read)
    found: tuple[FileRead, ...] = pickle.loads(kept.read_bytes())
    return found


@pytest.fixture(scope="session")
def sample_reports(sample_reads: tuple[FileRead, ...]) -> tuple[Report, ...]:
    """The sample editions as reports, oldest first; all of them can be read."""
    assert [one.message for one in sample_reads if one.report is None] == []
    return tuple(one.report for one in sample_reads if one.report is not None)


@pytest.fixture(scope="session")
def sample_build(sample_reads: tuple[FileRead, ...], shared_folder: Path) -> Path:
    """A finished build of the sample editions, without charts: not to be written into."""
    out = shared_folder / "sample-build"

    def build() -> None:
        with pytest.MonkeyPatch.context() as patched:
            _read_no_sample_twice(patched, sample_reads)
            nrm.build(out=out, sample=True, charts=False)

    _once(out, build)
    return out


@pytest.fixture
def samples_read_before(sample_reads: tuple[FileRead, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    """`nrm.build` in this test reads every file but the sample editions, whose reports are there already."""
    _read_no_sample_twice(monkeypatch, sample_reads)


def _read_no_sample_twice(patched: pytest.MonkeyPatch, sample_reads: tuple[FileRead, ...]) -> None:
    known = {one.report.edition.sha256: one for one in sample_reads if one.report is not None}

    def read(paths: Sequence[Path], **options: Any) -> tuple[FileRead, ...]:
        found = {path: known.get(file_hash(path)) for path in paths}
        unread = [path for path, one in found.items() if one is None]
        others = dict(zip(unread, read_files(unread, **options), strict=True)) if unread else {}
        return tuple(
            others[path] if one is None else replace(one, path=str(path), report=_called(one.report, path.name))
            for path, one in found.items()
        )

    patched.setattr(import_module("nrm.stages.build"), "read_files", read)


def _called(report: Report | None, name: str) -> Report:
    assert report is not None
    return replace(report, edition=replace(report.edition, file=name))


@pytest.fixture(scope="session")
def trade_report() -> Path:
    """A real report of USTR that is no Notorious Markets List, where it lies beside the checkout."""
    path = Path(os.environ.get("NRM_TRADE_REPORT", ROOT.parent / "shared/reports/ustr-2025-nte.pdf"))
    if not path.is_file():
        pytest.skip(f"the trade estimate report of 2025 is not at {path}")
    return path
