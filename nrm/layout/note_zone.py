"""Where on a page the footnotes stand.

It is what stands at the foot in smaller print, or below a rule, or, at the size of the text, from the
first label on, set apart, whose mark the text above bears.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from nrm.layout.note_labels import label_of, text_marks
from nrm.model import Box, Line, Page

_SMALLER = 0.4
_SHORTEST, _WIDEST = 30.0, 0.85
_LOWEST_TOP = 0.2
_HIGHEST_TOP = 0.4
_LEFT = 12.0
_ABOVE = 2.0
_SET_APART = 1.3


@dataclass(frozen=True, slots=True)
class Zone:
    """The indices of the lines in which notes may stand, from top to bottom, and whether a rule is above them."""

    indices: tuple[int, ...]
    ruled: bool


def zone_of(page: Page, indices: Sequence[int], body_size: float) -> Zone:
    """The zone of a page's notes; empty if it has none. `indices` are its lines without furniture."""
    small: list[int] = []
    for index in reversed(indices):
        if page.lines[index].size > body_size - _SMALLER:
            break
        small.insert(0, index)
    below = _below_rule(page, indices)
    if small and below and below[0] >= small[0]:
        # what stands above the rule is small text of the body, such as a quotation
        return Zone(tuple(i for i in small if i >= below[0]), ruled=True)
    if small:
        return Zone(tuple(small), ruled=False)
    if below and label_of(page.lines[below[0]]) is not None:
        return Zone(tuple(below), ruled=True)
    return Zone(tuple(_labelled(page, indices)), ruled=False)


def _below_rule(page: Page, indices: Sequence[int]) -> list[int]:
    """The lines below the first short rule that starts at the text's left."""
    if not indices:
        return []
    left = min(page.lines[i].box.x0 for i in indices)
    for rule in sorted((r for r in page.rules if _is_note_rule(r, page, left)), key=lambda r: r.top):
        below = [i for i in indices if page.lines[i].box.top >= rule.top - _ABOVE]
        above = [i for i in indices if page.lines[i].box.top < rule.top - _ABOVE]
        if below and (not above or max(above) < min(below)):
            return below
    return []


def _is_note_rule(rule: Box, page: Page, left: float) -> bool:
    width = rule.x1 - rule.x0
    return (
        _SHORTEST <= width <= _WIDEST * page.width
        and rule.top > _LOWEST_TOP * page.height
        and rule.x0 - left < _LEFT
    )


def _labelled(page: Page, indices: Sequence[int]) -> list[int]:
    """Notes at the size of the text: from a label set apart whose mark, like all further ones, is in the text."""
    lines = [page.lines[i] for i in indices]
    gaps = [b.baseline - a.baseline for a, b in zip(lines, lines[1:], strict=False)]
    usual = median(gaps) if gaps else 0.0
    for place in range(1, len(lines)):
        if lines[place].baseline < _HIGHEST_TOP * page.height or gaps[place - 1] < _SET_APART * usual:
            continue
        label = label_of(lines[place])
        if label is None or label.form in ("fused", "lone"):
            continue
        if _all_borne(lines[place:], text_marks(lines[:place])):
            return list(indices[place:])
    return []


def _all_borne(lines: Sequence[Line], marks: frozenset[str]) -> bool:
    """Whether the mark of the first label is in the text, and the labels stand for marks of it in their order."""
    labels = [label_of(line) for line in lines]
    if labels[0] is None or labels[0].mark not in marks:
        return False
    borne = [label.mark for label in labels if label is not None and label.mark in marks]
    numbers = [int(mark) for mark in borne if mark.isdigit()]
    return all(after == before + 1 for before, after in zip(numbers, numbers[1:], strict=False))
