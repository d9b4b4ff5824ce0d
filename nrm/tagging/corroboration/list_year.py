"""Which list year a sentence means, from its words, the list's dates, and the document's date."""

from __future__ import annotations

import calendar
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final, Literal, NamedTuple

from nrm.editions.manifest import manifest
from nrm.tagging.corroboration.references import Reference, years_in
from nrm.tagging.corroboration.words import YEARS

_MONTHS: Final = {name: n for n, name in enumerate(calendar.month_name) if name}
_MONTH: Final = "|".join(_MONTHS)
DAY: Final = re.compile(
    rf"\b(?:({_MONTH}) (\d{{1,2}}), (\d{{4}})|(\d{{1,2}}) ({_MONTH}) (\d{{4}})|({_MONTH}) (\d{{4}}))\b"
)
_PUBLISHED = re.compile(
    rf"(?i:publish|releas|issu|announc)\w+(?: \w+){{0,3}}? (?:in|on) "
    rf"(?:(?:({_MONTH}) (?:\d{{1,2}}, )?)|(early|late|mid-?) ?)?(\d{{4}})\b"
    rf"|\b({_MONTH}) (\d{{4}})[’']?s? (?:[Ll]ist|[Rr]eport|edition|[Rr]eview)\b"
)
_MONTH_YEAR = re.compile(rf"\b[Ii]n (?:({_MONTH}) (?:\d{{1,2}}, )?|(early|late) )(\d{{4}})\b")
_IN_YEARS = re.compile(
    r"\b(?:[Ii]n|[Ss]ince|[Ff]rom|[Ff]or|[Bb]etween|[Dd]uring|until|through|by|and) (?:the )?(?:list of )?"
    rf"({YEARS})\b"
)
_NEWEST = re.compile(r"(?i)\b(?:latest|newest|most recent|current|this year[’'])")
_RELATIVE = re.compile(
    r"(?i)\b(?:last|previous|prior|next|preceding|an? earlier|earlier|past|first) "
    r"(?:year[’']s |edition|list|review|report|notorious)"
)
_PRESENT = re.compile(
    r"\b(?:is|are|remains?|continues?|appears?|features?|stays?|includes|lists|names|identifies|highlights|cites|still"
    r"|currently|continued|continuing|now)\b"
)
_PART: Final = {"early": (1, 4), "mid": (5, 8), "mid-": (5, 8), "late": (9, 12)}

How = Literal["words", "date", "before", "unknown"]


class Published(NamedTuple):
    """A list and when it came out."""

    list_year: int
    day: date


@dataclass(frozen=True, slots=True)
class ListYear:
    """One list year, or None where nothing settles it; `note` says how where words did not.

    `other` is the list year in the other reading of a year that may also be that of publication.
    """

    year: int | None
    printed: str
    how: How
    note: str = ""
    other: int | None = None


def published_lists() -> tuple[Published, ...]:
    """The lists of the manifest with their days of publication, oldest first."""
    return tuple(Published(e.list_year, date.fromisoformat(e.published)) for e in manifest())


def newest_at(day: date, lists: Sequence[Published]) -> int | None:
    """The newest list year out on a day; None where it precedes all lists."""
    return max((list_.list_year for list_ in lists if list_.day <= day), default=None)


def stated_date(text: str) -> date | None:
    """The first date in a text such as a cover: a day, or the last day of a month that it names."""
    found = DAY.search(" ".join(text.split()))
    if found is None:
        return None
    month, day, year = found.group(1), found.group(2), found.group(3)
    if found.group(4):
        day, month, year = found.group(4), found.group(5), found.group(6)
    elif found.group(7):
        month, year = found.group(7), found.group(8)
        day = str(calendar.monthrange(int(year), _MONTHS[month])[1])
    try:
        return date(int(year), _MONTHS[month], int(day))
    except ValueError:
        return None


class CueWords(NamedTuple):
    """Where the year of a claim may stand: right `beside` its verb, or in the `wide` words that say
    when the list came out. `verb` is the verb with what governs it, and the name of the list."""

    beside: str
    wide: str
    verb: str


def list_years(
    reference: Reference,
    said: CueWords,
    before: ListYear | None,
    document_date: date | None,
    lists: Sequence[Published],
) -> tuple[ListYear, ...]:
    """The list years that a claim is about.

    `said` are the words of the claim without the name of the list: they may say when the list was
    published, or when the market came or went. `before` is what the sentence before has settled.
    """
    if reference.years:
        return tuple(_said(year, reference.printed, document_date, lists) for year in reference.years)
    if reference.printed:
        said = CueWords(said.beside, f"published in {reference.printed}", said.verb)
    told = _by_publication(said, lists) or _by_adverb(said.beside, document_date, lists)
    if told:
        return told
    if before is not None and before.year is not None:
        note = f"the sentence before speaks of the list of {before.year}"
        return (ListYear(before.year, "", "before", note),)
    if _RELATIVE.search(said.verb + said.beside):
        return (ListYear(None, "", "unknown", "which year's list is meant is said by other words"),)
    if document_date is not None and (_PRESENT.search(said.verb) or _NEWEST.search(said.verb)):
        newest = newest_at(document_date, lists)
        if newest is not None:
            note = f"no year is printed; on {document_date.isoformat()} the newest list was that of {newest}"
            return (ListYear(newest, "", "date", note),)
    return (ListYear(None, "", "unknown", "no year is printed and nothing else settles it"),)


def _said(year: int, printed: str, on: date | None, lists: Sequence[Published]) -> ListYear:
    days = {list_.list_year: list_.day for list_ in lists}
    # No list has come out before the December of its year.
    unpublished = on is not None and days.get(year, date(year, 12, 1)) > on
    if on is None or not unpublished:
        return ListYear(year, str(year), "words")
    newest = newest_at(on, lists)
    note = f"a list of {year} was not out on {on.isoformat()}; the newest list was that of {newest}"
    return ListYear(newest, str(year), "date", note)


def _by_publication(said: CueWords, lists: Sequence[Published]) -> tuple[ListYear, ...]:
    found = _PUBLISHED.search(said.wide) or _MONTH_YEAR.search(said.beside)
    if found is None:
        return ()
    groups = [group for group in found.groups() if group]
    year = int(groups[-1])
    part = groups[0] if len(groups) > 1 else ""
    first, last = _PART.get(part, (_MONTHS.get(part, 1), _MONTHS.get(part, 12)))
    out = [p.list_year for p in lists if p.day.year == year and first <= p.day.month <= last]
    printed = " ".join(groups)
    if len(out) == 1:
        return (ListYear(out[0], printed, "words"),)
    if found.re is _MONTH_YEAR:
        return ()
    count = "no list" if not out else "more than one list"
    return (ListYear(None, printed, "unknown", f"{count} came out in {printed}"),)


def _by_adverb(clause: str, on: date | None, lists: Sequence[Published]) -> tuple[ListYear, ...]:
    found = _IN_YEARS.search(clause)
    if found is None:
        return ()
    told = []
    for year in years_in(found.group(1)):
        said = _said(year, str(year), on, lists)
        others = [p.list_year for p in lists if p.day.year == year and p.list_year != year]
        if said.how == "words" and others:
            note = f"{year} is taken for the list year; the list of {others[0]} came out in {year}"
            said = ListYear(year, str(year), "date", note, others[0])
        told.append(said)
    return tuple(told)
