"""One market's story: when it was on the list, where the reports say so, and how the words changed."""

from __future__ import annotations

import html
from dataclasses import dataclass
from typing import Any

from nrm.analysis import cells, notices
from nrm.analysis.changes import LISTING_COLUMNS, Change, changes
from nrm.analysis.events import Happening, happenings
from nrm.analysis.lookup import find_market
from nrm.analysis.presence import Presence, State, presence
from nrm.analysis.story_text import drawing, sentences


@dataclass(frozen=True, slots=True)
class Place:
    """Where an edition lists the market: file, pages of the PDF, the page number printed there."""

    list_year: int
    name: str
    entry_id: str
    file: str
    page_first: int
    page_last: int
    printed_first: str
    country: str
    city: str
    domains: tuple[str, ...]

    def __str__(self) -> str:
        last = f"–{self.page_last}" if self.page_last != self.page_first else ""
        printed = f" (printed {self.printed_first})" if self.printed_first else ""
        return f"{self.list_year}: “{self.name}”, {self.file or 'unknown file'}, page {self.page_first}{last}{printed}"


@dataclass(frozen=True, slots=True)
class Turn:
    """What changed from one listing to the next; empty `changes` means word for word the same."""

    old: int
    new: int
    changes: tuple[Change, ...]

    def __str__(self) -> str:
        said = "; ".join(map(str, self.changes)) or "the same, word for word"
        return f"{self.old} → {self.new}: {said}"


@dataclass(frozen=True, slots=True)
class Story:
    """A market through the editions of a corpus.

    `states` are the list years of the corpus's window with `listed`, `absent` or `unknown`;
    `drawing` shows them in text; `sentences` tell them; `turns` compare successive listings.
    """

    market_id: str
    name: str
    kind: str
    aliases: tuple[str, ...]
    states: tuple[tuple[int, State], ...]
    events: tuple[Happening, ...]
    sentences: tuple[str, ...]
    places: tuple[Place, ...]
    turns: tuple[Turn, ...]
    sample: bool

    @property
    def drawing(self) -> str:
        """Two lines of text: the list years, and under them a mark for each edition."""
        return drawing(self.states)

    def __str__(self) -> str:
        known_as = f"Also: {', '.join(self.aliases)}" if self.aliases else ""
        parts = [f"{self.name} ({self.kind}, {self.market_id})", known_as, "", self.drawing, ""]
        parts += [*self.sentences, "", "Where the reports say it:"]
        parts += [f"  {place}" for place in self.places]
        if self.turns:
            parts += ["", "How the entry changed:", *(f"  {turn}" for turn in self.turns)]
        return "\n".join(line for n, line in enumerate(parts) if line or n != 1)

    def _repr_html_(self) -> str:
        places = "".join(f"<li>{html.escape(str(place))}</li>" for place in self.places)
        turns = "".join(f"<li>{html.escape(str(turn))}</li>" for turn in self.turns)
        return (
            f"<h3>{html.escape(self.name)}</h3><pre>{html.escape(self.drawing)}</pre>"
            f"<p>{html.escape(' '.join(self.sentences))}</p><ul>{places}</ul><ul>{turns}</ul>"
            f"{notices.as_html(self.sample)}"
        )


def story(corpus: cells.Corpus, name: str) -> Story:
    """Tell the story of the one market that a market_id, a name, a domain or an address means.

    Raises `UnknownName` where the corpus has none of that name (with what was perhaps meant), or several.
    """
    market_id = find_market(corpus, name)
    rows = cells.table(corpus, "listings"), cells.table(corpus, "editions")
    matrix = presence(*rows)
    columns = ("list_year", "market_id", "entry_id", *LISTING_COLUMNS)
    pages = ("page_first", "page_last", "printed_first", "sample")
    listings = [
        row
        for row in sorted(cells.records(rows[0], (*columns, *pages), "listings"), key=lambda row: int(row["list_year"]))
        if row["market_id"] == market_id
    ]
    files = {
        int(row["list_year"]): cells.text(row["file"])
        for row in cells.records(rows[1], ("list_year",), "editions", optional=("file",))
    }
    name, aliases = _names(corpus, market_id, cells.text(listings[-1]["name"]))
    states = matrix.states[market_id]
    return Story(
        market_id=market_id,
        name=name,
        kind=str(listings[-1]["kind"]),
        aliases=aliases,
        states=tuple(zip(matrix.years, states, strict=True)),
        events=tuple(happenings(matrix.years, states, bool(matrix.earlier_missing))),
        sentences=sentences(matrix.years, states, earlier_missing=matrix.earlier_missing) + _reasons(matrix, states),
        places=tuple(_place(row, files) for row in listings),
        turns=_turns(corpus, listings),
        sample=notices.is_sample(listings),
    )


def _names(corpus: cells.Corpus, market_id: str, printed: str) -> tuple[str, tuple[str, ...]]:
    rows = cells.records(cells.table(corpus, "markets"), ("market_id", "name"), "markets", optional=("aliases",))
    for row in rows:
        if row["market_id"] == market_id:
            return cells.text(row["name"]), cells.texts(row["aliases"])
    return printed, ()


def _reasons(matrix: Presence, states: tuple[State, ...]) -> tuple[str, ...]:
    """Why editions cannot say, for those in which the market's presence is unknown."""
    silent = [year for year, state in zip(matrix.years, states, strict=True) if state == "unknown"]
    return tuple(
        f"The {year} edition is {'not verified as complete' if matrix.in_corpus(year) else 'not in the corpus'}."
        for year in silent
    )


def _place(row: dict[str, Any], files: dict[int, str]) -> Place:
    return Place(
        list_year=int(row["list_year"]),
        name=cells.text(row["name"]),
        entry_id=str(row["entry_id"]),
        file=files.get(int(row["list_year"]), ""),
        page_first=int(row["page_first"]),
        page_last=int(row["page_last"]),
        printed_first=cells.text(row["printed_first"]),
        country=cells.text(row["country"]) or cells.text(row["based_in"]),
        city=cells.text(row["city"]),
        domains=cells.texts(row["domains"]),
    )


def _turns(corpus: cells.Corpus, listings: list[dict[str, Any]]) -> tuple[Turn, ...]:
    entries = cells.records(cells.table(corpus, "entries"), ("entry_id", "text"), "entries")
    texts = {str(row["entry_id"]): cells.text(row["text"]) for row in entries}

    def text(row: dict[str, Any]) -> str:
        return texts.get(str(row["entry_id"]), "")

    return tuple(
        Turn(int(old["list_year"]), int(new["list_year"]), changes(old, new, text(old), text(new)))
        for old, new in zip(listings, listings[1:], strict=False)
    )
