"""What earlier builds found, kept in the user's own folder: lines of files, reports, mentions, whole builds.

An entry is a file named by everything that its content depends on. It is written beside its place and moved there
in one step, and carries its own checksum: several builds at once do not disturb each other, and an entry that is
damaged is as good as none. Entries are JSON: nothing in them is ever executed.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_DIGEST = 64
DAY = 86_400.0
"""Seconds."""
_KINDS = ("lines", "reports", "mentions", "builds")
_ENDING = ".json"


def cache_folder() -> Path:
    """Where entries are kept: `NRM_CACHE`, else the place that the system has for such files."""
    if given := os.environ.get("NRM_CACHE"):
        return Path(given)
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/nrm"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData/Local") / "nrm/Cache"
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "nrm"


@dataclass(frozen=True, slots=True)
class KindHeld:
    """How many entries of a kind there are, and their size in bytes."""

    kind: str
    entries: int
    size: int


class Cache:
    """The entries in a folder; without a folder nothing is kept and nothing found."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder

    def get(self, kind: str, key: str) -> Any:
        """What was put under this key; `None` for nothing, and for an entry that cannot be read."""
        if self.folder is None:
            return None
        try:
            place = self._place(kind, key)
            content = place.read_bytes()
            _use(place)
            digest, payload = content[:_DIGEST], content[_DIGEST:]
            if hashlib.sha256(payload).hexdigest().encode() != digest:
                return None
            return json.loads(payload)
        except (OSError, ValueError):
            return None

    def holds(self, kind: str, key: str) -> bool:
        """Whether there is an entry under this key, be it damaged or not."""
        return self.folder is not None and self._place(kind, key).is_file()

    def put(self, kind: str, key: str, value: Any) -> None:
        """Keep a value that JSON can hold. Where the folder cannot be written nothing is kept."""
        if self.folder is None:
            return
        payload = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        place = self._place(kind, key)
        with contextlib.suppress(OSError):
            place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(dir=place.parent, prefix=".new-")
            try:
                with os.fdopen(handle, "wb") as stream:
                    stream.write(hashlib.sha256(payload).hexdigest().encode() + payload)
                Path(name).replace(place)
            except BaseException:
                Path(name).unlink(missing_ok=True)
                raise

    def files(self) -> Iterator[Path]:
        """The files of all entries, and of those that are being written."""
        for kind in _KINDS:
            yield from self._entries(kind)

    def held(self) -> tuple[KindHeld, ...]:
        """What there is, kind by kind."""
        found = {kind: [path.stat().st_size for path in self._entries(kind)] for kind in _KINDS}
        return tuple(KindHeld(kind, len(sizes), sum(sizes)) for kind, sizes in found.items())

    def clear(self) -> int:
        """Remove every entry, and nothing else; gives their number."""
        removed = 0
        for path in self.files():
            path.unlink(missing_ok=True)
            removed += 1
        return removed

    def _entries(self, kind: str) -> Iterator[Path]:
        if self.folder is not None and (self.folder / kind).is_dir():
            yield from sorted((self.folder / kind).glob(f"??/*{_ENDING}"))
            yield from sorted((self.folder / kind).glob("??/.new-*"))

    def _place(self, kind: str, key: str) -> Path:
        assert self.folder is not None
        return self.folder / kind / key[:2] / f"{key}{_ENDING}"


def _use(place: Path) -> None:
    """Note that an entry was used today (see `nrm.stages.cache_trimming`)."""
    with contextlib.suppress(OSError):
        if place.stat().st_mtime < time.time() - DAY:
            os.utime(place)


def key_of(*parts: object) -> str:
    """A name for everything that a value depends on."""
    digest = hashlib.sha256()
    for part in parts:
        text = str(part).encode("utf-8", "surrogatepass")
        digest.update(b"%d:" % len(text) + text)
    return digest.hexdigest()
