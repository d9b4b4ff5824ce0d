"""What fetching came to, as values: one per edition, and the whole."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from nrm.fetching.routes import Attempt
from nrm.fetching.words import Status

Progress = Callable[[int, str, int, int | None], None]
"""Called with a list year, the address asked, the bytes that are there, and those of all where that is known."""


def silent(list_year: int, address: str, size: int, whole: int | None) -> None:
    """Tell nobody."""


@dataclass(frozen=True, slots=True)
class EditionFetch:
    """What became of one edition: its file (`None` where there is none), what was tried, what to do by hand.

    `note` says what is odd about it; empty where nothing is.
    """

    list_year: int
    title: str
    status: Status
    file: Path | None = None
    sha256: str = ""
    address: str = ""
    attempts: tuple[Attempt, ...] = ()
    by_hand: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What became of the editions asked for; `notes` are about files of the folder that are twice or no edition."""

    editions: tuple[EditionFetch, ...]
    notes: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 if every edition is there as it was, 1 if one could not be had or has changed at the source."""
        return 1 if any(one.status in ("not had", "changed") for one in self.editions) else 0
