"""When a document appeared: what it prints at its head, its metadata, and when neither counts."""

from __future__ import annotations

from datetime import date

import pytest

from nrm.tagging.corroboration.document_date import UNKNOWN, DocumentDate, document_date

MADE = {"CreationDate": "D:20250401150035-04'00'"}


@pytest.mark.parametrize(
    ("page", "day"),
    [
        ("FOREIGN TRADE BARRIERS\nMarch 29, 2019\nUNITED STATES TRADE REPRESENTATIVE", date(2019, 3, 29)),
        ("2014 Special 301 Report\nApril 2014\nOffice of the United States Trade Representative", date(2014, 4, 30)),
        ("For Immediate Release\nJanuary 8, 2025\nUSTR Releases the List", date(2025, 1, 8)),
        ("Press release\nWASHINGTON, D.C. – January 14, 2021 – The Office said today", date(2021, 1, 14)),
        ("Press release\nWashington, January 12, 2018 – The Office said today that", date(2018, 1, 12)),
        ("Released on Thursday, 17 February 2022", date(2022, 2, 17)),
        ("(January 31, 2023) A statement of the Office was released that", date(2023, 1, 31)),
    ],
)
def test_printed_at_the_head(page: str, day: date) -> None:
    assert document_date(page, {}) == DocumentDate(day, "cover")


@pytest.mark.parametrize(
    "page",
    [
        "The Tepito market was listed in the Notorious Markets List published in January 2025.",
        "On March 3, 2014, the police raided the market.",
        "In January 2018 the list came out.",
        "The police closed a market on May 5, 2024",
        "\n" * 3,
    ],
)
def test_a_date_in_prose_is_not_the_documents(page: str) -> None:
    assert document_date(page, {}) == UNKNOWN


def test_metadata_where_the_cover_says_nothing_else() -> None:
    assert document_date("2025 Estimate Report on\nTRADE BARRIERS", MADE) == DocumentDate(date(2025, 4, 1), "metadata")
    assert document_date("The 2024 list\nTRADE BARRIERS", MADE) == DocumentDate(date(2025, 4, 1), "metadata")
    assert document_date("TRADE BARRIERS", MADE) == DocumentDate(date(2025, 4, 1), "metadata")


def test_a_file_made_anew_long_after_tells_nothing() -> None:
    assert document_date("2014 Estimate Report", MADE) == UNKNOWN
    assert document_date("2026 Estimate Report", MADE) == UNKNOWN


@pytest.mark.parametrize("stamp", ["", "yesterday", "D:20251399"])
def test_a_broken_stamp_tells_nothing(stamp: str) -> None:
    assert document_date("TRADE BARRIERS", {"CreationDate": stamp}) == UNKNOWN
