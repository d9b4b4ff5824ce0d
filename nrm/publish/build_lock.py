"""One build at a time into one folder: a lock that ends with the process that holds it."""

from __future__ import annotations

import contextlib
import errno
import os
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO

from nrm.errors import BadBuild

# The kernel's record locks belong to a process, so two threads of one must be told apart here.
_held: set[Path] = set()
_guard = threading.Lock()


@contextlib.contextmanager
def build_lock(path: Path) -> Iterator[None]:
    """Hold the lock file, made with its folder where needed, for the time of the `with` block.

    The kernel releases the lock when the process ends, however it ends, and worker processes that
    outlive it do not keep it. The file stays, and its holder alone may remove it. Raises `BadBuild`
    where another build has it.
    """
    with _guard:
        if path in _held:
            raise BadBuild(f"another build is running in this process (lock {path})")
        _held.add(path)
    try:
        with _locked(path) as stream:
            stream.truncate(0)
            stream.write(f"{os.getpid()}\n")
            stream.flush()
            yield
    finally:
        with _guard:
            _held.discard(path)


def _locked(path: Path) -> IO[str]:
    """The lock file, open and locked, and still the one that stands at the path."""
    while True:
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            stream = path.open("a+")
        except FileNotFoundError:  # its holder has just removed the folder
            continue
        try:
            _take(stream, path)
            if path.exists() and os.path.samestat(os.fstat(stream.fileno()), path.stat()):
                return stream
        except BaseException:
            stream.close()
            raise
        stream.close()


def _take(stream: IO[str], path: Path) -> None:
    import fcntl  # not on Windows, where a finished build can still be read

    try:
        fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if error.errno not in (errno.EACCES, errno.EAGAIN):
            raise
        stream.seek(0)
        owner = stream.read().strip() or "unknown"
        raise BadBuild(
            f"another build is running (process {owner}, lock {path}); wait for it, or build into another folder"
        ) from error
