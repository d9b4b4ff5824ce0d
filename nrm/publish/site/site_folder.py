"""Putting a finished site into its folder: page by page as wholes, and never touching what is not its own.

`.nrm-site.json` in the folder says which files are the site's, with hashes. A new folder appears in one step. In one
that is there already each file is replaced in one step, the first page last; files of the site before that are no
longer needed go, unless somebody changed them.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from nrm.errors import BadBuild
from nrm.publish.inside import stays_inside

MANIFEST = ".nrm-site.json"
_SCHEMA = "nrm.site-folder/1"
_FIRST_PAGE = "index.html"
Hashes = Mapping[str, tuple[str, ...]]
"""File of the site by its path within the folder, and the hashes that it may have."""


@contextmanager
def new_site(target: Path) -> Iterator[Path]:
    """An empty folder to write a site into, whose files move to `target` when the `with` block ends well.

    After an exception `target` is what it was. Raises `BadBuild` where `target` is a file, where a file that is not
    the site's is in the way of one of its pages, and where it cannot be written.
    """
    place = target.absolute()
    work = place.with_name(f".{place.name}.new-{os.getpid()}")
    try:
        if place.exists() and not place.is_dir():
            raise BadBuild(f"{target} is a file; give the name of a folder")
        place.parent.mkdir(parents=True, exist_ok=True)
        work.mkdir()
        yield work
        _move(work, place)
    except OSError as error:
        raise BadBuild(f"{error.filename or target} cannot be written: {error.strerror}") from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def own_files(folder: Path) -> Hashes:
    """The files of the site in a folder, with the SHA-256 that they were written with; none if there is no site.

    After an interruption a file has two: it is the old one or the new one.
    """
    path = folder / MANIFEST
    if not path.is_file():
        return {}
    try:
        told = json.loads(path.read_bytes())
        if told["schema"] != _SCHEMA:
            raise ValueError("another schema")
        if not all(map(stays_inside, told["files"])):
            raise ValueError("a path leads out of the folder")
        return {str(name): tuple(map(str, digests)) for name, digests in told["files"].items()}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadBuild(f"{path} is damaged; write the site into another folder") from error


def _move(work: Path, place: Path) -> None:
    files = (path for path in sorted(work.rglob("*")) if path.is_file())
    fresh = {path.relative_to(work).as_posix(): (_sha256(path),) for path in files}
    if not place.exists():
        _write_manifest(work, fresh)
        work.rename(place)
        return
    old = own_files(place)
    _refuse_to_overwrite(place, fresh, old)
    # Until the end both the old files and the new ones are the site's, whenever this is interrupted.
    both = {name: (*fresh.get(name, ()), *old.get(name, ())) for name in (*fresh, *(old.keys() - fresh.keys()))}
    _write_manifest(place, both)
    for name in sorted(fresh, key=lambda name: name == _FIRST_PAGE):
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        os.replace(work / name, place / name)
    for name in old.keys() - fresh.keys():
        path = place / name
        if path.is_file() and _sha256(path) in old[name]:
            path.unlink()
            _remove_empty(path.parent, place)
    _write_manifest(place, fresh)


def _refuse_to_overwrite(place: Path, fresh: Hashes, old: Hashes) -> None:
    """Raise `BadBuild` where a file that is not the site's, or was changed, is in the way of a page."""
    for name, digests in fresh.items():
        path = place / name
        if path.is_dir() or (path.exists() and _sha256(path) not in (*old.get(name, ()), *digests)):
            raise BadBuild(f"{path} is not nrm's, or was changed; nothing was written: move it away")


def _remove_empty(folder: Path, place: Path) -> None:
    if folder != place and not any(folder.iterdir()):
        folder.rmdir()


def _write_manifest(folder: Path, files: Hashes) -> None:
    told = {name: list(dict.fromkeys(digests)) for name, digests in sorted(files.items())}
    text = json.dumps({"schema": _SCHEMA, "files": told}, ensure_ascii=False, indent=1)
    work = folder / f"{MANIFEST}.new"
    work.write_text(text + "\n", encoding="utf-8", newline="\n")
    os.replace(work, folder / MANIFEST)


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
