"""A download in progress: a hidden file beside its place that a later run can go on with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from nrm.fetching.keep import give_name

ENDING = ".part"


@dataclass(frozen=True, slots=True)
class PartFile:
    """The file that a download is written into, and beside it what it is a part of.

    It never has the final name. What it is a part of (address, `ETag` or `Last-Modified`) is written before the first
    byte, so that whatever kills the program, the bytes belong to it.
    """

    path: Path

    @classmethod
    def beside(cls, place: Path) -> PartFile:
        """The part of the file that is to stand at a place."""
        return cls(place.with_name(f".{place.name}{ENDING}"))

    @property
    def _note(self) -> Path:
        return self.path.with_name(self.path.name + ".json")

    def have(self) -> int:
        """How many bytes are there."""
        return self.path.stat().st_size if self.path.is_file() else 0

    def resume_headers(self, url: str) -> dict[str, str]:
        """The headers that ask for the rest; none where there is no part of that address, or its state is not known.

        `If-Range` makes a server whose file has changed send all of it (RFC 9110, 13.1.5).
        """
        have, told = self.have(), self._told()
        if not have or told.get("url") != url or not told.get("validator"):
            return {}
        return {"Range": f"bytes={have}-", "If-Range": told["validator"]}

    def is_of_another(self, url: str) -> bool:
        """Whether what is there is a part of another address, which a later run may go on with."""
        return self._told().get("url", url) != url

    def begin(self, url: str, headers: Mapping[str, str], *, resumable: bool) -> BinaryIO:
        """Open the file to write all of it; `headers` (names in lower case) are those of the answer."""
        self._note.unlink(missing_ok=True)
        stream = self.path.open("wb")
        validator = _validator(headers) if resumable else ""
        if validator:
            self._note.write_text(json.dumps({"url": url, "validator": validator}), encoding="utf-8")
        return stream

    def go_on(self) -> BinaryIO:
        """Open the file to write the rest of it."""
        return self.path.open("ab")

    def discard(self) -> None:
        """Remove the part and what is known of it."""
        self.path.unlink(missing_ok=True)
        self._note.unlink(missing_ok=True)

    def place(self, target: Path) -> None:
        """Give the whole file its final name. Raises `FileExistsError` where a file has that already."""
        give_name(self.path, target)
        self.discard()

    def _told(self) -> dict[str, str]:
        try:
            told = json.loads(self._note.read_bytes())
        except (OSError, ValueError):
            return {}
        return told if isinstance(told, dict) and all(isinstance(value, str) for value in told.values()) else {}


def _validator(headers: Mapping[str, str]) -> str:
    """What tells the state of the file at the source: a strong `ETag`, else `Last-Modified`; empty if neither."""
    etag = headers.get("etag", "").strip()
    return etag if etag.startswith('"') else headers.get("last-modified", "").strip()
