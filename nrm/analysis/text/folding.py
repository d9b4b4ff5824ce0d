"""Which spellings count as one term: capitals, accents, possessives, hyphens, plurals.

The rules are those of `folding.toml`; each can be switched off. Two of them look at the corpus: a
plural is folded where its singular is there, a hyphenated word into one word where that is there.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from nrm.analysis.text.tokens import APOSTROPHES, HYPHENS, SOFT_HYPHEN
from nrm.errors import UnknownName

_POSSESSIVE = re.compile(rf"(?<=[sS])[{APOSTROPHES}]$|[{APOSTROPHES}][sS]$")
_HYPHEN = re.compile(f"[{HYPHENS}]")
_TO_PLAIN = str.maketrans({"\u2019": "'", "\u2010": "-", "\u2011": "-", SOFT_HYPHEN: None})


class Folded(NamedTuple):
    """A part of a word as it counts: `term`, which stands at `surface[start:end]`."""

    term: str
    start: int
    end: int


@cache
def _definition() -> Mapping[str, Any]:
    return tomllib.loads(files("nrm.analysis.text").joinpath("folding.toml").read_text("utf-8"))


def rules() -> Mapping[str, str]:
    """The rules by name, each with what it does."""
    found: Mapping[str, str] = _definition()["rules"]
    return found


def rules_without(left_out: Iterable[str]) -> frozenset[str]:
    """All rules but some. Raises `UnknownName` for a rule that there is not."""
    unknown = set(left_out) - rules().keys()
    if unknown:
        raise UnknownName(f"no folding rule is called {', '.join(sorted(unknown))}; there are {', '.join(rules())}")
    return frozenset(rules().keys() - set(left_out))


class Folding:
    """The rules in force, and the words of the corpus that two of them look at."""

    def __init__(self, surfaces: Iterable[str], in_force: Collection[str] | None = None) -> None:
        """`surfaces` are the words of the corpus (each once is enough) and those of a question to it."""
        self.rules = frozenset(rules() if in_force is None else in_force)
        self.surfaces = frozenset(surfaces)
        self._vocabulary: set[str] = set()
        closed: set[str] = set()
        for surface in self.surfaces:
            parts = _parts(surface)
            self._vocabulary.update(map(self._letters, {surface, *parts}))
            if len(parts) > 1:
                closed.add(self._letters(_HYPHEN.sub("", surface)))
        if "plurals" in self.rules:
            # cyber-locker is written as one word where the corpus has cyberlockers.
            stems = {word.rstrip("s") for word in self._vocabulary}
            self._vocabulary.update(word for word in closed if word.rstrip("s") in stems)
        self._known: dict[str, tuple[Folded, ...]] = {}

    def __call__(self, surface: str) -> tuple[Folded, ...]:
        """What a word counts as: one term, or several where it is counted as its parts.

        >>> [one.term for one in Folding(["box"])("Set-top-boxes")]
        ['set', 'top', 'box']
        """
        found = self._known.get(surface)
        if found is None:
            found = self._known[surface] = tuple(self._fold(surface, self._term))
        return found

    def without_plurals(self, surface: str) -> tuple[Folded, ...]:
        """What the beginning of a word counts as: whether it would be a plural is not asked."""
        return tuple(self._fold(surface, self._letters))

    def _fold(self, surface: str, last_step: Callable[[str], str]) -> Iterator[Folded]:
        stem = surface
        if "possessives" in self.rules:
            stem = _POSSESSIVE.sub("", surface) or surface
        parts = list(_spans(stem))
        if "hyphens" not in self.rules or len(parts) == 1:
            yield Folded(last_step(stem), 0, len(surface))
            return
        closed = self._letters(_HYPHEN.sub("", stem))
        if closed in self._vocabulary:
            yield Folded(last_step(closed), 0, len(surface))
            return
        for start, end in parts:
            yield Folded(last_step(stem[start:end]), start, end)

    def _term(self, text: str) -> str:
        return self._singular(self._letters(text))

    def _letters(self, text: str) -> str:
        if not text.isascii():
            text = text.translate(_TO_PLAIN)
        if "case" in self.rules:
            text = text.casefold()
        if text.isascii():
            return text
        if "accents" in self.rules:
            text = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
        return unicodedata.normalize("NFC", text)

    def _singular(self, word: str) -> str:
        plurals = _definition()["plurals"]
        small = word.casefold()
        if "plurals" not in self.rules or len(word) < plurals["shortest"] or small in plurals["never"]:
            return word
        if not small.isalpha() or small.endswith(tuple(plurals["no_plural"])):
            return word
        for ending, singulars in plurals["endings"]:
            if small.endswith(ending):
                stem = word[: len(word) - len(ending)]
                return next((stem + one for one in singulars if stem + one in self._vocabulary), word)
        return word


def _spans(surface: str) -> Iterator[tuple[int, int]]:
    """The parts between hyphens; a domain is one part."""
    if "." in surface or not _HYPHEN.search(surface):
        yield 0, len(surface)
        return
    start = 0
    for match in _HYPHEN.finditer(surface):
        yield start, match.start()
        start = match.end()
    yield start, len(surface)


def _parts(surface: str) -> list[str]:
    return [surface[start:end] for start, end in _spans(surface)]
