"""Countries in text: where they are named, and which one a heading names.

`find_countries` gives spans with ISO codes, `country_named` and `country_nearly_named` judge a
whole string, `display_name` gives the name as the reports print it. Facts: `countries.toml`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Final

from nrm.errors import UnknownName
from nrm.lexicons.country_table import Subtype, country_table, with_plurals
from nrm.lexicons.phrases import words_of

_NUMBERING = re.compile(r"^[\W_]*(?:(?:[0-9]+|[ivxIVX]+|[a-zA-Z])[.)]\s+|[0-9]+[.)])?[\W_]*")
_SHORTEST: Final = 6
_LONG_WORD: Final = 7
_LONG_NAME: Final = 11


@dataclass(frozen=True, slots=True)
class CountrySpan:
    """A mention: `text` is what stands at `start:end` of the text searched; `iso` is the code."""

    start: int
    end: int
    text: str
    iso: str
    subtype: Subtype


def find_countries(text: str) -> list[CountrySpan]:
    """Every mention of a country in a text, by name or adjective, from left to right.

    Names count with a capital on each word or all in capitals, with or without accents, over
    line ends, soft hyphens and several spaces. The article and the possessive are not part of
    the span ("the Netherlands’" gives "Netherlands"). The longest name wins ("Papua New
    Guinea"), and what only looks like a country ("New Mexico", "Michael Jordan", "Atlanta,
    Georgia", a "Spanish-language" site) is left out by the rules in the table.
    """
    table = country_table()
    spans = []
    for start, end, meaning in table.tree.find(text):
        if not meaning.iso:
            continue
        if any(trap.catches(text, start, end, meaning.iso) for trap in table.traps[meaning.iso]):
            continue
        spans.append(CountrySpan(start, end, text[start:end], meaning.iso, meaning.subtype))
    return spans


def country_named(text: str) -> str | None:
    """The ISO code if the whole string is the name of a country, else None.

    Case, accents, a leading "the", numbering and punctuation at the ends do not matter;
    "Korea, Republic of" is understood. Adjectives are not names.
    """
    return _whole_names().get(_bare_words(text)) or _inverted(text)


def country_nearly_named(text: str) -> tuple[str, float] | None:
    """The ISO code of a misspelt name ("MAALYSIA") and its likeness in percent, else None.

    A name has one slip (two, if it is long), never in its first letter, and no word more or
    less; short names must have their letters transposed only. What is the same distance from
    two countries, an adjective, or a known other name is nobody's. Exact names score 100.
    """
    exact = country_named(text)
    if exact is not None:
        return exact, 100.0
    words = _bare_words(text)
    if not words or words in _not_misspelt():
        return None
    from rapidfuzz.distance import OSA

    wanted = " ".join(words)
    near: dict[str, float] = {}
    for name, iso in _by_initial().get((words[0][0], len(words)), ()):
        slips = [OSA.distance(a, b) for a, b in zip(words, name, strict=True)]
        if not _plausible(words, name, slips):
            continue
        score = 100.0 * OSA.normalized_similarity(wanted, " ".join(name))
        near[iso] = max(near.get(iso, 0.0), score)
    if len(near) != 1:
        return None
    return next(iter(near.items()))


def display_name(iso: str) -> str:
    """The name as the reports print it, "Kyrgyz Republic"; `UnknownName` for no known code."""
    country = country_table().countries.get(iso)
    if country is None:
        raise UnknownName(f"no country has the code {iso!r}; use ISO 3166-1 alpha-2 or XK")
    return country.display


def is_country_code(iso: str) -> bool:
    """Whether this is an ISO 3166-1 alpha-2 code, in capitals, or XK."""
    return iso in country_table().countries


def _plausible(words: tuple[str, ...], name: tuple[str, ...], slips: list[int]) -> bool:
    length = sum(map(len, name))
    if sum(slips) > (2 if length >= _LONG_NAME else 1) or max(slips) > 1 + (len(name) == 1):
        return False
    for typed, meant, slip in zip(words, name, slips, strict=True):
        if slip and len(meant) < _LONG_WORD and sorted(typed) != sorted(meant):
            return False
    return length >= _SHORTEST


@lru_cache(maxsize=4096)
def _bare_words(text: str) -> tuple[str, ...]:
    words = words_of(_NUMBERING.sub("", text, count=1))
    return words[1:] if len(words) > 1 and words[0] == "the" else words


def _inverted(text: str) -> str | None:
    head, comma, tail = text.partition(",")
    if not comma:
        return None
    return _whole_names().get(_bare_words(f"{tail} {head}"))


@cache
def _whole_names() -> Mapping[tuple[str, ...], str]:
    return {_bare_words(name): iso for iso, name in _all_names()}


@cache
def _by_initial() -> Mapping[tuple[str, int], list[tuple[tuple[str, ...], str]]]:
    """Names by first letter and number of words: a misspelt name keeps both."""
    groups: dict[tuple[str, int], list[tuple[tuple[str, ...], str]]] = defaultdict(list)
    for words, iso in _whole_names().items():
        groups[words[0][0], len(words)].append((words, iso))
    return groups


@cache
def _not_misspelt() -> frozenset[tuple[str, ...]]:
    table = country_table()
    adjectives = (a for c in table.countries.values() for a in with_plurals(c.adjectives))
    return frozenset(words_of(name) for name in (*adjectives, *table.lookalikes))


def _all_names() -> Iterator[tuple[str, str]]:
    for country in country_table().countries.values():
        for name in (country.display, *country.names, *country.whole):
            yield country.iso, name
