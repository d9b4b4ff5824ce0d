"""The contents page: titles, levels and page labels, whatever joins them (dots, tabs, order)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from nrm.layout.style import numbering
from nrm.model import Line

_TITLE = re.compile(r"^(?:table of )?contents$", re.IGNORECASE)
_LABEL = r"(?:\d{1,3}|[ivxl]{1,6})"
_LEADERS = r"(?:\s*[.…·․_]\s*){3,}"
_DOTTED = re.compile(rf"^(?P<title>.*?)(?:{_LEADERS})\s*(?P<label>{_LABEL})\s*$", re.IGNORECASE)
_TRAILING = re.compile(rf"^(?P<title>\S.*?)[\s.…]+(?P<label>{_LABEL})$")
_LEADING = re.compile(rf"^(?P<label>{_LABEL})[.)]?\s+(?P<title>\S.*)$")
_NUMBERED = re.compile(rf"^{_LABEL}$")
_PATIENCE = 3
_STEP = 5.0


@dataclass(frozen=True, slots=True)
class ContentsEntry:
    """A line of the contents page: title, level from 1, the page label printed, and its page."""

    title: str
    level: int
    label: str
    page: int


@dataclass(frozen=True, slots=True)
class Contents:
    """The contents page's entries and the places of all its lines as indices into the lines."""

    entries: tuple[ContentsEntry, ...]
    lines: frozenset[int]


def find_contents(lines: Sequence[Line]) -> Contents:
    """Parse the contents page; empty if the document has none.

    It starts at a line "Contents" or at three lines in a row with dot leaders, and ends where
    lines stop carrying page labels.
    """
    start = _start(lines)
    if start is None:
        return Contents((), frozenset())
    pattern = _pattern(lines, start)
    rows: list[tuple[str, float, str, int]] = []
    taken: list[int] = []
    waiting: list[int] = []
    first = start + 1 if _TITLE.match(lines[start].text.strip()) else start
    for index in range(first, len(lines)):
        line = lines[index]
        match = pattern.match(line.text.strip())
        if match is None or not _plausible(match.group("label"), rows):
            waiting.append(index)
            if len(waiting) > _PATIENCE or (pattern is _LEADING and _closes(lines, index, pattern)):
                break
            continue
        if pattern is _LEADING:
            rows = _with_tails(rows, [lines[i].text for i in waiting])
            rows.append((match.group("title"), line.box.x0, match.group("label"), line.page))
        else:
            heads = [lines[i] for i in waiting if not _TITLE.match(lines[i].text.strip())]
            title = " ".join([h.text for h in heads] + [match.group("title")]).strip()
            x0 = heads[0].box.x0 if heads else line.box.x0
            rows.append((title.strip(" .…·"), x0, match.group("label"), line.page))
        taken.extend([*waiting, index])
        waiting = []
    if pattern is _LEADING and waiting and rows:
        tail = [i for i in waiting if _continues(lines, i, taken)]
        rows = _with_tails(rows, [lines[i].text for i in tail])
        taken.extend(tail)
    if len(rows) < 2:
        return Contents((), frozenset())
    places = frozenset([*taken, *([start] if first > start else [])])
    return Contents(_levelled(rows), places)


def _start(lines: Sequence[Line]) -> int | None:
    for index, line in enumerate(lines):
        if _TITLE.match(line.text.strip()):
            ahead = [li.text.strip() for li in lines[index + 1 : index + 9]]
            if any(p.match(t) for t in ahead for p in (_DOTTED, _TRAILING, _LEADING)):
                return index
    for index in range(len(lines) - 2):
        if all(_DOTTED.match(line.text.strip()) for line in lines[index : index + 3]):
            return index
    return None


def _pattern(lines: Sequence[Line], start: int) -> re.Pattern[str]:
    ahead = [line.text.strip() for line in lines[start : start + 10]]
    dotted = sum(bool(_DOTTED.match(t)) for t in ahead)
    if dotted >= 2:
        return _DOTTED
    trailing = sum(bool(_TRAILING.match(t)) for t in ahead)
    leading = sum(bool(_LEADING.match(t)) for t in ahead)
    return _LEADING if leading > trailing else _TRAILING


def _plausible(label: str, rows: Sequence[tuple[str, float, str, int]]) -> bool:
    """Page labels do not jump back by more than a little; a year or a sum is none."""
    if not label.isdigit() or not rows:
        return True
    before = next((int(r[2]) for r in reversed(rows) if r[2].isdigit()), 0)
    return int(label) >= before - 2


def _closes(lines: Sequence[Line], index: int, pattern: re.Pattern[str]) -> bool:
    """Whether no further line of a number-first contents page follows soon."""
    return not any(pattern.match(li.text.strip()) for li in lines[index + 1 : index + 3])


def _continues(lines: Sequence[Line], index: int, taken: Sequence[int]) -> bool:
    line, last = lines[index], lines[taken[-1]]
    return (
        line.page == last.page
        and 0 < line.baseline - last.baseline < 1.5 * line.size * (index - taken[-1] + 0.1)
        and line.box.x0 > last.box.x0 + 2
    )


def _with_tails(
    rows: list[tuple[str, float, str, int]], tails: Sequence[str]
) -> list[tuple[str, float, str, int]]:
    if not rows or not tails:
        return rows
    title, x0, label, page = rows[-1]
    return [*rows[:-1], (" ".join([title, *tails]), x0, label, page)]


def _levelled(rows: Sequence[tuple[str, float, str, int]]) -> tuple[ContentsEntry, ...]:
    """Levels from the indents: each step of some points to the right is a level deeper."""
    edges: list[float] = []
    for x0 in sorted({row[1] for row in rows}):
        if not edges or x0 - edges[-1] > _STEP:
            edges.append(x0)
    return tuple(
        ContentsEntry(
            title=title[numbering(title) :].strip(),
            level=1 + max(i for i, edge in enumerate(edges) if x0 >= edge - 0.01),
            label=label,
            page=page,
        )
        for title, x0, label, page in rows
        if not _NUMBERED.match(title)
    )
