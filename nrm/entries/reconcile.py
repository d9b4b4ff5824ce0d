"""The answer keys of one report compared with each other; every disagreement is a finding."""

from __future__ import annotations

from collections.abc import Iterable

from nrm.entries.checks.contents_check import check_contents
from nrm.entries.checks.entries_check import check_entries
from nrm.entries.checks.headings_check import check_edition, check_headings
from nrm.entries.checks.keys import AnswerKeys
from nrm.entries.checks.lines_check import check_lines
from nrm.entries.checks.notes_check import check_notes
from nrm.entries.checks.outline_check import check_outline
from nrm.entries.checks.pages_check import check_pages
from nrm.model import Finding, Reconciliation


def reconcile(keys: AnswerKeys) -> tuple[Reconciliation, tuple[Finding, ...]]:
    """Compare the answer keys: what differs as figures, and each difference as a finding.

    The figures decide whether the edition can prove that a market is absent, so they count only
    what may hide a market. Declared totals are compared later, with listings: an entry can name
    two markets. There are as many `unexplained-line` findings as lines counted.
    """
    contents = check_contents(keys)
    lines = check_lines(keys)
    pages = check_pages(keys)
    findings = (
        *check_edition(keys),
        *pages.findings,
        *check_headings(keys),
        *contents.findings,
        *check_outline(keys),
        *lines,
        *check_entries(keys),
        *check_notes(keys),
    )
    reconciliation = Reconciliation(
        contents_only=contents.contents_only,
        body_only=contents.body_only,
        unexplained_lines=len(distinct(lines)),
        unreadable_pages=pages.unreadable,
    )
    return reconciliation, distinct(findings)


def distinct(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings in order, each once though two keys may have led to it."""
    return tuple({one.finding_id: one for one in findings}.values())
