"""A report as one line and as a table for a notebook."""

from __future__ import annotations

import html

from nrm.analysis import notices
from nrm.model import Entry, Report

_HEADS = ("kind", "name", "where", "domains", "page", "printed")


def in_short(report: Report) -> str:
    """Which edition it is, and how much was found in it."""
    kinds = [entry.kind for entry in report.entries]
    parts = [f"{kinds.count('online')} online and {kinds.count('physical')} physical entries"]
    parts += [f"{len(report.passages)} passages", f"{len(report.findings)} findings"]
    sample = f"; {notices.SAMPLE_NOTICE}" if report.edition.sample else ""
    return f"<Report of {report.edition.list_year}: {', '.join(parts)}{sample}>"


def as_html(report: Report) -> str:
    """The title, a table of the entries in reading order, what did not add up, and the notices."""
    edition = report.edition
    published = f", {edition.published}" if edition.published else ""
    heads = "".join(f"<th>{head}</th>" for head in _HEADS)
    rows = "".join(f"<tr>{_cells(entry)}</tr>" for entry in report.entries)
    found = "".join(
        f"<li>{html.escape(f'{one.severity}, page {one.page}: {one.text}' if one.page else one.text)}</li>"
        for one in report.findings
        if one.severity != "info"
    )
    return (
        f"<p><strong>{edition.list_year}: {html.escape(edition.title)}</strong>{published}, "
        f"{html.escape(edition.file)}, {edition.pages} pages</p>"
        f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
        + (f"<p>What did not add up:</p><ul>{found}</ul>" if found else "")
        + notices.as_html(edition.sample)
    )


def _cells(entry: Entry) -> str:
    where = "; ".join(filter(None, (entry.city, entry.country_name or entry.country or entry.based_in)))
    values = (entry.kind, entry.name, where, "; ".join(entry.domains), str(entry.page_first), entry.printed_first)
    return "".join(f"<td>{html.escape(value)}</td>" for value in values)
