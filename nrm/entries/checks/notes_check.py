"""Footnotes against their marks in the text."""

from __future__ import annotations

from nrm.entries.checks.keys import AnswerKeys, quoted, told
from nrm.model import Finding


def check_notes(keys: AnswerKeys) -> list[Finding]:
    """A finding for each footnote without a mark and each mark without a footnote.

    A note and its mark stand on the same page, or on neighbouring ones where either runs on. One
    mark can refer to the same note twice; a document without any footnotes has endnotes or none.
    """
    layout = keys.layout
    if not layout.footnotes:
        return []
    notes: dict[str, set[int]] = {}
    for note in layout.footnotes:
        notes.setdefault(note.mark, set()).update(line.page for line in note.lines)
    marks: dict[str, set[int]] = {}
    findings: list[Finding] = []
    for block in layout.blocks:
        pages = {line.page for line in block.lines}
        for at, mark in block.marks:
            marks.setdefault(mark, set()).update(pages)
            if not _near(notes.get(mark, set()), pages):
                words = quoted(block.text[max(0, at - 60) : at])
                findings.append(
                    told(keys, "footnote-unmatched", block.page, f"no footnote {mark} for the mark after: {words}")
                )
    for note in layout.footnotes:
        pages = {line.page for line in note.lines}
        if not _near(marks.get(note.mark, set()), pages):
            text = f"no mark {note.mark} in the text for the footnote: {quoted(note.text)}"
            findings.append(told(keys, "footnote-unmatched", note.lines[0].page, text))
    return findings


def _near(some: set[int], others: set[int]) -> bool:
    return any(abs(a - b) <= 1 for a in some for b in others)
