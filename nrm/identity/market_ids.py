"""The name and id of a market that the reviewed table does not have: functions of its own candidates alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nrm.identity.candidates import Candidate
from nrm.identity.normalise import bare_name, words_of
from nrm.ids import slug
from nrm.lexicons.countries import display_name, is_country_code


def best_name(members: Sequence[Candidate]) -> str:
    """The name that most editions print, in its fullest spelling; among equals the earliest."""
    years: dict[str, set[int]] = defaultdict(set)
    for one in members:
        years[one.key].add(one.list_year)
    key = min(years, key=lambda key: (-len(years[key]), min(years[key]), key))
    return min({bare_name(one.name) for one in members if one.key == key}, key=_plainness)


def city_of(members: Sequence[Candidate]) -> str:
    """The city that most editions name, as printed; empty if none does."""
    years: dict[str, set[int]] = defaultdict(set)
    for one in members:
        if one.entry.city:
            years[one.entry.city].add(one.list_year)
    return min(years, key=lambda city: (-len(years[city]), city), default="")


def market_id(members: Sequence[Candidate]) -> str:
    """The slug of the best name without a domain's ending; for a physical market with its city or country."""
    name = best_name(members)
    stem = slug(" ".join(words_of(name)) or name)
    if members[0].kind == "online":
        return stem
    city = city_of(members).partition(",")[0].strip()
    country = members[0].entry.country
    place = slug(city or (display_name(country) if is_country_code(country) else "unknown place"))
    return stem if f"-{place}-" in f"-{stem}-" else f"{stem}-{place}"


def _plainness(name: str) -> tuple[bool, int, bool, bool, str]:
    """Orders spellings: not as a domain, in more words, in mixed case."""
    words = words_of(name)
    return (
        "." in name and " " not in name,
        -len(words),
        name.isupper(),
        name.islower(),
        name,
    )
