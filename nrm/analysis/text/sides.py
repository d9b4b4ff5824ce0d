"""The two sides of a comparison: parts of the corpus written as a person writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from nrm.analysis import cells
from nrm.analysis.lookup import suggestions
from nrm.analysis.text.choose_part import choose_part
from nrm.analysis.text.part import Part
from nrm.analysis.text.passages import TextPassage
from nrm.errors import BadQuery
from nrm.schema import vocabulary

REST = "rest"
"""The side that is everything that the other is not."""
_YEARS = re.compile(r"\d{4}(?:\s*[-–]\s*\d{4})?")
_COUNTRY = re.compile(r"country:(.+)", re.IGNORECASE)
_MARKET = re.compile(r"market:(.+)", re.IGNORECASE)


def side(corpus: cells.Corpus, text: str) -> Part:
    """The part that a side means: words joined by `+`, each of them a condition.

    A word is a list year or a range (2016, 2010-2013), a kind (online, physical), a chapter (results,
    issue focus, …), `country:CN` or `market:taobao`; words of one sort are alternatives. Raises
    `BadQuery` for a word that is none, `UnknownName` for what the corpus does not have.

    >>> side(corpus, "2010-2013+physical")  # doctest: +SKIP
    """
    years, kinds, chapters, countries, markets = [], [], [], [], []
    for word in (part.strip() for part in text.split("+")):
        if _YEARS.fullmatch(word):
            years.append(word)
        elif word.casefold() in vocabulary("kind"):
            kinds.append(word)
        elif word.casefold() in vocabulary("chapter"):
            chapters.append(word)
        elif match := _COUNTRY.fullmatch(word):
            countries.append(match.group(1))
        elif match := _MARKET.fullmatch(word):
            markets.append(match.group(1))
        else:
            near = suggestions(word, [*vocabulary("kind"), *vocabulary("chapter")])
            hint = f"; did you mean {near[0]}?" if near else ""
            raise BadQuery(
                f"{word!r} is no part of the corpus{hint} (a year, a range such as 2010-2013, a kind, a chapter, "
                "country:CN, market:NAME, or several joined with +)"
            )
    return choose_part(corpus, years=years, kinds=kinds, chapters=chapters, countries=countries, markets=markets)


def two_sides(corpus: cells.Corpus, passages: Sequence[TextPassage], a: str, b: str) -> tuple[list[int], list[int]]:
    """The indexes of the passages of both sides; one of them may be `rest`.

    Raises `BadQuery` where a side has no passage, or both have some in common: what is compared
    must be apart.
    """
    if _is_rest(a):
        if _is_rest(b):
            raise BadQuery("one side can be the rest, not both")
        second, first = two_sides(corpus, passages, b, a)
        return first, second
    first = _of(passages, side(corpus, a))
    if _is_rest(b):
        inside = set(first)
        second = [index for index in range(len(passages)) if index not in inside]
    else:
        second = _of(passages, side(corpus, b))
    for text, indexes in ((a, first), (b, second)):
        if not indexes:
            raise BadQuery(f"no passage belongs to {text!r}")
    common = len(set(first) & set(second))
    if common:
        raise BadQuery(f"{a!r} and {b!r} have {common} passages in common; compare parts that are apart")
    return first, second


def _is_rest(text: str) -> bool:
    return text.strip().casefold() == REST


def _of(passages: Sequence[TextPassage], part: Part) -> list[int]:
    return [index for index, one in enumerate(passages) if part.holds(one.list_year, one.chapter, one.type, one.places)]
