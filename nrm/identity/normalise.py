"""The form in which the names of markets are compared, and the other names that a heading itself gives."""

from __future__ import annotations

import re
from functools import lru_cache

from nrm.ids import fold
from nrm.lexicons.domains import registered_domain

_OTHER_NAME = re.compile(
    r"\s*\(\s*(?:(?:formerly|previously|earlier|also|now|once)\b(?:\s+(?:known as|called|named))?"
    r"|known as|a\.?/?k\.?/?a\b\.?|d\.?/?b\.?/?a\b\.?|doing business as|f\.?/?k\.?/?a\b\.?)"
    r"\s*[:,]?\s*(?P<name>[^()]+)\)",
    re.IGNORECASE,
)
_DOMAIN_LIKE = re.compile(r"[\w-]+(?:\.[\w-]+)+", re.UNICODE)
_SHORTEST_AFTER_THE = 4


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """The key under which equal names meet: "The Pirate Bay" and "THEPIRATEBAY.SE" give "piratebay".

    Case, accents, spaces and punctuation make no difference, nor a leading "the", a domain's ending, "www." or
    a bracket that gives another name ("formerly", "d/b/a"). Digits and every other word stay: "torrentz2" is
    not "torrentz", and "Central Market" is not "Central". Never empty for a name that is not.
    """
    plain = bare_name(name)
    words = fold(plain.replace("&", " and ")).split()
    letters = "".join(c for word in words for c in _without_ending(word) if c.isalnum())
    rest = letters.removeprefix("the")
    if len(rest) >= _SHORTEST_AFTER_THE or words[:1] == ["the"]:
        letters = rest or letters
    return letters or fold(plain).strip() or plain.casefold()


def bare_name(name: str) -> str:
    """The name without the brackets that give another one."""
    return _OTHER_NAME.sub("", name).strip() or name.strip()


def other_names(name: str) -> tuple[str, ...]:
    """The names that a heading says are the same: "X (formerly Y)" and "X (d/b/a Y)" give ("Y",)."""
    return tuple(match["name"].strip() for match in _OTHER_NAME.finditer(name))


@lru_cache(maxsize=8192)
def words_of(name: str) -> tuple[str, ...]:
    """The words of a name, folded, each without a domain's ending."""
    plain = fold(bare_name(name).replace("&", " and "))
    words = re.split(r"[^\w.'’]+|(?<!\w)[.'’]|[.'’](?!\w)", plain)
    return tuple(found for word in words if (found := re.sub(r"\W", "", _without_ending(word))))


def city_key(city: str) -> str:
    """The form in which cities are compared; what follows a comma (a province) is left out."""
    return "".join(c for c in fold(city.partition(",")[0]) if c.isalnum())


@lru_cache(maxsize=8192)
def domain_label(domain: str) -> str:
    """The part of a domain that names its site: "thepiratebay" of "www.thepiratebay.se"."""
    registered = registered_domain(domain)
    return fold((registered or domain).partition(".")[0])


def _without_ending(word: str) -> str:
    if not _DOMAIN_LIKE.fullmatch(word):
        return word
    return domain_label(word) if registered_domain(word) is not None else word
