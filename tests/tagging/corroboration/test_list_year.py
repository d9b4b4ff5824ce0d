"""Which list year is meant."""

from __future__ import annotations

from datetime import date

import pytest

from nrm.tagging.corroboration.list_year import CueWords, Published, list_years, newest_at, published_lists, stated_date
from nrm.tagging.corroboration.references import Reference

LISTS = (
    Published(2010, date(2011, 2, 28)),
    Published(2011, date(2011, 12, 20)),
    Published(2017, date(2018, 1, 12)),
    Published(2018, date(2019, 4, 25)),
    Published(2024, date(2025, 1, 8)),
)
DAY = date(2025, 4, 1)


def year(
    *, years: tuple[int, ...] = (), printed: str = "", beside: str = "", wide: str = "", verb: str = "was listed"
) -> list[tuple[int | None, str, str]]:
    reference = Reference(0, 1, years, printed, True)
    found = list_years(reference, CueWords(beside, wide, verb), None, DAY, LISTS)
    return [(one.year, one.printed, one.how) for one in found]


def test_the_year_said_is_the_list_year() -> None:
    assert year(years=(2018,), printed="2018") == [(2018, "2018", "words")]
    assert year(years=(2017, 2018), printed="2017 and 2018") == [(2017, "2017", "words"), (2018, "2018", "words")]


def test_a_list_that_was_not_out_can_only_be_the_newest() -> None:
    assert year(years=(2025,), printed="2025") == [(2024, "2025", "date")]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the list published in January 2025", 2024),
        ("the list that USTR released in April 2019", 2018),
        ("issued on January 12, 2018", 2017),
        ("released in early 2018", 2017),
        ("the January 2018 list", 2017),
        ("published in 2018", 2017),
        ("published in 2011", None),
        ("published in March 2018", None),
    ],
)
def test_told_by_the_day_of_publication(words: str, expected: int | None) -> None:
    ((found, _, how),) = year(wide=words)
    assert found == expected
    assert how == ("words" if expected else "unknown")


def test_told_by_the_month_in_the_lists_name() -> None:
    assert year(printed="February 2011") == [(2010, "February 2011", "words")]


def test_told_by_what_stands_beside_the_verb() -> None:
    assert year(beside=" in January 2025") == [(2024, "January 2025", "words")]
    # The list of 2017 came out in 2018: taken for the list year, and said so.
    assert year(beside=" in 2018") == [(2018, "2018", "date")]


def test_a_list_without_year_is_the_newest_only_in_the_present() -> None:
    assert year(verb="continues to be listed") == [(2024, "", "date")]
    assert year(verb="was listed") == [(None, "", "unknown")]
    assert year(verb="last year’s list names") == [(None, "", "unknown")]


def test_newest_at() -> None:
    assert newest_at(date(2011, 2, 27), LISTS) is None
    assert newest_at(date(2011, 2, 28), LISTS) == 2010
    assert newest_at(date(2025, 1, 7), LISTS) == 2018


def test_lists_of_the_manifest() -> None:
    lists = published_lists()
    assert lists[0] == Published(2010, date(2011, 2, 28))
    assert [p.day for p in lists] == sorted(p.day for p in lists)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Washington\nMarch 31, 2023", date(2023, 3, 31)),
        ("28 February 2011", date(2011, 2, 28)),
        ("REPORT\nMarch 2025", date(2025, 3, 31)),
        ("February 30, 2024", None),
        ("2025 Report", None),
    ],
)
def test_stated_date(text: str, expected: date | None) -> None:
    assert stated_date(text) == expected
