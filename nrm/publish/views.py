"""The views of the database (`views.sql`): their names, the questions that they answer, their SQL."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_VIEW = re.compile(r"^-- (?P<question>[^\n]+)\n(?P<sql>CREATE VIEW (?P<name>\w+) AS\n[^;]+);", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class View:
    """A view: `sql` creates it, `question` is what a user asks it."""

    name: str
    question: str
    sql: str


@cache
def views() -> tuple[View, ...]:
    """All views, in the order of the file."""
    script = files("nrm.publish").joinpath("views.sql").read_text("utf-8")
    return tuple(View(found["name"], found["question"], found["sql"]) for found in _VIEW.finditer(script))
