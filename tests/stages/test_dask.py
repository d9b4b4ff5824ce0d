"""A build by the workers of a real Dask scheduler, one of which dies in the middle."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.cli.running import ROOT, nrm

distributed: Any = pytest.importorskip("distributed", reason="the extra `dask` is not installed")
pytestmark = pytest.mark.slow


@pytest.fixture
def cluster(tmp_path: Path) -> Iterator[tuple[str, list[subprocess.Popen[bytes]]]]:
    """The address of a scheduler, and its two workers."""
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    said = (tmp_path / "scheduler.log").open("wb")
    scheduler = subprocess.Popen(
        [sys.executable, "-m", "distributed.cli.dask_scheduler", *"--host 127.0.0.1 --port 0 --no-dashboard".split()],
        stderr=said,
        stdout=said,
        env=environment,
    )
    address = _address(tmp_path / "scheduler.log")
    workers = [
        subprocess.Popen(
            [
                *(sys.executable, "-m", "distributed.cli.dask_worker", address),
                *"--nthreads 1 --no-nanny --no-dashboard --local-directory".split(),
                str(tmp_path / f"worker{number}"),
            ],
            stderr=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=environment,
        )
        for number in range(2)
    ]
    yield address, workers
    for one in (*workers, scheduler):
        one.kill()
        one.wait()
    said.close()


def _address(log: Path) -> str:
    for _ in range(300):
        found = re.search(r"Scheduler at:\s+(tcp://\S+)", log.read_text(errors="replace"))
        if found:
            return found.group(1)
        time.sleep(0.1)
    raise AssertionError(log.read_text(errors="replace"))


def test_the_same_bytes_though_a_worker_is_killed(
    cluster: tuple[str, list[subprocess.Popen[bytes]]], sample_build: Path, tmp_path: Path
) -> None:
    address, workers = cluster
    with distributed.Client(address, set_as_default=False) as looking_on:
        looking_on.wait_for_workers(len(workers))
        pids = looking_on.run(os.getpid)
        building = subprocess.Popen(
            [
                *(sys.executable, "-m", "nrm.cli", "build", "--sample", "--no-charts", "--no-cache"),
                *("--dask", address, "--out", str(tmp_path / "out")),
            ],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )
        os.kill(pids[_one_at_work(looking_on, building)], signal.SIGKILL)
        _, said = building.communicate(timeout=300)
    assert building.returncode == 0, said.decode()
    assert sum(worker.poll() is None for worker in workers) == 1
    names = sorted(path.name for path in sample_build.iterdir() if path.is_file())
    for name in names:
        assert (tmp_path / "out" / name).read_bytes() == (sample_build / name).read_bytes(), name


def _one_at_work(looking_on: Any, building: subprocess.Popen[bytes]) -> str:
    """The address of a worker that has been given files to read."""
    while building.poll() is None:
        for address, tasks in looking_on.processing().items():
            if tasks:
                return str(address)
        time.sleep(0.005)
    raise AssertionError("the build ended before a worker was seen at work")


def test_no_scheduler_is_the_users_to_mend(tmp_path: Path) -> None:
    ran = nrm("build", "--sample", "--out", tmp_path / "out", "--dask", "tcp://127.0.0.1:1")
    assert ran.returncode == 2
    assert "no Dask scheduler answers at tcp://127.0.0.1:1" in ran.stderr
