"""What fetching would do, without asking anybody."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from nrm.editions.manifest import Manifest
from nrm.fetching import lock as locks
from nrm.fetching.by_hand import by_hand
from nrm.fetching.cover import Judge, judge
from nrm.fetching.fetch import wanted
from nrm.fetching.fetched import EditionFetch, Fetched
from nrm.fetching.routes import Attempt, planned
from nrm.fetching.shelf import read_shelf


def plan(
    years: Iterable[int], folder: Path, manifest: Manifest, *, refresh: bool = False, judged: Judge = judge
) -> Fetched:
    """The editions that are there, and for the others (with `refresh` for all) the addresses that would be asked.

    The folder is looked at and not changed. Raises `UnknownName` and `BadTable` as `fetch` does.
    """
    lock = locks.read(folder)
    shelf = read_shelf(folder, lock, judged)
    rows = []
    for edition in wanted(years, manifest, lock):
        year, title, held = edition.list_year, edition.title, shelf.best(edition.list_year)
        pin = lock.pins.get(year)
        if held is not None and not refresh:
            rows.append(EditionFetch(year, title, "there", held.path, held.sha256))
        elif held is not None and pin is not None and pin.address:
            again = Attempt(pin.route, pin.address, "", "the PDF, if it has changed")
            rows.append(EditionFetch(year, title, "would ask", held.path, held.sha256, attempts=(again,)))
        else:
            attempts, steps = planned(edition, manifest), by_hand(edition, manifest, (), folder)
            rows.append(EditionFetch(year, title, "would ask", attempts=attempts, by_hand=steps))
    return Fetched(tuple(rows), shelf.notes())


def known_years(folder: Path, manifest: Manifest, judged: Judge = judge) -> frozenset[int]:
    """The list years of the editions that the manifest, the lock or the folder has."""
    lock = locks.read(folder)
    held = read_shelf(folder, lock, judged).editions
    return frozenset((*(edition.list_year for edition in manifest.editions), *lock.pins, *held))
