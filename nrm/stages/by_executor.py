"""Files read by an executor that the caller has: a pool of processes, or one that reaches other machines."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from pathlib import Path
from tempfile import TemporaryDirectory

from nrm.one_line import one_line
from nrm.pdf import ReaderName
from nrm.stages.cache import Cache
from nrm.stages.read_file import FileRead, read_file
from nrm.stages.tasks import Answer, InRanges, Task, WholeFile, done, read_in_parts

Progress = Callable[[int, int, str], None]


def read_by(
    executor: Executor, paths: Sequence[Path], reader: ReaderName, progress: Progress | None = None
) -> tuple[FileRead, ...]:
    """Read every file, in the order given, long ones in ranges. A file that a worker cannot see is sent to it.

    A worker that dies over a file is a trouble of that file, unless the executor itself gives it to another.
    """

    wholes = [WholeFile(str(path.resolve()), str(path), dividable=True) for path in paths]
    waiting = [executor.submit(_done_there, whole, reader) for whole in wholes]
    found = []
    for number, (path, whole, future) in enumerate(zip(paths, wholes, waiting, strict=True), start=1):
        outcome = _outcome(future, path)
        if outcome is None:
            outcome = _outcome(executor.submit(_read_sent, path.read_bytes(), str(path), reader), path)
        elif isinstance(outcome, InRanges):
            outcome = _in_parts(executor, whole, outcome, reader)
        assert isinstance(outcome, FileRead)
        found.append(outcome)
        if progress is not None:
            progress(number, len(paths), one_line(path.name))
    return tuple(found)


def _in_parts(executor: Executor, whole: WholeFile, divided: InRanges, reader: ReaderName) -> FileRead:
    """What became of a file of which a worker said that it is best read in ranges."""
    path = Path(whole.name)

    def ask(task: Task) -> Answer:
        if task == whole:
            return divided
        there = _outcome(executor.submit(_done_there, task, reader), path)
        if there is None:
            there = _outcome(executor.submit(_read_sent, path.read_bytes(), whole.name, reader), path)
        assert there is not None
        return there

    def ask_all(tasks: Iterable[Task]) -> Iterator[Answer]:
        for future in [executor.submit(_done_there, task, reader) for task in tasks]:
            yield _outcome(future, path) or b""  # a worker that does not see the file

    return read_in_parts(whole.path, whole.name, ask, ask_all)


def _outcome(future: Future[Answer | None], path: Path) -> Answer | None:
    try:
        return future.result()
    except (BrokenExecutor, CancelledError, OSError) as error:
        why = f"the process that read it ended ({type(error).__name__}: {error})"
    except Exception as error:  # noqa: BLE001 -- the edge of an engine: how it says that a worker died is its own
        why = f"the engine that read it failed ({type(error).__name__}: {error})"
    return FileRead(str(path), trouble="unreadable-file", message=one_line(f"{path}: {why}"))


def _done_there(task: Task, reader: ReaderName) -> Answer | None:
    """Runs on the worker; `None` where the file is not there."""
    if not Path(task.path).is_file():
        return None
    return done(task, reader, Cache(None))


def _read_sent(content: bytes, name: str, reader: ReaderName) -> FileRead | None:
    """Runs on the worker, with the file's content."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / Path(name).name
        place.write_bytes(content)
        return read_file(place, reader, called=name)
