"""Cities in text, with the countries where a city of that name lies. Facts: `cities.toml`."""

from __future__ import annotations

import re
import tomllib
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final, NamedTuple

from nrm.lexicons.country_table import word_list
from nrm.lexicons.phrases import PhraseTree, words_of

_ADDRESS_BEFORE = re.compile(r"(?:[@#]|(?://|\bwww\.|\w\.[a-z]{2,}/)\S*)$")
_ADDRESS_AFTER = re.compile(r"\.[a-z]{2}|[\w-]*@")
_WINDOW: Final = 80


@dataclass(frozen=True, slots=True)
class CitySpan:
    """A mention of a city: `name` as the table spells it, `isos` the countries it may lie in."""

    start: int
    end: int
    text: str
    name: str
    isos: tuple[str, ...]


class _City(NamedTuple):
    name: str
    isos: tuple[str, ...]


def find_cities(text: str) -> list[CitySpan]:
    """Every mention of a known city, from left to right: longest name, any accents, capitals.

    A namesake in the United States ("Paris, Texas") is none.
    """
    spans = []
    for start, end, city in _tree().find(text):
        if "US" not in city.isos and _american_namesake().match(text, end):
            continue
        in_address = _ADDRESS_AFTER.match(text, end) or _ADDRESS_BEFORE.search(
            text[max(0, start - _WINDOW) : start]
        )
        if city.isos and not in_address:
            spans.append(CitySpan(start, end, text[start:end], city.name, city.isos))
    return spans


def city_named(text: str) -> tuple[str, tuple[str, ...]] | None:
    """The city whose name the whole string is, and its countries; None where it is none."""
    city = _by_words().get(words_of(text))
    return None if city is None else (city.name, city.isos)


@cache
def city_states() -> frozenset[str]:
    """The ISO codes of countries and territories that bear the name of their city."""
    return frozenset(str(code) for code in _read()["city_states"])


@cache
def _american_namesake() -> re.Pattern[str]:
    # "London, New York" is more often two cities than one in that state.
    states = (name for name in word_list("us_states") if name != "New York")
    return re.compile(rf"\s*,\s+(?:{'|'.join(states)})\b".replace(" ", r"\s+"))


@cache
def _by_words() -> dict[tuple[str, ...], _City]:
    return {words_of(name): city for name, city in _names().items()}


@cache
def _tree() -> PhraseTree[_City]:
    tree: PhraseTree[_City] = PhraseTree()
    for phrase in _read()["phrases"]["names"]:
        tree.add(phrase, _City(phrase, ()), any_case=True)
    for name, city in _names().items():
        tree.add(name, city)
    return tree


@cache
def _names() -> dict[str, _City]:
    """Every spelling and its city."""
    countries: dict[str, list[str]] = defaultdict(list)
    for iso, names in _read()["cities"].items():
        for name in names:
            countries[name].append(iso)
    cities = {name: _City(name, tuple(isos)) for name, isos in countries.items()}
    aliases = {alias: cities[name] for alias, name in _read()["aliases"].items()}
    return cities | aliases


@cache
def _read() -> dict[str, dict[str, Any]]:
    source = resources.files("nrm.lexicons").joinpath("cities.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))
