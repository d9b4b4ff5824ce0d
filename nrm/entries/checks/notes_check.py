"""Footnotes against their marks in the text."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from nrm.entries.checks.keys import AnswerKeys, quoted, told
from nrm.model import Finding


def check_notes(keys: AnswerKeys) -> list[Finding]:
    """A finding for each footnote without a mark and each mark without a footnote.

    Where numbers start anew, a note and its mark stand on the same page or on neighbouring ones
    (either can run on); a mark that only one note bears may stand anywhere, as with endnotes.
    """
    layout = keys.layout
    if not layout.footnotes:
        return []
    notes: dict[str, list[set[int]]] = defaultdict(list)
    for note in layout.footnotes:
        notes[note.mark].append({line.page for line in note.lines})
    marks: dict[str, list[set[int]]] = defaultdict(list)
    findings: list[Finding] = []
    for block in layout.blocks:
        pages = {line.page for line in block.lines}
        for at, mark in block.marks:
            marks[mark].append(pages)
            if not _answered(notes[mark], pages, alone=len(notes[mark]) == 1):
                words = quoted(block.text[max(0, at - 60) : at])
                text = f"no footnote {mark} for the mark after: {words}"
                findings.append(told(keys, "footnote-unmatched", block.page, text))
    for note in layout.footnotes:
        pages = {line.page for line in note.lines}
        if not _answered(marks[note.mark], pages, alone=len(notes[note.mark]) == 1):
            text = f"no mark {note.mark} in the text for the footnote: {quoted(note.text)}"
            findings.append(told(keys, "footnote-unmatched", note.lines[0].page, text))
    return findings


def _answered(others: Sequence[set[int]], pages: set[int], *, alone: bool) -> bool:
    return any(alone or abs(a - b) <= 1 for other in others for a in other for b in pages)
