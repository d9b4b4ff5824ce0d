"""The table of countries, and the rules against what only looks like one.

Facts: `countries.toml` and `false_friends.toml`, read once and checked as they are read.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final, Literal

from nrm.errors import BadTable
from nrm.lexicons.phrases import PhraseTree

Subtype = Literal["name", "adjective"]

_WINDOW: Final = 80
_PLURAL_ENDINGS: Final = ("an", "i", "er")
_CONDITIONS: Final = frozenset(
    {"name", "iso", "span", "before", "after", "not_before", "not_after"}
)


@dataclass(frozen=True, slots=True)
class Country:
    """One row: ISO code, name for display, other names, names for whole texts only, adjectives."""

    iso: str
    display: str
    names: tuple[str, ...]
    whole: tuple[str, ...]
    adjectives: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a found name says: a country by its name or by an adjective, or (no ISO) neither."""

    iso: str
    subtype: Subtype


@dataclass(frozen=True, slots=True)
class Trap:
    """A rule by which a mention does not count; conditions that are not set always hold."""

    name: str
    iso: frozenset[str]
    span: re.Pattern[str] | None
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    not_before: re.Pattern[str] | None
    not_after: re.Pattern[str] | None

    def catches(self, text: str, start: int, end: int, iso: str) -> bool:
        """Whether the mention `text[start:end]` of a country is a false friend by this rule."""
        if self.iso and iso not in self.iso:
            return False
        if self.span and not self.span.fullmatch(text, start, end):
            return False
        left = text[max(0, start - _WINDOW) : start]
        right = text[end : end + _WINDOW]
        return (
            (self.before is None or self.before.search(left) is not None)
            and (self.after is None or self.after.match(right) is not None)
            and (self.not_before is None or self.not_before.search(left) is None)
            and (self.not_after is None or self.not_after.match(right) is None)
        )


@dataclass(frozen=True, slots=True)
class CountryTable:
    """The whole table, ready for use: rows by ISO code, the tree of names, the rules."""

    countries: Mapping[str, Country]
    tree: PhraseTree[Meaning]
    traps: Mapping[str, tuple[Trap, ...]]
    lookalikes: tuple[str, ...]


@cache
def country_table() -> CountryTable:
    """The table that ships with the package; raises `BadTable` when it is not well made."""
    rows = _read("countries.toml")["countries"]
    friends = _read("false_friends.toml")
    countries = {iso: _country(iso, row) for iso, row in rows.items()}
    traps = [_trap(row, friends["lists"]) for row in friends["traps"]]
    by_iso = {
        iso: tuple(trap for trap in traps if not trap.iso or iso in trap.iso) for iso in countries
    }
    unknown = {iso for trap in traps for iso in trap.iso} - set(countries)
    if unknown:
        raise BadTable(f"false_friends.toml: rules about unknown codes {sorted(unknown)}")
    tree = _tree(countries, [p for group in friends["phrases"].values() for p in group])
    return CountryTable(countries, tree, by_iso, tuple(friends["lookalikes"]["names"]))


def word_list(name: str) -> tuple[str, ...]:
    """A list of words that the rules share, such as `us_states`; `BadTable` if there is none."""
    words = _read("false_friends.toml")["lists"].get(name)
    if words is None:
        raise BadTable(f"false_friends.toml has no list {name!r}")
    return tuple(words)


def with_plurals(adjectives: tuple[str, ...]) -> Iterator[str]:
    """The adjectives, and the plurals in -s that name the people: "Russian", "Russians"."""
    for adjective in adjectives:
        yield adjective
        if adjective.endswith(_PLURAL_ENDINGS):
            yield adjective + "s"


@cache
def _read(name: str) -> dict[str, Any]:
    source = resources.files("nrm.lexicons").joinpath(name)
    return tomllib.loads(source.read_text(encoding="utf-8"))


def _tree(countries: Mapping[str, Country], phrases: list[str]) -> PhraseTree[Meaning]:
    tree: PhraseTree[Meaning] = PhraseTree()
    for phrase in phrases:
        tree.add(phrase, Meaning("", "name"), any_case=True)
    for country in countries.values():
        for name in (country.display, *country.names):
            tree.add(name.removeprefix("The "), Meaning(country.iso, "name"))
        for adjective in with_plurals(country.adjectives):
            tree.add(adjective, Meaning(country.iso, "adjective"))
    return tree


def _country(iso: str, row: Mapping[str, Any]) -> Country:
    unknown = set(row) - {"display", "names", "whole", "adjectives"}
    if unknown or "display" not in row:
        raise BadTable(f"countries.toml: {iso} needs a display name and has no {sorted(unknown)}")
    return Country(
        iso,
        row["display"],
        tuple(row.get("names", ())),
        tuple(row.get("whole", ())),
        tuple(row.get("adjectives", ())),
    )


def _trap(row: Mapping[str, Any], lists: Mapping[str, list[str]]) -> Trap:
    unknown = set(row) - _CONDITIONS
    if unknown:
        raise BadTable(
            f"false_friends.toml: the rule {row['name']!r} has no condition {sorted(unknown)}"
        )
    return Trap(
        row["name"],
        frozenset(row.get("iso", ())),
        _pattern(row, "span", lists),
        _pattern(row, "before", lists),
        _pattern(row, "after", lists),
        _pattern(row, "not_before", lists),
        _pattern(row, "not_after", lists),
    )


def _pattern(
    row: Mapping[str, Any], key: str, lists: Mapping[str, list[str]]
) -> re.Pattern[str] | None:
    if key not in row:
        return None
    source: str = row[key]
    for name, words in lists.items():
        source = source.replace("{" + name + "}", "|".join(words).replace(" ", r"\s+"))
    return re.compile(source)
