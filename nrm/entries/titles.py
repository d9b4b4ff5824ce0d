"""Titles of chapters and sections, recognised by their wording."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

from nrm.ids import fold
from nrm.layout.style import numbering
from nrm.model import Chapter, Kind

_LEADING_WORD = re.compile(r"^(?:chapter|section|part)\s+(?:\d+|[ivxl]+)\s*[.:–—-]?\s*")


@cache
def _tables() -> tuple[list[tuple[Chapter, re.Pattern[str]]], list[tuple[Kind, re.Pattern[str]]]]:
    table = tomllib.loads(files("nrm.entries").joinpath("chapters.toml").read_text("utf-8"))
    chapters = [
        (cast(Chapter, row["name"]), re.compile("|".join(f"(?:{p})" for p in row["patterns"])))
        for row in table["chapter"]
    ]
    sections = [
        (cast(Kind, row["kind"]), re.compile("|".join(f"(?:{p})" for p in row["patterns"])))
        for row in table["section"]
    ]
    return chapters, sections


@cache
def _categories() -> re.Pattern[str]:
    table = tomllib.loads(files("nrm.entries").joinpath("chapters.toml").read_text("utf-8"))
    return re.compile("|".join(f"(?:{p})" for p in table["categories"]["patterns"]))


def category_titled(text: str) -> bool:
    """Whether this is the wording of a known category of online markets.

    >>> category_titled("BitTorrent Indexing"), category_titled("Linkmania")
    (True, False)
    """
    return _categories().fullmatch(bare_title(text)) is not None


@lru_cache(maxsize=1 << 14)
def bare_title(text: str) -> str:
    """A title as it is compared: folded, without numbering, dashes alike, no final punctuation."""
    title = " ".join(text.split())
    title = fold(title[numbering(title) :]).translate({0x2010: "-", 0x2011: "-", 0xAD: "-"})
    return _LEADING_WORD.sub("", title).strip(" .:–—-")


def chapter_titled(text: str) -> Chapter | None:
    """The chapter whose title this is; None if the wording is nobody's.

    >>> chapter_titled("Overview of the Results of the 2018 Review")
    'overview'
    """
    title = bare_title(text)
    return next((name for name, pattern in _tables()[0] if pattern.fullmatch(title)), None)


def section_titled(text: str) -> Kind | None:
    """`online` or `physical` if this is the title of such a section of the results."""
    title = bare_title(text)
    return next((kind for kind, pattern in _tables()[1] if pattern.fullmatch(title)), None)
