"""The types of cells: what Python value a column of the schema may hold."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Mapping
from typing import Literal

ColumnType = Literal["integer", "number", "string", "boolean", "date", "list", "object", "integers"]

# A lone surrogate cannot be written as UTF-8; a NUL ends a string for SQLite's functions.
_UNWRITABLE = re.compile("[\0\ud800-\udfff]")


def is_of_type(value: object, kind: ColumnType) -> bool:
    """Whether a value that is not `None` is one that a column of this type may hold.

    A list holds non-empty texts, an object is a provenance, a date may be an ISO string, a text
    holds no NUL and no lone surrogate, a number is finite.
    """
    return _TESTS[kind](value)


def _is_text(value: object) -> bool:
    return isinstance(value, str) and not _UNWRITABLE.search(value)


def _is_integer(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_date(value: object) -> bool:
    if isinstance(value, str):
        try:
            return value == datetime.date.fromisoformat(value).isoformat()
        except ValueError:
            return False
    return isinstance(value, datetime.date)


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and math.isfinite(value)


def _is_provenance(value: object) -> bool:
    """`{"sha256": str, "regions": [{"page": int, "printed": str, "box": [four numbers]}]}`."""
    return (
        isinstance(value, Mapping)
        and value.keys() == {"sha256", "regions"}
        and isinstance(value["sha256"], str)
        and isinstance(value["regions"], list)
        and len(value["regions"]) > 0
        and all(_is_region(region) for region in value["regions"])
    )


def _is_region(value: object) -> bool:
    return (
        isinstance(value, Mapping)
        and value.keys() == {"page", "printed", "box"}
        and type(value["page"]) is int
        and value["page"] >= 1
        and _is_text(value["printed"])
        and isinstance(value["box"], list)
        and len(value["box"]) == 4
        and all(_is_number(side) for side in value["box"])
    )


def _is_list(value: object) -> bool:
    return isinstance(value, list | tuple) and all(_is_text(item) and item for item in value)


def _is_integers(value: object) -> bool:
    return isinstance(value, list | tuple) and all(map(_is_integer, value))


def _is_boolean(value: object) -> bool:
    return isinstance(value, bool)


_TESTS: Mapping[ColumnType, Callable[[object], bool]] = {
    "integer": _is_integer,
    "number": _is_number,
    "string": _is_text,
    "boolean": _is_boolean,
    "date": _is_date,
    "list": _is_list,
    "object": _is_provenance,
    "integers": _is_integers,
}
