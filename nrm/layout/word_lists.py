"""The lists of `words.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("nrm.layout").joinpath("words.toml").read_text("utf-8"))


def word_list(about: str, name: str) -> frozenset[str]:
    """The words of one list, in lower case: `about` is the part of the file.

    >>> sorted(word_list("titles", "open"))
    ['and', 'for', 'of', 'or', 'the']
    """
    return frozenset(_table()[about][name].split())
