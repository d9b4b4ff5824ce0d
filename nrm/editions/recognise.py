"""Which edition a PDF is, from the lines of its first pages and its metadata; no file is touched here.

What the wording may be stands in `covers.toml`. Three ways, the surest first: a title on the cover or above the
text, a title in the metadata, the heading of a results chapter. Each needs a second sign (who publishes it, a
chapter heading, a known date, a facsimile's own words), and nothing that marks another sort of document.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from nrm.editions import wording
from nrm.editions.dates import CoverDate, cover_date
from nrm.editions.manifest import manifest

YearFrom = Literal["title", "chapter heading", "metadata", "known date", "date"]

_TITLE_WITHIN = 40
"""A title stands within so many lines from the top; further down it is running text."""
_NEAR = 6
"""So many lines below a title still tell what sort of document it heads."""


@dataclass(frozen=True, slots=True)
class Recognised:
    """What the first pages of a PDF say about the edition.

    `published` is the ISO date printed on the cover, else empty. In a facsimile (`sample`) `declared_*`
    is how many markets it says it holds and `whole_*` out of how many; `None` is not said.
    `year_from` says where the list year was found: "date" means that it follows from an unknown edition's
    date alone (published in the last quarter: that year; else the year before, as all known ones).
    """

    list_year: int
    title: str
    published: str
    sample: bool
    declared_online: int | None
    declared_physical: int | None
    whole_online: int | None
    whole_physical: int | None
    year_from: YearFrom


@dataclass(frozen=True, slots=True)
class _Title:
    text: str
    year: int | None
    first: int
    last: int


def recognise(cover_texts: Sequence[str], metadata: Mapping[str, str]) -> Recognised | None:
    """The edition whose first pages have these lines; `None` if this is no Notorious Markets List.

    `cover_texts` are the lines of the cover and the next two or three pages, in reading order; `metadata` is
    the PDF's document information (keys such as "Title" and "Keywords", in any case). A press release, a
    request for comments or another report that names the list in its title or text is none.
    """
    lines = [line.strip() for line in cover_texts if line.strip()]
    about = {key.strip("/").casefold(): value for key, value in metadata.items()}
    sample = wording.is_facsimile(lines, about)
    title = _cover_title(lines)
    year_from: YearFrom = "title"
    if title is None:
        title, year_from = _title_elsewhere(lines, about.get("title", ""))
    if title is None or wording.other_document(lines, title.first, title.last + _NEAR):
        return None
    date = cover_date(lines, title.first, title.last)
    if title.year is None:
        dated = _year_of_date(date)
        heading = wording.chapter_year(lines)
        if dated is not None and dated[1] == "known date":
            year, year_from = dated
        elif heading is not None:
            year, year_from = heading, "chapter heading"
        elif dated is not None:
            year, year_from = dated
        else:
            return None
    else:
        year = title.year
    if not (
        sample or year_from == "known date" or wording.has_sign(lines, title.first, title.last)
    ):
        return None
    totals = wording.facsimile_totals(lines) if sample else wording.NO_TOTALS
    return Recognised(
        list_year=year,
        title=title.text,
        published=date.iso if date.year in (year, year + 1) else "",
        sample=sample,
        declared_online=totals.online,
        declared_physical=totals.physical,
        whole_online=totals.whole_online,
        whole_physical=totals.whole_physical,
        year_from=year_from,
    )


def _cover_title(lines: Sequence[str]) -> _Title | None:
    """The first title that stands by itself near the top, over as many lines as it takes."""
    for first in range(min(len(lines), _TITLE_WITHIN)):
        for last in range(min(first + wording.TITLE_LINES, len(lines)) - 1, first - 1, -1):
            found = wording.title(lines[first : last + 1])
            if found is None or wording.leads_into(lines, first, last):
                continue
            return _Title(found.text, found.year, first, last)
    return None


def _title_elsewhere(lines: Sequence[str], metadata_title: str) -> tuple[_Title | None, YearFrom]:
    """A title for a cover that is a picture: from the metadata, else from a chapter's heading.

    One stray heading is not enough: the pages must show two chapters of such a report.
    """
    if wording.count_chapters(lines) < 2:
        return None, "title"
    found = wording.title([metadata_title])
    if found is not None and found.year is not None:
        return _Title(found.text, found.year, 0, 0), "metadata"
    heading = wording.chapter_title(lines)
    if heading is not None:
        return _Title(heading.text, heading.year, 0, 0), "chapter heading"
    return None, "title"


def _year_of_date(date: CoverDate) -> tuple[int, YearFrom] | None:
    """The list year of an edition whose title has none: by the manifest's date, else by the season."""
    for edition in manifest():
        if not edition.year_in_title and edition.published.startswith(date.prefix or "-"):
            return edition.list_year, "known date"
    if not date.prefix:
        return None
    return (date.year if date.month >= 10 else date.year - 1), "date"
