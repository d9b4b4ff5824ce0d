"""Looking for editions that the manifest does not know on the pages where a new one would appear."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from nrm.editions.manifest import Manifest
from nrm.errors import CannotFetch
from nrm.fetching.discovery import Link, pdfs_for
from nrm.fetching.failure import Failure
from nrm.fetching.pages import Pages

_MOST_PAGES = 4


@dataclass(frozen=True, slots=True)
class Sighting:
    """A link that speaks of an edition nobody knows: its list year (0 where it gives none), words, and address.

    `page` is where it stands. `is_pdf` is whether the address is that of the PDF, else of a page about it.
    """

    list_year: int
    text: str
    address: str
    page: str
    is_pdf: bool


@dataclass(frozen=True, slots=True)
class Checked:
    """The sightings, newest first, and why some pages could not be looked at."""

    sightings: tuple[Sighting, ...]
    failures: tuple[Failure, ...]


def check(manifest: Manifest, known: Collection[int], pages: Pages) -> Checked:
    """Look at the pages of the manifest for editions of other list years than the known ones.

    Raises `CannotFetch` where not one of the pages could be read: then nobody can say whether there is a new one.
    """
    if not manifest.discovery:
        raise CannotFetch("the manifest names no page on which a new edition would appear (its key `discovery`)")
    failures: list[Failure] = []
    found: dict[str, Sighting] = {}
    for page in manifest.discovery:
        try:
            links = pages.links(page)
        except Failure as failure:
            failures.append(failure)
            continue
        for link in links:
            if link.speaks_of_review and _is_new(link, manifest, known):
                sighting = _seen(link, page, pages, failures, follow=len(found) < _MOST_PAGES)
                found.setdefault(sighting.address, sighting)
    if len(failures) >= len(manifest.discovery) and not found:
        raise CannotFetch(f"no page could be looked at for a new edition; the first: {failures[0]}")
    ordered = sorted(found.values(), key=lambda one: (-one.list_year, not one.is_pdf, one.address))
    return Checked(tuple(ordered), tuple(failures))


def _is_new(link: Link, manifest: Manifest, known: Collection[int]) -> bool:
    """Whether a link gives a later year than any known edition, or is a PDF without a year at an unknown address."""
    if link.years:
        # An edition may come out in the year after: a link that also gives a known year speaks of that edition.
        return not link.years & set(known) and max(link.years) > max(known, default=0)
    addresses = {address.url for edition in manifest.editions for address in edition.addresses}
    return link.is_pdf and link.url not in addresses


def _seen(link: Link, page: str, pages: Pages, failures: list[Failure], *, follow: bool) -> Sighting:
    """The sighting that a link makes; a page is followed to the PDF that it links to."""
    year = max(link.years, default=0)
    text = link.text or link.name
    if link.is_pdf or not follow:
        return Sighting(year, text, link.url, page, link.is_pdf)
    try:
        pdfs = pdfs_for(pages.links(link.url), year)
    except Failure as failure:
        failures.append(failure)
        pdfs = ()
    return Sighting(year, text, pdfs[0].url, link.url, True) if pdfs else Sighting(year, text, link.url, page, False)
