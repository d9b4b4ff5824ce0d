"""A report as one line and in a notebook."""

from __future__ import annotations

from dataclasses import replace

from nrm.model import Report


def test_a_report_says_what_it_holds_and_does_not_print_its_text(sample_reports: tuple[Report, ...]) -> None:
    report = sample_reports[6]
    assert repr(report).startswith("<Report of 2016: ")
    assert f"{sum(entry.kind == 'physical' for entry in report.entries)} physical entries" in repr(report)
    assert "SAMPLE DATA" in repr(report)
    official = replace(report, edition=replace(report.edition, sample=False))
    assert "SAMPLE DATA" not in repr(official) + official._repr_html_()


def test_a_notebook_shows_every_entry_and_escapes_it(sample_reports: tuple[Report, ...]) -> None:
    report = sample_reports[6]
    odd = replace(report, entries=(replace(report.entries[0], name="<b>x</b>"), *report.entries[1:]))
    shown = odd._repr_html_()
    assert shown.count("<tr>") == len(report.entries) + 1
    assert "&lt;b&gt;x&lt;/b&gt;" in shown
    assert "SAMPLE DATA" in shown
    assert "no finding of a violation of law" in shown


def test_what_did_not_add_up_is_shown(sample_reports: tuple[Report, ...]) -> None:
    report = sample_reports[6]
    finding = replace(report.findings[0], severity="error", text="Half < whole.", page=3)
    assert "error, page 3: Half &lt; whole." in replace(report, findings=(finding,))._repr_html_()
