"""The names of a user's list, each with the row in which it stands."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """A name, domain or address as given; `row` counts the rows of the file from 1, the header included."""

    row: int
    text: str


@dataclass(frozen=True, slots=True)
class NameList:
    """What was read: the names in order, the column they are from, and what was passed over.

    `column` is the header of the column or its number; `empty` counts rows whose cell is empty, `comments`
    lines of a text file that begin with `#`.
    """

    names: tuple[Given, ...]
    column: str = ""
    empty: int = 0
    comments: int = 0
