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
Certainty = Literal["", "seen", "recalled"]
AddressKind = Literal["pdf", "text", "page"]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a copy of an edition may be. `hint` is for a person to open, never to be requested."""

    url: str
    route: Route
    kind: AddressKind


@dataclass(frozen=True, slots=True)
class EditionFacts:
    """One edition of the manifest. `published` is an ISO date; `None` is what no source reports.

    `declared_route` and `landing_route` say whether the totals and the landing page were seen where a source
    gives them or only recalled; empty where there are none.
    """

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
    declared_route: Certainty = ""
    landing_route: Certainty = ""

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


@dataclass(frozen=True, slots=True)
class Manifest:
    """The editions by list year, the pages on which a new one would appear, and the form of archived addresses."""

    editions: tuple[EditionFacts, ...]
    discovery: tuple[str, ...] = ()
    archive: str = ""

    def archived(self, url: str, day: str) -> str:
        """The address of the archived copy of `url` nearest to an ISO `day`, in its raw form; empty without archive."""
        return self.archive.format(day=date.fromisoformat(day).strftime("%Y%m%d"), url=url) if self.archive else ""


class Neighbours(NamedTuple):
    """The list years before and after one; `None` where none is known."""

    before: int | None
    after: int | None


def manifest() -> tuple[EditionFacts, ...]:
    """Every edition of `editions.toml`, by list year. Raises `BadTable` where the file is malformed."""
    return shipped().editions


@cache
def shipped() -> Manifest:
    """The whole of `editions.toml`. Raises `BadTable` where the file is malformed."""
    return read_manifest(_shipped())


def read(text: str) -> tuple[EditionFacts, ...]:
    """The editions of a manifest in TOML, by list year. Raises `BadTable` where it is malformed."""
    return read_manifest(text).editions


def read_manifest(text: str, name: str = "editions.toml") -> Manifest:
    """A manifest in TOML, in the form of `editions.toml`. Raises `BadTable`, with its `name`, where it is malformed."""
    try:
        table = tomllib.loads(text)
        rows = [_facts(row) for row in table["edition"]]
        pages = tuple(_https(page) for page in table.get("discovery", ()))
        archive = str(table.get("archive", ""))
        if archive:
            _https(archive.format(day="20110228", url="https://a"))
    except (tomllib.TOMLDecodeError, KeyError, IndexError, TypeError, ValueError) as error:
        raise BadTable(f"{name}: {error!r}") from error
    years = [row.list_year for row in rows]
    if years != sorted(set(years)):
        raise BadTable(f"{name}: list years must be unique and in order")
    return Manifest(tuple(rows), pages, archive)


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
        landing_page=_https(row["landing_page"]) if row.get("landing_page") else "",
        addresses=tuple(_address(address) for address in row["addresses"]),
        explained=str(row.get("explained", "")),
        sources=tuple(row["sources"]),
        declared_route=_certainty(row, "declared_route", "declared_source"),
        landing_route=_certainty(row, "landing_route", "landing_page"),
    )


def _certainty(row: Mapping[str, Any], key: str, told: str) -> Certainty:
    """Whether what the key `told` says was seen or recalled. Raises `ValueError` where that is not said."""
    if not row.get(told):
        return ""
    certainty: Certainty = row[key]
    if certainty not in ("seen", "recalled"):
        raise ValueError(f"{row['list_year']}: {key} is {certainty!r}, neither seen nor recalled")
    return certainty


def _https(url: str) -> str:
    if not str(url).startswith("https://"):
        raise ValueError(f"{url}: only https")
    return str(url)


def _address(row: Mapping[str, Any]) -> Address:
    if row["route"] not in get_args(Route) or row["kind"] not in get_args(AddressKind):
        raise ValueError(f"{row['url']}: unknown route or kind")
    return Address(url=_https(row["url"]), route=row["route"], kind=row["kind"])
