"""The same reports again under later years: a corpus of any length from the sample editions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from nrm.model import Report
from nrm.stages.plain_values import plain, value_of


def in_later_years(reports: Sequence[Report], pages: int) -> list[Report]:
    """The reports, and again as many years later as they span, until there are so many pages."""
    years = [report.edition.list_year for report in reports]
    span = max(years) - min(years) + 1
    found: list[Report] = []
    while sum(report.edition.pages for report in found) < pages:
        by = span * (len(found) // len(reports))
        found.append(later(reports[len(found) % len(reports)], by))
    return found


def later(report: Report, by: int) -> Report:
    """The report of the edition so many years later: its year, its date of publication, and all its ids."""
    old = report.edition.list_year
    new = old + by
    renamed = value_of(Report, json.loads(json.dumps(plain(report)).replace(f'"{old}-', f'"{new}-')))
    date = report.edition.published
    published = f"{int(date[:4]) + by}{date[4:]}" if date else ""
    return replace(
        renamed,
        edition=replace(renamed.edition, list_year=new, published=published),
        passages=tuple(replace(one, list_year=new) for one in renamed.passages),
        entries=tuple(replace(one, list_year=new) for one in renamed.entries),
        findings=tuple(replace(one, list_year=new) for one in renamed.findings),
    )
