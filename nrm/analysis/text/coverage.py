"""Whether an edition can prove that a word does not stand in it."""

from __future__ import annotations

from nrm.analysis import cells
from nrm.analysis.coverage import KINDS, Coverage, years_by_coverage

_UNREAD = frozenset(("unreadable-page", "partial-page", "unreadable-characters", "picture-page", "no-text"))
"""Findings that say that text of an edition may not have been read."""


def text_coverage(corpus: cells.Corpus) -> dict[int, Coverage]:
    """List year → `complete`, `partial` or `missing`, for every edition of the manifest or the corpus, in order.

    An edition is complete for its words where it is complete for both kinds of markets and every
    page of it could be read. From others, that a word was not found proves nothing.
    """
    editions = cells.table(corpus, "editions")
    by_kind = [years_by_coverage(editions, kind) for kind in KINDS]
    findings = cells.records(cells.table(corpus, "findings"), ("code", "list_year"), "findings")
    unread = {cells.whole(row["list_year"]) for row in findings if row["code"] in _UNREAD}

    def coverage(year: int) -> Coverage:
        words = {known[year] for known in by_kind}
        if "missing" in words:
            return "missing"
        return "complete" if words == {"complete"} and year not in unread else "partial"

    return {year: coverage(year) for year in by_kind[0]}
