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


def marked(found: Redline, deleted: str = "[-{}-]", inserted: str = "{{+{}+}}", around: int = 6) -> str:
    """The redline as one line: what went and came in marks, of what stayed `around` words beside them.

    The marks of GNU wdiff unless told otherwise.

    >>> marked(redline("a large market", "a very large market"))
    'a {+very+} large market'
    """
    if all(piece.op == "same" for piece in found.pieces):
        return " ".join(piece.text for piece in found.pieces)
    forms = {"deleted": deleted, "inserted": inserted}
    last = len(found.pieces) - 1
    parts = []
    for position, piece in enumerate(found.pieces):
        if piece.op == "same":
            parts.append(_near_changes(piece.text.split(), around, first=position == 0, last=position == last))
        else:
            parts.append(forms[piece.op].format(piece.text))
    return " ".join(parts)


def _near_changes(words: list[str], around: int, *, first: bool, last: bool) -> str:
    """The words that stand near a change: the end of a first stretch, the beginning of a last one, else both."""
    before, after = (0 if first else around), (0 if last else around)
    if len(words) <= before + after + 1:
        return " ".join(words)
    return " ".join([*words[:before], "…", *(words[-after:] if after else ())])


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
