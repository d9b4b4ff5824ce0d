"""Putting a sound file in its place under its stable name; nothing that is there is ever overwritten."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from nrm.errors import BadBuild, CannotFetch
from nrm.fetching.shelf import stable_name

# What file systems without hard links say to one.
_NO_LINKS = (errno.EPERM, errno.ENOTSUP, errno.ENOSYS, errno.EMLINK)


def free_name(folder: Path, list_year: int, sha256: str) -> Path:
    """The stable name of an edition, or, where another file has it, one that tells the versions apart by their hash."""
    name = folder / stable_name(list_year)
    return version_name(folder, list_year, "copy", sha256) if name.exists() or name.is_symlink() else name


def version_name(folder: Path, list_year: int, what: str, sha256: str) -> Path:
    """The name of another version of an edition, such as `nml-2016.changed-1f2e3d4c5b6a.pdf`."""
    return folder / stable_name(list_year, f"{what}-{sha256[:12]}")


def give_name(path: Path, target: Path) -> None:
    """Give a file its final name, in one step; a file that has the name already is not replaced.

    Raises `FileExistsError` for one that has.
    """
    try:
        os.link(path, target)
        path.unlink()
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if target.exists():
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from error
        path.rename(target)
    _sync(target.parent)


def _sync(folder: Path) -> None:
    """Have the disk know of a new name."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def folder_of_pdfs(folder: Path) -> Iterator[None]:
    """The folder, made where needed, for this process alone during the `with` block.

    Raises `CannotFetch`, in one line, where it cannot be used, is full, or another `nrm fetch` works in it.
    """
    from nrm.publish.build_lock import build_lock

    lock = folder / ".fetching"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with build_lock(lock):
            try:
                yield
            finally:
                lock.unlink(missing_ok=True)
    except BadBuild as error:
        raise CannotFetch(f"{folder}: another nrm is fetching into it (lock {lock}); wait for it") from error
    except OSError as error:
        raise CannotFetch(f"{error.filename or folder}: {error.strerror or error}") from error
