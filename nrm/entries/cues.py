"""The table of cues (`cues.toml`) as compiled patterns."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Cues:
    """Patterns: domains that are the entry's own or others', home verbs, whose home it is."""

    own: re.Pattern[str]
    others: re.Pattern[str]
    home: re.Pattern[str]
    strangers: re.Pattern[str]
    market_words: re.Pattern[str]


@cache
def cues() -> Cues:
    """The compiled table."""
    table = tomllib.loads(files("nrm.entries").joinpath("cues.toml").read_text("utf-8"))
    domains, home = table["domains"], table["home"]
    return Cues(
        own=_words(domains["own"]),
        others=_words(domains["others"]),
        home=_words(home["verbs"]),
        strangers=_words(home["strangers"]),
        market_words=_words(home["market_words"]),
    )


def _words(patterns: list[str]) -> re.Pattern[str]:
    longest_first = sorted(patterns, key=len, reverse=True)
    joined = "|".join(f"(?:{p})" for p in longest_first)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)
