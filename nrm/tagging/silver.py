"""Texts with the mentions that the rulers found in them: what a model learns from and is tried on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from nrm.model import Mention, Passage

EPOCHS: Final = 6
"""Times that a training goes through all texts unless told otherwise."""


class SilverMention(NamedTuple):
    """`text[start:end]` with its label and what it means."""

    start: int
    end: int
    label: str
    norm: str


@dataclass(frozen=True, slots=True)
class SilverText:
    """A passage's text and its mentions; a market named by its domain counts as the domain only."""

    passage_id: str
    list_year: int
    text: str
    mentions: tuple[SilverMention, ...]


def silver(passages: Iterable[Passage], mentions: Iterable[Mention]) -> tuple[SilverText, ...]:
    """The passages that have text, by id, with their mentions."""
    return _silver(
        ((p.passage_id, p.list_year, p.text) for p in passages),
        ((m.passage_id, m.start, m.end, m.label, m.norm, m.subtype) for m in mentions),
    )


def silver_of_rows(
    passages: Iterable[Mapping[str, Any]], mentions: Iterable[Mapping[str, Any]]
) -> tuple[SilverText, ...]:
    """The same from the rows of a build's `passages` and `mentions` tables."""
    return _silver(
        ((str(p["passage_id"]), int(p["list_year"]), str(p["text"])) for p in passages),
        (
            (str(m["passage_id"]), int(m["start"]), int(m["end"]), str(m["label"]), m["norm"] or "", m["subtype"] or "")
            for m in mentions
        ),
    )


def _silver(
    passages: Iterable[tuple[str, int, str]], mentions: Iterable[tuple[str, int, int, str, str, str]]
) -> tuple[SilverText, ...]:
    of_passage: dict[str, list[SilverMention]] = defaultdict(list)
    for passage_id, start, end, label, norm, subtype in mentions:
        if not (label == "MARKET" and subtype == "domain"):
            of_passage[passage_id].append(SilverMention(start, end, label, norm))
    return tuple(
        SilverText(passage_id, year, text, tuple(sorted(of_passage[passage_id])))
        for passage_id, year, text in sorted(passages)
        if text.strip()
    )
