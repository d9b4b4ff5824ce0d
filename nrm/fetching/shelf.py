"""What lies in the folder of official PDFs already: each file known by its cover, never by its name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from nrm.fetching.cover import Cover, Judge
from nrm.fetching.lock import FetchLock, is_plain_name
from nrm.pdf import file_hash
from nrm.pdf.on_disk import pdfs_below


@dataclass(frozen=True, slots=True)
class ShelfFile:
    """A file of the folder: its hash and what it is."""

    path: Path
    sha256: str
    cover: Cover


@dataclass(frozen=True, slots=True)
class Shelf:
    """The editions of a folder by list year, each with its files, the pinned one first; and what is no edition."""

    editions: Mapping[int, tuple[ShelfFile, ...]]
    others: tuple[ShelfFile, ...]

    def best(self, list_year: int) -> ShelfFile | None:
        """The file that stands for an edition: the pinned one, else the first; `None` if there is none."""
        return next(iter(self.editions.get(list_year, ())), None)

    def notes(self) -> tuple[str, ...]:
        """What is to be said of the folder: editions that are there twice, files that are none, one line each."""
        told = []
        for year, (first, *more) in sorted(self.editions.items()):
            for one in more:
                same = one.sha256 == first.sha256
                alike = "the same file" if same else "another version of the same edition"
                told.append(f"{one.path}: {alike} as {first.path.name} ({year}); keep one of them")
        told += [f"{one.path}: skipped: {one.cover.text}" for one in self.others]
        return tuple(told)


def read_shelf(folder: Path, lock: FetchLock, judge: Judge) -> Shelf:
    """Look at every PDF of a folder. A file whose hash is in the lock is known without being opened."""
    if not folder.is_dir():
        return Shelf({}, ())
    kept = {one.sha256: one for one in lock.changes}
    editions: dict[int, list[ShelfFile]] = defaultdict(list)
    others: list[ShelfFile] = []
    for path in sorted(pdfs_below(folder)):
        sha256 = file_hash(path)
        pin = lock.of_hash(sha256)
        if pin is not None:
            cover = Cover(list_year=pin.list_year, title=pin.title, pages=pin.pages)
        elif sha256 in kept and path.name == kept[sha256].file:
            continue  # a change at the source, kept and noted when it was seen
        else:
            cover = judge(path)
        one = ShelfFile(path, sha256, cover)
        if cover.trouble:
            others.append(one)
        else:
            editions[cover.list_year].append(one)
    pinned = {pin.sha256 for pin in lock.pins.values()}
    ordered = {
        year: tuple(sorted(files, key=lambda one: (one.sha256 not in pinned, len(one.path.parts), str(one.path))))
        for year, files in editions.items()
    }
    return Shelf(ordered, tuple(others))


def stable_name(list_year: int, version: str = "") -> str:
    """The name under which an edition is kept; `version` sets another state of it apart.

    >>> stable_name(2016), stable_name(2016, "changed-1f2e3d4c5b6a")
    ('nml-2016.pdf', 'nml-2016.changed-1f2e3d4c5b6a.pdf')
    """
    name = f"nml-{list_year}{f'.{version}' if version else ''}.pdf"
    assert is_plain_name(name)
    return name
