"""A document → a report: its entries and no others, errors instead of an empty list, ids that stay."""

from __future__ import annotations

from dataclasses import replace

import pytest

from nrm.entries.read_report import recognised, report_of
from nrm.errors import EmptyResults, NotANotoriousMarketsList
from nrm.model import Page, Report
from tests.entries.typescript import document_typed

COVER = """
    # 2023 Review of Notorious Markets for Counterfeiting and Piracy
    Office of the United States Trade Representative
    ---
"""
OVERVIEW = """
    # Overview
    This is what the report is about.
    # Positive Developments
    > Closed
    Nominated as closed.com. Closed is closed.
"""
RESULTS = """
    # Results of the 2023 Review
    ## Online Markets
    > Palace
    Nominated as palace.com. Palace is based in Canada.
    > Tower
    Nominated as tower.com. Tower is small.
    ## Physical Markets
    ! BRAZIL
    > Gate, Old Town
    Gate is large.
    > Arch, New Town
    Arch is old.
"""
END = """
    # Public Information
    > Office
    Nominated as office.com. The office is open.
"""
WHOLE = COVER + OVERVIEW + RESULTS + END


def read(typed: str = WHOLE) -> Report:
    return report_of(document_typed(typed))


def test_a_report_holds_the_entries_of_its_results_and_no_others() -> None:
    assert [entry.name for entry in read().entries] == ["Palace", "Tower", "Gate", "Arch"]


def test_a_report_knows_its_edition() -> None:
    edition = read().edition
    assert (edition.list_year, edition.file, edition.pages, edition.sample) == (2023, "report.pdf", 2, False)


def test_the_order_of_chapters_does_not_matter() -> None:
    swapped = read(COVER + RESULTS + OVERVIEW + END)
    assert [(e.entry_id, e.text) for e in swapped.entries] == [(e.entry_id, e.text) for e in read().entries]


def test_ids_do_not_change_with_what_stands_elsewhere() -> None:
    longer = WHOLE.replace("# Positive", "Another paragraph of it.\n# Positive")
    longer = longer.replace("> Tower", "> Added\nNominated as added.com. Added is new.\n> Tower")
    ids = [entry.entry_id for entry in read().entries]
    assert ids == ["2023-palace", "2023-tower", "2023-gate-old-town", "2023-arch-new-town"]
    assert [entry.entry_id for entry in read(longer).entries] == [ids[0], "2023-added", *ids[1:]]


def test_reading_twice_gives_the_same() -> None:
    assert read() == read()


def test_every_id_of_a_passage_is_unique() -> None:
    report = read()
    ids = [passage.passage_id for passage in report.passages]
    assert len(ids) == len(set(ids))
    assert {p for entry in report.entries for p in entry.passages} <= set(ids)


@pytest.mark.parametrize(
    "typed",
    [
        "# National Trade Estimate Report\nForeign trade barriers of many countries.\n---" + RESULTS,
        "# A Letter\nThe notorious markets of the town are many.",
        RESULTS,
    ],
    ids=["another report", "a text that mentions it", "no cover"],
)
def test_another_document_is_an_error_that_names_the_file(typed: str) -> None:
    with pytest.raises(NotANotoriousMarketsList, match=r"folder/report\.pdf"):
        report_of(document_typed(typed), "folder/report.pdf")


@pytest.mark.parametrize(
    "typed",
    [
        COVER + "# Overview\nThis is what the report is about.",
        COVER + OVERVIEW + "# Results of the 2023 Review\n# Public Information\nWrite to the office.",
        COVER + OVERVIEW + "# Results of the 2023 Review\nThere is nothing to say this year about any market at all.",
    ],
    ids=["no results", "an empty chapter", "a chapter of text"],
)
def test_a_list_without_a_market_is_an_error_and_no_empty_list(typed: str) -> None:
    with pytest.raises(EmptyResults, match=r"report\.pdf"):
        read(typed)


def test_a_blank_page_before_the_cover_does_no_harm() -> None:
    document = document_typed(WHOLE)
    pages = [
        replace(p, number=p.number + 1, lines=tuple(replace(one, page=one.page + 1) for one in p.lines))
        for p in document.pages
    ]
    shifted = replace(document, pages=(Page(1, 612.0, 792.0, ()), *pages))
    assert [e.heading for e in report_of(shifted).entries] == [e.heading for e in read().entries]
    known = recognised(shifted)
    assert known is not None
    assert known.list_year == 2023


def test_a_page_that_could_not_be_read_is_told() -> None:
    document = replace(document_typed(WHOLE), unreadable=((2, "KeyError: Resources"),))
    assert report_of(document).reconciliation.unreadable_pages == (2,)
