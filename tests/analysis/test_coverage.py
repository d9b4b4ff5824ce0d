from __future__ import annotations

from typing import Any

import pytest

from nrm.analysis.coverage import objections, report_coverage, report_objections
from nrm.model import Edition, Reconciliation, Report

SOUND: dict[str, Any] = {"kind": "online", "found": 38, "declared": 38}

CASES = [
    ({}, ""),
    ({"declared": None}, ""),
    ({"found": 37}, "37 online markets found, 38 declared"),
    ({"found": 39}, "39 online markets found, 38 declared"),
    ({"found": 37, "explained": "USTR counts two sites of one heading."}, ""),
    ({"found": 0, "declared": None}, "no online market found"),
    ({"found": 0, "declared": 0}, ""),
    ({"contents_only": ("DHGATE",)}, "in the contents but not in the body: DHGATE"),
    ({"unexplained_lines": 2}, "2 lines"),
    ({"unreadable_pages": (4, 9)}, "could not be read: 4, 9"),
    (
        {"unreadable_pages": (4,), "explained": "The total differs."},
        "could not be read: 4",
    ),
    ({"sample": True}, ""),
    ({"sample": True, "declared": None}, "does not say how many"),
]


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_what_speaks_against_an_edition(change: dict[str, Any], expected: str) -> None:
    found = objections(**(SOUND | change))
    assert len(found) == bool(expected)
    assert expected in " ".join(found)


def report(**checks: Any) -> Report:
    edition = Edition(
        list_year=2024,
        title="2024 Review",
        published="2025-01-08",
        file="2024.pdf",
        sha256="0" * 64,
        pages=50,
        sample=False,
        declared_online=38,
        declared_physical=33,
    )
    return Report(edition, (), (), (), Reconciliation(**checks))


def test_a_report_is_judged_per_kind() -> None:
    assert report_coverage(report(), "online", 38) == "complete"
    assert report_coverage(report(), "physical", 32) == "partial"
    assert report_objections(report(), "physical", 32) == ("32 physical markets found, 33 declared",)


def test_a_page_that_could_not_be_read_speaks_against_both_kinds() -> None:
    unread = report(unreadable_pages=(7,))
    assert report_coverage(unread, "online", 38) == "partial"
    assert report_coverage(unread, "physical", 33) == "partial"
