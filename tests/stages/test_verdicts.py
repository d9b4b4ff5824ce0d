"""How the truth checks of an edition end, as a table of cases."""

from __future__ import annotations

import pytest

from nrm.model import Edition, Reconciliation, Report
from nrm.stages.verdicts import verdict


def report(online: int | None, physical: int | None, explained: str = "", **checks: object) -> Report:
    edition = Edition(2016, "Review", "2016-12-21", "x.pdf", "0" * 64, 20, False, online, physical, explained=explained)
    return Report(edition, (), (), (), Reconciliation(**checks))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("given", "found", "status", "coverage", "codes"),
    [
        (report(3, 2), (3, 2), "verified", ("complete", "complete"), []),
        (report(3, 2), (2, 2), "unverified", ("partial", "complete"), ["declared-mismatch"]),
        (report(3, 2), (4, 1), "unverified", ("partial", "partial"), ["declared-mismatch"] * 2),
        (report(3, 2, "one counts twice"), (4, 2), "explained", ("complete", "complete"), ["mismatch-explained"]),
        (report(None, None), (3, 2), "verified", ("complete", "complete"), []),
        (report(None, None), (0, 2), "unverified", ("partial", "complete"), ["declared-mismatch"]),
        (report(3, 2, unexplained_lines=4), (3, 2), "unverified", ("partial", "partial"), ["declared-mismatch"]),
    ],
)
def test_verdict(
    given: Report, found: tuple[int, int], status: str, coverage: tuple[str, str], codes: list[str]
) -> None:
    told = verdict(given, *found)
    assert (told.status, (told.coverage_online, told.coverage_physical)) == (status, coverage)
    assert [one.code for one in told.findings] == codes
