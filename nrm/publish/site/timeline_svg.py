"""The timeline as inline SVG: shapes and classes only, so that the page's style sheet colours it, and print and dark
mode follow. Every drawing has a table of the same states beside it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from nrm.analysis.presence import State

_LABEL, _CELL, _ROW, _HEAD = 190, 36, 18, 24
_LONGEST_LABEL = 30
_NAME = '<a href="{}"><title>{}</title><text class="name" x="{}" y="{}" text-anchor="end">{}</text></a>'
_YEAR = '<text class="year" x="{:.0f}" y="14" text-anchor="middle">{}</text>'
_NAMES: dict[State, str] = {"listed": "listed", "absent": "not listed", "unknown": "not established"}


class Line(NamedTuple):
    """A market in the timeline: name, address of its page, `online` or `physical`, a state for each year."""

    name: str
    href: str
    kind: str
    states: tuple[State, ...]


def state_name(state: State) -> str:
    """How a state is called: listed, not listed, not established."""
    return _NAMES[state]


def timeline_svg(years: Sequence[int], lines: Sequence[Line], label: str) -> Markup:
    """One row a market, one column an edition; `label` is what screen readers say.

    A filled bar is a spell, an open dashed cell is not established, a point is an established absence after the
    first listing.
    """
    width, height = _LABEL + _CELL * len(years) + 12, _HEAD + _ROW * len(lines) + 4
    parts = [
        Markup('<svg class="timeline" viewBox="0 0 {} {}" width="{}" height="{}" role="group" aria-label="{}">').format(
            width, height, width, height, label
        )
    ]
    for place, year in enumerate(years):
        x = _LABEL + _CELL * place + _CELL / 2
        parts.append(Markup(_YEAR).format(x, _short(year)))
        parts.append(Markup('<path class="grid" d="M{:.0f} {}V{}"/>').format(x, _HEAD - 4, height))
    for number, line in enumerate(lines):
        parts.append(_row(line, _HEAD + _ROW * number))
    parts.append(Markup("</svg>"))
    return Markup("").join(parts)


def strip_svg(years: Sequence[int], line: Line, label: str) -> Markup:
    """The states of one market in one row, with the years above it."""
    width = _CELL * len(years) + 4
    head = '<svg class="timeline strip" viewBox="0 0 {0} 44" width="{0}" height="44" role="img" aria-label="{1}">'
    parts = [Markup(head).format(width, label)]
    for place, year in enumerate(years):
        x = 2 + _CELL * place + _CELL / 2
        parts.append(Markup(_YEAR).format(x, _short(year)))
    parts += [*_marks(line, 2, 21), Markup("</svg>")]
    return Markup("").join(parts)


def _row(line: Line, y: int) -> Markup:
    name = line.name if len(line.name) <= _LONGEST_LABEL else line.name[: _LONGEST_LABEL - 1] + "…"
    label = Markup(_NAME).format(line.href, line.name, _LABEL - 8, y + 12, name)
    return Markup("<g>{}{}</g>").format(label, Markup("").join(_marks(line, _LABEL, y)))


def _marks(line: Line, x: int, y: int) -> list[Markup]:
    first = line.states.index("listed") if "listed" in line.states else len(line.states)
    marks: list[Markup] = []
    for state, run in groupby(enumerate(line.states), key=lambda pair: pair[1]):
        places = [place for place, _ in run]
        if state == "listed":
            left, size = x + _CELL * places[0] + 3, _CELL * len(places) - 6
            box = '<rect class="spell {}" x="{}" y="{}" width="{}" height="11" rx="2"/>'
            marks.append(Markup(box).format(line.kind, left, y + 3, size))
            continue
        for place in places:
            if place < first:
                continue
            centre = x + _CELL * place + _CELL // 2
            if state == "unknown":
                box = '<rect class="open" x="{}" y="{}" width="{}" height="11" rx="2"/>'
                marks.append(Markup(box).format(centre - _CELL // 2 + 3, y + 3, _CELL - 6))
            else:
                marks.append(Markup('<circle class="absent" cx="{}" cy="{}" r="1.6"/>').format(centre, y + 8.5))
    return marks


def _short(year: int) -> str:
    return f"’{year % 100:02d}"
