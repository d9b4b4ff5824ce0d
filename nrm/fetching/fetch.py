"""The official PDFs of editions → a folder: skipped where there, else searched on three routes, judged, pinned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from nrm.editions.manifest import EditionFacts, Manifest
from nrm.errors import UnknownName
from nrm.fetching import lock as locks
from nrm.fetching import routes
from nrm.fetching.by_hand import by_hand
from nrm.fetching.client import Client
from nrm.fetching.cover import Cover, Judge, judge
from nrm.fetching.download import Downloaded, Limits, download
from nrm.fetching.failure import Failure
from nrm.fetching.fetched import EditionFetch, Fetched, Progress, silent
from nrm.fetching.keep import folder_of_pdfs, free_name, version_name
from nrm.fetching.lock import Change, FetchLock
from nrm.fetching.pages import Pages
from nrm.fetching.part_file import PartFile
from nrm.fetching.pin import pin_of
from nrm.fetching.retry import RetryPolicy
from nrm.fetching.routes import Attempt, Source
from nrm.fetching.shelf import Shelf, ShelfFile, read_shelf, stable_name
from nrm.fetching.words import Route, Status


@dataclass(frozen=True, slots=True)
class Rules:
    """How to ask: `refresh` asks the source again for what is there; `judge` says what a file is."""

    limits: Limits = field(default_factory=Limits)
    policy: RetryPolicy = field(default_factory=RetryPolicy)
    refresh: bool = False
    judge: Judge = judge
    progress: Progress = silent


def wanted(years: Iterable[int], manifest: Manifest, lock: FetchLock) -> tuple[EditionFacts, ...]:
    """The editions of some list years, all that are known if none is given: by the manifest, else by the lock.

    Raises `UnknownName` for a year that neither knows.
    """
    known = {
        year: routes.known_from_pin(year, pin.title, pin.address, pin.fetched[:10]) for year, pin in lock.pins.items()
    }
    known |= {edition.list_year: edition for edition in manifest.editions}
    asked = sorted(set(years)) or sorted(known)
    for year in asked:
        if year not in known:
            least, most = min(known, default=0), max(known, default=0)
            raise UnknownName(
                f"the manifest has no edition {year}, only {least} to {most}; `nrm fetch --check` looks for new ones, "
                "`nrm add` takes one by its address"
            )
    return tuple(known[year] for year in asked)


def fetch(
    years: Iterable[int], folder: Path, client: Client, manifest: Manifest, rules: Rules | None = None
) -> Fetched:
    """Bring the editions of some list years (all, if none is given) into a folder, made where needed.

    An edition that is there and sound, under whatever name, is not asked for again. Raises `CannotFetch` where the
    folder cannot be used, `BadTable` for a damaged lock, `UnknownName` for a year that nobody knows.
    """
    with folder_of_pdfs(folder):
        lock = locks.read(folder)
        editions = wanted(years, manifest, lock)
        given = rules or Rules()
        shelf = read_shelf(folder, lock, given.judge)
        run = _Run(folder, client, manifest, given, shelf, Pages(client, given.policy), lock)
        return Fetched(tuple(run.edition(edition) for edition in editions), shelf.notes())


@dataclass(slots=True)
class _Run:
    folder: Path
    client: Client
    manifest: Manifest
    rules: Rules
    shelf: Shelf
    pages: Pages
    lock: FetchLock

    def edition(self, edition: EditionFacts) -> EditionFetch:
        held = self.shelf.best(edition.list_year)
        if held is not None and not self.rules.refresh:
            return self._there(edition, held, ())
        attempts: list[Attempt] = []
        part = PartFile.beside(self.folder / stable_name(edition.list_year))
        for route, url in self._sources(edition, attempts.append):
            try:
                came, cover = self._sound(edition, url, part, held)
            except Failure as failure:
                attempts.append(Attempt(route, url, failure.outcome, failure.why))
                if failure.outcome == "unchanged" and held is not None:
                    return self._there(edition, held, attempts)
                continue
            attempts.append(Attempt(route, url, "fetched", f"{came.size:,} bytes"))
            return self._kept(edition, route, came, cover, part, held, attempts)
        part.discard()
        if held is not None:
            return self._there(edition, held, attempts, "the source could not be asked again")
        steps = by_hand(edition, self.manifest, attempts, self.folder)
        return EditionFetch(edition.list_year, edition.title, "not had", attempts=tuple(attempts), by_hand=steps)

    def _sources(self, edition: EditionFacts, note: Callable[[Attempt], None]) -> Iterator[Source]:
        """Where to ask, in order and each address once; what is pinned is asked for only where it came from."""
        pin = self.lock.pins.get(edition.list_year)
        if pin is not None and pin.address and self.rules.refresh:
            yield pin.route, pin.address
            return
        asked: set[str] = set()
        for found in (
            routes.listed(edition),
            routes.discovered(edition, self.manifest, self.pages, note),
            routes.archived(edition, self.manifest, self.pages, note),
        ):
            for route, url in found:
                if url not in asked:
                    asked.add(url)
                    yield route, url

    def _sound(
        self, edition: EditionFacts, url: str, part: PartFile, held: ShelfFile | None
    ) -> tuple[Downloaded, Cover]:
        """Download and judge. Raises `Failure` where what arrives is not the edition; then no part is left."""
        pin = self.lock.of_hash(held.sha256) if held is not None else None
        year = edition.list_year

        def progress(size: int, whole: int | None) -> None:
            self.rules.progress(year, url, size, whole)

        came = download(
            self.client,
            url,
            part,
            limits=self.rules.limits,
            policy=self.rules.policy,
            unless=pin.etag if pin is not None and pin.address == url else "",
            progress=progress,
        )
        cover = self.rules.judge(part.path)
        if cover.trouble:
            part.discard()
            raise Failure(cover.trouble, url, f"what arrived is not the edition: {cover.text}")
        if cover.list_year != year:
            part.discard()
            raise Failure("another edition", url, f"what arrived is the edition {cover.list_year}, not {year}")
        return came, cover

    def _kept(
        self,
        edition: EditionFacts,
        route: Route,
        came: Downloaded,
        cover: Cover,
        part: PartFile,
        held: ShelfFile | None,
        attempts: list[Attempt],
    ) -> EditionFetch:
        """Place a sound file: under the stable name, or beside what the edition was before."""
        year = edition.list_year
        pin = self.lock.pins.get(year)
        before = pin.sha256 if pin is not None else held.sha256 if held is not None else came.sha256
        if came.sha256 != before:
            return self._changed(edition, came, part, held, attempts)
        place = held.path if held is not None else free_name(self.folder, year, came.sha256)
        if pin is None:  # before the file: a kill in between leaves nothing that is not pinned
            self._write(self.lock.pinned(pin_of(came, cover, place, route, self.client.clock)))
        if held is None:
            part.place(place)
        else:
            part.discard()
        status: Status = "there" if held is not None else "fetched"
        return EditionFetch(year, edition.title, status, place, came.sha256, came.url, tuple(attempts))

    def _changed(
        self,
        edition: EditionFacts,
        came: Downloaded,
        part: PartFile,
        held: ShelfFile | None,
        attempts: list[Attempt],
    ) -> EditionFetch:
        """Keep another version of an edition beside the old one, and say so."""
        year = edition.list_year
        place = version_name(self.folder, year, "changed", came.sha256)
        if place.exists():
            part.discard()
        else:
            part.place(place)
        now = self.client.clock.now().isoformat(timespec="seconds")
        self._write(self.lock.changed(Change(year, place.name, came.sha256, came.url, now)))
        old = f"{held.path.name} stays as it is" if held is not None else "the file that was fetched first is gone"
        note = (
            f"the source now gives another file than at first; it is kept as {place.name}, and {old}; "
            f"`nrm add {place} --replace` takes the new one"
        )
        file = held.path if held is not None else place
        sha256 = held.sha256 if held is not None else came.sha256
        return EditionFetch(year, edition.title, "changed", file, sha256, came.url, tuple(attempts), note=note)

    def _there(
        self, edition: EditionFacts, held: ShelfFile, attempts: Iterable[Attempt], note: str = ""
    ) -> EditionFetch:
        year = edition.list_year
        pin = self.lock.pins.get(year)
        if pin is not None and pin.sha256 != held.sha256:
            note = f"not the file that was fetched first (SHA-256 {pin.sha256[:12]}…, {pin.file})"
        PartFile.beside(self.folder / stable_name(year)).discard()
        address = pin.address if pin is not None and pin.sha256 == held.sha256 else ""
        return EditionFetch(year, edition.title, "there", held.path, held.sha256, address, tuple(attempts), note=note)

    def _write(self, lock: FetchLock) -> None:
        self.lock = lock
        locks.write(lock, self.folder)
