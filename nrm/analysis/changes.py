"""What changed about a market between two of its listings: name, place, domains, wording.

Where one edition is silent (no city, no domains, no text) nothing moved: it is newly stated or no
longer stated, which is kept apart because silence is not a fact about the market.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from nrm.analysis import cells
from nrm.analysis.redline import Redline, redline
from nrm.ids import slug

What = Literal["renamed", "moved", "domains", "reworded", "newly stated", "no longer stated"]
WHATS: tuple[What, ...] = (
    "renamed",
    "moved",
    "domains",
    "reworded",
    "newly stated",
    "no longer stated",
)
_PLACES = ("country", "city", "kind", "category", "based_in")
LISTING_COLUMNS = ("name", *_PLACES, "domains")


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `aspect` is the column of the listing, or `text`.

    `old` and `new` are the values as text (domains joined with `"; "`, empty where an edition is
    silent); of a rewording, `redline` has the comparison.
    """

    what: What
    aspect: str
    old: str
    new: str
    redline: Redline | None = None

    def as_json(self) -> dict[str, Any]:
        """The change as JSON values; a rewording with its similarity and pieces."""
        change = {"field": self.aspect, "what": self.what, "old": self.old, "new": self.new}
        if self.redline is None:
            return change
        return change | {
            "similarity": round(self.redline.similarity, 4),
            "redline": [{"op": p.op, "text": p.text} for p in self.redline.pieces],
        }

    def __str__(self) -> str:
        if self.redline is not None:
            return f"{self.what} ({self.redline.similarity:.0%} alike)"
        if self.what == "domains":
            old, new = set(cells.texts(self.old)), set(cells.texts(self.new))
            signed = [f"+{name}" for name in sorted(new - old)]
            return "domains: " + ", ".join(signed + [f"−{name}" for name in sorted(old - new)])
        if self.what in ("newly stated", "no longer stated"):
            value = "" if self.aspect == "text" else f": {self.old or self.new}"
            return f"{self.aspect} {self.what}{value}"
        return f"{self.what}: {self.old} → {self.new}"


def changes(old: Mapping[str, Any], new: Mapping[str, Any], old_text: str, new_text: str) -> tuple[Change, ...]:
    """The differences between two listings of one market and between the texts of their entries.

    `old` and `new` have the columns of `LISTING_COLUMNS`. Names that differ in case, accents or
    punctuation only are the same name; domains are compared as sets, without case.
    """
    return tuple(_changes(old, new, old_text, new_text))


def _changes(old: Mapping[str, Any], new: Mapping[str, Any], old_text: str, new_text: str) -> Iterator[Change]:
    names = cells.text(old["name"]), cells.text(new["name"])
    if _bare(names[0]) != _bare(names[1]):
        yield Change("renamed", "name", *names)
    for aspect in _PLACES:
        values = cells.text(old[aspect]), cells.text(new[aspect])
        if values[0] != values[1]:
            yield Change(_unless_silent("moved", *values), aspect, *values)
    domains = _domains(old["domains"]), _domains(new["domains"])
    if domains[0] != domains[1]:
        yield Change(_unless_silent("domains", *domains), "domains", *domains)
    if not old_text or not new_text:
        if old_text or new_text:
            yield Change(_unless_silent("reworded", old_text, new_text), "text", old_text, new_text)
        return
    compared = redline(old_text, new_text)
    if any(piece.op != "same" for piece in compared.pieces):
        yield Change("reworded", "text", old_text, new_text, compared)


def _unless_silent(what: What, old: str, new: str) -> What:
    if not old:
        return "newly stated"
    return what if new else "no longer stated"


def _bare(name: str) -> str:
    return slug(name).replace("-", "")


def _domains(cell: object) -> str:
    return cells.SEPARATOR.join(sorted({domain.casefold() for domain in cells.texts(cell)}))
