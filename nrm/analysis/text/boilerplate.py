"""Wording that stands in the entries of several markets."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from nrm.analysis import cells
from nrm.analysis.text.entry_words import entry_texts, plain_words
from nrm.entries.sentences import sentences

SHORTEST = 6
"""The fewest words of a sentence that counts as boilerplate."""


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A sentence that stands, word for word, in entries of several markets; `text` as it stands in the first.

    `markets`, `entries` and `editions` count where it stands; `market_ids` are those markets, `first_year`
    and `last_year` the list years between which it does.
    """

    text: str
    words: int
    markets: int
    entries: int
    editions: int
    first_year: int
    last_year: int
    market_ids: tuple[str, ...]


def boilerplate(corpus: cells.Corpus, *, shortest: int = SHORTEST, least: int = 2) -> list[Boilerplate]:
    """The sentences of at least `shortest` words in entries of at least `least` markets, most markets first.

    Capitals, punctuation and the shape of apostrophes and hyphens make no difference. An entry on
    two markets is one entry on both of them, and makes no boilerplate by itself.
    """
    columns = ("list_year", "market_id", "entry_id")
    listed: dict[str, list[str]] = defaultdict(list)
    years: dict[str, int] = {}
    for row in cells.records(cells.table(corpus, "listings"), columns, "listings"):
        listed[str(row["entry_id"])].append(str(row["market_id"]))
        years[str(row["entry_id"])] = int(row["list_year"])
    places: dict[tuple[str, ...], list[str]] = defaultdict(list)
    said: dict[tuple[str, ...], str] = {}
    texts = entry_texts(corpus)
    for entry in sorted(years, key=lambda entry: (years[entry], entry)):
        text = texts.get(entry, "")
        for paragraph in text.split("\n\n"):
            for start, end in sentences(paragraph):
                words = plain_words(paragraph[start:end])
                if len(words) >= shortest:
                    places[words].append(entry)
                    said.setdefault(words, paragraph[start:end])
    found = []
    for words, entries in places.items():
        apart = {tuple(sorted(listed[entry])) for entry in entries}
        if len(apart) < least:
            continue
        markets = sorted({market for group in apart for market in group})
        seen = {years[entry] for entry in entries}
        found.append(
            Boilerplate(
                text=said[words],
                words=len(words),
                markets=len(markets),
                entries=len(set(entries)),
                editions=len(seen),
                first_year=min(seen),
                last_year=max(seen),
                market_ids=tuple(markets),
            )
        )
    return sorted(found, key=lambda one: (-one.markets, -one.entries, -one.words, one.text))
