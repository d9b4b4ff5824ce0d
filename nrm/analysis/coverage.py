"""Whether an edition, as it was read, can prove that a market is absent from it.

An edition is `complete` for a kind when no truth check objects, `partial` when one does, and
`missing` when the manifest knows it and the corpus does not have it. Only from a complete one does
an absence count; everything later (events, gaps, rates, charts) rests on this.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from nrm.analysis import cells
from nrm.errors import BadTable
from nrm.model import Kind, Report

Coverage = Literal["complete", "partial", "missing"]
KINDS: tuple[Kind, ...] = ("online", "physical")


def objections(
    kind: Kind,
    found: int,
    declared: int | None,
    *,
    contents_only: Sequence[str] = (),
    unexplained_lines: int = 0,
    unreadable_pages: Sequence[int] = (),
    explained: str = "",
    sample: bool = False,
) -> tuple[str, ...]:
    """Why an edition cannot prove an absence of this kind, one sentence each; none if it can.

    `found` and `declared` count listings of the kind. A difference between them is forgiven where
    the manifest explains it; the other checks are not, since no reason given for a total says that
    a page could be read. The checks that know no kind (a name that stands in the contents only, a
    line or a page that was not understood) speak against both kinds.
    """
    found_against: list[str] = []
    if declared is not None and found != declared and not explained:
        found_against.append(f"{found} {kind} markets found, {declared} declared")
    if declared is None and sample:
        found_against.append(f"the facsimile does not say how many {kind} markets it holds")
    if declared is None and found == 0:
        found_against.append(f"no {kind} market found and no total declared")
    if contents_only:
        found_against.append("in the contents but not in the body: " + ", ".join(contents_only))
    if unexplained_lines:
        found_against.append(f"{unexplained_lines} lines of the results not understood")
    if unreadable_pages:
        pages = ", ".join(map(str, unreadable_pages))
        found_against.append(f"pages that could not be read: {pages}")
    return tuple(found_against)


def report_objections(report: Report, kind: Kind, found: int) -> tuple[str, ...]:
    """`objections` for a report as read, of which `found` listings of the kind were made."""
    edition, checks = report.edition, report.reconciliation
    return objections(
        kind,
        found,
        edition.declared_online if kind == "online" else edition.declared_physical,
        contents_only=checks.contents_only,
        unexplained_lines=checks.unexplained_lines,
        unreadable_pages=checks.unreadable_pages,
        explained=edition.explained,
        sample=edition.sample,
    )


def report_coverage(report: Report, kind: Kind, found: int) -> Coverage:
    """What the report as read can prove of the kind: `complete` or `partial`."""
    return "partial" if report_objections(report, kind, found) else "complete"


def years_by_coverage(editions: cells.Rows, kind: Kind) -> dict[int, Coverage]:
    """List year → coverage of the kind, sorted by list year.

    `editions` has the columns list_year and coverage_<kind>. Raises `BadTable` where a list year
    stands twice or a coverage is no word of the vocabulary.
    """
    column = f"coverage_{kind}"
    known: dict[int, Coverage] = {}
    rows = cells.records(editions, ("list_year", column), "editions")
    for year, word in sorted((int(row["list_year"]), cells.text(row[column])) for row in rows):
        if year in known:
            raise BadTable(f"editions: list year {year} stands there twice")
        match word:
            case "complete" | "partial" | "missing":
                known[year] = word
            case _:
                raise BadTable(f"editions: coverage_{kind} of {year} is {word!r}")
    return known
