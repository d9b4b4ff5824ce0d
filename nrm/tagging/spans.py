"""A labelled stretch of text, and which of several that overlap is kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from nrm.model import Label

# At equal length the more particular reading wins: a listed market that is also a city is a market.
_RANK: Final[dict[Label, int]] = {"DOMAIN": 0, "MARKET": 1, "ORG": 2, "COUNTRY": 3, "CITY": 4}


@dataclass(frozen=True, slots=True)
class TaggedSpan:
    """`text[start:end]` is a mention. `norm` is what it means, `subtype` a finer distinction.

    `norm` is the market_id, ISO code, registered domain, city or organisation; empty if unsettled.
    """

    start: int
    end: int
    label: Label
    norm: str
    subtype: str = ""


def without_overlaps(spans: Iterable[TaggedSpan]) -> list[TaggedSpan]:
    """Of spans that overlap the longest stays ("Bank of China" rather than "China"), in text order.

    A domain stays whatever overlaps it; at equal length the order is domain, market,
    organisation, country, city.
    """
    preferred = sorted(
        spans,
        key=lambda s: (s.label != "DOMAIN", s.start - s.end, _RANK[s.label], s.start, s.norm),
    )
    kept: list[TaggedSpan] = []
    taken: set[int] = set()
    for span in preferred:
        places = range(span.start, span.end)
        if taken.isdisjoint(places):
            taken.update(places)
            kept.append(span)
    return sorted(kept, key=lambda s: s.start)
