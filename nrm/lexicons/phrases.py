"""Finding many fixed names in a text at once: the words of a text walked through a tree of names.

Takes names with a value each, gives spans. Only words that begin with a capital can begin a
name, so a long text costs little more than looking at its capitalised words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final, Generic, NamedTuple, TypeVar

from nrm.ids import fold

T = TypeVar("T")

# A soft hyphen, or a hyphen at a line end before a small letter, may stand inside a word.
_BREAK: Final = r"(?:\u00ad\s*|[-\u2010]\n\s*(?=[^\W\d_A-Z]))"
_LETTER: Final = r"[^\W\d_][\u0300-\u036f]*"
_ACRONYM: Final = r"[A-Z]\.(?:[A-Z]\.)*[A-Z]\b\.?|[A-Z]\.\s[A-Z]\.(?!\w)"
_WORD = re.compile(rf"(?:{_ACRONYM}|(?:{_LETTER}{_BREAK}?)*{_LETTER}|[&,()])")
_FIRST = re.compile(rf"(?<!\w)(?:{_ACRONYM}|(?=[^\W\d_a-z])(?:{_LETTER}{_BREAK}?)*{_LETTER})")
_PLAIN = re.compile(rf"(?:{_LETTER})+")
_GAP = re.compile(r"[\s\u00ad]*(?:[-\u2010\u2011\u2013'\u2019\u02bc]\s*)?")
_AFTER_SAINT = re.compile(r"\.?[\s\u00ad]*")
_NOISE = re.compile(r"[\u00ad\u2010\s.-]")

# Words that count as another.
_SAME: Final = {"&": "and", "st": "saint", "ste": "sainte"}


class Found(NamedTuple, Generic[T]):
    """A name found at `text[start:end]` and the value that belongs to it."""

    start: int
    end: int
    value: T


@dataclass(slots=True)
class _Node(Generic[T]):
    children: dict[str, _Node[T]] = field(default_factory=dict)
    value: T | None = None
    small: bool = False  # the word that leads here needs no capital
    capitals: bool = False  # the name that ends here is found only in capitals
    any_case: bool = False  # the name that ends here needs a capital on its first word only


def _folded(word: str) -> str:
    plain = word.lower() if word.isascii() and word.isalpha() else fold(_NOISE.sub("", word))
    return _SAME.get(plain, plain)


def words_of(text: str) -> tuple[str, ...]:
    """The words of a name, folded: `"Côte d'Ivoire"` gives `("cote", "d", "ivoire")`.

    `&` counts as "and", "St." as "saint"; brackets, commas and other marks are left out.
    """
    words = (_folded(m.group()) for m in _WORD.finditer(text))
    return tuple(w for w in words if w and w not in ",()")


class PhraseTree(Generic[T]):
    """A tree of names. The longest name that begins at a word wins, and spans never overlap."""

    def __init__(self) -> None:
        self._root: _Node[T] = _Node()

    def add(self, name: str, value: T, *, any_case: bool = False) -> None:
        """Adds a name; the first value given to a name stays.

        A single word all in capitals ("UAE") is found only in capitals. In other names each word
        must have a capital that has one here, but all may be in capitals; with `any_case` only
        the first word needs one.
        """
        node = self._root
        words = [m.group() for m in _WORD.finditer(name)]
        if not words_of(name):
            raise ValueError(f"a name without a word: {name!r}")
        for word in words:
            node = node.children.setdefault(_folded(word), _Node())
            node.small = node.small or not word[0].isupper()
        if node.value is None:
            node.value = value
            node.capitals = len(words) == 1 and len(name) > 1 and name.isupper()
            node.any_case = any_case

    def find(self, text: str) -> Iterator[Found[T]]:
        """All names in the text, from left to right."""
        roots = self._root.children
        position = 0
        for first in _FIRST.finditer(text):
            start = first.start()
            if start < position:
                continue
            node = roots.get(_folded(first.group()))
            end = first.end()
            if node is None:
                # What looked like one word broken at a line end may be two ("Canada-\nbased").
                plain = _PLAIN.match(text, start)
                if plain is None or plain.end() == end:
                    continue
                node, end = roots.get(_folded(plain.group())), plain.end()
                if node is None:
                    continue
            found = self._longest(text, start, end, node)
            if found is not None:
                position = found.end
                yield found

    def _longest(self, text: str, start: int, end: int, node: _Node[T]) -> Found[T] | None:
        best: Found[T] | None = None
        proper = True
        saint = text[start:end] in ("St", "ST", "Ste", "STE")
        while True:
            if node.value is not None and _complete(text, start, end, node, proper):
                best = Found(start, end, node.value)
            if not node.children:
                return best
            gap = (_AFTER_SAINT if saint else _GAP).match(text, end)
            word = _WORD.match(text, gap.end() if gap else end)
            if word is None:
                return best
            key = _folded(word.group())
            child = node.children.get(key)
            next_end = word.end()
            if child is None:
                plain = _PLAIN.match(text, word.start())
                if plain is None or plain.end() == next_end:
                    return best
                key, next_end = _folded(plain.group()), plain.end()
                child = node.children.get(key)
                if child is None:
                    return best
            proper = proper and (child.small or word.group()[0].isupper())
            node, end, saint = child, next_end, False


def _complete(text: str, start: int, end: int, node: _Node[T], proper: bool) -> bool:
    """Whether a name may end here: at the end of a word, and in the right case."""
    if end < len(text) and (text[end].isalnum() or text[end] == "_"):
        return False
    if node.capitals:
        return text[start:end].isupper()
    return proper or node.any_case
