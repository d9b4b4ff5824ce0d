"""Everything that one report says of itself, as the stages before found it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nrm.entries.chapters import ChapterStart
from nrm.entries.compose import Composed
from nrm.entries.region import Region
from nrm.entries.roles import Judged
from nrm.findings import finding
from nrm.layout import Candidate, Layout
from nrm.model import Edition, Finding
from nrm.pdf import Document


@dataclass(frozen=True, slots=True)
class AnswerKeys:
    """A report between reading and judging: its edition, its lines, its headings, its entries."""

    edition: Edition
    document: Document
    layout: Layout
    found: Sequence[Candidate]
    starts: Sequence[ChapterStart]
    region: Region
    judged: Sequence[Judged]
    composed: Composed

    @property
    def result_pages(self) -> tuple[int, int]:
        """The first and the last PDF page of the results chapter."""
        blocks = self.layout.blocks[self.region.start : self.region.end]
        return blocks[0].page, blocks[-1].lines[-1].page


def told(keys: AnswerKeys, code: str, page: int, text: str, hint: str = "") -> Finding:
    """A finding about this report; see `nrm.findings.finding`."""
    edition = keys.edition
    return finding(
        code, list_year=edition.list_year, file=edition.file, page=page, text=text, hint=hint
    )


_LONGEST = 160


def quoted(text: str) -> str:
    """A line or title as it stands in a finding: on one line, and not too long."""
    flat = " ".join(text.split())
    return flat if len(flat) <= _LONGEST else f"{flat[: _LONGEST - 1].rstrip()}…"
