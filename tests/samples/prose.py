"""The samples' own sentences, filled in and chosen by market and year.

A market's sentences are kept from one year to the next, except that now and then one is exchanged and one is added:
``_version`` counts the exchanges up to a list year.  Every name in these sentences that is not the entry's own comes
from the invented sites and places of ``sentences.toml``, which no edition lists.
"""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from .chance import number, ordered, pick

POOLS = Path(__file__).parent / "sentences.toml"
FIRST_YEAR = 2010


def paragraphs(pool: str, key: str, shape: tuple[int, ...], **slots: str) -> list[list[str]]:
    """Paragraphs of the given numbers of sentences, each sentence of ``pool`` used once before any is used again."""
    templates = _pools()[pool]
    order = ordered(key, templates[1:]) if pool == "overview" else ordered(key, templates)
    order = [templates[0], *order] if pool == "overview" else order
    sentences = [fill(order[i % len(order)], f"{key}/{i}", **slots) for i in range(sum(shape))]
    return _cut(sentences, shape)


def entry_paragraphs(kind: str, market: str, year: int) -> list[list[str]]:
    """The middle of an entry: two to four paragraphs on nothing in particular, mostly those of the year before."""
    drawers = ["general", f"{kind}_general", "general", "country_decoys", "general", _decoy_pool(kind, market)]
    drawers += ["general"] * number(f"{market}/length", 4)
    born = [FIRST_YEAR + number(f"{market}/born/{i}", 22) - 6 if i > 3 else FIRST_YEAR for i in range(len(drawers))]
    sentences: list[str] = []
    for i, pool in enumerate(drawers):
        key = f"{market}/{i}/{_version(market, i, year)}"
        templates = [t for t in ordered(key, _pools()[pool]) if born[i] <= year]
        fresh = [t for t in (fill(t, key) for t in templates) if t not in sentences]
        sentences += fresh[:1]
    return _cut(sentences, _shape(market, len(sentences)))


def sentence(pool: str, key: str, **slots: str) -> str:
    """One sentence of a pool, settled by the key, with its slots filled."""
    return fill(pick(key, _pools()[pool]), key, **slots)


def title(pool: str, key: str, ordinal: int = 0) -> str:
    """The ``ordinal``-th heading of a pool of headings."""
    templates = _pools()[pool]
    return fill(templates[ordinal % len(templates)], key)


def lines(pool: str, key: str) -> list[str]:
    """Every line of a pool, filled, in the pool's order."""
    return [fill(template, f"{key}/{i}") for i, template in enumerate(_pools()[pool])]


def fill(template: str, key: str, **slots: str) -> str:
    """``template`` with its slots filled: from ``slots`` first, else drawn by ``key``."""
    pools = _pools()
    site, site2 = ordered(f"{key}/site", pools["sites"])[:2]
    place = pick(f"{key}/place", pools["places"])
    month, month2 = ordered(f"{key}/month", pools["months"])[:2]
    country, country2, country3 = ordered(f"{key}/country", pools["countries"])[:3]
    office = pick(f"{key}/office", pools["offices"])
    drawn = {
        "n": str(3 + number(f"{key}/n", 60)),
        "m": str(2 + number(f"{key}/m", 7)),
        "code": f"{pick(f'{key}/letter', 'ABCDEFGHKLMNPRSTUVW')}-{1000 + number(f'{key}/code', 9000)}",
        "month": month,
        "month2": month2,
        "office": office,
        "office_cap": office[0].upper() + office[1:],
        "country": country,
        "country_cap": country.removeprefix("the "),
        "country2": country2,
        "country3": country3,
        "base": pick(f"{key}/base", pools["bases"]),
        "site": site[0],
        "domain": site[1],
        "domain2": site2[1],
        "place": place[0],
        "town": place[1],
    }
    text = template.format_map(drawn | slots)
    return text[0].upper() + text[1:]


def invented_names() -> tuple[str, ...]:
    """Every invented site, domain and place: names that no edition lists."""
    sites = [name for site in _pools()["sites"] for name in site]
    return tuple(sites + [place for place, _ in _pools()["places"]])


def _decoy_pool(kind: str, market: str) -> str:
    pools = (
        ("site_decoys", "base_decoys", "general") if kind == "online" else ("place_decoys", "site_decoys", "general")
    )
    return pick(f"{market}/decoy", pools)


def _version(market: str, slot: int, year: int) -> int:
    return sum(number(f"{market}/{slot}/{y}", 100) < 18 for y in range(FIRST_YEAR + 1, year + 1))


def _shape(market: str, sentences: int) -> tuple[int, ...]:
    first = 2 + number(f"{market}/shape", 3)
    rest = sentences - first
    return (first, rest) if rest < 5 else (first, rest // 2, rest - rest // 2)


def _cut(sentences: list[str], shape: tuple[int, ...]) -> list[list[str]]:
    paragraphs, start = [], 0
    for length in shape:
        paragraphs.append(sentences[start : start + length])
        start += length
    return [paragraph for paragraph in paragraphs if paragraph]


@cache
def _pools() -> dict[str, Any]:
    with POOLS.open("rb") as stream:
        return tomllib.load(stream)
