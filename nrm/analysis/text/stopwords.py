"""Words of grammar, as data."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def stopwords() -> frozenset[str]:
    """The words of `stopwords.toml`, in small letters."""
    groups = tomllib.loads(files("nrm.analysis.text").joinpath("stopwords.toml").read_text("utf-8"))
    return frozenset(word for group in groups.values() for word in group)
