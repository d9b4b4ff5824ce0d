"""Blocks → entries: chapters, online and physical markets, reconciliation."""

from nrm.entries.correction_table import Correction, read_corrections, source_hash
from nrm.entries.corrections import corrected
from nrm.entries.read_report import answer_keys, read_report, report_of

__all__ = [
    "Correction",
    "answer_keys",
    "corrected",
    "read_corrections",
    "read_report",
    "report_of",
    "source_hash",
]
