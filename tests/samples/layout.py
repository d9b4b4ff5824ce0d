"""How an edition is set: the layout parameters of a list year, read from ``eras.toml``.

What is known of the real layouts is written down there, year by year; this module knows only the parameters.
"""

from __future__ import annotations

import dataclasses
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

ERAS = Path(__file__).parent / "eras.toml"


@dataclass(frozen=True, slots=True)
class Layout:
    """Parameters of one edition's layout.  Lengths are points; the choices are spelled out in ``eras.toml``."""

    # the page
    font: str
    size: float
    leading: float
    margin_side: float
    margin_top: float
    margin_bottom: float
    justified: bool
    hyphenated: bool
    first_indent: float
    paragraph_gap: float
    # front matter
    cover: str
    letterhead: bool
    cover_folio: str
    contents: str
    leaders: tuple[str, ...]
    contents_typos: dict[str, str] = field(hash=False)
    # folios
    folio_place: str
    folio_form: str
    folio_starts: str
    front_folio: str
    running_head: str
    # chapters
    chapters: tuple[str, ...]
    chapter_titles: dict[str, str] = field(hash=False)
    chapter_size: float
    chapter_align: str
    chapter_split: bool
    chapter_new_page: bool
    section_style: str
    # entries
    groups: bool
    online_heading: str
    online_name: str
    online_mark: str
    entry_style: str
    nominated: str
    formerly: bool
    physical: str
    physical_mark: str
    country_style: str
    country_preamble: bool
    linked_headings: bool
    # notes and outline
    marks: str
    note_form: str
    note_size: float
    bookmarks: str


@cache
def layout_of(list_year: int) -> Layout:
    """The layout of a list year: the table of that year over the one it is ``like``, down to ``base``.

    Raises ``KeyError`` for a year that ``eras.toml`` does not describe and ``TypeError`` for a parameter that
    is missing or unknown.
    """
    with ERAS.open("rb") as stream:
        tables: dict[str, dict[str, Any]] = tomllib.load(stream)
    values = _inherited(tables, str(list_year))
    for name in (f.name for f in dataclasses.fields(Layout)):
        if isinstance(values.get(name), list):
            values[name] = tuple(values[name])
    return Layout(**values)


def _inherited(tables: dict[str, dict[str, Any]], name: str) -> dict[str, Any]:
    own = dict(tables[name])
    parent = own.pop("like", None if name == "base" else "base")
    return (_inherited(tables, parent) if parent else {}) | own
