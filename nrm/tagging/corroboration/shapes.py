"""Names of markets that no list knows, found by the shape of the sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final, NamedTuple

from nrm.lexicons.cities import find_cities
from nrm.lexicons.countries import find_countries
from nrm.lexicons.domains import find_domains
from nrm.tagging.corroboration.words import pattern, table, words
from nrm.tagging.market_names import form_type
from nrm.tagging.organisations import find_organisations

_SHORTEST: Final = 2
_CAPITAL: Final = r"(?:(?:\d+[-‐‑])?[A-Z\u00c0-\u00de][\w’'‘`.&/-]*\w|[A-Z]|\d\w*[A-Za-z]\w*|[a-z]+[A-Z]\w*)"
_OWNER = re.compile(r"(.+?)['’]s? ")
_POSSESSIVE_END = re.compile(r"['’]s?$")
_ONE_MARKET_BEHIND = re.compile(r" (?:market|bazaar|mall)\b")
_MARKETS_BEHIND = re.compile(r" markets\b")
_COORDINATED = re.compile(r",| (?:and|or)\b")
_IN_A_PLACE = re.compile(r"\b(?:in|at|near|from|across|throughout)(?: the)? $")
_FIRST_WORD = re.compile(r"\S+\s*")
_ADJECTIVE = re.compile(r"[-‐‑](?:based|hosted|owned|linked|related|operated|wide)$")
_NOT_LETTERS = re.compile(r"(?i)[\s,'’]|\b(?:and|the|of|province|city|state|region|district)\b")


class Stretch(NamedTuple):
    """`sentence[start:end]`."""

    start: int
    end: int


def names_by_shape(sentence: str, start: int, end: int, *, bare: bool, anywhere: bool = False) -> Iterator[Stretch]:
    """The stretches of `sentence[start:end]` that look like the name of a market.

    A name has capitals and ends with a word like "Mall", or stands beside one ("the X market",
    "websites such as Y"); with `bare` a name alone may do, if no preposition makes it a place.
    With `anywhere` prepositions do not matter. Countries, organisations, institutions and domains
    are no markets; a city is one only as the whole subject ("Ciudad X is listed").
    """
    taken = [(span.start, span.end) for span in find_organisations(sentence)]
    taken += [(span.start, span.end) for span in find_domains(sentence)]
    for match in _name().finditer(sentence, start, end):
        begin, stop = _without_edges(sentence, *match.span())
        if begin >= stop or any(a < stop and begin < b for a, b in taken):
            continue
        if not _may_be_name(sentence, start, begin, stop):
            continue
        if not anywhere and pattern("names", "aside").search(sentence[start:begin]):
            continue
        if _looks_like_market(sentence, start, begin, stop, bare=bare, anywhere=anywhere):
            yield Stretch(begin, stop)


@cache
def _name() -> re.Pattern[str]:
    small = "|".join(table()["names"]["small"])
    return re.compile(rf"{_CAPITAL}(?: (?:(?:{small}|\d+) )*(?:{_CAPITAL}|\d+(?= (?:de|of|{_CAPITAL}))))*")


@cache
def _noun_behind() -> re.Pattern[str]:
    between = words("names", "before_noun")
    return re.compile(rf"(?: {between})*(?: and [^,;]{{0,40}}?)? {words('names', 'nouns')}\b")


@cache
def _noun_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b{words('names', 'nouns')}$")


@cache
def _sure_noun_at_end() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b{words('names', 'sure_nouns')}$")


@cache
def _noun_before() -> re.Pattern[str]:
    lead = r"(?:,? (?:of|called|named|known as|such as|like|including|namely))?"
    return re.compile(rf"(?i)\b{words('names', 'nouns')}{lead},? (?:the )?[“\"‘]?$")


@cache
def _preposition() -> re.Pattern[str]:
    return re.compile(rf"\b{words('names', 'prepositions')}(?: {words('names', 'place_words')})* $")


@cache
def _of_listing() -> re.Pattern[str]:
    nouns = f"(?:{words('verbs', 'listed_nouns')}|{words('verbs', 'removed_nouns')}|markets?|malls?)"
    return re.compile(rf"(?i)\b{nouns} of (?:\w+ )?(?:the )?$")


def _without_edges(sentence: str, start: int, end: int) -> Stretch:
    """The name without what opens a sentence, a place that owns it, and a possessive at its end."""
    openers = frozenset(table()["names"]["openers"])
    while start < end:
        word = _FIRST_WORD.match(sentence, start, end)
        if word is None or word.group().strip(" ,") not in openers:
            break
        start = word.end()
    owner = _OWNER.match(sentence, start, end)
    if owner and _is_place(owner.group(1)):
        start = owner.end()
    tail = _POSSESSIVE_END.search(sentence[start:end])
    return Stretch(start, start + tail.start() if tail else end)


def _may_be_name(sentence: str, region: int, start: int, end: int) -> bool:
    text = sentence[start:end]
    if len(text) < _SHORTEST or not any(map(str.isalpha, text)) or _ADJECTIVE.search(text):
        return False
    if _noun_at_end().fullmatch(text):
        return False
    institutions = frozenset(table()["names"]["others"])
    if institutions & set(re.split(r"[\s/]", text)) and not _sure_noun_at_end().search(text):
        return False
    if not _is_place(text):
        # A capital that only opens the sentence proves nothing.
        return start > 0 or "word" not in (form_type(text), form_type(text.removesuffix("s")))
    if find_countries(text):
        return False
    if _ONE_MARKET_BEHIND.match(sentence, end):
        return True
    before = sentence[region:start]
    if _MARKETS_BEHIND.match(sentence, end) and before.endswith(" and "):
        return True
    return not before.strip(" ,") and not _COORDINATED.match(sentence, end)


def _is_place(text: str) -> bool:
    countries = find_countries(text)
    cities = [c for c in find_cities(text) if all(c.end <= s.start or s.end <= c.start for s in countries)]
    covered = sum(s.end - s.start for s in countries) + sum(c.end - c.start for c in cities)
    return covered >= len(_NOT_LETTERS.sub("", text)) and covered > 0


def _looks_like_market(sentence: str, region: int, start: int, end: int, *, bare: bool, anywhere: bool) -> bool:
    text, before = sentence[start:end], sentence[region:start]
    ends_with_noun = _noun_at_end().search(text) is not None and " " in text
    noun_follows = _noun_behind().match(sentence, end) is not None
    if anywhere:
        return ends_with_noun or noun_follows
    called = _noun_before().search(before) is not None
    if ends_with_noun:
        return called or not _preposition().search(before) or bool(_of_listing().search(before))
    if noun_follows:
        return not _IN_A_PLACE.search(before)
    return called or (bare and not _preposition().search(before))
