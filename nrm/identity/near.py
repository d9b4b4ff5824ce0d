"""Names that resemble each other and were not joined: for a person to decide, never joined silently."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from nrm.errors import UnknownName
from nrm.findings import finding
from nrm.identity.aliases import AliasTable, ReviewedMarket, reviewed
from nrm.identity.normalise import name_key, words_of
from nrm.model import Finding, Kind, Market

NEAR = 82.0
"""From this score (percent) on two names resemble each other."""
_CONTAINED = 90.0


@dataclass(frozen=True, slots=True)
class Named:
    """One side of a near match: a market of the corpus or of the reviewed table."""

    market_id: str
    name: str
    kind: Kind
    country: str
    city: str
    is_reviewed: bool


@dataclass(frozen=True, slots=True)
class NearName:
    """Two markets whose names resemble each other, and the score in percent of the nearest pair of names."""

    score: float
    one: Named
    other: Named
    one_name: str
    other_name: str

    def finding(self) -> Finding:
        """The finding `near-name` that says so."""
        text = (
            f'"{self.one_name}" ({self.one.market_id}) and "{self.other_name}" ({self.other.market_id}): '
            f"score {self.score:.0f}"
        )
        return finding("near-name", text=text)


def near_names(markets: Sequence[Market], table: AliasTable | None = None) -> tuple[NearName, ...]:
    """The open near matches among the markets of a corpus and those of the reviewed table, nearest first.

    Open means that at least one of the two is not in the table: what the table holds under two ids has been
    looked at. Physical markets resemble each other only within a country.
    """
    table = reviewed() if table is None else table
    found = [(_named(market, table), (market.name, *market.aliases)) for market in markets]
    known = [(_of_table(it), it.names) for it in table.markets]
    fresh = [side for side in found if not side[0].is_reviewed]
    results = []
    for i, (one, names) in enumerate(fresh):
        for other, other_names in (*fresh[i + 1 :], *known):
            if (one.kind, one.country) == (other.kind, other.country):
                near = _nearest(names, other_names, table.generic_words)
                if near[0] >= NEAR:
                    results.append(NearName(near[0], one, other, near[1], near[2]))
    return tuple(sorted(results, key=lambda it: (-it.score, it.one.market_id, it.other.market_id)))


def is_decided(pair: NearName, table: AliasTable) -> bool:
    """Whether the table says by now that the first one's name is the second one's: the next build will join them."""
    place = table.place(pair.one.country, pair.one.city)
    named = table.named(pair.one_name, pair.one.kind, place, 0)
    return [market.market_id for market in named] == [pair.other.market_id]


def pair_of(one: str, other: str, markets: Sequence[Market], table: AliasTable | None = None) -> NearName:
    """Two markets of a corpus or of the reviewed table, by their ids, with how much their names resemble each other.

    A reviewed market stands second where the other is none. Raises `UnknownName` for an id that is neither.
    """
    table = reviewed() if table is None else table
    sides = {it.market_id: (_of_table(it), it.names) for it in table.markets}
    sides |= {market.market_id: (_named(market, table), (market.name, *market.aliases)) for market in markets}
    for market_id in (one, other):
        if market_id not in sides:
            raise UnknownName(f"no market {market_id!r}, neither in the build nor in the reviewed table")
    if sides[one][0].is_reviewed and not sides[other][0].is_reviewed:
        one, other = other, one
    near = _nearest(sides[one][1], sides[other][1], table.generic_words)
    return NearName(near[0], sides[one][0], sides[other][0], near[1], near[2])


def likeness(one: str, other: str, generic_words: Iterable[str] = ()) -> float:
    """How much two names resemble each other, in percent, whatever their order.

    By the slips (a letter more, less, other, or two changed round) per letter of the longer one; 90 at least
    where one has all words of the other but generic ones.
    """
    from rapidfuzz.distance import OSA

    score = 100 * OSA.normalized_similarity(name_key(one), name_key(other))
    generic = set(generic_words)
    words, others = (set(words_of(name)) - generic for name in (one, other))
    if words and others and (words <= others or others <= words):
        score = max(score, _CONTAINED)
    return float(score)


def _nearest(
    names: Sequence[str], others: Sequence[str], generic: Iterable[str]
) -> tuple[float, str, str]:
    pairs = ((likeness(name, other, generic), name, other) for name in names for other in others)
    return max(pairs, key=lambda pair: pair[0])


def _of_table(market: ReviewedMarket) -> Named:
    return Named(market.market_id, market.name, market.kind, market.country, market.city, True)


def _named(market: Market, table: AliasTable) -> Named:
    country = (market.countries[0] if market.countries else "") if market.kind == "physical" else ""
    return Named(
        market.market_id,
        market.name,
        market.kind,
        country,
        market.city,
        market.market_id in table.by_id,
    )
