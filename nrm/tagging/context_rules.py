"""Whether a name that is also an everyday word means the market. The rules: `context_rules.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final, Literal, cast

from nrm.errors import BadTable
from nrm.model import Kind
from nrm.tagging.surroundings import Surroundings

Verdict = Literal["market", "other"]

_COLUMNS: Final = frozenset(
    {"name", "applies", "before", "after", "not_after", "position", "line", "neighbour", "row", "own", "capitals"}
    | {"kind", "says", "meant", "not_meant"}
)
_APPLIES: Final = frozenset({"any", "word", "phrase", "short"})


@dataclass(frozen=True, slots=True)
class ContextRule:
    """A row: conditions that are not set always hold."""

    name: str
    applies: frozenset[str]
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    not_after: re.Pattern[str] | None
    position: str
    line: str
    neighbour: bool
    row: bool
    own: bool
    capitals: bool
    kind: str
    says: Verdict
    meant: tuple[str, ...]
    not_meant: tuple[str, ...]

    def holds(self, around: Surroundings, form_type: str, kind: Kind) -> bool:
        """Whether the rule decides a name of this type in these surroundings."""
        if not (self.applies & {"any", form_type}) or self.kind not in ("", kind):
            return False
        if self.before is not None and not self.before.search(around.before):
            return False
        if self.after is not None and not self.after.match(around.after):
            return False
        if self.not_after is not None and self.not_after.match(around.after):
            return False
        if self.position and (self.position == "start") != around.starts_sentence:
            return False
        if (self.row and not around.in_row) or (self.own and not around.is_own):
            return False
        if self.neighbour and not around.has_capital_neighbour:
            return False
        if self.capitals and not around.is_in_capitals:
            return False
        if self.line == "whole":
            return around.is_whole_line
        if self.line == "part":
            return around.is_whole_part
        return self.line != "title" or around.is_title_line


@cache
def context_rules() -> tuple[ContextRule, ...]:
    """The rules that ship with the package, in order; `BadTable` where a row is malformed."""
    source = resources.files("nrm.tagging").joinpath("context_rules.toml")
    content = tomllib.loads(source.read_text(encoding="utf-8"))
    lists = {name: "|".join(words) for name, words in content["lists"].items()}
    return tuple(_rule(row, lists) for row in content["rule"])


def decide(around: Surroundings, form_type: str, kind: Kind) -> Verdict | None:
    """What the first rule that holds says of a name; None where no rule decides."""
    for rule in context_rules():
        if rule.holds(around, form_type, kind):
            return rule.says
    return None


def _rule(row: Mapping[str, Any], lists: Mapping[str, str]) -> ContextRule:
    applies = frozenset(row.get("applies", ()))
    known = row.get("says") in ("market", "other") and applies and applies <= _APPLIES
    if set(row) - _COLUMNS or not known:
        raise BadTable(f"context_rules.toml: the rule {row.get('name')!r} is malformed")
    return ContextRule(
        name=row["name"],
        applies=applies,
        before=_pattern(row, "before", lists),
        after=_pattern(row, "after", lists),
        not_after=_pattern(row, "not_after", lists),
        position=row.get("position", ""),
        line=row.get("line", ""),
        neighbour=row.get("neighbour", False),
        row=row.get("row", False),
        own=row.get("own", False),
        capitals=row.get("capitals", False),
        kind=row.get("kind", ""),
        says=cast(Verdict, row["says"]),
        meant=tuple(row.get("meant", ())),
        not_meant=tuple(row.get("not_meant", ())),
    )


def _pattern(row: Mapping[str, Any], key: str, lists: Mapping[str, str]) -> re.Pattern[str] | None:
    if key not in row:
        return None
    text = str(row[key])
    for name, words in lists.items():
        text = text.replace("{" + name + "}", words)
    try:
        return re.compile(text)
    except re.error as error:
        raise BadTable(f"context_rules.toml: {row['name']!r}, {key}: {error}") from error
