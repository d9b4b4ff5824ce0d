"""One file or address → its place among the official PDFs, judged by itself and pinned."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from nrm.errors import CannotFetch
from nrm.fetching import lock as locks
from nrm.fetching.client import Client
from nrm.fetching.clock import Clock
from nrm.fetching.cover import Cover, Judge, judge
from nrm.fetching.download import Downloaded, Limits, download
from nrm.fetching.fetched import Progress
from nrm.fetching.keep import folder_of_pdfs, free_name, give_name, version_name
from nrm.fetching.lock import Change
from nrm.fetching.part_file import PartFile
from nrm.fetching.pin import pin_of
from nrm.fetching.retry import RetryPolicy
from nrm.fetching.shelf import ShelfFile, read_shelf, stable_name
from nrm.pdf import file_hash


@dataclass(frozen=True, slots=True)
class Added:
    """An edition in its place. `replaced` is the new name of the file that stood for it before, if one did."""

    list_year: int
    title: str
    pages: int
    file: Path
    sha256: str
    address: str
    status: Literal["added", "there", "replaced"]
    replaced: Path | None = None


def add_file(
    source: Path, folder: Path, *, replacing: bool = False, judged: Judge = judge, clock: Clock | None = None
) -> Added:
    """Take a file into the folder: a copy of it, or the file itself where it lies there already under another name.

    Raises `CannotFetch` where it is no official edition, or another file of the edition is there and not `replacing`.
    """
    if not source.is_file():
        raise CannotFetch(f"{source}: no such file")
    cover = _sound(str(source), judged(source))
    with folder_of_pdfs(folder):
        shelf = _Shelf(folder, replacing, judged, clock or Clock())
        sha256 = file_hash(source)
        known = next((one for one in shelf.lock.changes if one.sha256 == sha256), None)
        came = Downloaded(known.address if known is not None else "", sha256, source.stat().st_size, "", "")
        if source.resolve().parent == folder.resolve():
            return shelf.take(came, cover, source, lambda place: give_name(source, place))
        part = PartFile.beside(folder / stable_name(cover.list_year, "added"))
        try:
            shutil.copyfile(source, part.path)
            return shelf.take(came, cover, part.path, part.place)
        finally:
            part.discard()


def add_address(
    url: str,
    folder: Path,
    client: Client,
    *,
    replacing: bool = False,
    judged: Judge = judge,
    limits: Limits | None = None,
    policy: RetryPolicy | None = None,
    progress: Progress | None = None,
) -> Added:
    """The same for what stands at an address. Raises `CannotFetch` also where it cannot be had.

    `progress` is told of list year 0: which edition it is shows only when all of it is there.
    """

    def counted(size: int, whole: int | None) -> None:
        if progress is not None:
            progress(0, url, size, whole)

    client.check(url)
    with folder_of_pdfs(folder):
        shelf = _Shelf(folder, replacing, judged, client.clock)
        part = PartFile.beside(folder / "added.pdf")
        came = download(client, url, part, limits=limits, policy=policy, progress=counted)
        try:
            return shelf.take(came, _sound(url, judged(part.path)), part.path, part.place)
        finally:
            part.discard()


def _sound(source: str, cover: Cover) -> Cover:
    if cover.trouble:
        raise CannotFetch(f"{source}: not added: {cover.text}")
    return cover


class _Shelf:
    """The folder, its lock, and how a new file gets its place in it."""

    def __init__(self, folder: Path, replacing: bool, judged: Judge, clock: Clock) -> None:
        self.folder = folder
        self.lock = locks.read(folder)
        self._replacing = replacing
        self._judged = judged
        self._clock = clock

    def take(self, came: Downloaded, cover: Cover, now_at: Path, put: Callable[[Path], None]) -> Added:
        """Have `put` give the file, which is `now_at` a path, its place, and pin it."""
        year = cover.list_year
        files = read_shelf(self.folder, self.lock, self._judged).editions.get(year, ())
        held = next((one for one in files if one.path.resolve() != now_at.resolve()), None)
        replaced: Path | None = None
        if held is not None and held.sha256 == came.sha256:
            return Added(year, cover.title, cover.pages, held.path, held.sha256, came.url, "there")
        if held is not None:
            if not self._replacing:
                raise CannotFetch(
                    f"the edition {year} is there already as {held.path}, with other content; "
                    "--replace takes the new file and keeps that one beside it"
                )
            replaced = self._set_aside(held)
        place = self.folder / stable_name(year)
        moves = now_at.resolve() != place.resolve()
        if moves:
            place = free_name(self.folder, year, came.sha256)
        pin = pin_of(came, cover, place, "added", self._clock)
        locks.write(self.lock.without_change(came.sha256).pinned(pin), self.folder)
        if moves:
            put(place)
        status: Literal["added", "replaced"] = "added" if replaced is None else "replaced"
        return Added(year, cover.title, cover.pages, place, came.sha256, came.url, status, replaced)

    def _set_aside(self, held: ShelfFile) -> Path:
        """Give the file that stood for an edition another name, and note it."""
        year = held.cover.list_year
        aside = version_name(self.folder, year, "replaced", held.sha256)
        pin = self.lock.of_hash(held.sha256)
        give_name(held.path, aside)
        now = self._clock.now().isoformat(timespec="seconds")
        self.lock = self.lock.changed(
            Change(year, aside.name, held.sha256, pin.address if pin is not None else "", now)
        )
        return aside
