"""How much of what an edition says of a market was carried over, word for word, from the edition before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from nrm.analysis import cells
from nrm.analysis.presence import presence
from nrm.analysis.text.entry_words import entry_words
from nrm.analysis.text.tiles import tiles

SHORTEST = 5
"""The fewest words side by side that count as carried over."""

Status = Literal["compared", "not listed before", "not established"]
"""Whether there is an entry of the edition before to compare with, none, or it cannot be told."""


@dataclass(frozen=True, slots=True)
class Reuse:
    """A market in an edition, against the edition before (`old_year`).

    `words` are those of the entry without its headings, `carried` those of them in runs of at least
    `SHORTEST` words that the old entry has, too; `share` is their ratio, and unknown unless compared
    or where the entry has no word. `old_words` and `dropped` say the same of the old entry: how many
    words it had, and how many of them were not carried over.
    """

    list_year: int
    market_id: str
    name: str
    kind: str
    old_year: int | None
    status: Status
    words: int
    carried: int | None
    share: float | None
    old_words: int | None
    dropped: int | None
    entry_id: str
    old_entry_id: str | None


def reuse(corpus: cells.Corpus, *, shortest: int = SHORTEST) -> list[Reuse]:
    """A row for each listing, by market, oldest first.

    Spelling counts, but for capitals and the shape of apostrophes and hyphens. In the first edition of
    the corpus nothing can be told of what was there before, nor where the edition before (in the
    manifest) is missing or does not prove that the market is absent.
    """
    listings, editions = cells.table(corpus, "listings"), cells.table(corpus, "editions")
    matrix = presence(listings, editions)
    texts = entry_words(corpus)
    columns = ("list_year", "market_id", "entry_id", "name", "kind")
    rows = {(int(row["list_year"]), str(row["market_id"])): row for row in cells.records(listings, columns, "listings")}
    found = []
    for year, market in sorted(rows, key=lambda key: (key[1], key[0])):
        row = rows[year, market]
        place = matrix.years.index(year)
        old_year = matrix.years[place - 1] if place else None
        state = matrix.states[market][place - 1] if place else "unknown"
        old = rows[old_year, market] if old_year is not None and state == "listed" else None
        new_words = texts.get(str(row["entry_id"]), ())
        old_words = texts.get(str(old["entry_id"]), ()) if old else ()
        carried = sum(tile.length for tile in tiles(old_words, new_words, shortest)) if old else None
        found.append(
            Reuse(
                list_year=year,
                market_id=market,
                name=str(row["name"]),
                kind=str(row["kind"]),
                old_year=old_year,
                status=_STATUS[state],
                words=len(new_words),
                carried=carried,
                share=carried / len(new_words) if carried is not None and new_words else None,
                old_words=len(old_words) if old else None,
                dropped=len(old_words) - carried if carried is not None else None,
                entry_id=str(row["entry_id"]),
                old_entry_id=str(old["entry_id"]) if old else None,
            )
        )
    return found


_STATUS: Mapping[str, Status] = {
    "listed": "compared",
    "absent": "not listed before",
    "unknown": "not established",
}
