"""Blocks → entries: chapters, online and physical markets, reconciliation."""

from nrm.entries.read_report import read_report, report_of

__all__ = ["read_report", "report_of"]
