"""Mentions by tables and rules alone: markets, countries, domains, cities and organisations in any text.

Knows no spaCy: the pipeline (`nrm.tagging.pipeline`) makes a document's entities of what is found here.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from nrm.ids import slug
from nrm.lexicons.cities import find_cities
from nrm.lexicons.countries import find_countries
from nrm.lexicons.domains import find_domains
from nrm.tagging.market_finder import MarketFinder
from nrm.tagging.market_names import MarketName
from nrm.tagging.organisations import find_organisations
from nrm.tagging.spans import TaggedSpan, without_overlaps


class MentionRules:
    """Finds mentions. Made once for the names of some markets, used on many texts."""

    def __init__(self, markets: Iterable[MarketName] = ()) -> None:
        """Takes the markets to look for; raises `ValueError` for a name without a letter."""
        self._finder = MarketFinder(markets)

    @property
    def names(self) -> tuple[MarketName, ...]:
        """The markets that are looked for."""
        return self._finder.markets

    def spans(self, text: str, own: Collection[str] = ()) -> list[TaggedSpan]:
        """The mentions in a text from left to right, without overlaps but for markets named by their domain.

        `own` are the market_ids under whose heading the text stands.
        """
        found = [
            TaggedSpan(s.start, s.end, "DOMAIN", s.registered, "" if s.kind == "domain" else s.kind)
            for s in find_domains(text)
        ]
        markets = self._finder.find(text, own)
        found += [TaggedSpan(s.start, s.end, "COUNTRY", s.iso, s.subtype) for s in find_countries(text)]
        found += [TaggedSpan(s.start, s.end, "CITY", slug(s.name)) for s in find_cities(text)]
        found += find_organisations(text)
        kept = without_overlaps([*found, *markets])
        domains = [s for s in kept if s.label == "DOMAIN"]
        named = [
            market
            for market in markets
            if market.subtype == "domain" and any(d.start <= market.start and market.end <= d.end for d in domains)
        ]
        return sorted([*kept, *named], key=lambda s: (s.start, s.label != "DOMAIN", s.end))
