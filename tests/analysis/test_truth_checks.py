"""The truth checks of an edition, from its row and its findings."""

from __future__ import annotations

from typing import Any

import pytest

from nrm.analysis.truth_checks import TruthCheck, failed_years, truth_checks
from nrm.corpus import load
from nrm.schema import vocabulary

EDITION: dict[str, Any] = {
    "list_year": 2016,
    "file": "a.pdf",
    "pages": 20,
    "sample": False,
    "declared_online": 5,
    "found_online": 5,
    "declared_physical": None,
    "found_physical": 3,
    "contents_only": (),
    "body_only": (),
    "unexplained_lines": 0,
    "coverage_online": "complete",
    "coverage_physical": "complete",
    "status": "verified",
}


def checks(findings: list[dict[str, Any]] | None = None, **changed: Any) -> dict[str, TruthCheck]:
    """The checks of that edition, some things changed, by name."""
    told = [{"list_year": 2016, "severity": "error", "page": None, "text": ""} | one for one in findings or []]
    return {one.check: one for one in truth_checks([EDITION | changed], told)}


def test_what_agrees_passes() -> None:
    found = checks()
    assert {name: one.verdict for name, one in found.items()} == {
        "online total": "pass",
        "physical total": "not applicable",
        "contents": "pass",
        "lines": "pass",
        "pages": "pass",
    }
    assert (found["pages"].expected, found["pages"].found) == ("20", "20")


UNVERIFIED = {"status": "unverified", "coverage_online": "partial"}
NO_PHYSICAL = {"status": "unverified", "coverage_physical": "partial", "found_physical": 0}


@pytest.mark.parametrize(
    ("changed", "finding", "check", "verdict", "page"),
    [
        ({"found_online": 4, **UNVERIFIED}, {"code": "declared-mismatch"}, "online total", "fail", 0),
        (
            {"found_online": 4, "status": "explained"},
            {"code": "mismatch-explained", "severity": "info", "text": "4 online markets found, 5 declared: so"},
            "online total", "explained", 0,
        ),
        (NO_PHYSICAL, None, "physical total", "fail", 0),
        ({"contents_only": ("X",), **UNVERIFIED}, {"code": "contents-only", "page": 4}, "contents", "fail", 4),
        ({"body_only": ("X",)}, {"code": "body-only", "severity": "warning", "page": 7}, "contents", "pass", 7),
        ({"unexplained_lines": 2, **UNVERIFIED}, {"code": "unexplained-line", "page": 9}, "lines", "fail", 9),
        (UNVERIFIED, {"code": "unreadable-page", "page": 3, "text": "broken"}, "pages", "fail", 3),
        ({}, {"code": "picture-page", "severity": "warning", "page": 3, "text": "a picture"}, "pages", "pass", 3),
        (UNVERIFIED, {"code": "no-results-heading", "page": 2, "text": "none"}, "other", "fail", 2),
        (UNVERIFIED, None, "other", "fail", 0),
        ({"status": "unreadable", "file": "b.pdf"}, {"code": "no-text", "text": "a scan"}, "file", "fail", 0),
    ],
)  # fmt: skip
def test_what_does_not(
    changed: dict[str, Any], finding: dict[str, Any] | None, check: str, verdict: str, page: int
) -> None:
    found = checks([finding] if finding else [], **changed)
    assert (found[check].verdict, found[check].page) == (verdict, page)
    others = {one.verdict for name, one in found.items() if name != check}
    assert not others & {"fail", "explained"}
    if finding and verdict != "pass":
        assert str(finding.get("text", "")) in found[check].text


def test_an_edition_that_is_missing_has_no_checks() -> None:
    assert checks(status="missing", coverage_online="missing", coverage_physical="missing") == {}


def test_coverage_is_that_of_the_kind_else_the_lesser() -> None:
    found = checks(coverage_physical="partial")
    assert (found["online total"].coverage, found["physical total"].coverage) == ("complete", "partial")
    assert found["lines"].coverage == "partial"


def test_findings_of_other_editions_do_not_count() -> None:
    other = {"list_year": 2017, "code": "unreadable-page", "page": 3, "severity": "error", "text": "broken"}
    assert list(failed_years(truth_checks([EDITION], [other]))) == []


def test_a_build_fails_where_its_status_says_so(sample_build: Any) -> None:
    corpus = load(sample_build)
    editions = corpus.rows("editions")
    found = truth_checks(editions, corpus.rows("findings"))
    bad = {row["list_year"] for row in editions if row["status"] in ("unverified", "unreadable")}
    assert set(failed_years(found)) == bad
    assert {one.list_year for one in found} == {row["list_year"] for row in editions if row["status"] != "missing"}
    assert {one.verdict for one in found} <= vocabulary("check_verdict").keys()
