"""`fetch.lock`: which bytes of each edition were the first sound ones, where they came from, and what changed since.

JSON beside the PDFs, written in one step, sorted by list year. It is for the user to keep under version control: the
same lock elsewhere says whether the same files were fetched there.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Any, TypeVar, get_args

from nrm.errors import BadTable
from nrm.fetching.words import Route

FILE = "fetch.lock"
_SCHEMA = "nrm.fetch-lock/1"
_SHA256 = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Pin:
    """The first sound file of an edition: its name, hash and length, its address (after redirects) and when it came.

    `route` is how the address was found, or `added` for one that the user named; `fetched` is an ISO time in UTC;
    `etag` and `last_modified` are what the server said of it. `address` is empty for a file from a disk.
    """

    list_year: int
    title: str
    file: str
    sha256: str
    size: int
    pages: int
    address: str
    route: Route
    fetched: str
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """Another version of an edition that the source gave later, and the name under which it is kept."""

    list_year: int
    file: str
    sha256: str
    address: str
    seen: str


Row = TypeVar("Row", Pin, Change)


@dataclass(frozen=True, slots=True)
class FetchLock:
    """What was fetched into one folder: a pin per list year, and the changes seen since."""

    pins: Mapping[int, Pin] = field(default_factory=dict)
    changes: tuple[Change, ...] = ()

    def pinned(self, pin: Pin) -> FetchLock:
        """The lock with a pin, in place of that of its list year if there is one."""
        return replace(self, pins={**self.pins, pin.list_year: pin})

    def changed(self, change: Change) -> FetchLock:
        """The lock with a change; the same version is noted once."""
        known = any((one.list_year, one.sha256) == (change.list_year, change.sha256) for one in self.changes)
        return self if known else replace(self, changes=(*self.changes, change))

    def without_change(self, sha256: str) -> FetchLock:
        """The lock without what it says of a version that is the pinned one now."""
        return replace(self, changes=tuple(one for one in self.changes if one.sha256 != sha256))

    def of_hash(self, sha256: str) -> Pin | None:
        """The pin of a file with that hash."""
        return next((pin for pin in self.pins.values() if pin.sha256 == sha256), None)


def read(folder: Path) -> FetchLock:
    """The lock of a folder; an empty one where there is none. Raises `BadTable` for one that is damaged."""
    path = folder / FILE
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return FetchLock()
    except (OSError, UnicodeError) as error:
        raise BadTable(f"{path}: cannot be read ({error})") from error
    try:
        told = json.loads(text)
        if told["schema"] != _SCHEMA:
            raise ValueError(f"its schema is {told['schema']!r}, not {_SCHEMA}")
        pins = [_checked(Pin(**row)) for row in told["editions"]]
        changes = [_checked(Change(**row)) for row in told["changes"]]
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise BadTable(f"{path}: damaged ({error}); put it right, or move it away and run `nrm fetch` again") from error
    return FetchLock({pin.list_year: pin for pin in pins}, tuple(changes))


def write(lock: FetchLock, folder: Path) -> None:
    """Write the lock of a folder in one step."""
    rows: list[dict[str, Any]] = [asdict(lock.pins[year]) for year in sorted(lock.pins)]
    told = {"schema": _SCHEMA, "editions": rows, "changes": [asdict(one) for one in lock.changes]}
    new = folder / f".{FILE}.new"
    with new.open("w", encoding="utf-8") as stream:
        stream.write(json.dumps(told, ensure_ascii=False, indent=1) + "\n")
        stream.flush()
        os.fsync(stream.fileno())
    new.replace(folder / FILE)


def pins_beside(files: Iterable[Path]) -> dict[str, Pin]:
    """SHA-256 → pin, of every lock in a folder of one of the files. Raises `BadTable` for a damaged lock."""
    folders = dict.fromkeys(path.parent for path in files)
    return {pin.sha256: pin for folder in folders for pin in read(folder).pins.values()}


def _checked(row: Row) -> Row:
    """The row, if its file is a plain name in the folder and its values are of the types they must be."""
    if not isinstance(row.list_year, int) or isinstance(row.list_year, bool):
        raise ValueError(f"list year {row.list_year!r}")
    if not isinstance(row.sha256, str) or not _SHA256.fullmatch(row.sha256):
        raise ValueError(f"{row.list_year}: no SHA-256")
    if not isinstance(row.file, str) or not is_plain_name(row.file):
        raise ValueError(f"{row.list_year}: {row.file!r} is no name of a file in this folder")
    if not isinstance(row.address, str) or not (row.address == "" or row.address.startswith("https://")):
        raise ValueError(f"{row.list_year}: {row.address!r} is no https address")
    if isinstance(row, Pin):
        datetime.fromisoformat(row.fetched)
        if row.route not in get_args(Route):
            raise ValueError(f"{row.list_year}: {row.route!r} is no route")
    return row


def is_plain_name(name: str) -> bool:
    """Whether a name stands for a file in a folder itself: no path, no way out of it, nothing hidden."""
    plain = name not in ("", ".", "..") and not name.startswith(".") and "\0" not in name
    return plain and PurePosixPath(name).name == name and PureWindowsPath(name).name == name
