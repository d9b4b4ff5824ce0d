"""The contents page against the headings of the text: names, spellings and page numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from nrm.entries.checks.body_titles import BodyTitle, body_titles
from nrm.entries.checks.keys import AnswerKeys, quoted, told
from nrm.entries.checks.listed_span import rows_in_results
from nrm.entries.checks.title_match import Match, match_titles, named, unnamed_markets
from nrm.entries.titles import section_titled
from nrm.layout import ContentsEntry
from nrm.lexicons.countries import country_nearly_named
from nrm.model import Finding


@dataclass(frozen=True, slots=True)
class ContentsCheck:
    """Names that stand in only one of the two places, and each difference as a finding."""

    contents_only: tuple[str, ...]
    body_only: tuple[str, ...]
    findings: tuple[Finding, ...]


def check_contents(keys: AnswerKeys) -> ContentsCheck:
    """Compare the contents page with the text.

    Rows behind the last one of the results are not compared: only the results list markets. A
    contents page that lists chapters or categories only says nothing of a market's absence.
    """
    rows = keys.layout.contents.entries
    titles = body_titles(keys)
    printed = _pages_by_label(keys)
    matches = match_titles([(row.title, printed.get(row.label, 0)) for row in rows], titles)
    span = rows_in_results([row.title for row in rows], titles, matches)
    findings: list[Finding] = []
    contents_only = []
    for index in span:
        row, match = rows[index], matches.get(index)
        if match is None:
            if _says_nothing_new(row, titles):
                continue
            contents_only.append(row.title)
            findings.append(_missing(keys, row, printed.get(row.label, 0)))
        elif not match.exact:
            findings.append(_spelt(keys, row, titles[match.titles[0]]))
    for index, match in sorted(matches.items()):
        # the number of a row that was read as one with others is the last one's
        findings.extend(_page(keys, rows[index], titles[match.titles[-1]]))
    unlisted = _unlisted(titles, matches)
    findings.extend(
        told(keys, "body-only", title.page, f"not on the contents page: {quoted(title.text)}")
        for title in unlisted
    )
    return ContentsCheck(tuple(contents_only), tuple(t.text for t in unlisted), tuple(findings))


def _pages_by_label(keys: AnswerKeys) -> dict[str, int]:
    """Printed page number → PDF page; the first page that bears it."""
    pages: dict[str, int] = {}
    for page, label in sorted(keys.layout.furniture.printed.items()):
        pages.setdefault(label, page)
    return pages


def _says_nothing_new(row: ContentsEntry, titles: Sequence[BodyTitle]) -> bool:
    """A second row for a section, or for a country that the headings of markets name themselves."""
    if section_titled(row.title) is not None:
        return True
    near = country_nearly_named(row.title)
    return near is not None and any(t.country == near[0] for t in titles)


def _missing(keys: AnswerKeys, row: ContentsEntry, page: int) -> Finding:
    where = f"on the contents page (page {row.page}) with page number {row.label}"
    text = f"{where}, and without a heading: {quoted(row.title)}"
    return told(keys, "contents-only", page or row.page, text)


def _spelt(keys: AnswerKeys, row: ContentsEntry, title: BodyTitle) -> Finding:
    text = f"the contents page has {quoted(row.title)!r}, the text {quoted(title.text)!r}"
    return told(keys, "contents-spelling", title.page, text)


def _page(keys: AnswerKeys, row: ContentsEntry, title: BodyTitle) -> list[Finding]:
    printed = keys.layout.furniture.printed.get(title.page, "")
    if not printed or not row.label or printed.casefold() == row.label.casefold():
        return []
    text = f"the contents page says page {row.label}, and it stands on page {printed}: {quoted(title.text)}"
    return [told(keys, "contents-page", title.page, text)]


def _unlisted(titles: Sequence[BodyTitle], matches: Mapping[int, Match]) -> list[BodyTitle]:
    """Markets and countries without a row, where the contents page names most of their like."""
    return [
        titles[place]
        for place in sorted(unnamed_markets(titles, named(matches), with_countries=True))
    ]
