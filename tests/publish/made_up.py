"""Tables for trying what writes them: a small consistent set, and any table at random."""

from __future__ import annotations

import datetime
from collections.abc import Mapping
from typing import Any

import pandas as pd
from hypothesis import strategies as st

from nrm.findings import finding
from nrm.frames import frame, records_of
from nrm.model import (
    Box,
    Edition,
    Entry,
    Listing,
    Market,
    Mention,
    Passage,
    Provenance,
    Reconciliation,
    Region,
)
from nrm.records import (
    edition_row,
    entries_rows,
    findings_rows,
    listings_rows,
    market_row,
    mentions_rows,
    passages_rows,
)
from nrm.schema import Column, table, tables, vocabulary

SHA = "ab" * 32
NASTY = 'Março; "Ünïted", 東京\r\nline two\u2028 =1+1 \\; NA 0012 <b>&amp;</b>'
"""Everything at once that a format could stumble over."""


def _rows(*, sample: bool, text: str) -> dict[str, list[dict[str, Any]]]:
    """Two editions, one of them missing; a market in Namibia, whose ISO code is NA."""
    place = Provenance(SHA, (Region(3, "iii", Box(72.004, 100, 540, 120.5)), Region(4, "", Box(1, 2, 3, 4))))
    edition = Edition(2016, "2016 Out-of-Cycle Review", "2016-12-21", "nml.pdf", SHA, 20, sample, 1, None)
    absent = Edition(2017, "2017 Out-of-Cycle Review", "2018-01-12", "", "", 0, sample, 25, 18)
    entry = Entry(
        "2016-fair", 2016, "physical", "", "THE FAIR", "The Fair", "NA", "Namibia", "Windhoek", "",
        ("fair.example", "a\\; b"), text, ("2016-fair.1",), place,
    )  # fmt: skip
    passages = [
        Passage("2016-fair.1", 2016, "results", "heading", "2016-fair", "", "THE FAIR", place),
        Passage("2016-fair.2", 2016, "results", "paragraph", "2016-fair", "", text, place),
        Passage("2016-note.1", 2016, "overview", "footnote", "", "1", "Também em São Paulo.", place),
    ]
    listing = Listing(
        2016, "fair-windhoek", "2016-fair", "The Fair", "physical", "", "NA", "Namibia", "Windhoek",
        "", entry.domains, 3, 4, "iii", SHA,
    )  # fmt: skip
    market = Market("fair-windhoek", "The Fair", "physical", ("Fair",), entry.domains, ("NA",), "Windhoek", ())
    mention = Mention(
        "2016-fair.2:0-5:CITY", "2016-fair.2", "2016-fair", 2016, "results", "CITY", "", text[:5],
        "Windhoek", 0, 5, 3,
    )  # fmt: skip
    return {
        "editions": [
            edition_row(
                edition,
                status="verified",
                coverage_online="complete",
                coverage_physical="complete",
                found_online=0,
                found_physical=1,
                reconciliation=Reconciliation(contents_only=("A; B",), unexplained_lines=2),
            ),
            edition_row(absent, status="missing", coverage_online="missing", coverage_physical="missing"),
        ],
        "entries": entries_rows([entry], sample=sample),
        "markets": [
            market_row(
                market,
                first_year=2016,
                last_year=2016,
                editions=1,
                spells=["2016"],
                status="unknown",
                left_truncated=True,
                right_censored=True,
                sample=sample,
            )
        ],
        "listings": listings_rows([listing], sample=sample),
        "events": [
            {
                "list_year": 2016,
                "market_id": "fair-windhoek",
                "event": "unknown",
                "gap": None,
                "established": False,
                "sample": sample,
            }
        ],
        "passages": passages_rows(passages, sample=sample),
        "mentions": mentions_rows([mention], sample=sample),
        "findings": findings_rows(
            [finding("empty-page", list_year=2016, page=2), finding("not-an-nml", text=text)],
            sample=sample,
        ),
    }


def made_up_frames(*, sample: bool = True, text: str = NASTY) -> dict[str, pd.DataFrame]:
    """A small consistent set of tables as typed frames."""
    return {name: frame(name, rows) for name, rows in _rows(sample=sample, text=text).items()}


def made_up_records(*, sample: bool = True, text: str = NASTY) -> dict[str, list[dict[str, Any]]]:
    """The same as plain records."""
    frames = made_up_frames(sample=sample, text=text)
    return {name: records_of(name, typed) for name, typed in frames.items()}


_TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1)
_NUMBER = st.floats(allow_nan=False, allow_infinity=False)
_PROVENANCE = st.fixed_dictionaries(
    {
        "sha256": st.just(SHA),
        "regions": st.lists(
            st.fixed_dictionaries(
                {
                    "page": st.integers(1, 10_000),
                    "printed": st.just("") | _TEXT,
                    "box": st.lists(_NUMBER, min_size=4, max_size=4),
                }
            ),
            min_size=1,
            max_size=3,
        ),
    }
)


def _cells(column: Column) -> st.SearchStrategy[Any]:
    cells: Mapping[str, st.SearchStrategy[Any]] = {
        "integer": st.integers(column.minimum or 0, 2**40),
        "number": _NUMBER,
        "boolean": st.booleans(),
        "string": _TEXT,
        "date": st.dates(datetime.date(1900, 1, 1), datetime.date(2200, 1, 1)),
        "list": st.lists(_TEXT, max_size=3).map(tuple),
        "object": _PROVENANCE,
    }
    known = cells[column.type]
    if column.fixed:
        known = st.sampled_from(list(vocabulary(column.fixed)))
    elif column.pattern:
        known = st.from_regex(column.pattern, fullmatch=True)
    return known if column.required or column.is_list else st.none() | known


def any_records(name: str) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Records that the schema allows, in the table's canonical order, with keys that differ."""
    known = table(name)
    return st.lists(
        st.fixed_dictionaries({column.name: _cells(column) for column in known.columns}),
        max_size=3,
        unique_by=lambda record: tuple(record[key] for key in known.primary_key),
    )


any_table = st.sampled_from(list(tables())).flatmap(lambda name: st.tuples(st.just(name), any_records(name)))
"""The name of a table and records of it."""
