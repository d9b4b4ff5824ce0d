"""The passages that match a query, ranked, each with its edition, page, market and a snippet."""

from __future__ import annotations

import json
import sqlite3
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from nrm.analysis.text.coverage import text_coverage
from nrm.analysis.text.part import EVERYTHING, Part
from nrm.cell_types import is_of_type
from nrm.corpus import Corpus
from nrm.errors import BadQuery
from nrm.fulltext.database import database
from nrm.fulltext.expression import expression
from nrm.fulltext.query import parse
from nrm.fulltext.variants import closed_forms
from nrm.regions import region_at

MARK = "**"
"""Stands before and behind each match in a snippet."""
_SNIPPET_WORDS = 40
# Two noncharacters of Unicode: no text that is read from a PDF as a person reads it holds them.
_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
_TO_MARK = str.maketrans({_OPEN: MARK, _CLOSE: MARK})


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that matches. `start` and `end` are the first match in its text, `matches` how many there are.

    `page` and `printed_page` are where the first match stands; `score` is better the higher it is
    (BM25 with its sign turned round). Several markets of one entry are joined with `; `.
    """

    list_year: int
    chapter: str
    market_id: str | None
    page: int
    printed_page: str
    snippet: str
    passage_id: str
    type: str
    start: int
    end: int
    matches: int
    score: float
    sample: bool


@dataclass(frozen=True, slots=True)
class EditionCount:
    """What an edition has of the matches; `established` is false where it may have more than was read."""

    list_year: int
    passages: int | None
    matches: int | None
    established: bool


@dataclass(frozen=True, slots=True)
class Hits:
    """All hits, best first, and the counts of every edition asked for (unknown in one that is missing)."""

    query: str
    hits: tuple[Hit, ...]
    counts: tuple[EditionCount, ...]
    sample: bool

    @property
    def matches(self) -> int:
        """The number of matches in all passages."""
        return sum(hit.matches for hit in self.hits)


def search(corpus: Corpus, query: str, part: Part = EVERYTHING) -> Hits:
    """The passages of a part of the corpus that match a query (see `nrm.fulltext.query`), best first.

    Ranked by BM25 as SQLite computes it (Robertson and Zaragoza, "The Probabilistic Relevance
    Framework", 2009); equals in reading order. Raises `BadQuery`, which says what is wrong with it.
    """
    if not is_of_type(query, "string"):
        raise BadQuery(f"query {query!r}: a character in it is none of any text")
    tree = parse(query)
    with database(corpus) as connection:
        hyphenated = connection.execute("SELECT text FROM passages WHERE text GLOB '*[-\u2010\u2011\u00ad]*'")
        closed = closed_forms(text for (text,) in hyphenated)
        hits = tuple(_hit(row) for row in _rows(connection, expression(tree, closed), part, query))
    return Hits(query, hits, _counts(corpus, hits, part), corpus.sample)


def _rows(connection: sqlite3.Connection, matched: str, part: Part, query: str) -> list[sqlite3.Row]:
    connection.row_factory = sqlite3.Row
    values = {"open": _OPEN, "close": _CLOSE, "words": _SNIPPET_WORDS, "expression": matched}
    filters = {
        name: _bound(getattr(part, name)) for name in ("years", "chapters", "types", "kinds", "countries", "markets")
    }
    statement = files("nrm.fulltext").joinpath("search.sql").read_text("utf-8")
    try:
        return connection.execute(statement, values | filters).fetchall()
    except sqlite3.OperationalError as error:
        if "fts5" not in str(error):
            raise
        raise BadQuery(f"query {query!r}: too much for one search; ask for less at a time ({error})") from error


def _bound(wanted: Iterable[object]) -> str | None:
    """The values of a filter as a JSON list; `None` where there are none."""
    listed = sorted(wanted, key=str)
    return json.dumps(listed) if listed else None


def _hit(row: sqlite3.Row) -> Hit:
    marked: str = row["marked"]
    start = marked.index(_OPEN)
    end = marked.index(_CLOSE) - 1
    regions: list[dict[str, Any]] = json.loads(row["provenance"])["regions"]
    heights = [max(region["box"][3] - region["box"][1], 0.0) for region in regions]
    region = regions[region_at(heights, len(row["text"]), start)]
    return Hit(
        list_year=row["list_year"],
        chapter=row["chapter"],
        market_id=row["market_id"],
        page=region["page"],
        printed_page=region["printed"],
        snippet=row["snippet"].translate(_TO_MARK),
        passage_id=row["passage_id"],
        type=row["type"],
        start=start,
        end=end,
        matches=marked.count(_OPEN),
        score=-row["score"],
        sample=bool(row["sample"]),
    )


def _counts(corpus: Corpus, hits: Iterable[Hit], part: Part) -> tuple[EditionCount, ...]:
    passages: Counter[int] = Counter()
    matches: Counter[int] = Counter()
    for hit in hits:
        passages[hit.list_year] += 1
        matches[hit.list_year] += hit.matches
    return tuple(
        EditionCount(
            year,
            None if known == "missing" else passages[year],
            None if known == "missing" else matches[year],
            known == "complete",
        )
        for year, known in text_coverage(corpus).items()
        if not part.years or year in part.years
    )
