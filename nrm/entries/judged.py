"""A candidate with its role: section, category, country or market."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from nrm.layout import Candidate
from nrm.model import Kind

Role = Literal["section", "category", "country", "market", "none"]
Look = tuple[str, frozenset[str], float, bool]


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate of the results chapter with its role, its section's kind and the evidence."""

    candidate: Candidate
    role: Role
    kind: Kind
    points: float
    in_contents: bool = False


def look_of(candidate: Candidate) -> Look:
    """What the titles of one class share: mode, traits, size in points, centring."""
    return candidate.mode, candidate.look, round(candidate.size), candidate.centred
