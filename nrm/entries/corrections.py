"""Reviewed corrections: what a person saw in a report and nrm misread.

They are tied to the edition, the heading and a hash of the entry's source text, and told as
findings: those that were applied, and those that match nothing any more.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from nrm.entries.checks.keys import quoted
from nrm.entries.correction_table import Correction, source_hash
from nrm.entries.corrections_applied import Unfit, applied
from nrm.findings import finding
from nrm.model import Finding, Report


def corrected(report: Report, corrections: Iterable[Correction]) -> Report:
    """The report with the corrections of its edition applied, in their order.

    Each that was applied gives a `correction-applied` finding, each that fits no entry
    `correction-unmatched`. Corrections of other editions are left alone.
    """
    told: list[Finding] = []
    for correction in corrections:
        if correction.list_year != report.edition.list_year:
            continue
        try:
            page, report = _with(report, correction)
            told.append(_about(report, correction, "correction-applied", page, correction.reason))
        except Unfit as reason:
            told.append(_about(report, correction, "correction-unmatched", 0, str(reason)))
    return replace(report, findings=(*report.findings, *told))


def _with(report: Report, correction: Correction) -> tuple[int, Report]:
    """The page of the entry and the report corrected. Raises `Unfit` if no entry is meant."""
    named = [entry for entry in report.entries if entry.heading == correction.heading]
    if not named:
        raise Unfit("no entry has this heading")
    for entry in named:
        if source_hash(entry) == correction.source:
            return entry.page_first, applied(report, entry, correction)
    now = ", ".join(source_hash(entry) for entry in named)
    raise Unfit(f"the text under the heading is another one now (its hash is {now})")


def _about(report: Report, correction: Correction, code: str, page: int, why: str) -> Finding:
    edition = report.edition
    text = f"{correction.action} {quoted(correction.heading)}"
    if correction.told:
        text += f" ({correction.told})"
    return finding(code, list_year=edition.list_year, file=edition.file, page=page, text=f"{text}: {why}")
