"""Headings judged against a part of the evidence, and chapters whose titles are not known."""

from __future__ import annotations

from nrm.editions.manifest import manifest
from nrm.entries.chapters import same_title
from nrm.entries.checks.keys import AnswerKeys, quoted, told
from nrm.entries.titles import chapter_titled
from nrm.model import Finding

_TELLING = 2.0


def check_headings(keys: AnswerKeys) -> list[Finding]:
    """Candidates not taken though much speaks for them; titles of chapters missing or unknown."""
    findings = [
        told(keys, "heading-uncertain", _page(keys, j.candidate.block), f"not taken: {quoted(j.candidate.text)}")
        for j in keys.judged
        if j.role == "none" and not j.candidate.plain and (j.in_contents or j.points >= _TELLING)
    ]
    return [*findings, *_results_title(keys), *_unknown_chapters(keys)]


def check_edition(keys: AnswerKeys) -> list[Finding]:
    """Whether the manifest knows the edition, and agrees with its cover."""
    edition = keys.edition
    known = next((e for e in manifest() if e.list_year == edition.list_year), None)
    if known is None:
        return [told(keys, "edition-unknown", 0, f"list year {edition.list_year}: {quoted(edition.title)}")]
    if not edition.sample and known.published and edition.published and known.published != edition.published:
        text = f"the cover says {edition.published}, the manifest {known.published}"
        return [told(keys, "cover-disagrees", 1, text)]
    return []


def _results_title(keys: AnswerKeys) -> list[Finding]:
    """Early lists have no title above the results; it is missed only where another key has one."""
    if keys.region.titled:
        return []
    listed = [(row.title, row.page) for row in keys.layout.contents.entries]
    listed += [(mark.title, mark.page) for mark in keys.document.bookmarks]
    return [
        told(keys, "no-results-heading", page, f"named on the contents page or by a bookmark: {quoted(title)}")
        for title, page in listed
        if chapter_titled(title) == "results"
    ][:1]


def _unknown_chapters(keys: AnswerKeys) -> list[Finding]:
    """The title that ends the results, if nothing but its looks says that it is a chapter's."""
    listed = [row.title for row in keys.layout.contents.entries]
    return [
        told(keys, "chapter-unknown", _page(keys, start.block), f"it ends the results: {quoted(start.title)}")
        for start in keys.starts
        if start.titled
        and start.block == keys.region.end
        and chapter_titled(start.title) is None
        and not any(same_title(start.title, title) for title in listed)
    ]


def _page(keys: AnswerKeys, block: int) -> int:
    return keys.layout.blocks[block].page
