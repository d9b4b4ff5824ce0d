"""`build.json`: what nrm wrote into a build folder, with hashes, so that it knows its own files.

What is not in it, or no longer has the hash that is written there, is the user's.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nrm.errors import BadBuild
from nrm.publish.inside import stays_inside
from nrm.schema import version

FILE = "build.json"
_SCHEMA = "nrm.build-folder/1"


@dataclass(frozen=True, slots=True)
class BuildManifest:
    """The schema version of a build and the SHA-256 of each file by its path within the folder."""

    version: int
    files: Mapping[str, str]


def write(folder: Path) -> str:
    """Write the manifest of all files in a folder; gives 16 hex digits that name this content."""
    files = {name: _sha256(folder / name) for name in _files(folder)}
    described = {"schema": _SCHEMA, "version": version(), "files": files}
    content = (json.dumps(described, ensure_ascii=False, indent=2) + "\n").encode()
    (folder / FILE).write_bytes(content)
    return hashlib.sha256(content).hexdigest()[:16]


def read(folder: Path) -> BuildManifest:
    """The manifest of a build folder. Raises `BadBuild` where there is none that nrm wrote."""
    path = folder / FILE
    try:
        described = json.loads(path.read_bytes())
        if described["schema"] != _SCHEMA:
            raise ValueError("another schema")
        files = dict(described["files"])
        if not all(map(stays_inside, files)):
            raise ValueError("a path leads out of the folder")
        return BuildManifest(int(described["version"]), files)
    except OSError as error:
        raise BadBuild(f"{folder} is no build of nrm: no {FILE} in it") from error
    except (ValueError, TypeError, KeyError) as error:
        raise BadBuild(f"{path} is damaged; run `nrm build` again") from error


def foreign_files(folder: Path) -> list[str]:
    """Paths within a build folder of what nrm did not write there. Raises `BadBuild` as `read`."""
    known = read(folder).files
    return [name for name in _files(folder) if name not in known]


def is_intact(folder: Path) -> bool:
    """Whether the manifest can be read, and every file in it is there and as it was written."""
    try:
        files = read(folder).files
    except BadBuild:
        return False
    return all((folder / name).is_file() and _sha256(folder / name) == digest for name, digest in files.items())


def _files(folder: Path) -> list[str]:
    """All that is no directory, the manifest excepted, as sorted relative paths with slashes."""
    return sorted(
        name
        for path in folder.rglob("*")
        if (path.is_symlink() or not path.is_dir()) and (name := path.relative_to(folder).as_posix()) != FILE
    )


def _sha256(path: Path) -> str:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
