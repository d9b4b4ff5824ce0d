"""Whether two readers read a file alike: everything but boxes the same, boxes within half a point."""

from __future__ import annotations

from itertools import zip_longest

from nrm.model import Line, Page, Run
from nrm.pdf import Document

_HALF_A_POINT = 0.5


def differences(expected: Document, found: Document) -> list[str]:
    """What differs, page by page; empty where nothing does."""
    said = []
    for name in ("sha256", "bookmarks", "unreadable", "metadata"):
        if getattr(expected, name) != getattr(found, name):
            said.append(f"{name}: {getattr(expected, name)!r} {getattr(found, name)!r}")
    for one, other in zip_longest(expected.pages, found.pages):
        if one is None or other is None:
            return [*said, "the number of pages"]
        said += [f"page {one.number}: {what}" for what in _of_pages(one, other)]
    return said


def _of_pages(one: Page, other: Page) -> list[str]:
    said = []
    if [line.text for line in one.lines] != [line.text for line in other.lines]:
        return [f"{[line.text for line in one.lines]} {[line.text for line in other.lines]}"]
    if one.images != other.images or len(one.rules) != len(other.rules):
        said.append("images or rules")
    if _apart((one.width, one.height), (other.width, other.height)):
        said.append("its size")
    for first, second in zip(one.lines, other.lines, strict=True):
        if first.size != second.size or [_style(run) for run in first.runs] != [_style(run) for run in second.runs]:
            said.append(f"{first.text!r}: {first.runs} {second.runs}")
        elif _apart(_places(first), _places(second)):
            said.append(f"{first.text!r}: {_places(first)} {_places(second)}")
    return said


def _style(run: Run) -> tuple[object, ...]:
    whole = (run.start, run.end, run.font, run.size, run.bold, run.italic, run.underlined)
    return (*whole, run.superscript, run.small_caps, run.colour, run.link)


def _places(line: Line) -> tuple[float, ...]:
    ends = [end for run in line.runs for end in (run.x0, run.x1)]
    return (*line.box, line.baseline, line.first_word_x1, *ends)


def _apart(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    return any(abs(a - b) > _HALF_A_POINT for a, b in zip(one, other, strict=True))
