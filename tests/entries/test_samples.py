"""Every sample edition against its answer key: every entry found, none invented, every field right."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from nrm.ids import fold
from nrm.model import Entry, Report

TRUTH = Path(__file__).parents[2] / "nrm/samples/truth"
YEARS = sorted(int(path.stem) for path in TRUTH.glob("*.json"))


@pytest.fixture(params=YEARS)
def edition(request: pytest.FixtureRequest, sample_reports: tuple[Report, ...]) -> tuple[Report, dict[str, Any]]:
    """A sample edition as read, and its answer key."""
    year: int = request.param
    report = next(report for report in sample_reports if report.edition.list_year == year)
    return report, json.loads((TRUTH / f"{year}.json").read_text("utf-8"))


def fields(entry: Entry) -> dict[str, object]:
    """What an entry says, in the words of the answer key; a country's name in whichever case it is printed."""
    return {
        "kind": entry.kind,
        "category": entry.category,
        "country": entry.country,
        "country_name": fold(entry.country_name),
        "city": entry.city,
        "based_in": entry.based_in,
        "domains": sorted(entry.domains),
        "page": entry.page_first,
        "page_last": entry.page_last,
        "printed_page": entry.printed_first,
    }


def expected(row: dict[str, Any]) -> dict[str, object]:
    return {
        "kind": row["kind"],
        "category": row["category"],
        "country": row["country"],
        "country_name": fold(row["country_name"]),
        "city": row["city"],
        "based_in": row["based_in"],
        "domains": sorted(row["domains"]),
        "page": row["page"],
        "page_last": row["page_last"],
        "printed_page": row["printed_page"],
    }


def test_every_entry_is_found_and_none_invented(edition: tuple[Report, dict[str, Any]]) -> None:
    report, truth = edition
    assert [entry.heading for entry in report.entries] == [row["heading"] for row in truth["entries"]]


def test_what_an_entry_says_is_right(edition: tuple[Report, dict[str, Any]]) -> None:
    report, truth = edition
    found = {entry.heading: fields(entry) for entry in report.entries}
    wrong = {
        f"{row['heading']}: {name}": (found[row["heading"]][name], value)
        for row in truth["entries"]
        if row["heading"] in found
        for name, value in expected(row).items()
        if found[row["heading"]][name] != value
    }
    assert wrong == {}


def test_the_text_of_an_entry_is_all_of_it(edition: tuple[Report, dict[str, Any]]) -> None:
    report, truth = edition
    texts = {entry.heading: _bare(entry.text) for entry in report.entries}
    cut = [
        row["heading"]
        for row in truth["entries"]
        if (text := texts.get(row["heading"])) is not None
        and not (text.startswith(_bare(row["first"])) and _bare(row["last"]) in text)
    ]
    assert cut == []


def _bare(text: str) -> str:
    return "".join(c for c in fold(text) if c.isalnum())
