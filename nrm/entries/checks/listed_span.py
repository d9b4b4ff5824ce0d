"""Which rows of a list of titles (contents page, bookmarks) lie within the results."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nrm.entries.checks.body_titles import BodyTitle
from nrm.entries.checks.title_match import Match
from nrm.entries.titles import chapter_titled

_IN_RESULTS = frozenset({"section", "category", "country", "market"})


def rows_in_results(
    rows: Sequence[str], titles: Sequence[BodyTitle], matches: Mapping[int, Match]
) -> range:
    """The rows from the first one that stands in the results to the last; empty if there is none.

    A row that is the results' own title opens the span, the next chapter's title closes it.
    """
    inside = [i for i in matches if titles[matches[i].titles[0]].role in _IN_RESULTS]
    if not inside:
        return range(0)
    first, last = min(inside), max(inside)
    for index in range(first - 1, -1, -1):
        if chapter_titled(rows[index]) is not None or _is_chapter(index, titles, matches):
            if chapter_titled(rows[index]) == "results":
                first = index + 1
            break
    for index in range(last + 1, len(rows)):
        if chapter_titled(rows[index]) is not None or _is_chapter(index, titles, matches):
            return range(first, index)
    return range(first, last + 1)


def _is_chapter(index: int, titles: Sequence[BodyTitle], matches: Mapping[int, Match]) -> bool:
    match = matches.get(index)
    return match is not None and titles[match.titles[0]].role == "chapter"
