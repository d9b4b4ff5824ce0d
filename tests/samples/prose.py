"""The samples' own sentences, filled in and chosen by market and year.

A market's sentences are kept from one year to the next, except that now and then one is exchanged and one is added:
``_version`` counts the exchanges up to a list year.  Every name in these sentences that is not the entry's own comes
from the invented sites and places of ``sentences.toml``, which no edition lists.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from .chance import number, ordered, pick

POOLS = Path(__file__).parent / "sentences.toml"
FIRST_YEAR = 2010
SLOT = re.compile(r"{(\w+)}")
CHANGED_PERCENT = 8


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
    """``template`` with its slots filled: from ``slots`` first, else drawn by ``key``.

    Raises ``KeyError`` for a slot that is neither given nor drawn.
    """
    drawn = {slot: slots[slot] if slot in slots else _draw(slot, key) for slot in SLOT.findall(template)}
    text = template.format_map(drawn)
    return text[0].upper() + text[1:]


def invented_names() -> tuple[str, ...]:
    """Every invented site, domain and place: names that no edition lists."""
    sites = [name for site in _pools()["sites"] for name in site]
    return tuple(sites + [place for place, _ in _pools()["places"]])


def _draw(slot: str, key: str) -> str:
    """What a slot holds when nothing was given for it; numbered slots (``country2``) differ from one another."""
    pools, name, rank = _pools(), slot.rstrip("23"), int(slot[-1]) - 1 if slot[-1] in "23" else 0
    match name:
        case "n":
            return str(3 + number(f"{key}/n", 60))
        case "m":
            return str(2 + number(f"{key}/m", 7))
        case "code":
            letter = pick(f"{key}/letter", "ABCDEFGHKLMNPRSTUVW")
            return f"{letter}-{1000 + number(f'{key}/code', 9000)}"
        case "month" | "country":
            pool: list[str] = pools["months" if name == "month" else "countries"]
            return ordered(f"{key}/{name}", pool)[rank]
        case "country_cap":
            return _draw("country", key).removeprefix("the ")
        case "office":
            return str(pick(f"{key}/office", pools["offices"]))
        case "office_cap":
            office = _draw("office", key)
            return office[0].upper() + office[1:]
        case "base":
            return str(pick(f"{key}/base", pools["bases"]))
        case "site" | "domain":
            return str(ordered(f"{key}/site", pools["sites"])[rank][0 if name == "site" else 1])
        case "place" | "town":
            return str(pick(f"{key}/place", pools["places"])[0 if name == "place" else 1])
        case _:
            raise KeyError(slot)


def _decoy_pool(kind: str, market: str) -> str:
    pools = (
        ("site_decoys", "base_decoys", "general") if kind == "online" else ("place_decoys", "site_decoys", "general")
    )
    return pick(f"{market}/decoy", pools)


def _version(market: str, slot: int, year: int) -> int:
    return sum(number(f"{market}/{slot}/{y}", 100) < CHANGED_PERCENT for y in range(FIRST_YEAR + 1, year + 1))


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
