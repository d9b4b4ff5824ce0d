"""Two wordings, word by word: what stayed, what went, what came, and how alike they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

_WORDS = re.compile(r"\S+")
_CURLY = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "‑": "-", "‐": "-", "\u00ad": ""})


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of words that both wordings have (`same`), only the old or only the new one."""

    op: Literal["same", "deleted", "inserted"]
    text: str


@dataclass(frozen=True, slots=True)
class Redline:
    """`pieces` in reading order; `similarity` from 0 (no word in common) to 1 (the same words).

    The similarity is 2M/T, with M the words matched and T the words of both wordings together:
    Ratcliff and Metzener, "Pattern Matching: The Gestalt Approach", Dr. Dobb's Journal 46 (1988).
    """

    similarity: float
    pieces: tuple[Piece, ...]


def redline(old: str, new: str) -> Redline:
    """Compare word by word; line breaks and the shape of quotes and hyphens make no difference.

    >>> [(p.op, p.text) for p in redline("a large market", "a very large market").pieces]
    [('same', 'a'), ('inserted', 'very'), ('same', 'large market')]
    """
    old_words, new_words = _WORDS.findall(old), _WORDS.findall(new)
    matcher = SequenceMatcher(
        None,
        [word.translate(_CURLY) for word in old_words],
        [word.translate(_CURLY) for word in new_words],
        autojunk=False,
    )
    return Redline(matcher.ratio(), tuple(_pieces(matcher, old_words, new_words)))


def _pieces(matcher: SequenceMatcher[str], old: list[str], new: list[str]) -> Iterator[Piece]:
    for op, old_start, old_end, new_start, new_end in matcher.get_opcodes():
        if op == "equal":
            yield Piece("same", " ".join(new[new_start:new_end]))
            continue
        if old_end > old_start:
            yield Piece("deleted", " ".join(old[old_start:old_end]))
        if new_end > new_start:
            yield Piece("inserted", " ".join(new[new_start:new_end]))
