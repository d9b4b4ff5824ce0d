"""A heading candidate: a block, or the lead of one, that could be a heading."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Mode = Literal["own line", "run-in"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible heading: block index, its text without number, what follows in the block.

    `look` is what candidates of one class share: traits, capitals, size, centring, numbering.
    """

    block: int
    mode: Mode
    text: str
    rest: str
    rest_at: int
    look: frozenset[str]
    size: float
    centred: bool
    separator: str = ""

    @property
    def plain(self) -> bool:
        """Whether nothing but white space sets it apart from body text."""
        return not self.look
