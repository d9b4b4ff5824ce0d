"""The other end of a worker: its process, started when it is first needed and again after it has died.

Where this process has no other thread, workers are forked from it and need not load nrm anew; else, and where the
system has no such thing, each is a fresh Python. The result is the same.
"""

from __future__ import annotations

import contextlib
import gc
import os
import pickle
import signal
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, NoReturn, Protocol, cast

from nrm.one_line import one_line
from nrm.pdf import ReaderName
from nrm.stages.cache import Cache
from nrm.stages.python_path import python_path
from nrm.stages.read_file import FileRead
from nrm.stages.tasks import Answer, Task

_TASKS = Path("/proc/self/task")


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading a file, or a range of pages of a long one, may take: seconds, and megabytes; 0 is no limit."""

    seconds: float = 300.0
    megabytes: int = 4096


class _Process(Protocol):
    """What `subprocess.Popen` and `_Forked` have in common."""

    stdin: IO[bytes] | None
    stdout: IO[bytes] | None

    def kill(self) -> None: ...

    def wait(self) -> int: ...


class WorkerProcess:
    """A process that does one task of reading after the other."""

    def __init__(self, reader: ReaderName, limits: Limits, cache: Cache) -> None:
        self._reader = reader
        self._cache = str(cache.folder or "")
        self._limits = limits
        self._process: _Process | None = None
        self._said: IO[bytes] | None = None
        self._stopped = False

    def ask(self, task: Task) -> Answer:
        """The answer to a task; a worker that dies over it is a trouble of the file."""
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()
        timer = threading.Timer(self._limits.seconds, _end, (process, late))
        if self._limits.seconds:
            timer.start()
        try:
            pickle.dump(task, process.stdin)
            process.stdin.flush()
            return cast(Answer, pickle.load(process.stdout))
        except (EOFError, BrokenPipeError, pickle.UnpicklingError):
            process.kill()
            limit = f"reading it took more than {self._limits.seconds:g} s"
            why = limit if late.is_set() else self._last_words(process)
            self.close()
            return FileRead(task.name, trouble="unreadable-file", message=one_line(f"{task.name}: {why}"))
        finally:
            timer.cancel()

    def fork(self, others: Sequence[IO[bytes]]) -> list[IO[bytes]]:
        """Start as a copy of this process, which has no other thread; `others` are this end's pipes to other workers.

        Gives the pipes to this one.
        """
        self._said = tempfile.TemporaryFile()  # noqa: SIM115 -- open as long as the process
        forked = _Forked(self._said, others, (self._reader, self._limits.seconds, self._limits.megabytes, self._cache))
        self._process = forked
        return forked.pipes

    def stop(self) -> None:
        """End the process, at once, and start no other; may be called while a file is being read."""
        self._stopped = True
        if self._process is not None:
            self._process.kill()

    def close(self) -> None:
        """Wait for the end of the process, which has been told to end, and give back what it held."""
        process, self._process = self._process, None
        if process is not None:
            for stream in (process.stdin, process.stdout, self._said):
                if stream is not None:
                    with contextlib.suppress(BrokenPipeError):
                        stream.close()
            process.wait()

    def _started(self) -> _Process:
        if self._process is None:
            limits = (self._reader, str(self._limits.seconds), str(self._limits.megabytes), self._cache)
            self._said = tempfile.TemporaryFile()  # noqa: SIM115 -- open as long as the process
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-m", "nrm.stages.worker", *limits],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._said,
                env=os.environ | {"PYTHONPATH": python_path()},
            )
            if self._stopped:
                self._process.kill()
        return self._process

    def _last_words(self, process: _Process) -> str:
        code = process.wait()
        if code < 0:
            return f"the process that read it was ended ({signal.Signals(-code).name})"
        assert self._said is not None
        self._said.seek(0)
        lines = self._said.read().decode(errors="replace").strip().splitlines()
        return f"the process that read it ended ({lines[-1] if lines else f'exit code {code}'})"


def start_together(crew: Sequence[WorkerProcess]) -> None:
    """Fork all workers of a crew where that is safe; where it is not, each starts when it is needed."""
    if not _may_fork():
        return
    # What every worker needs is loaded before, once for all.
    import nrm.entries.read_report
    import nrm.pdf.pdfium.read
    import nrm.stages.worker  # noqa: F401

    pipes: list[IO[bytes]] = []
    for worker in crew:
        pipes += worker.fork(pipes)


def _may_fork() -> bool:
    """Whether a copy of this process is whole: of several threads it would have one, and the locks of all."""
    try:
        return sys.platform == "linux" and threading.active_count() == 1 and len(list(_TASKS.iterdir())) == 1
    except OSError:
        return False


class _Forked:
    """A copy of this process that reads."""

    def __init__(
        self, said: IO[bytes], others: Sequence[IO[bytes]], limits: tuple[ReaderName, float, int, str]
    ) -> None:
        wanted, asks = os.pipe()
        hears, answers = os.pipe()
        self._code: int | None = None
        foreign = [asks, hears, *(one.fileno() for one in others)]
        # An interruption must not find the copy before it knows that it is one.
        mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            self._pid = os.fork()
            if self._pid == 0:
                _be_a_worker(wanted, answers, said.fileno(), foreign, limits)
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        os.close(wanted)
        os.close(answers)
        self.pipes: list[IO[bytes]] = [os.fdopen(asks, "wb"), os.fdopen(hears, "rb")]
        self.stdin: IO[bytes] | None = self.pipes[0]
        self.stdout: IO[bytes] | None = self.pipes[1]

    def kill(self) -> None:
        """End it at once."""
        if self._code is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self._pid, signal.SIGKILL)

    def wait(self) -> int:
        """Its exit code, when it has ended; that of a signal is negative."""
        if self._code is None:
            self._code = os.waitstatus_to_exitcode(os.waitpid(self._pid, 0)[1])
        return self._code


def _be_a_worker(
    wanted: int, answers: int, said: int, foreign: Sequence[int], limits: tuple[ReaderName, float, int, str]
) -> NoReturn:
    """What the copy does, and all that it does: nothing of what this process was at is gone on with."""
    code = 1
    try:
        gc.freeze()
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the business of the process that started this one
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
        for number in (signal.SIGTERM, signal.SIGALRM):
            signal.signal(number, signal.SIG_DFL)
        os.dup2(said, 1)  # what a library prints must not get anywhere else
        os.dup2(said, 2)
        for descriptor in foreign:
            os.close(descriptor)
        from nrm.stages.worker import work

        work(os.fdopen(wanted, "rb"), os.fdopen(answers, "wb"), *limits)
        code = 0
    finally:
        if code:
            os.write(2, traceback.format_exc().encode())
        os._exit(code)


def _end(process: _Process, late: threading.Event) -> None:
    late.set()
    process.kill()
