"""Bookmarks and tagged headings against the headings of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nrm.entries.checks.body_titles import BodyTitle, body_titles
from nrm.entries.checks.keys import AnswerKeys, quoted, told
from nrm.entries.checks.listed_span import rows_in_results
from nrm.entries.checks.title_match import Match, Row, match_titles, named, unnamed_markets
from nrm.entries.titles import section_titled
from nrm.model import Finding


def check_outline(keys: AnswerKeys) -> list[Finding]:
    """What the file's own outline and structure name otherwise than the text, as findings.

    Each list is compared by itself, and only where it names most of the markets: many files have
    bookmarks for chapters alone, and some tag half of a heading or running text as one.
    """
    titles = body_titles(keys)
    bookmarks = [(b.title, b.page) for b in keys.document.bookmarks]
    tagged = [(h.text, h.page) for h in keys.document.headings]
    return [
        *_compared(keys, titles, "bookmarks", bookmarks),
        *_compared(keys, titles, "tagged headings", tagged),
    ]


def _compared(
    keys: AnswerKeys, titles: Sequence[BodyTitle], name: str, rows: Sequence[Row]
) -> list[Finding]:
    matches = match_titles(rows, titles)
    if not any(titles[place].role == "market" for place in named(matches)):
        return []
    missing = unnamed_markets(titles, named(matches), with_countries=False)
    findings = [
        told(keys, "bookmark-disagrees", titles[i].page, f"not among the {name}: {quoted(titles[i].text)}")
        for i in sorted(missing)
    ]
    for index in _alone(keys, rows, titles, matches):
        title, page = rows[index]
        text = f"among the {name}, and no heading of the text: {quoted(title)}"
        findings.append(told(keys, "bookmark-disagrees", page, text))
    return findings


def _alone(
    keys: AnswerKeys,
    rows: Sequence[Row],
    titles: Sequence[BodyTitle],
    matches: Mapping[int, Match],
) -> list[int]:
    """The rows within the results that mean no title of the text."""
    first, last = keys.result_pages
    return [
        index
        for index in rows_in_results([title for title, _ in rows], titles, matches)
        if index not in matches
        and section_titled(rows[index][0]) is None
        and (rows[index][1] == 0 or first <= rows[index][1] <= last)
    ]
