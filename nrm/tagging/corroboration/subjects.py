"""Which markets a stretch of a sentence names: known ones, and unknown ones by the shape of the words."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace

from nrm.lexicons.cities import find_cities
from nrm.lexicons.countries import find_countries
from nrm.lexicons.domains import find_domains
from nrm.tagging.corroboration.shapes import names_by_shape
from nrm.tagging.corroboration.words import pattern, words
from nrm.tagging.market_finder import MarketFinder, place_isos
from nrm.tagging.market_names import MarketName


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
            found.append(NamedMarket(domain.start, domain.end, domain.text, market.market_id if market else "", ""))
        return sorted(found, key=lambda m: m.start)

    def in_region(
        self, sentence: str, start: int, end: int, *, bare: bool, anywhere: bool = False
    ) -> list[NamedMarket]:
        """The markets named in a stretch of a sentence.

        With `bare` also names without a word like "market"; with `anywhere` also those behind a
        preposition ("sold at the X market"), which otherwise are places.
        """
        known = [m for m in self.known(sentence) if start <= m.start and m.end <= end]
        if not anywhere:
            known = [m for m in known if not pattern("names", "aside").search(sentence[start : m.start])]
        shaped = [
            NamedMarket(*name, sentence[slice(*name)], "", _only(place_isos(sentence, *name)))
            for name in names_by_shape(sentence, start, end, bare=bare, anywhere=anywhere)
            if all(name.end <= k.start or name.start >= k.end for k in known)
        ]
        return _shared_places(sentence, sorted([*known, *shaped], key=lambda m: m.start))

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


_JOINED = re.compile(r"(?: \w+){0,2}(?:,| and|, and|,? as well as|,? or)?(?: the| both)* ")


def _shared_places(sentence: str, markets: list[NamedMarket]) -> list[NamedMarket]:
    """Names joined by "and" or commas share the place behind the last: "A and B markets in Lima"."""
    placed: list[NamedMarket] = []
    for market in reversed(markets):
        following = placed[0] if placed else None
        joined = following and _JOINED.fullmatch(sentence, market.end, following.start)
        if following and joined and not market.country and not market.market_id:
            market = replace(market, country=following.country)
        placed.insert(0, market)
    return placed
