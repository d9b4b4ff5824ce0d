"""Where to ask for an edition, in order: the manifest's addresses, what web pages link to, archived copies."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from nrm.editions.manifest import Address, EditionFacts, Manifest
from nrm.fetching.discovery import Link, pages_for, pdfs_for
from nrm.fetching.failure import Failure
from nrm.fetching.pages import Pages
from nrm.fetching.words import Outcome, Route

_MOST_PDFS = 4
_MOST_PAGES = 2


@dataclass(frozen=True, slots=True)
class Attempt:
    """An address that was asked (or would be), how that ended, and what there is to say of it."""

    route: Route
    address: str
    outcome: Outcome | Literal[""]
    text: str


Source = tuple[Route, str]
"""A route and the address of what should be a PDF."""


def listed(edition: EditionFacts) -> Iterator[Source]:
    """The official addresses of the manifest."""
    for address in edition.addresses:
        if address.route in ("seen", "recalled") and address.kind == "pdf":
            yield "manifest", address.url


def start_pages(edition: EditionFacts, manifest: Manifest) -> tuple[str, ...]:
    """The pages on which the search for an edition begins: its own, then those of all new editions."""
    own = (edition.landing_page,) if edition.landing_page else ()
    return tuple(dict.fromkeys((*own, *manifest.discovery)))


def discovered(
    edition: EditionFacts, manifest: Manifest, pages: Pages, note: Callable[[Attempt], None]
) -> Iterator[Source]:
    """The PDFs that a landing page or a press release links to, found when they are asked for.

    `note` is told of the pages that could not be read or say nothing.
    """
    for start in start_pages(edition, manifest):
        for url in _linked(start, edition.list_year, pages, lambda page: page, "discovery", note):
            yield "discovery", url


def archived(
    edition: EditionFacts, manifest: Manifest, pages: Pages, note: Callable[[Attempt], None]
) -> Iterator[Source]:
    """The archived copies of the official addresses and of what the archived landing page links to; public copies."""

    def copy_of(url: str) -> str:
        return manifest.archived(url, edition.published)

    for copy in archived_addresses(edition, manifest):
        yield "archive", copy
    if edition.landing_page and manifest.archive:
        for url in _linked(edition.landing_page, edition.list_year, pages, copy_of, "archive", note):
            yield "archive", copy_of(url)
    yield from public_copies(edition)


def archived_addresses(edition: EditionFacts, manifest: Manifest) -> tuple[str, ...]:
    """The raw form of the archived copies of the official addresses, as of the day of publication."""
    return tuple(filter(None, (manifest.archived(url, edition.published) for _, url in listed(edition))))


def public_copies(edition: EditionFacts) -> Iterator[Source]:
    """Copies that others give to the public."""
    for address in edition.addresses:
        if address.route == "archive" and address.kind == "pdf":
            yield "archive", address.url


def planned(edition: EditionFacts, manifest: Manifest) -> tuple[Attempt, ...]:
    """What would be asked for an edition until a sound file is there, as far as that is known beforehand."""
    pdfs = [Attempt(route, url, "", "the PDF") for route, url in listed(edition)]
    pdfs += [Attempt("discovery", url, "", "links to the PDF") for url in start_pages(edition, manifest)]
    pdfs += [Attempt("archive", url, "", "archived copy") for url in archived_addresses(edition, manifest)]
    if edition.landing_page and manifest.archive:
        page = manifest.archived(edition.landing_page, edition.published)
        pdfs.append(Attempt("archive", page, "", "archived page with links to the PDF"))
    return (*pdfs, *(Attempt(route, url, "", "public copy") for route, url in public_copies(edition)))


def _linked(
    start: str,
    list_year: int,
    pages: Pages,
    copy_of: Callable[[str], str],
    route: Route,
    note: Callable[[Attempt], None],
) -> Iterator[str]:
    """The PDFs that a page links to, then those of the press releases that it links to.

    `copy_of` gives the address at which a page is asked for.
    """

    def links(page: str) -> tuple[Link, ...]:
        asked = copy_of(page)
        try:
            return pages.links(asked, "" if asked == page else page)
        except Failure as failure:
            note(Attempt(route, asked, failure.outcome, failure.why))
            return ()

    found = links(start)
    pdfs, further = pdfs_for(found, list_year), pages_for(found, list_year)
    if found and not pdfs and not further:
        note(Attempt(route, copy_of(start), "not found", "no link on it speaks of the edition"))
    yield from (link.url for link in pdfs[:_MOST_PDFS])
    for page in further[:_MOST_PAGES]:
        yield from (link.url for link in pdfs_for(links(page.url), list_year)[:_MOST_PDFS])


def known_from_pin(list_year: int, title: str, address: str, day: str) -> EditionFacts:
    """An edition that only the lock knows, as the manifest would give it: it can be fetched again from its address."""
    return EditionFacts(
        list_year=list_year,
        title=title,
        published=date.fromisoformat(day).isoformat(),
        declared_online=None,
        declared_physical=None,
        declared_source="",
        pages=None,
        landing_page="",
        addresses=(Address(address, "seen", "pdf"),) if address else (),
        explained="",
        sources=(),
    )
