"""A physical market's heading taken apart: name, city, country.

The forms: "Name, City", "Name, City, Province", "Name (City, Country)", "Name, City, Country",
"COUNTRY – Name (City)", "Name (City)", and a name alone under its country's heading.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from nrm.ids import fold
from nrm.layout.style import in_capitals
from nrm.lexicons.cities import city_named, city_states
from nrm.lexicons.countries import country_named, country_nearly_named

_DASH = re.compile(r"\s*(?:\s[-–—]|[–—:])\s+")
_BRACKET = re.compile(r"^(?P<name>.*?)\s*\((?P<inside>[^()]+)\)\s*(?P<after>,.*)?$", re.DOTALL)
_SMALL_WORDS = frozenset("de da do das dos del la las los el of the and y e di du des le".split())
_NOT_A_PLACE = re.compile(
    r"^(?:formerly|also|a\.?k\.?a|previously|or|known|including|and|e\.g|i\.e|d/b/a|the)\b", re.I
)
_ENUMERATED = re.compile(r"^(?:and|&)\s|\s(?:and|&)\s", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Place:
    """What a heading says: the market's name, its city, its country's ISO code and printed name."""

    name: str
    city: str
    country: str
    country_name: str
    near: str = ""
    """The name as printed where the country was only recognised as a misspelling."""


def take_apart(heading: str, in_force: str, in_force_name: str) -> Place:
    """Name, city and country of a heading under the country in force (ISO code, or empty).

    The last part is the country only if it is one, and either other parts remain or no country
    is in force; the first part after the name is the city, what follows is the province.

    >>> take_apart("Anfu Market, Putian, Fujian Province", "CN", "China").city
    'Putian'
    """
    heading = " ".join(heading.split()).strip(" :–—-")
    led = _country_led(heading)
    if led is not None:
        country, printed, rest = led
        inner = take_apart(rest, country, printed)
        return Place(inner.name, inner.city, country, printed)
    name, parts = _parts(heading)
    dashed = _dash_led(heading, bool(in_force))
    if dashed is not None:
        name, parts = dashed
    country, printed, near = "", "", ""
    repeated = heading.endswith(")") and parts and not _is_city_of(parts[-1], in_force)
    if parts and (len(parts) >= 2 or not in_force or (repeated and country_named(parts[-1]))):
        country, near = _country(parts[-1])
        if country:
            printed = parts[-1]
            parts = parts[:-1]
    name, parts = _enumerated(name, parts)
    city = parts[0] if parts else ""
    if not country:
        country, printed = in_force, in_force_name
    return Place(name, _unshouted(city), country, printed, near)


def _enumerated(name: str, parts: list[str]) -> tuple[str, list[str]]:
    """"A, B, and C, City" names three markets: what the commas part up to the "and" is the name.

    A place must be left behind it; a known city ends the name.
    """
    for i, part in enumerate(parts[:-1]):
        if city_named(part) is not None:
            break
        if _ENUMERATED.search(part) and country_named(part) is None:
            return ", ".join([name, *parts[: i + 1]]), parts[i + 1 :]
    return name, parts


def says_where(heading: str) -> bool:
    """Whether a heading names a place as markets' do: a country with a name before it, or a known city.

    >>> says_where("Old Hall, Cork, Ireland"), says_where("Old Hall, and New")
    (True, False)
    """
    place = take_apart(heading, "", "")
    if place.country and not place.near and place.name != heading:
        return True
    return city_named(take_apart(heading, "XX", "").city) is not None


def _is_city_of(part: str, country: str) -> bool:
    """"Name (Singapore)" under SINGAPORE names the city; "Name (Paraguay)" under PARAGUAY does not."""
    known = city_named(part)
    if known is not None:
        return country in known[1]
    return country in city_states() and country_named(part) == country


def _unshouted(city: str) -> str:
    """A city printed in capitals as it is written: "SÃO PAULO" → "São Paulo"."""
    if not in_capitals(city):
        return city
    known = city_named(city)
    if known is not None and fold(known[0]) == fold(city):
        return known[0] if known[0].casefold() == city.casefold() else city.title()
    words = [
        word.lower() if i and word.lower() in _SMALL_WORDS else word.capitalize()
        for i, word in enumerate(re.split(r"([\s-])", city))
    ]
    return "".join(words)


def _country(part: str) -> tuple[str, str]:
    exact = country_named(part)
    if exact is not None:
        return exact, ""
    near = country_nearly_named(part)
    return (near[0], part) if near else ("", "")


def _country_led(heading: str) -> tuple[str, str, str] | None:
    for match in _DASH.finditer(heading):
        first, rest = heading[: match.start()], heading[match.end() :]
        iso = country_named(first)
        if iso is not None and rest.strip():
            return iso, first.strip(), rest.strip()
    return None


def _dash_led(heading: str, country_known: bool) -> tuple[str, list[str]] | None:
    """"Name – City, Country", or "Name – City" where the country is known."""
    match = _DASH.search(heading)
    if match is None or match.group().strip() == ":":
        return None
    name, parts = heading[: match.start()].strip(), _by_commas(heading[match.end() :])
    places = [parts[0], *parts[1]]
    if country_named(places[-1]) is not None or country_known:
        return name, places
    return None


def _parts(heading: str) -> tuple[str, list[str]]:
    """The name and the parts that say where it is, from a bracket or from commas."""
    match = _BRACKET.match(heading)
    if match and not _NOT_A_PLACE.match(match["inside"]):
        after = [p.strip() for p in (match["after"] or "").split(",") if p.strip()]
        inside = [p.strip() for p in match["inside"].split(",") if p.strip()]
        if after:  # "Name (Nickname), City"
            return f"{match['name']} ({match['inside']})", after
        name, parts = _by_commas(match["name"])
        return name, [*parts, *inside]
    return _by_commas(heading)


def _by_commas(heading: str) -> tuple[str, list[str]]:
    pieces: list[str] = []
    depth = 0
    start = 0
    for i, c in enumerate(heading):
        depth += (c == "(") - (c == ")")
        if c == "," and depth == 0:
            pieces.append(heading[start:i].strip())
            start = i + 1
    pieces.append(heading[start:].strip())
    pieces = [p for p in pieces if p]
    return (pieces[0], pieces[1:]) if pieces else (heading, [])
