"""The tables of corrections, read and checked: the project's own, and a user's."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path
from typing import Any, Literal, cast, get_args

from nrm.errors import BadTable
from nrm.lexicons.countries import is_country_code
from nrm.model import Entry, Kind

Action = Literal["rename", "set", "drop", "merge", "split"]
_HASH_LENGTH = 12
_ALWAYS = ("list_year", "heading", "source", "action", "reason")
_FACTS = ("kind", "country", "city", "based_in", "domains")
_WANTED: dict[Action, tuple[str, ...]] = {
    "rename": ("name",),
    "set": (),
    "drop": (),
    "merge": ("into",),
    "split": ("new_heading", "starts"),
}


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of a table of corrections; what an action does not use is empty, or None for facts."""

    list_year: int
    heading: str
    source: str
    action: Action
    reason: str
    name: str = ""
    into: str = ""
    new_heading: str = ""
    starts: str = ""
    kind: Kind | None = None
    country: str | None = None
    city: str | None = None
    based_in: str | None = None
    domains: tuple[str, ...] | None = None

    @property
    def facts(self) -> dict[str, Any]:
        """The facts that a `set` gives, by the names of an entry's fields."""
        return {name: getattr(self, name) for name in _FACTS if getattr(self, name) is not None}

    @property
    def told(self) -> str:
        """What the action makes of the entry, in short."""
        facts = "; ".join(
            f"{name} {' '.join(value) if isinstance(value, tuple) else value or 'unknown'}"
            for name, value in self.facts.items()
        )
        return self.name or self.into or self.new_heading or facts


def source_hash(entry: Entry) -> str:
    """Twelve hexadecimal digits of an entry's heading and text; white space does not matter."""
    text = " ".join(f"{entry.heading} {entry.text}".split())
    return hashlib.sha256(text.encode()).hexdigest()[:_HASH_LENGTH]


def read_corrections(path: str | Path) -> tuple[Correction, ...]:
    """The corrections of a TOML file, in its order.

    Raises `BadTable`, with the file and the number of the row, for one that is not as
    `corrections.toml` describes.
    """
    file = Path(path)
    try:
        table = tomllib.loads(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadTable(f"{file}: cannot be read as a table of corrections ({error})") from error
    rows = table.pop("correction", [])
    if table or not isinstance(rows, list):
        raise BadTable(f"{file}: it may hold [[correction]] rows only")
    return tuple(_correction(row, f"{file}: correction {n}") for n, row in enumerate(rows, 1))


@cache
def own_corrections() -> tuple[Correction, ...]:
    """The project's own corrections."""
    with as_file(files("nrm.entries").joinpath("corrections.toml")) as file:
        return read_corrections(file)


def _correction(row: Mapping[str, Any], where: str) -> Correction:
    action = cast(Action, row.get("action"))
    if action not in get_args(Action):
        raise BadTable(f"{where}: action is {action!r}, not one of {', '.join(get_args(Action))}")
    optional = _FACTS if action == "set" else ()
    needed = (*_ALWAYS, *_WANTED[action])
    for name in needed:
        if not row.get(name):
            raise BadTable(f"{where}: {action} needs {name}")
    for name, value in row.items():
        if name not in (*needed, *optional):
            raise BadTable(f"{where}: {action} has no use for {name}")
        fault = _fault(name, value)
        if fault:
            raise BadTable(f"{where}: {name} is {value!r}, {fault}")
    if action == "set" and not set(row) & set(_FACTS):
        raise BadTable(f"{where}: set needs one of {', '.join(_FACTS)}")
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value for name, value in row.items()
    }
    return Correction(**values)


def _fault(name: str, value: object) -> str:
    """What is wrong with a value, in words that follow it; empty if nothing is."""
    match name:
        case "list_year":
            return "" if isinstance(value, int) and value > 0 else "not a year"
        case "domains":
            good = isinstance(value, list) and all(isinstance(one, str) and one for one in value)
            return "" if good else "not a list of domains"
    if not isinstance(value, str):
        return "not a text"
    match name:
        case "kind":
            return "" if value in get_args(Kind) else "not online or physical"
        case "country" | "based_in":
            return "" if not value or is_country_code(value) else "no ISO 3166-1 code"
        case "source":
            digits = re.fullmatch(rf"[0-9a-f]{{{_HASH_LENGTH}}}", value)
            return "" if digits else f"not {_HASH_LENGTH} hexadecimal digits"
    return ""
