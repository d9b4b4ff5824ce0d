"""The reference to an edition, a page or an entry: what a paper needs in order to cite it.

A facsimile is never cited: its reference says what it is, and names no publisher and no address.
"""

from __future__ import annotations

import html
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from nrm.analysis import cells, notices
from nrm.analysis.coverage import KINDS
from nrm.analysis.lookup import find_markets
from nrm.analysis.phrases import years as years_phrase
from nrm.editions.manifest import EditionFacts, facts, manifest, publisher
from nrm.errors import BadTable, UnknownName


@dataclass(frozen=True, slots=True)
class Reference:
    """What is cited: an edition, or within it the `entry` (its name) or the `pages` alone.

    `pages` are those of the PDF, counted from 1, each with the number printed on it (empty if it bears none).
    `published` and `accessed` are ISO days or empty. `address_seen` says that a public page links to the
    address; one that is only remembered should be opened before it is printed.
    """

    list_year: int
    title: str
    published: str
    url: str
    address_seen: bool
    file: str
    sha256: str
    sample: bool
    market_id: str = ""
    entry: str = ""
    pages: tuple[tuple[int, str], ...] = ()
    accessed: str = ""

    @property
    def publisher(self) -> str:
        """Who published the report; empty for a facsimile, which nobody published."""
        return "" if self.sample else publisher().name

    @property
    def place(self) -> str:
        """Where it was published; empty for a facsimile."""
        return "" if self.sample else publisher().place

    @property
    def pdf_pages(self) -> tuple[int, ...]:
        """The first and the last page of the PDF; one page is given once."""
        return tuple(page for page, _ in _ends(self.pages))

    @property
    def printed_pages(self) -> tuple[str, ...]:
        """The numbers printed on these; none where one of the pages bears no number."""
        printed = tuple(number for _, number in _ends(self.pages))
        return printed if all(number for _, number in self.pages) else ()

    @property
    def key(self) -> str:
        """A name for the reference in a bibliography, such as `ustr-nml-2016-taobao`."""
        parts = ["facsimile" if self.sample else "ustr", "nml", str(self.list_year), self.market_id]
        parts += [f"p{page}" for page, _ in self.pages if not self.entry]
        return "-".join(filter(None, parts))

    def __str__(self) -> str:
        from nrm.analysis.citation_formats import as_text

        return as_text(self)

    def _repr_html_(self) -> str:
        return f"<p>{html.escape(str(self))}</p>{notices.as_html(self.sample)}"


def cite(
    corpus: cells.RowCorpus | None,
    list_year: int,
    name: str = "",
    *,
    page: int | None = None,
    accessed: str = "",
) -> Reference:
    """The reference to an edition, to the entry of the market that `name` means, or to a page of the PDF.

    With both, the page is one of the entry's. Without a corpus, or where it lacks the edition, the edition as such
    is cited by the manifest. Raises `UnknownName` for an edition, a market in it, or a page that is not there, and
    `BadTable` for a day of access that is no ISO day or lies before the publication.
    """
    row = None if corpus is None else _edition(corpus, list_year)
    if row is None or corpus is None:
        if name or page is not None:
            raise UnknownName(f"edition {list_year} is not in the build: its pages and entries are not known")
        return _accessed(_of_manifest(list_year), accessed)
    found = _of_build(row)
    if name:
        found = _with_entry(corpus, found, name, sure=_complete(row))
    if page is not None:
        found = _with_page(corpus, found, page, row["pages"])
    return _accessed(found, accessed)


def _ends(pages: Sequence[tuple[int, str]]) -> Sequence[tuple[int, str]]:
    return pages if len(pages) < 2 else (pages[0], pages[-1])


def _edition(corpus: cells.RowCorpus, list_year: int) -> Mapping[Any, Any] | None:
    """The row of an edition that the corpus holds; `None` if it does not."""
    rows = (row for row in corpus.rows("editions") if row["list_year"] == list_year)
    return next((row for row in rows if row["source_sha256"]), None)


def _of_build(row: Mapping[Any, Any]) -> Reference:
    known, url, sample = facts(row["list_year"]), cells.text(row["source_url"]), bool(row["sample"])
    return Reference(
        list_year=row["list_year"],
        title=cells.text(row["title"]),
        published=cells.text(row["published"]),
        url="" if sample else url,
        address_seen=not sample and bool(url) and (known is None or _fetched_from(known, url) or _seen(known, url)),
        file=cells.text(row["file"]),
        sha256=row["source_sha256"],
        sample=sample,
    )


def _of_manifest(list_year: int) -> Reference:
    known = facts(list_year)
    if known is None:
        raise UnknownName(f"no edition {list_year} is known; known are {years_phrase(e.list_year for e in manifest())}")
    url = known.official_address
    return Reference(list_year, known.title, known.published, url, _seen(known, url), "", "", False)


def _fetched_from(known: EditionFacts, url: str) -> bool:
    """Whether the address is not the manifest's: then the file itself came from there."""
    return url != known.official_address


def _seen(known: EditionFacts, url: str) -> bool:
    return any(one.url == url and one.route == "seen" for one in known.addresses)


def _complete(row: Mapping[Any, Any]) -> bool:
    return all(row[f"coverage_{kind}"] == "complete" for kind in KINDS)


def _with_entry(corpus: cells.RowCorpus, found: Reference, name: str, *, sure: bool) -> Reference:
    meant = set(find_markets(corpus, name))
    listings = [row for row in corpus.rows("listings") if row["market_id"] in meant]
    here = [row for row in listings if row["list_year"] == found.list_year]
    if not here:
        listed = years_phrase({row["list_year"] for row in listings})
        doubt = "" if sure else " (which is not verified as complete)"
        raise UnknownName(f"no entry for {name!r} was found in edition {found.list_year}{doubt}, but in {listed}")
    if len(here) > 1:
        ids = ", ".join(sorted(row["market_id"] for row in here))
        raise UnknownName(f"{name!r} fits {len(here)} markets of {found.list_year}: {ids}; give a market_id")
    entry = next(row for row in corpus.rows("entries") if row["entry_id"] == here[0]["entry_id"])
    pages = tuple((int(one["page"]), str(one["printed"])) for one in entry["provenance"]["regions"])
    return replace(found, market_id=here[0]["market_id"], entry=cells.text(entry["name"]), pages=pages)


def _with_page(corpus: cells.RowCorpus, found: Reference, page: int, last: int) -> Reference:
    if not 1 <= page <= last:
        raise UnknownName(f"{found.file} has {last} pages: there is no page {page}")
    if found.entry:
        pages = dict(found.pages)
        if page not in pages:
            held = ", ".join(map(str, pages))
            raise UnknownName(f"the entry {found.entry!r} of {found.list_year} is not on page {page} but on {held}")
        return replace(found, pages=((page, pages[page]),))
    regions = (
        region
        for row in corpus.rows("passages")
        if row["list_year"] == found.list_year
        for region in row["provenance"]["regions"]
    )
    return replace(found, pages=((page, next((str(r["printed"]) for r in regions if r["page"] == page), "")),))


def _accessed(found: Reference, accessed: str) -> Reference:
    day, published = cells.day(accessed), cells.day(found.published)
    if day is not None and published is not None and day < published:
        raise BadTable(f"accessed on {day}, before the report was published on {published}")
    return replace(found, accessed=day.isoformat() if day else "")
