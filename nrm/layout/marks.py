"""Footnote marks in a line: found, and taken out so that they fuse with no word."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nrm.model import Line, Run

SYMBOLS = "*∗†‡§¶‖"
_MARK = re.compile(rf"\[?(\d{{1,3}}|[{re.escape(SYMBOLS)}]{{1,3}})\]?")
_MARKS = re.compile(rf"(?:\[?(?:\d{{1,3}}|[{re.escape(SYMBOLS)}]{{1,3}})\]?[,\s]*)+")
_SMALL = 0.87
_BRACKETED = re.compile(r"\s?\[(\d{1,3})\]")


@dataclass(frozen=True, slots=True)
class Marked:
    """A line without its footnote marks, and the marks with the offset at which each stood."""

    line: Line
    marks: tuple[tuple[int, str], ...]


def without_marks(line: Line, bracketed: bool, on_page: frozenset[str] = frozenset()) -> Marked:
    """Cut superscript marks, and `[1]` where the document's footnotes are marked so.

    Figures that a font raises by itself have the size of the text and can only be told from
    narrow ones by a footnote of that mark; `on_page` holds the marks of the page's footnotes.
    """
    cuts: list[tuple[int, int, list[str]]] = []
    for run in line.runs:
        text = line.text[run.start : run.end]
        if run.superscript and _MARKS.fullmatch(text) and _is_raised(line, run, on_page):
            start = run.start
            if start and line.text[start - 1] == " ":
                start -= 1
            cuts.append((start, run.end, _MARK.findall(text)))
    if bracketed:
        for match in _BRACKETED.finditer(line.text):
            if not any(start <= match.start() < end for start, end, _ in cuts):
                cuts.append((match.start(), match.end(), [match.group(1)]))
    if not cuts:
        return Marked(line, ())
    return _cut(line, sorted(cuts))


def _is_raised(line: Line, run: Run, on_page: frozenset[str]) -> bool:
    if run.size < _SMALL * line.size:
        return True
    text = line.text[run.start : run.end]
    before = line.text[run.start - 1 : run.start] or " "
    after = line.text[run.end : run.end + 1] or " "
    attached = not before.isdigit() and before != " " and not after.isalnum()
    return attached and all(mark in on_page for mark in _MARK.findall(text))


def _cut(line: Line, cuts: list[tuple[int, int, list[str]]]) -> Marked:
    kept = [True] * len(line.text)
    for start, end, _ in cuts:
        kept[start:end] = [False] * (end - start)
    places = [0]
    for keep in kept:
        places.append(places[-1] + keep)
    text = "".join(c for c, keep in zip(line.text, kept, strict=True) if keep)
    runs = tuple(
        replace(run, start=places[run.start], end=places[run.end])
        for run in line.runs
        if places[run.end] > places[run.start]
    )
    marks = tuple((places[start], mark) for start, _, found in cuts for mark in found)
    x1 = runs[-1].x1 if runs else line.box.x0
    box = line.box._replace(x1=min(line.box.x1, x1)) if not kept[-1] else line.box
    return Marked(replace(line, text=text, runs=runs, box=box), marks)


def is_mark(text: str) -> bool:
    """Whether a text is nothing but footnote marks."""
    return bool(_MARKS.fullmatch(text.strip()))
