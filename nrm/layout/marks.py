"""Footnote marks in a line: found, and taken out so that they fuse with no word."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from nrm.model import Line, Run

SYMBOLS = "*∗†‡§¶‖"
_ONE = rf"(?:\d{{1,3}}|[{re.escape(SYMBOLS)}]{{1,6}})"
_MARK = re.compile(rf"\[?({_ONE})\]?")
_MARKS = re.compile(rf"\[?{_ONE}\]?(?:(?:\s*,\s*|\s+|(?<=\]))\[?{_ONE}\]?)*\s*,?\s*")
_SMALL = 0.87
_HALF_A_POINT = 0.5
_BRACKETED = re.compile(rf"\s?\[({_ONE})\]")
_AFTER_SENTENCE = re.compile(
    r"(?=\d)(?:(?<=[^\W\d_][.,;:?!”’)\"])|(?<=[^\W\d_][”’)\"][.,;:?!])|(?<=\b(?:19|20)\d\d[.,;:]))"
    r"(?P<mark>\d{1,3})(?=[\s”’)]|$)"
)
_SYMBOL = f"[{re.escape(SYMBOLS)}]"
_AFTER_WORD = re.compile(rf"(?={_SYMBOL})(?<=[\w.,;:?!”’)\"])(?P<mark>{_SYMBOL}{{1,3}})(?=[\s.,;:?!”’)]|$)")
_UNIT = re.compile(r"(?:^|[\s\d(])(?:[kcmd]?m|sq|ft|in|yd)$|\bCO$|\b10$", re.IGNORECASE)
_EXPONENTS = frozenset({"2", "3", "6", "9"})


@dataclass(frozen=True, slots=True)
class Marked:
    """A line without its footnote marks, and the marks with the offset at which each stood."""

    line: Line
    marks: tuple[tuple[int, str], ...]


def without_marks(line: Line, bracketed: bool, on_page: frozenset[str] = frozenset()) -> Marked:
    """Cut superscript marks, and `[1]` where the document's footnotes are marked so.

    Figures that a font raises by itself have the size of the text and can only be told from
    narrow ones by a footnote of that mark; `on_page` holds the marks of the page's footnotes.
    An exponent ("40 km²" set as a raised 2) is cut only where the page has such a footnote.
    """
    cuts: list[tuple[int, int, list[str]]] = []
    for run in _raised_together(line):
        text = line.text[run.start : run.end]
        if run.superscript and _MARKS.fullmatch(text) and _is_mark_here(line, run, on_page):
            start, end = run.start, run.end
            if line.text[start - 1 : start] == "[" and line.text[end : end + 1] == "]":
                start, end = start - 1, end + 1
            if start and line.text[start - 1] == " ":
                start -= 1
            cuts.append((start, end, _MARK.findall(text)))
        elif text in on_page and _is_smaller_mark(line, run):
            cuts.append((run.start, run.end, [text]))
    if bracketed:
        for match in _BRACKETED.finditer(line.text):
            _add(cuts, match.start(), match.end(), match.group(1))
    for pattern in (_AFTER_SENTENCE, _AFTER_WORD) if on_page else ():
        for match in pattern.finditer(line.text):
            if match.group("mark") in on_page:
                _add(cuts, match.start(), match.end(), match.group("mark"))
    if not cuts:
        return Marked(line, ())
    return _cut(line, sorted(cuts))


def _raised_together(line: Line) -> list[Run]:
    """A line's runs, those of one raised mark as one: "[11" underlined and "]" not, a figure from another font.

    Figures behind a raised one belong to it where their size is that of the mark and not of the line.
    """
    found: list[Run] = []
    for run in line.runs:
        last = found[-1] if found else None
        if last and last.superscript and (run.start, run.size) == (last.end, last.size) and _is_raised_too(line, run):
            found[-1] = replace(last, end=run.end, x1=run.x1)
        else:
            found.append(run)
    return found


def _is_raised_too(line: Line, run: Run) -> bool:
    return run.superscript or (line.text[run.start : run.end].isdigit() and run.size < line.size - _HALF_A_POINT)


def attached_marks(line: Line) -> set[str]:
    """All that may be a mark in a line of running text, before it is known which footnotes there are."""
    found = {
        mark
        for run in _raised_together(line)
        if run.superscript and _MARKS.fullmatch(line.text[run.start : run.end])
        for mark in _MARK.findall(line.text[run.start : run.end])
    }
    for pattern in (_BRACKETED, _AFTER_SENTENCE, _AFTER_WORD):
        found.update(match.group(1) for match in pattern.finditer(line.text))
    if is_mark(line.text):  # wrapped onto a line of its own
        found.update(_MARK.findall(line.text))
    return found


def is_mark(text: str) -> bool:
    """Whether a text is nothing but footnote marks.

    >>> is_mark("3, 4"), is_mark("[*]"), is_mark("2022 2023")
    (True, True, False)
    """
    return bool(_MARKS.fullmatch(text.strip()))


def _add(cuts: list[tuple[int, int, list[str]]], start: int, end: int, mark: str) -> None:
    if not any(first < end and start < last for first, last, _ in cuts):
        cuts.append((start, end, [mark]))


def _is_mark_here(line: Line, run: Run, on_page: frozenset[str]) -> bool:
    found = _MARK.findall(line.text[run.start : run.end])
    before = line.text[: run.start]
    if run.size < _SMALL * line.size:
        exponent = set(found) <= _EXPONENTS and _UNIT.search(before) is not None
        return not exponent or all(mark in on_page for mark in found)
    after = line.text[run.end : run.end + 1] or " "
    wrapped = not before and after == " "
    last = run.end == len(line.text.rstrip())  # behind a name that ends in figures, a mark ends the line
    attached = (last or not before[-1:].isdigit()) and (before[-1:].strip() != "" or wrapped) and not after.isalnum()
    return attached and all(mark in on_page for mark in found)


def _is_smaller_mark(line: Line, run: Run) -> bool:
    """Whether figures that end a title are a footnote's mark: they are set in a smaller size, close to it."""
    before = next((r for r in line.runs if r.end == run.start), None)
    return (
        run.end == len(line.text.rstrip())
        and before is not None
        and run.size < before.size - _HALF_A_POINT
        and not line.text[run.start - 1].isspace()
        and not line.text[run.start - 1].isdigit()
    )


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
    return Marked(replace(line, text=text, runs=runs), marks)
