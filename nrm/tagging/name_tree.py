"""Finding many names in a text, however their words are joined, cased or accented.

A name's key is its letters and digits, folded and run together, so that "The Paper Boat",
"ThePaperBoat" and "the paper-\\nboat" are found alike; whether the spelling found is good enough is
for the caller to judge.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final, Generic, NamedTuple, TypeVar

from nrm.ids import fold

T = TypeVar("T")

_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f\u00ad]*)+")
# What may stand between two words of a name. A full stop only inside ("Kolibř.to") or after an
# initial ("B.V."), a bracket where it opens or closes within the name.
_LINE = r"[ \t\u00a0\u00ad]*(?:\n[ \t]*)?"
_MARK = r"[,'’‘`´&/+!\-‐‑–—]"
_GAP = re.compile(rf"{_LINE}(?:{_MARK}|\.(?=[^\W_]))?\)?{_LINE}\(?")
_GAP_AFTER_INITIAL = re.compile(rf"{_LINE}(?:{_MARK}|\.)?\)?{_LINE}\(?")
_NOT_KEY = re.compile(r"[\W_]+")
_LONGEST_GAP: Final = 6
_JOINABLE: Final = 5


class Hit(NamedTuple, Generic[T]):
    """A name at `text[start:end]`; `values` are what was added under that key, in order."""

    start: int
    end: int
    key: str
    values: tuple[T, ...]


@lru_cache(maxsize=1 << 16)
def key_of(text: str) -> str:
    """Letters and digits, folded and run together: `key_of("Rua 3 de Março")` is "rua3demarco"."""
    return _NOT_KEY.sub("", fold(text).replace("\u00ad", ""))


class NameTree(Generic[T]):
    """Names with values. The longest name that starts at a word wins; hits never overlap."""

    def __init__(self, names: Iterable[tuple[str, T]]) -> None:
        """Takes (name, value) pairs; several values may share a name. Names without key are refused."""
        values: dict[str, list[T]] = {}
        pieces: dict[str, int] = {}
        for name, value in names:
            key = key_of(name)
            if not key:
                raise ValueError(f"a name without a letter or digit: {name!r}")
            known = values.setdefault(key, [])
            if value not in known:
                known.append(value)
            words = sum(1 for _ in _WORD.finditer(name))
            pieces[key] = max(words, pieces.get(key, 0))
        self._values = {key: tuple(found) for key, found in values.items()}
        self._pieces = pieces
        self._begins = {key[:n] for key in values for n in range(1, len(key) + 1)}

    def find(self, text: str) -> Iterator[Hit[T]]:
        """The names in a text, from left to right."""
        begins = self._begins
        words = [match.span() for match in _WORD.finditer(text)]
        position = 0
        for place, (start, end) in enumerate(words):
            if start < position:
                continue
            key = key_of(text[start:end])
            if key in begins:
                hit = self._longest(text, words, place, key)
                if hit is not None:
                    position = hit.end
                    yield hit

    def _longest(self, text: str, words: Sequence[tuple[int, int]], place: int, key: str) -> Hit[T] | None:
        best: Hit[T] | None = None
        start, end = words[place]
        first, initial = place, end - start == 1
        while True:
            found = self._values.get(key)
            # A short name is not put together from more words than it is written with.
            if found and (place - first < self._pieces[key] or len(key) > _JOINABLE):
                best = Hit(start, _with_bracket(text, start, end), key, found)
            place += 1
            if place == len(words):
                return best
            following, behind = words[place]
            key += key_of(text[following:behind])
            if key not in self._begins:
                return best
            gap = (_GAP_AFTER_INITIAL if initial else _GAP).match(text, end)
            if gap is None or gap.end() != following or not 0 < following - end <= _LONGEST_GAP:
                return best
            end, initial = behind, behind - following == 1


def _with_bracket(text: str, start: int, end: int) -> int:
    """The end of a name, behind the bracket that closes one opened within it."""
    open_brackets = text.count("(", start, end) - text.count(")", start, end)
    return end + 1 if open_brackets > 0 and text[end : end + 1] == ")" else end
