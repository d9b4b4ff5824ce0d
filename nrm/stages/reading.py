"""Many files → what became of each, read in worker processes with limits.

A worker that dies or takes too long is replaced and its file reported; the others go on. The result does not
depend on the number of workers.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from pathlib import Path
from typing import IO, cast

from nrm.one_line import one_line
from nrm.pdf import ReaderName
from nrm.stages.by_executor import read_by
from nrm.stages.cache import Cache
from nrm.stages.kept_readings import keep_report, kept_report
from nrm.stages.python_path import python_path
from nrm.stages.read_file import FileRead


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take: seconds, and megabytes of memory; 0 is no limit."""

    seconds: float = 300.0
    megabytes: int = 4096


Progress = Callable[[int, int, str], None]
"""Called with the number of files done, their total, and the name of the one just done."""


def read_files(
    paths: Sequence[Path],
    *,
    reader: ReaderName = "pdfium",
    workers: int | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
    cache: Cache | None = None,
    executor: Executor | None = None,
) -> tuple[FileRead, ...]:
    """Read every file, in the order given, but for those of which the cache knows what became of them.

    `workers` is the number of processes (default: of processors). With an `executor` that reads the files; limits
    are then its own affair.
    """
    kept = cache or Cache(None)
    known = {path: found for path in paths if (found := kept_report(path, reader, kept)) is not None}
    unread = [path for path in paths if path not in known]
    if executor is not None:
        read = read_by(executor, unread, reader, progress)
    else:
        read = _read_here(unread, reader, workers, limits or Limits(), progress, kept) if unread else ()
    for one in read:
        keep_report(one, reader, kept)
    return tuple({**known, **dict(zip(unread, read, strict=True))}[path] for path in paths)


def _read_here(
    paths: Sequence[Path],
    reader: ReaderName,
    workers: int | None,
    limits: Limits,
    progress: Progress | None,
    cache: Cache,
) -> tuple[FileRead, ...]:
    count = max(1, min(workers or os.cpu_count() or 1, len(paths)))
    idle: queue.SimpleQueue[_Worker] = queue.SimpleQueue()
    crew = [_Worker(reader, limits, cache) for _ in range(count)]
    for worker in crew:
        idle.put(worker)

    def read(path: Path) -> FileRead:
        worker = idle.get()
        try:
            return worker.read(path)
        finally:
            idle.put(worker)

    pool = ThreadPoolExecutor(count)
    try:
        waiting = {pool.submit(read, path): path for path in paths}
        for done, future in enumerate(as_completed(waiting), start=1):
            future.result()
            if progress is not None:
                progress(done, len(paths), waiting[future].name)
        return tuple(future.result() for future in waiting)
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        for worker in crew:
            worker.stop()
        pool.shutdown()
        for worker in crew:
            worker.close()


class _Worker:
    """A process that reads, started when it is first needed and again after it has died."""

    def __init__(self, reader: ReaderName, limits: Limits, cache: Cache) -> None:
        self._reader = reader
        self._cache = str(cache.folder or "")
        self._limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._said: IO[bytes] | None = None
        self._stopped = False

    def read(self, path: Path) -> FileRead:
        """What became of the file; a worker that dies over it is a trouble of the file."""
        process = self._started()
        assert process.stdin is not None
        assert process.stdout is not None
        late = threading.Event()
        timer = threading.Timer(self._limits.seconds, _end, (process, late))
        if self._limits.seconds:
            timer.start()
        try:
            pickle.dump(str(path), process.stdin)
            process.stdin.flush()
            return cast(FileRead, pickle.load(process.stdout))
        except (EOFError, BrokenPipeError, pickle.UnpicklingError):
            process.kill()
            limit = f"reading it took more than {self._limits.seconds:g} s"
            why = limit if late.is_set() else self._last_words(process)
            self.close()
            return FileRead(str(path), trouble="unreadable-file", message=one_line(f"{path}: {why}"))
        finally:
            timer.cancel()

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

    def _started(self) -> subprocess.Popen[bytes]:
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

    def _last_words(self, process: subprocess.Popen[bytes]) -> str:
        code = process.wait()
        if code < 0:
            return f"the process that read it was ended ({signal.Signals(-code).name})"
        assert self._said is not None
        self._said.seek(0)
        lines = self._said.read().decode(errors="replace").strip().splitlines()
        return f"the process that read it ended ({lines[-1] if lines else f'exit code {code}'})"


def _end(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()
