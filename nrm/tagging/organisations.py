"""Organisations in text: agencies, associations and companies. Facts: `organisations.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

from nrm.errors import BadTable
from nrm.tagging.name_tree import NameTree
from nrm.tagging.spans import TaggedSpan

_COLUMNS: Final = frozenset({"id", "names", "exact", "not_before", "not_after"})
_WINDOW: Final = 60
_CAPITAL = re.compile(r"[^\W\d_a-z]")


@dataclass(frozen=True, slots=True)
class Organisation:
    """A row: its id, the forms that need their exact case, and what stands beside a namesake."""

    org_id: str
    names: tuple[str, ...]
    exact: frozenset[str]
    not_before: re.Pattern[str] | None
    not_after: re.Pattern[str] | None

    def is_meant(self, text: str, start: int, end: int) -> bool:
        """Whether nothing beside `text[start:end]`, one of its forms, speaks for a namesake."""
        before, after = text[max(0, start - _WINDOW) : start], text[end : end + _WINDOW]
        return not (
            (self.not_before and self.not_before.search(before)) or (self.not_after and self.not_after.match(after))
        )


@dataclass(frozen=True, slots=True)
class _Form:
    row: Organisation
    text: str
    exact: bool

    def fits(self, found: str) -> bool:
        """Whether the case of what was found is good enough for this form."""
        return found == self.text if self.exact else bool(_CAPITAL.search(found))


def find_organisations(text: str) -> list[TaggedSpan]:
    """Every mention of a known organisation, left to right, as `ORG` spans with its id as norm."""
    return list(_found(text))


@cache
def organisations() -> tuple[Organisation, ...]:
    """The table that ships with the package; `BadTable` where it is malformed."""
    source = resources.files("nrm.tagging").joinpath("organisations.toml")
    rows = tomllib.loads(source.read_text(encoding="utf-8"))["organisation"]
    known = tuple(_organisation(row) for row in rows)
    if len({row.org_id for row in known}) != len(known):
        raise BadTable("organisations.toml: an id stands twice")
    return known


def _found(text: str) -> Iterator[TaggedSpan]:
    for hit in _tree().find(text):
        printed = " ".join(text[hit.start : hit.end].split())
        for form in hit.values:
            if form.fits(printed) and form.row.is_meant(text, hit.start, hit.end):
                yield TaggedSpan(hit.start, hit.end, "ORG", form.row.org_id)
                break


@cache
def _tree() -> NameTree[_Form]:
    return NameTree(
        (form, _Form(row, form, form in row.exact))
        for row in organisations()
        for form in (*row.names, *sorted(row.exact))
    )


def _organisation(row: Mapping[str, Any]) -> Organisation:
    unknown = set(row) - _COLUMNS
    if unknown or not (row.get("names") or row.get("exact")):
        raise BadTable(f"organisations.toml: {row.get('id')!r} needs names, and no {sorted(unknown)}")
    return Organisation(
        row["id"],
        tuple(row.get("names", ())),
        frozenset(row.get("exact", ())),
        re.compile(row["not_before"]) if "not_before" in row else None,
        re.compile(row["not_after"]) if "not_after" in row else None,
    )
