"""Workers that are copies of a process without other threads: the same outcome; what becomes of one stays with it."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pytest

from nrm.stages import tasks
from nrm.stages.cache import Cache
from nrm.stages.plain_values import plain
from nrm.stages.read_file import FileRead
from nrm.stages.worker_process import Limits, WorkerProcess, start_together

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has copies of a process that are whole")
SCRIPT = """
import json, os, signal, sys, time
from nrm.stages import tasks, worker_process
from nrm.stages.discover import sample_files
from nrm.stages.plain_values import plain
from nrm.stages.read_file import FileRead
from nrm.stages.reading import Limits, read_files

def ended_by_a_signal(path, *rest, **more):
    os.kill(os.getpid(), signal.SIGSEGV)

def raises(path, *rest, **more):
    raise SystemError("no such luck")

def takes_too_long(path, *rest, **more):
    time.sleep(60)

def hoards(path, *rest, **more):
    return FileRead(str(path), message=str(len(bytearray(10**9))))

def prints(path, *rest, **more):
    print("a library says something")
    return FileRead(str(path), message=str(os.getppid() == parent))

parent = os.getpid()
said = {}
forks = []
fork = os.fork
os.fork = lambda: forks.append(fork()) or forks[-1]
with sample_files() as files:
    said["read"] = [plain(one) for one in read_files(files[:2], workers=2)]
    said["forks"] = len(forks)
    for fake in (ended_by_a_signal, raises, takes_too_long, hoards, prints):
        while not worker_process._may_fork():
            time.sleep(0.01)  # the threads of the reading before are ending
        tasks.read_file = fake
        (one,) = read_files(files[:1], limits=Limits(0.3 if fake is takes_too_long else 300, 500))
        said[fake.__name__] = one.message
said["left"] = [p for t in os.scandir("/proc/self/task") for p in open(f"{t.path}/children").read().split()]
print(json.dumps(said))
"""


@pytest.fixture(scope="module")
def said() -> Any:
    """What a process without other threads says of its workers."""
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)


def test_a_copy_reads_what_a_fresh_process_reads(said: Any, sample_reads: tuple[FileRead, ...]) -> None:
    assert said["forks"] == 2
    assert [one[1] for one in said["read"]] == [json.loads(json.dumps(plain(one.report))) for one in sample_reads[:2]]


@pytest.mark.parametrize(
    ("fate", "words"),
    [
        ("ended_by_a_signal", "SIGSEGV"),
        ("raises", "SystemError: no such luck"),
        ("takes_too_long", "more than 0.3 s"),
        ("hoards", "MemoryError"),
        ("prints", "True"),
    ],
)
def test_what_becomes_of_a_copy_is_told(said: Any, fate: str, words: str) -> None:
    assert words in said[fate]


def test_no_copy_is_left(said: Any) -> None:
    assert said["left"] == []


def test_a_process_with_threads_is_not_copied(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("os.fork", None)
    done = threading.Event()
    other = threading.Thread(target=done.wait)
    other.start()
    crew = [WorkerProcess("pdfium", Limits(), Cache(None))]
    start_together(crew)
    done.set()
    other.join()
    empty = tmp_path / "empty.pdf"
    empty.write_bytes(b"")
    answer = crew[0].ask(tasks.WholeFile(str(empty), str(empty)))
    assert isinstance(answer, FileRead)
    assert answer.trouble == "unreadable-file"
    crew[0].stop()
    crew[0].close()
