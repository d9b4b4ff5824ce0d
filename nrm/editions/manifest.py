"""What is known of each edition beforehand: `editions.toml`, read and checked."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any, Literal, NamedTuple, get_args

from nrm.errors import BadTable

Route = Literal["seen", "recalled", "archive", "hint"]
AddressKind = Literal["pdf", "text", "page"]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a copy of an edition may be. `hint` is for a person to open, never to be requested."""

    url: str
    route: Route
    kind: AddressKind


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """One edition of the manifest. `published` is an ISO date; `None` is what no source reports."""

    list_year: int
    title: str
    published: str
    declared_online: int | None
    declared_physical: int | None
    declared_source: str
    pages: int | None
    landing_page: str
    addresses: tuple[Address, ...]
    explained: str
    sources: tuple[str, ...]

    @property
    def year_in_title(self) -> bool:
        """Whether the title gives the list year; the first three editions are known by their date."""
        return str(self.list_year) in self.title

    @property
    def official_address(self) -> str:
        """USTR's own address of the PDF, the likeliest first; empty if none is known."""
        own = (one.url for one in self.addresses if one.kind == "pdf" and one.route in ("seen", "recalled"))
        return next(own, "")


class Publisher(NamedTuple):
    """Who publishes the list, and in which place."""

    name: str
    place: str


class Neighbours(NamedTuple):
    """The list years before and after one; `None` where none is known."""

    before: int | None
    after: int | None


@cache
def manifest() -> tuple[EditionFacts, ...]:
    """Every edition of `editions.toml`, by list year. Raises `BadTable` where the file is malformed."""
    return read(_shipped())


def read(text: str) -> tuple[EditionFacts, ...]:
    """The editions of a manifest in TOML, by list year. Raises `BadTable` where it is malformed."""
    try:
        rows = [_facts(row) for row in tomllib.loads(text)["edition"]]
    except (tomllib.TOMLDecodeError, KeyError, TypeError, ValueError) as error:
        raise BadTable(f"editions.toml: {error!r}") from error
    years = [row.list_year for row in rows]
    if years != sorted(set(years)):
        raise BadTable("editions.toml: list years must be unique and in order")
    return tuple(rows)


def facts(list_year: int) -> EditionFacts | None:
    """What the manifest knows of a list year; `None` if it does not know the edition."""
    return next((row for row in manifest() if row.list_year == list_year), None)


def neighbours(list_year: int, also: Iterable[int] = ()) -> Neighbours:
    """The list years just before and after one, among those of the manifest and of `also`.

    `also` are editions that the manifest does not know, such as those of a corpus.
    """
    years = {row.list_year for row in manifest()} | set(also)
    return Neighbours(
        max((year for year in years if year < list_year), default=None),
        min((year for year in years if year > list_year), default=None),
    )


@cache
def publisher() -> Publisher:
    """Who publishes the list."""
    return Publisher(**tomllib.loads(_shipped())["publisher"])


def discovery_pages() -> tuple[str, ...]:
    """Addresses of the pages on which a new edition would appear."""
    return tuple(tomllib.loads(_shipped())["discovery"])


def archived(url: str, day: str) -> str:
    """The address of the archived copy of `url` nearest to an ISO `day`, in its raw form."""
    form = str(tomllib.loads(_shipped())["archive"])
    return form.format(day=date.fromisoformat(day).strftime("%Y%m%d"), url=url)


def _shipped() -> str:
    return files("nrm.editions").joinpath("editions.toml").read_text(encoding="utf-8")


def _facts(row: Mapping[str, Any]) -> EditionFacts:
    unknown = set(row) - set(EditionFacts.__dataclass_fields__)
    if unknown:
        raise ValueError(f"{row['list_year']}: unknown key {', '.join(sorted(unknown))}")
    return EditionFacts(
        list_year=int(row["list_year"]),
        title=str(row["title"]),
        published=date.fromisoformat(row["published"]).isoformat(),
        declared_online=row.get("declared_online"),
        declared_physical=row.get("declared_physical"),
        declared_source=str(row.get("declared_source", "")),
        pages=row.get("pages"),
        landing_page=str(row.get("landing_page", "")),
        addresses=tuple(_address(address) for address in row["addresses"]),
        explained=str(row.get("explained", "")),
        sources=tuple(row["sources"]),
    )


def _address(row: Mapping[str, Any]) -> Address:
    if row["route"] not in get_args(Route) or row["kind"] not in get_args(AddressKind):
        raise ValueError(f"{row['url']}: unknown route or kind")
    if not str(row["url"]).startswith("https://"):
        raise ValueError(f"{row['url']}: only https")
    return Address(url=row["url"], route=row["route"], kind=row["kind"])
