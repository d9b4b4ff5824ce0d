"""Which column of a table holds the names: the one asked for, or the one whose header is recognised."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from nrm.errors import BadTable


class Column(NamedTuple):
    """A column by its place from 0; whether the first row is a header; how it is called."""

    place: int
    has_header: bool
    name: str


@cache
def _recognised() -> frozenset[str]:
    text = files("nrm.screening").joinpath("columns.toml").read_text("utf-8")
    return frozenset(tomllib.loads(text)["headers"])


def find_column(first: Sequence[str], wanted: str | None, file: str) -> Column:
    """The column to read of a table whose first row is given.

    `wanted` is a header (whatever its case) or a number from 1. Without it a table of one column is read, or the
    column whose header is one of `columns.toml`. Raises `BadTable` where there is none, or more than one.
    """
    heads = [_folded(cell) for cell in first]
    known = [place for place, head in enumerate(heads) if head in _recognised()]
    if wanted is not None:
        return _asked_for(first, heads, wanted, bool(known), file)
    if len(first) == 1:
        return Column(0, bool(known), first[0] if known else "1")
    if len(known) == 1:
        return Column(known[0], True, first[known[0]])
    names = ", ".join(repr(first[place]) for place in known) if known else ", ".join(map(repr, first))
    trouble = "several columns may hold the names" if known else "no column is recognised by its header"
    raise BadTable(f"{file}: row 1: {trouble} ({names}); choose one with --column NAME or --column NUMBER")


def _asked_for(first: Sequence[str], heads: Sequence[str], wanted: str, known: bool, file: str) -> Column:
    places = [place for place, head in enumerate(heads) if head == _folded(wanted)]
    if len(places) == 1:
        return Column(places[0], True, first[places[0]])
    if len(places) > 1:
        numbers = ", ".join(str(place + 1) for place in places)
        raise BadTable(f"{file}: row 1: {len(places)} columns are called {wanted!r}; give a number: {numbers}")
    if wanted.isdecimal() and 1 <= int(wanted) <= len(first):
        # Without its header's name nothing but a recognised word tells a header from a name.
        return Column(int(wanted) - 1, known, first[int(wanted) - 1] if known else wanted)
    raise BadTable(f"{file}: row 1: no column {wanted!r}; it has {', '.join(map(repr, first))}")


def _folded(cell: str) -> str:
    return " ".join(cell.replace("_", " ").split()).casefold()
