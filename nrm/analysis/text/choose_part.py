"""A part of the corpus from what a person asks for: years and ranges, chapters, kinds, countries, markets."""

from __future__ import annotations

import re
from collections.abc import Iterable

from nrm.analysis import cells
from nrm.analysis.lookup import find_markets, suggestions
from nrm.analysis.text.part import Part
from nrm.errors import UnknownName
from nrm.schema import vocabulary

_YEARS = re.compile(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?")
_COUNTRY = re.compile(r"[A-Za-z]{2}")
_NAMED = 8

Wanted = Iterable[str | int] | str | int | None
"""One value, several, or none asked for."""


def choose_part(
    corpus: cells.Corpus,
    *,
    years: Wanted = None,
    chapters: Wanted = None,
    types: Wanted = None,
    kinds: Wanted = None,
    countries: Wanted = None,
    markets: Wanted = None,
) -> Part:
    """The part that is asked for. Years are list years or ranges of them, such as 2016 or "2010-2013".

    A market is given by its id, a name or a domain, a country by its ISO code. Raises `UnknownName`
    for a year without an edition in the corpus, for an unknown word, and for a market that is
    unknown or fits several.
    """
    return Part(
        years=frozenset(year for one in _each(years) for year in _years(corpus, one)),
        chapters=frozenset(_word("chapter", "chapter", one) for one in _each(chapters)),
        types=frozenset(_word("passage_type", "type of passage", one) for one in _each(types)),
        kinds=frozenset(_word("kind", "kind", one) for one in _each(kinds)),
        countries=frozenset(_code(one) for one in _each(countries)),
        markets=frozenset(_market(corpus, one) for one in _each(markets)),
    )


def editions_held(corpus: cells.Corpus) -> tuple[int, ...]:
    """The list years of the editions in the corpus, oldest first."""
    rows = cells.records(cells.table(corpus, "editions"), ("list_year", "coverage_online"), "editions")
    return tuple(sorted(int(row["list_year"]) for row in rows if row["coverage_online"] != "missing"))


def _each(wanted: Wanted) -> list[str]:
    if wanted is None:
        return []
    values = [wanted] if isinstance(wanted, str | int) else wanted
    return [str(value).strip() for value in values]


def _years(corpus: cells.Corpus, text: str) -> list[int]:
    held = editions_held(corpus)
    match = _YEARS.fullmatch(text)
    if not match:
        raise UnknownName(f"{text!r} is no list year and no range of them, such as 2016 or 2010-2013")
    first = int(match.group(1))
    last = int(match.group(2) or first)
    if last < first:
        raise UnknownName(f"the range {text} ends before it begins")
    found = [year for year in held if first <= year <= last]
    if not found:
        raise UnknownName(f"this build has no edition {text}; it has {', '.join(map(str, held))}")
    # A range includes the missing editions in it, so that they are told of as missing.
    return list(range(first, last + 1))


def _word(words: str, what: str, text: str) -> str:
    known = list(vocabulary(words))
    if text.casefold() not in known:
        near = suggestions(text, known)
        hint = f"; did you mean {near[0]}?" if near else ""
        raise UnknownName(f"no {what} is called {text!r}{hint} (there are: {', '.join(known)})")
    return text.casefold()


def _code(text: str) -> str:
    if not _COUNTRY.fullmatch(text):
        raise UnknownName(f"{text!r} is no ISO code of a country, such as CN")
    return text.upper()


def _market(corpus: cells.Corpus, text: str) -> str:
    found = find_markets(corpus, text)
    if len(found) > 1:
        some = ", ".join(found[:_NAMED]) + (f" and {len(found) - _NAMED} more" if len(found) > _NAMED else "")
        raise UnknownName(f"{text!r} fits {len(found)} markets: {some}; give a market_id")
    return found[0]
