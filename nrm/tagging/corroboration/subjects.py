"""Which markets a stretch of a sentence names: known ones, and unknown ones by the shape of the words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from nrm.lexicons.cities import find_cities
from nrm.lexicons.countries import find_countries
from nrm.lexicons.domains import find_domains
from nrm.tagging.corroboration.words import pattern, table, words
from nrm.tagging.market_finder import MarketFinder, place_isos
from nrm.tagging.market_names import MarketName, form_type
from nrm.tagging.organisations import find_organisations

_SHORTEST: Final = 2
_CAPITAL: Final = r"(?:(?:\d+[-‐‑])?[A-Z\u00c0-\u00de][\w’'‘`.&/-]*\w|[A-Z]|\d\w*[A-Za-z]\w*|[a-z]+[A-Z]\w*)"
_PREPOSITION = re.compile(r"\b(?:in|at|near|from|across|throughout|outside|inside|around|between|to|with|for|against|by|of|on|into|via|under|than|within|including those in)(?: (?:the|a|an|central|downtown|northern|southern|eastern|western|both|cities? of|city of|district of|province of|state of))* $")
_SURE_NOUN = re.compile(r"(?i)\b(?:markets?|malls?|baza?ars?|arcades?|plazas?|emporium|galer[ií]as?|mercado|souk)$")


@dataclass(frozen=True, slots=True)
class NamedMarket:
    """A market named in `sentence[start:end]`. `market_id` is empty for one that no list knows.

    `country` is the ISO code that the words beside the name give, or the known market's own.
    """

    start: int
    end: int
    text: str
    market_id: str
    country: str


class MarketNamer:
    """Finds markets in sentences; made once for a set of known names."""

    def __init__(self, markets: tuple[MarketName, ...]) -> None:
        """Takes the known markets."""
        self._finder = MarketFinder(markets)
        self._by_id: Mapping[str, MarketName] = {m.market_id: m for m in markets}
        self._by_domain = {domain: m for m in markets for domain in m.domains}

    def known(self, sentence: str) -> list[NamedMarket]:
        """The markets of the known names in a sentence, domains included."""
        found: list[NamedMarket] = []
        domains = find_domains(sentence)
        for span in self._finder.find(sentence):
            if any(d.start < span.end and span.start < d.end for d in domains):
                continue
            found.append(self._placed(sentence, span.start, span.end, span.norm))
        for domain in domains:
            market = self._by_domain.get(domain.registered)
            found.append(
                NamedMarket(domain.start, domain.end, domain.text, market.market_id if market else "", "")
            )
        return sorted(found, key=lambda m: m.start)

    def in_region(
        self, sentence: str, start: int, end: int, *, bare: bool, anywhere: bool = False
    ) -> list[NamedMarket]:
        """The markets named in a stretch of a sentence.

        With `bare` also names without a word like "market"; with `anywhere` also those behind a
        preposition ("sold at the X market"), which otherwise are places.
        """
        known = [m for m in self.known(sentence) if start <= m.start and m.end <= end]
        known = [m for m in known if not pattern("names", "aside").search(sentence[start : m.start])]
        shaped = [
            market
            for market in _by_shape(sentence, start, end, bare=bare, anywhere=anywhere)
            if all(market.end <= k.start or market.start >= k.end for k in known)
        ]
        return _shared_places(sentence, sorted([*known, *shaped], key=lambda m: m.start), end)

    def _placed(self, sentence: str, start: int, end: int, market_id: str) -> NamedMarket:
        market = self._by_id.get(market_id)
        text = sentence[start:end]
        if market is None:
            return NamedMarket(start, end, text, "", "")
        isos = place_isos(sentence, start, end)
        if market.country and isos and market.country not in isos:
            # A namesake somewhere else is another market.
            return NamedMarket(start, end, text, "", _only(isos))
        return NamedMarket(start, end, text, market_id, market.country or _only(isos))


def names_no_market(sentence: str, start: int, end: int) -> str | None:
    """The country of markets that are spoken of without a name ("several markets in China").

    An ISO code, empty where no single country is named; None where the words speak of no markets.
    """
    text = sentence[start:end]
    if not re.search(rf"(?i)\b{words('names', 'nouns')}\b", text) and not find_countries(text):
        return None
    isos = {span.iso for span in find_countries(text)} - {"US"}
    for city in find_cities(text):
        if len(city.isos) == 1:
            isos.add(city.isos[0])
    return isos.pop() if len(isos) == 1 else ""


def _only(isos: frozenset[str]) -> str:
    return next(iter(isos)) if len(isos) == 1 else ""


@cache
def _name() -> re.Pattern[str]:
    small = "|".join(table()["names"]["small"])
    return re.compile(rf"{_CAPITAL}(?: (?:(?:{small}|\d+) )*(?:{_CAPITAL}|\d+(?= (?:de|of|{_CAPITAL}))))*")


@cache
def _noun_behind() -> re.Pattern[str]:
    return re.compile(rf"(?: (?:shopping|street|wholesale|night|flea|online|physical|e-commerce|public|clothing))*(?: and [^,;]{{0,40}}?)? {words('names', 'nouns')}\b")


@cache
def _noun_ends() -> re.Pattern[str]:
    return re.compile(rf"(?i)\b{words('names', 'nouns')}$")


@cache
def _noun_before() -> re.Pattern[str]:
    nouns = words("names", "nouns")
    return re.compile(
        rf"(?i)\b{nouns}(?:,? (?:of|called|named|known as|such as|like|including|namely))?,? (?:the )?[“\"‘]?$"
    )


def _by_shape(
    sentence: str, start: int, end: int, *, bare: bool, anywhere: bool
) -> Iterator[NamedMarket]:
    taken = [(s.start, s.end) for s in find_organisations(sentence)]
    domains = [(d.start, d.end) for d in find_domains(sentence)]
    others = frozenset(table()["names"]["others"])
    for match in _name().finditer(sentence, start, end):
        first, last = _without_opener(sentence, match.start(), match.end(), opens=match.start() == 0 or start == match.start())
        if first >= last:
            continue
        for begin, stop in _parts(sentence, first, last):
            text = sentence[begin:stop]
            if any(a < stop and begin < b for a, b in (*taken, *domains)):
                continue
            if not _may_be_name(sentence, start, begin, stop, others):
                continue
            if not _looks_like_market(sentence, start, begin, stop, bare=bare, anywhere=anywhere):
                continue
            if pattern("names", "aside").search(sentence[start:begin]):
                continue
            yield NamedMarket(begin, stop, text, "", _only(place_isos(sentence, begin, stop)))


def _may_be_name(sentence: str, region: int, start: int, end: int, others: frozenset[str]) -> bool:
    text = sentence[start:end]
    if len(text) < _SHORTEST or not any(map(str.isalpha, text)):
        return False
    if others & set(re.split(r"[\s/]", text)) and not _SURE_NOUN.search(text):
        return False
    if _is_place(text):
        # "Ciudad del Este is listed": a city may be the market, a country cannot.
        if re.match(r" (?:market|bazaar|mall)\b", sentence[end:]) or (
            re.match(r" markets\b", sentence[end:]) and sentence[region:start].endswith(" and ")
        ):
            return not find_countries(text)
        alone = not sentence[region:start].strip(" ,") and not re.match(r",| (?:and|or)\b", sentence[end:])
        return alone and not find_countries(text)
    # A capital that only opens the sentence proves nothing.
    return start > 0 or form_type(text) != "word"


def _without_opener(sentence: str, start: int, end: int, *, opens: bool) -> tuple[int, int]:
    openers = frozenset(table()["names"]["openers"])
    while start < end:
        word = re.match(r"[^\s]+", sentence[start:end])
        if word is None or word.group().rstrip(",") not in openers:
            break
        # "The" and "In" belong to no name, "La" may.
        start += word.end()
        start += len(sentence[start:end]) - len(sentence[start:end].lstrip())
    return start, end


def _parts(sentence: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The name without a possessive place before it: "Manila’s Greenhills" gives "Greenhills"."""
    text = sentence[start:end]
    owner = re.match(r"(.+?)['’]s? ", text)
    if owner and _is_place(owner.group(1)):
        start += owner.end()
    text = sentence[start:end]
    tail = re.search(r"['’]s?$", text)
    yield start, start + (tail.start() if tail else len(text))


def _is_place(text: str) -> bool:
    countries, cities = find_countries(text), find_cities(text)
    covered = sum(s.end - s.start for s in countries) + sum(
        c.end - c.start for c in cities if not any(s.start < c.end and c.start < s.end for s in countries)
    )
    rest = re.sub(r"(?i)[\s,'’]|\b(?:and|the|of|province|city|state|region|district)\b", "", text)
    return covered >= len(rest) > 0 and bool(countries or cities)


def _looks_like_market(
    sentence: str, region: int, start: int, end: int, *, bare: bool, anywhere: bool
) -> bool:
    text, before = sentence[start:end], sentence[region:start]
    if anywhere and (_noun_ends().search(text) or _noun_behind().match(sentence, end)):
        return True
    called = _noun_before().search(before) is not None
    if _noun_ends().search(text) and " " in text:
        return not _PREPOSITION.search(before) or called or _OF_NOUN.search(before) is not None
    if _noun_behind().match(sentence, end):
        return not re.search(r"\b(?:in|at|near|from|across|throughout)(?: the)? $", before)
    if called:
        return True
    return bare and not _PREPOSITION.search(before)


_OF_NOUN = re.compile(r"(?i)\b(?:inclusion|listing|addition|removal|placement|appearance|designation|identification|presence|return|mention|re-?listing|de-?listing|deletion|omission|exit|markets?|malls?) of (?:\w+ )?(?:the )?$")


def _shared_places(sentence: str, markets: list[NamedMarket], end: int) -> list[NamedMarket]:
    """Names joined by "and" or commas share the place behind the last: "A and B markets in Lima"."""
    placed: list[NamedMarket] = []
    for n, market in enumerate(markets):
        country = market.country
        if not country and not market.market_id:
            for following in markets[n + 1 :]:
                between = sentence[market.end : following.start]
                if not re.fullmatch(r"(?: \w+){0,2}(?:,| and|, and|,? as well as|,? or)?(?: the| both)* ", between):
                    break
                if following.country:
                    country = following.country
                    break
                market = following
            market = markets[n]
        placed.append(NamedMarket(market.start, market.end, market.text, market.market_id, country))
    return placed

