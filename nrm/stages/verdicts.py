"""How the truth checks of an edition ended: coverage per kind, status, and a finding for each total that differs."""

from __future__ import annotations

from dataclasses import dataclass

from nrm.analysis.coverage import KINDS, Coverage, report_coverage, report_objections
from nrm.findings import finding
from nrm.model import Edition, Finding, Kind, Report


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found of each kind (listings), what the edition can prove, and its status in the schema's words."""

    found_online: int
    found_physical: int
    coverage_online: Coverage
    coverage_physical: Coverage
    status: str
    findings: tuple[Finding, ...]


def verdict(report: Report, found_online: int, found_physical: int) -> Verdict:
    """Judge an edition by what it declares and by how its own answer keys agree."""
    found = {"online": found_online, "physical": found_physical}
    objections = [one for kind in KINDS for one in report_objections(report, kind, found[kind])]
    findings = [one for kind in KINDS for one in _total(report.edition, kind, found[kind])]
    told = {one.code for one in findings} | {one.code for one in report.findings if one.severity == "error"}
    if objections and not told:
        # An edition is never called unverified without a finding that says why.
        text = "; ".join(dict.fromkeys(objections))
        findings.append(_about(report.edition, "declared-mismatch", text))
    return Verdict(
        found_online=found_online,
        found_physical=found_physical,
        coverage_online=report_coverage(report, "online", found_online),
        coverage_physical=report_coverage(report, "physical", found_physical),
        status="unverified" if objections else "explained" if "mismatch-explained" in told else "verified",
        findings=tuple(findings),
    )


def _total(edition: Edition, kind: Kind, found: int) -> list[Finding]:
    declared = edition.declared_online if kind == "online" else edition.declared_physical
    if declared is None or found == declared:
        return []
    text = f"{found} {kind} markets found, {declared} declared"
    if edition.explained:
        return [_about(edition, "mismatch-explained", f"{text}: {edition.explained}")]
    return [_about(edition, "declared-mismatch", text)]


def _about(edition: Edition, code: str, text: str) -> Finding:
    return finding(code, list_year=edition.list_year, file=edition.file, text=text)
