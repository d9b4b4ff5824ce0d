"""Footnotes: cut from the foot of each page, tied to their marks, continued over pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from nrm.layout.marks import SYMBOLS
from nrm.model import Box, Line, Page

_OPENING = re.compile(
    r"^\s*(?:\[(\d{1,3})\]|(\d{1,3})(?=[.):]?(?:\s|[^\d\s.,%])|$)"
    rf"|([{re.escape(SYMBOLS)}]{{1,3}}))[.):]?\s*"
)
_SMALLER = 0.4
_RULE = (30.0, 260.0)


@dataclass(frozen=True, slots=True)
class Footnote:
    """A footnote: its mark, text and lines, over one page or several."""

    mark: str
    text: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Notes:
    """The footnotes of a document, their lines as (page, index), and whether marks are `[1]`."""

    footnotes: tuple[Footnote, ...]
    lines: frozenset[tuple[int, int]]
    bracketed: bool


def find_footnotes(
    pages: Sequence[Page], furniture: frozenset[tuple[int, int]], body_size: float
) -> Notes:
    """Every footnote, from the foot of the page upwards while lines are smaller than the body.

    The first line of a page's notes carries a mark, unless a note runs on from the page before.
    """
    taken: set[tuple[int, int]] = set()
    notes: list[Footnote] = []
    bracketed = False
    for page in pages:
        indices = [i for i in range(len(page.lines)) if (page.number, i) not in furniture]
        zone = _zone(page, indices, body_size, running_on=_open_note(notes, page.number))
        for index in zone:
            line = page.lines[index]
            taken.add((page.number, index))
            mark, rest = _opening(line, notes)
            if mark:
                bracketed = bracketed or line.text.lstrip().startswith("[")
                notes.append(Footnote(mark, rest, (line,)))
            elif notes:
                notes[-1] = _continued(notes[-1], line)
    return Notes(tuple(notes), frozenset(taken), bracketed)


def _open_note(notes: Sequence[Footnote], page: int) -> bool:
    return bool(notes) and notes[-1].lines[-1].page == page - 1


def _zone(page: Page, indices: list[int], body_size: float, running_on: bool) -> list[int]:
    """The indices of the page's note lines, from top to bottom."""
    zone: list[int] = []
    for index in reversed(indices):
        if page.lines[index].size > body_size - _SMALLER:
            break
        zone.insert(0, index)
    ruled = _below_rule(page, indices)
    if ruled is not None and zone and ruled[0] >= zone[0]:
        # what stands above the rule is small text of the body, such as a quotation
        zone = [i for i in zone if i >= ruled[0]]
    if not zone and ruled is not None and _OPENING.match(page.lines[ruled[0]].text):
        zone = ruled
    if zone and (ruled is not None and zone[0] == ruled[0]) and running_on:
        return zone
    while zone and not _OPENING.match(page.lines[zone[0]].text) and not running_on:
        zone.pop(0)
    return zone


def _below_rule(page: Page, indices: list[int]) -> list[int] | None:
    """The lines below a short rule in the lower part of the page that starts at the text's left."""
    rules = [r for r in page.rules if _is_note_rule(r, page)]
    for rule in sorted(rules, key=lambda r: r.top):
        below = [i for i in indices if page.lines[i].box.top >= rule.top - 2]
        above = [i for i in indices if i not in below]
        if below and (not above or max(above) < min(below)):
            return below
    return None


def _is_note_rule(rule: Box, page: Page) -> bool:
    return _RULE[0] <= rule.x1 - rule.x0 <= 0.85 * page.width and rule.top > 0.2 * page.height


def _opening(line: Line, notes: Sequence[Footnote]) -> tuple[str, str]:
    """A note's mark and the rest of its first line; ("", "") if the line opens no note."""
    match = _OPENING.match(line.text)
    if match is None:
        return "", ""
    mark = next(group for group in match.groups() if group)
    rest = line.text[match.end() :]
    first = line.runs[0]
    raised = first.superscript or first.size < 0.86 * line.size or line.text.lstrip()[0] in "[*†‡§¶"
    if mark.isdigit() and not raised:
        before = next((n.mark for n in reversed(notes) if n.mark.isdigit()), None)
        follows = before is None or int(mark) in (int(before) + 1, 1)
        if not follows:
            return "", ""
    return mark, rest


def _continued(note: Footnote, line: Line) -> Footnote:
    joined = note.text.rstrip()
    if joined.endswith(("-", "\u2010", "\u00ad")) and line.text[:1].islower():
        text = joined.rstrip("\u2010\u00ad") + line.text
    else:
        text = f"{joined} {line.text}" if joined else line.text
    return replace(note, text=text, lines=(*note.lines, line))
