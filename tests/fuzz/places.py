"""The countries and cities that reports may name."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True)
class City:
    name: str
    province: str = ""


@dataclass(frozen=True, slots=True)
class Country:
    iso: str
    name: str
    in_text: str
    cities: tuple[City, ...]
    other: str = ""


@cache
def countries() -> tuple[Country, ...]:
    """All of them, in the order of places.toml."""
    table = tomllib.loads((Path(__file__).parent / "places.toml").read_text("utf-8"))
    return tuple(
        Country(
            iso=row["iso"],
            name=row["name"],
            in_text=row.get("with_article", row["name"]),
            cities=tuple(City(*city.split("|")) for city in row["cities"]),
            other=row.get("other", ""),
        )
        for row in table["country"]
    )
