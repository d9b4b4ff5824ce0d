"""The table of words and patterns (`list_words.toml`), compiled once."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from typing import Any, Final

_YEAR: Final = r"(?:19|20)\d\d"
YEARS: Final = rf"(?:{_YEAR}(?:(?:,? and (?:the |its |in )?|,? or | to | through |, ?|[-–/]){_YEAR})*)(?:[’'`]s)?"


@cache
def table() -> dict[str, Any]:
    """The table as it stands in the file."""
    source = resources.files("nrm.tagging.corroboration").joinpath("list_words.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def words(section: str, key: str) -> str:
    """A list of words as one alternative of a pattern, longest first."""
    return any_of(table()[section][key])


@cache
def pattern(section: str, key: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern of the table; `{years}` stands for one or several years."""
    return re.compile(str(table()[section][key]).replace("{years}", YEARS), flags)


@cache
def patterns(section: str, key: str) -> tuple[re.Pattern[str], ...]:
    """A list of patterns of the table."""
    return tuple(re.compile(text.replace("{years}", YEARS)) for text in table()[section][key])


def any_of(alternatives: Iterable[str]) -> str:
    """The alternatives as a group, longest first so that none hides a longer one."""
    return "(?:" + "|".join(sorted(alternatives, key=len, reverse=True)) + ")"
