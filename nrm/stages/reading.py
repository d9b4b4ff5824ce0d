"""Many files → what became of each, read in worker processes with limits.

A worker that dies or takes too long is replaced and its file reported; the others go on. The result does not
depend on the number of workers.
"""

from __future__ import annotations

import os
import queue
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor, as_completed
from pathlib import Path
from typing import cast

from nrm.pdf import ReaderName
from nrm.stages.by_executor import read_by
from nrm.stages.cache import Cache
from nrm.stages.kept_readings import keep_report, kept_report
from nrm.stages.read_file import FileRead
from nrm.stages.tasks import Answer, Task, WholeFile, read_in_parts
from nrm.stages.worker_process import Limits, WorkerProcess, start_together

__all__ = ["Limits", "Progress", "read_files"]

_LARGE = 100_000
"""Bytes: what hundreds of pages take at the least."""
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
    meanwhile: Callable[[], object] | None = None,
) -> tuple[FileRead, ...]:
    """Read every file, in the order given, but for those of which the cache knows what became of them.

    `workers` is the number of processes (default: of processors). With an `executor` that reads the files; limits
    are then its own affair. `meanwhile` is called once, while others read.
    """
    kept = cache or Cache(None)
    known = {path: found for path in paths if (found := kept_report(path, reader, kept)) is not None}
    unread = [path for path in paths if path not in known]
    if executor is not None:
        read = read_by(executor, unread, reader, progress)
    else:
        read = _read_here(unread, reader, workers, limits or Limits(), progress, kept, meanwhile) if unread else ()
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
    meanwhile: Callable[[], object] | None,
) -> tuple[FileRead, ...]:
    count = max(1, workers or os.cpu_count() or 1)
    if not any(map(_may_be_long, paths)):
        count = min(count, len(paths))
    idle: queue.SimpleQueue[WorkerProcess] = queue.SimpleQueue()
    crew = [WorkerProcess(reader, limits, cache) for _ in range(count)]
    start_together(crew)
    for worker in crew:
        idle.put(worker)

    def ask(task: Task) -> Answer:
        worker = idle.get()
        try:
            return worker.ask(task)
        finally:
            idle.put(worker)

    pool, of_ranges = ThreadPoolExecutor(count), ThreadPoolExecutor(count)

    def ask_all(tasks: Iterable[Task]) -> Iterable[Answer]:
        return of_ranges.map(ask, tasks)

    def read(path: Path) -> FileRead:
        if count > 1:
            return read_in_parts(str(path), str(path), ask, ask_all)
        return cast(FileRead, ask(WholeFile(str(path), str(path))))

    try:
        waiting = {pool.submit(read, path): path for path in paths}
        if meanwhile is not None:
            meanwhile()
        for done, future in enumerate(as_completed(waiting), start=1):
            future.result()
            if progress is not None:
                progress(done, len(paths), waiting[future].name)
        return tuple(future.result() for future in waiting)
    finally:
        for threads in (pool, of_ranges):
            threads.shutdown(wait=False, cancel_futures=True)
        for worker in crew:
            worker.stop()
        for threads in (of_ranges, pool):
            threads.shutdown()
        for worker in crew:
            worker.close()


def _may_be_long(path: Path) -> bool:
    """Whether a file is so large that it may be worth the trouble of reading it in ranges."""
    try:
        return path.stat().st_size >= _LARGE
    except OSError:
        return False
