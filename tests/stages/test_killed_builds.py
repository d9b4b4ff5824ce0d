"""A whole `nrm build` ended at any moment: the last build stays, no worker stays, a rerun gives the same bytes."""

from __future__ import annotations

import hashlib
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from nrm.corpus import load
from nrm.stages.discover import sample_files
from tests.cli.running import ROOT

pytestmark = pytest.mark.slow
KILLS = int(os.environ.get("NRM_KILLS", "12"))
_SIGNALS = (signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT)


@pytest.fixture(scope="module")
def two_files() -> Iterator[list[str]]:
    with sample_files() as files:
        yield [str(path) for path in files[:2]]


def _start(paths: list[str], out: Path) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "nrm.cli", "build", *paths, "--out", str(out), "--no-charts"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def _bytes_of(out: Path) -> dict[str, str]:
    return {
        str(path.relative_to(out)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def _workers_of(out: Path) -> list[str]:
    """The processes with this folder in their command line or environment that still live."""
    found = []
    for place in Path("/proc").glob("[0-9]*"):
        try:
            if f"NRM_TEST_BUILD={out}".encode() in (place / "environ").read_bytes():
                found.append(place.name)
        except (FileNotFoundError, ProcessLookupError, PermissionError):
            continue
    return found


def test_killed_at_any_moment(two_files: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "derived"
    monkeypatch.setenv("NRM_TEST_BUILD", str(out))
    expected = {}
    for count in (1, 2):
        began = time.monotonic()
        process = _start(two_files[:count], out)
        process.communicate()
        took = time.monotonic() - began
        assert process.returncode in (0, 1)
        expected[count] = _bytes_of(out)
    chance = random.Random(2016)
    for number in range(KILLS):
        process = _start(two_files[: 1 + number % 2], out)
        time.sleep(chance.uniform(0, took))
        sent = chance.choice(_SIGNALS)
        process.send_signal(sent)
        _, said = process.communicate(timeout=60)
        assert "Traceback" not in said
        assert _bytes_of(out) in expected.values(), f"after {sent.name}"
        assert len(load(out).rows("listings")) > 0
    for count in (2, 1):
        process = _start(two_files[:count], out)
        process.communicate()
        assert _bytes_of(out) == expected[count]
    deadline = time.monotonic() + 20
    while _workers_of(out) and time.monotonic() < deadline:
        time.sleep(0.2)
    assert not _workers_of(out)


def test_two_builds_at_once_into_one_folder(two_files: list[str], tmp_path: Path) -> None:
    out = tmp_path / "derived"
    running = [_start(two_files, out) for _ in range(2)]
    ended = [(process.communicate()[1], process.returncode) for process in running]
    codes = sorted(code for _, code in ended)
    assert codes[0] in (0, 1), ended
    refused = [said for said, code in ended if code == 2]
    assert all("another build is running" in said and len(said.splitlines()) == 1 for said in refused)
    assert len(load(out).rows("editions")) > 0
