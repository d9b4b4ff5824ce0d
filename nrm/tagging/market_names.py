"""The names under which markets are looked for in text.

Takes the reviewed table and the markets of a corpus, gives `MarketName`s and the forms to search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, Literal

from nrm.lexicons.cities import city_named
from nrm.lexicons.countries import country_named
from nrm.lexicons.domains import registered_domain
from nrm.model import Kind, Market
from nrm.tagging.name_tree import key_of
from nrm.tagging.organisations import find_organisations

FormType = Literal["distinctive", "phrase", "word", "short"]

_BRACKET = re.compile(r"\s*\(([^()]*)\)\s*")
_SAID_IN_BRACKETS = re.compile(r"(?i)^(?:d/b/a|formerly(?: known as)?|also known as|aka|previously|now)\s+")
_WORD = re.compile(r"[^\W_]+")
_SHORT: Final = 3
_ARTICLE = re.compile(r"(?i)^the\s+")
_LIGHT: Final = frozenset({"of", "the", "and", "de", "del", "da", "la", "el", "for", "in"})


@dataclass(frozen=True, slots=True)
class MarketName:
    """A market and how it is called: `aliases` hold every further form, headings included.

    `country` (ISO 3166-1) and `city` say where a physical market stands and are empty for an
    online one; `domains` are registered domains of its own.
    """

    market_id: str
    name: str
    kind: Kind
    aliases: tuple[str, ...] = ()
    country: str = ""
    city: str = ""
    domains: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NameForm:
    """One spelling of one market. `type` says how much context it needs to be believed.

    `distinctive` names are nothing else; a `phrase` is made of everyday words ("Harbour Market"),
    a `word` is one of them ("Lantern"), a `short` one is no word and has at most three characters.
    """

    text: str
    market: MarketName
    type: FormType
    domain: str
    """The registered domain, where the name is written as one ("uploaded.net")."""


def from_markets(markets: Iterable[Market]) -> tuple[MarketName, ...]:
    """The names of a corpus's markets, as the identity stage knows them."""
    return tuple(
        MarketName(
            market_id=market.market_id,
            name=market.name,
            kind=market.kind,
            aliases=market.aliases,
            country=market.countries[0] if market.kind == "physical" and market.countries else "",
            city=market.city if market.kind == "physical" else "",
            domains=market.domains,
        )
        for market in markets
    )


def together(*groups: Iterable[MarketName]) -> tuple[MarketName, ...]:
    """Several sets of names as one: what is said of one market_id is put together, in order."""
    known: dict[str, MarketName] = {}
    for market in (market for group in groups for market in group):
        first = known.get(market.market_id)
        if first is None:
            known[market.market_id] = market
            continue
        forms = dict.fromkeys((*first.aliases, market.name, *market.aliases))
        forms.pop(first.name, None)
        known[market.market_id] = MarketName(
            first.market_id,
            first.name,
            first.kind,
            tuple(forms),
            first.country or market.country,
            first.city or market.city,
            tuple(dict.fromkeys((*first.domains, *market.domains))),
        )
    return tuple(known.values())


def name_forms(markets: Iterable[MarketName]) -> Iterator[NameForm]:
    """Every spelling to look for, once per market: as given, and what it says in brackets."""
    for market in markets:
        seen: set[str] = set()
        for given in (market.name, *market.aliases):
            for text in _spellings(given):
                key = key_of(text)
                if key and key not in seen and (given == market.name or not _is_something_else(text)):
                    seen.add(key)
                    yield NameForm(text, market, form_type(text), written_as_domain(text))


def form_type(text: str) -> FormType:
    """How much context a name needs: see `NameForm`."""
    words = [word for word in _WORD.findall(text) if key_of(word)]
    if not all(_is_everyday(word) for word in words):
        return "short" if len(key_of(text)) <= _SHORT else "distinctive"
    return "word" if len(words) == 1 else "phrase"


def written_as_domain(text: str) -> str:
    """The registered domain that a name is written as, such as "Kolibri.ua"; empty if it is not one."""
    if " " in text.strip() or "." not in text:
        return ""
    return registered_domain(text) or ""


def _is_something_else(text: str) -> bool:
    """A city, country or company is a market's name only where the market has no other."""
    if city_named(text) is not None or country_named(text) is not None:
        return True
    return any(span.end - span.start == len(text) for span in find_organisations(text))


def _is_everyday(word: str) -> bool:
    plain = word.casefold()
    return plain in common_words() or plain in _LIGHT or word.isdigit() or bool(country_named(word))


@cache
def common_words() -> frozenset[str]:
    """English words that are also used without a capital (`common_words.txt`)."""
    text = resources.files("nrm.tagging").joinpath("common_words.txt").read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())


def _spellings(given: str) -> Iterator[str]:
    text = " ".join(given.split())
    yield text
    without = _BRACKET.sub(" ", text).strip()
    for inside in _BRACKET.findall(text):
        name = _SAID_IN_BRACKETS.sub("", inside).strip()
        if without and _may_stand_alone(name, text):
            yield name
    if without and without != text:
        yield without
        text = without
    if _ARTICLE.match(text):
        yield _ARTICLE.sub("", text)
    if "&" in text:
        yield text.replace("&", " and ")
    elif " and " in text:
        yield text.replace(" and ", " & ")


def _may_stand_alone(inside: str, whole: str) -> bool:
    """Whether what stands in brackets is another name, not a place or a remark."""
    if "," in inside or ";" in inside or country_named(inside) or not inside[:1].isupper():
        return False
    return form_type(inside) == "distinctive" or inside.isupper() == whole.isupper()
