"""A build appears as a whole or not at all.

Each build is written into a folder of its own in `<target>.builds/`, named by its content; then the
symbolic link `<target>` is replaced in one step. Who reads through the link sees the last good
build or the new one, never half of one; who resolved the link before goes on reading the old one.
"""

from __future__ import annotations

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from nrm import schema
from nrm.errors import BadBuild
from nrm.publish import build_manifest, old_builds
from nrm.publish.build_lock import build_lock

_LOCK = ".lock"
_MOST_LINKS = 40
_SYNCED_AT_ONCE = 8
# The machine's trouble, whatever was being written; EFBIG is a limit on the size of files.
_DISK = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG)
# Trouble with the folder, if it is about a path there; elsewhere these say something else.
_FOLDER = (errno.EACCES, errno.EPERM, errno.EBUSY, errno.ENOTDIR, errno.EEXIST, errno.ENAMETOOLONG)


@contextlib.contextmanager
def new_build(target: Path) -> Iterator[Path]:
    """An empty folder to write a build into; it becomes `target` when the `with` block ends well.

    After an exception, or a kill at any moment, `target` is what it was. The build before stays
    beside it for those who read it; older ones go. Files that are not nrm's are kept: those in the
    last build are copied into the new one. Raises `BadBuild` where another build is running, where
    `target` is a file or a folder that is not nrm's, and where it cannot be written.
    """
    place = _place(target)
    builds = _builds(place)
    with _disk_trouble(place):
        _check_place(place)
        with build_lock(builds / _LOCK):
            work = builds / f"{old_builds.UNFINISHED}{os.getpid()}"
            try:
                old_builds.sweep(builds)
                work.mkdir()
                yield work
                current = _finish(work, place)
                old_builds.retire(builds, current)
            finally:
                # What cannot be removed now is swept by the next build.
                shutil.rmtree(work, ignore_errors=True)
                if [path.name for path in builds.iterdir()] == [_LOCK]:
                    (builds / _LOCK).unlink()
                    builds.rmdir()


def current_build(target: Path) -> Path:
    """The folder of the build that `target` is just now, with every link resolved.

    Raises `BadBuild`, saying what to do, where there is none of this schema version.
    """
    try:
        folder = target.resolve(strict=True)
    except (OSError, RuntimeError) as error:
        raise BadBuild(f"{target}: no build there; run `nrm build` first") from error
    if not folder.is_dir():
        raise BadBuild(f"{target} is a file, not the folder of a build")
    found = build_manifest.read(folder).version
    if found != schema.version():
        raise BadBuild(f"{target} has schema version {found}, this nrm reads {schema.version()}; run `nrm build` again")
    return folder


def _place(target: Path) -> Path:
    """Where the link to the builds stands: links of the user's own are followed."""
    place = _absolute(target)
    for _ in range(_MOST_LINKS):
        if not place.name:
            raise BadBuild(f"{target} cannot be the folder of a build; give a folder inside it")
        if not place.is_symlink():
            return place
        linked = _absolute(place.parent / place.readlink())
        if linked.parent == _builds(place):
            return place
        place = linked
    raise BadBuild(f"{target} is a link that leads in a circle")


def _absolute(path: Path) -> Path:
    """The path with its folder resolved, itself not: one name for one place."""
    whole = Path.cwd() / path
    return whole.parent.resolve() / whole.name if whole.name != ".." else whole.resolve()


def _builds(place: Path) -> Path:
    return place.with_name(place.name + ".builds")


def _check_place(place: Path) -> None:
    """Raise `BadBuild` unless the place is free, an empty folder, or the link of earlier builds."""
    if place.is_symlink() or not place.exists():
        return
    if not place.is_dir():
        raise BadBuild(f"{place} is a file; give the name of a folder")
    held = next(place.iterdir(), None)
    if held is not None:
        raise BadBuild(
            f"{place} is a folder that nrm did not link there (it holds {held.name}); "
            "nothing was changed: move it away or build into another folder"
        )


def _finish(work: Path, place: Path) -> Path:
    """Give the written folder its name and make the place a link to it; gives the named folder."""
    builds = work.parent
    digest = build_manifest.write(work)
    old = place.resolve() if place.is_symlink() and place.exists() else None
    named = _named(work, digest, old)
    if named != old:
        if old is not None:
            old_builds.carry_over(old, work if work.exists() else named)
        if work.exists():
            _sync_tree(work)
            work.rename(named)
            _sync(builds)
        if old is not None:
            # The newest of the old builds is the one that readers may have open.
            os.utime(old)
    _check_place(place)
    link = builds / f"{old_builds.UNFINISHED}link"
    link.symlink_to(Path(builds.name) / named.name)
    if place.is_dir() and not place.is_symlink():
        place.rmdir()
    link.replace(place)
    _sync(place.parent)
    return named


def _named(work: Path, digest: str, old: Path | None) -> Path:
    """The folder for this content: one that holds it, as whole as it was written, or a free name.

    `work` is removed where it is not needed. A folder of that content to which the user added or
    in which they changed something is left as it is, unless it is the current one and whole.
    """
    ordinal = 1
    while True:
        named = work.with_name(digest if ordinal == 1 else f"{digest}-{ordinal}")
        if not named.exists():
            return named
        if build_manifest.is_intact(named) and (named == old or not build_manifest.foreign_files(named)):
            shutil.rmtree(work)
            return named
        ordinal += 1


def _sync_tree(folder: Path) -> None:
    # The disk is what takes time, and it writes many files at once nearly as fast as one.
    with ThreadPoolExecutor(_SYNCED_AT_ONCE) as pool:
        for _ in pool.map(_sync, [path for path in folder.rglob("*") if not path.is_symlink()]):
            pass
    _sync(folder)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _disk_trouble(place: Path) -> Iterator[None]:
    """One clear error for a disk that is full or may not be written; others are not touched."""
    try:
        yield
    except OSError as error:
        written = str(error.filename or place)
        above = str(_builds(place)).startswith(written)
        below = written.startswith(str(place))
        if (
            error.errno in _DISK
            or (error.errno in _FOLDER and (above or below))
            or (error.errno == errno.ENOENT and above)
        ):
            raise BadBuild(f"{written} cannot be written: {error.strerror}") from error
        raise
