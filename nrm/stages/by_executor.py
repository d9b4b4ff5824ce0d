"""Files read by an executor that the caller has: a pool of processes, or one that reaches other machines."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import BrokenExecutor, CancelledError, Executor, Future
from pathlib import Path
from tempfile import TemporaryDirectory

from nrm.one_line import one_line
from nrm.pdf import ReaderName
from nrm.stages.read_file import FileRead, read_file

Progress = Callable[[int, int, str], None]


def read_by(
    executor: Executor, paths: Sequence[Path], reader: ReaderName, progress: Progress | None = None
) -> tuple[FileRead, ...]:
    """Read every file, in the order given. A file that a worker cannot see is sent to it.

    A worker that dies over a file is a trouble of that file, unless the executor itself gives it to another.
    """
    waiting = [executor.submit(_read_there, str(path.resolve()), str(path), reader) for path in paths]
    found = []
    for done, (path, future) in enumerate(zip(paths, waiting, strict=True), start=1):
        outcome = _outcome(future, path)
        if outcome is None:
            sent = executor.submit(_read_sent, path.read_bytes(), str(path), reader)
            outcome = _outcome(sent, path)
            assert outcome is not None
        found.append(outcome)
        if progress is not None:
            progress(done, len(paths), one_line(path.name))
    return tuple(found)


def _outcome(future: Future[FileRead | None], path: Path) -> FileRead | None:
    try:
        return future.result()
    except (BrokenExecutor, CancelledError, OSError) as error:
        why = f"the process that read it ended ({type(error).__name__}: {error})"
    except Exception as error:  # noqa: BLE001 -- the edge of an engine: how it says that a worker died is its own
        why = f"the engine that read it failed ({type(error).__name__}: {error})"
    return FileRead(str(path), trouble="unreadable-file", message=one_line(f"{path}: {why}"))


def _read_there(place: str, name: str, reader: ReaderName) -> FileRead | None:
    """Runs on the worker; `None` where the file is not there."""
    if not Path(place).is_file():
        return None
    return read_file(Path(name) if Path(name).is_file() else Path(place), reader, called=name)


def _read_sent(content: bytes, name: str, reader: ReaderName) -> FileRead | None:
    """Runs on the worker, with the file's content."""
    with TemporaryDirectory() as folder:
        place = Path(folder) / Path(name).name
        place.write_bytes(content)
        return read_file(place, reader, called=name)
