"""Page furniture: running headers, footers and page numbers, found by repetition and position.

No margin is fixed. The outermost lines of each page are compared over all pages with their
numbers masked; what stands at the same height on many pages is furniture, and so is what carries
a number that counts with the pages or, changing with the chapters, a title from the text.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from nrm.layout.body import body_style
from nrm.layout.printed_numbers import ORNAMENT, mask, numbers_in, offsets, printed_numbers
from nrm.layout.style import numbering
from nrm.model import Line, Page

_OUTERMOST = 3
_ZONE = 0.16
_EDGE = 0.1
_SHARE = 0.25
_SLOT_SHARE = 0.6
_PAGE_SHARE = 0.4
_SLOT_HEIGHT = 3.0
_APART = 1.75
_ALWAYS = 0.8
_LARGER = 0.75
_SHORT = 80
_NOTE = re.compile(r"^\s*[\[(]?(?:\d{1,3}|[*∗†‡§])[\].)]*\s*\D.{50,}")
_SHORT_NOTE = re.compile(r"^\s*[\[(]?\d{1,3}[\].)]*\s*[^\W\d].*[.”\"]$")


@dataclass(frozen=True, slots=True)
class Furniture:
    """The furniture lines of a document, as (page, index of line), and printed page numbers."""

    lines: frozenset[tuple[int, int]]
    printed: dict[int, str]


@dataclass(frozen=True, slots=True)
class _Row:
    """An outer line: its place, its text with numbers masked, and whether white space sets it apart."""

    page: int
    index: int
    line: Line
    shape: str
    apart: bool

    @property
    def place(self) -> tuple[int, int]:
        return self.page, self.index

    @property
    def title(self) -> str:
        """Its words without number and ornament."""
        return " ".join(self.shape.replace("#", " ").strip(ORNAMENT).split())


def find_furniture(pages: Sequence[Page]) -> Furniture:
    """Which lines are page furniture, and the number printed on each page where there is one."""
    written = [page for page in pages if page.lines]
    if not written:
        return Furniture(frozenset(), {})
    slots: dict[tuple[bool, int], list[_Row]] = defaultdict(list)
    size = body_style(written).size
    for page in written:
        for top, row in _outer_rows(page, size):
            height = row.line.baseline if top else page.height - row.line.baseline
            slots[(top, round(height / _SLOT_HEIGHT))].append(row)
    lines = Counter(_plain(line.text) for page in written for line in page.lines)
    found: set[tuple[int, int]] = set()
    for top, height in slots:
        near = [row for d in (-1, 0, 1) for row in slots.get((top, height + d), ())]
        chosen = {
            *_repeated(near, len(written), size),
            *_counting(near, len(written), size),
            *_chapter_titles(near, len(written), size, lines),
        }
        found |= {row.place for row in slots[(top, height)] if row.place in chosen}
    found |= _lone_numbers(written, found)
    texts = {page.number: [li.text for i, li in enumerate(page.lines) if (page.number, i) in found] for page in written}
    return Furniture(frozenset(found), printed_numbers({page: kept for page, kept in texts.items() if kept}))


def _outer_rows(page: Page, size: float) -> Iterable[tuple[bool, _Row]]:
    last = len(page.lines) - 1
    for index, line in enumerate(page.lines):
        if _is_note(line, size):
            continue  # the same footnote can stand on several pages
        if index < _OUTERMOST and line.baseline < _ZONE * page.height:
            yield True, _Row(page.number, index, line, mask(line.text), _is_apart(page, index, 1))
        elif index > last - _OUTERMOST and line.baseline > (1 - _ZONE) * page.height:
            yield False, _Row(page.number, index, line, mask(line.text), _is_apart(page, index, -1))


def _is_note(line: Line, size: float) -> bool:
    """Whether a line opens a footnote: it is long, its mark is raised, or it is a small sentence ("3. Id. at 7.")."""
    if _NOTE.match(line.text):
        return True
    first = line.runs[0] if line.runs else None
    raised = first is not None and first.superscript and bool(line.text[first.end :].strip())
    return raised or (line.size < size - _LARGER and bool(_SHORT_NOTE.match(line.text)))


def _is_apart(page: Page, index: int, inward: int) -> bool:
    """Whether white space parts an outer line, alone or with others of the edge, from the text."""
    here = index
    for _ in range(_OUTERMOST):
        beyond = here + inward
        if not 0 <= beyond < len(page.lines):
            return True
        gap = abs(page.lines[beyond].baseline - page.lines[here].baseline)
        if gap >= _APART * max(page.lines[here].size, 1.0):
            return True
        here = beyond
    return False


def _repeated(near: Sequence[_Row], pages: int, size: float) -> set[tuple[int, int]]:
    """Rows whose shape stands at this height on many pages, and short ones where most rows are such."""
    count = Counter(shape for shape, _ in {(row.shape, row.page) for row in near})
    needed = max(2, round(_SHARE * pages))
    own = {
        row.place
        for row in near
        if count[row.shape] >= needed
        and (count[row.shape] > 2 or (row.apart and row.line.size < size + _LARGER))
        and (row.shape != "#" or row.apart)
    }
    repeated = [row for row in near if count[row.shape] >= 2]
    crowded = len(near) >= 4 and len(repeated) >= _SLOT_SHARE * len(near)
    if crowded and len({row.page for row in near}) >= _PAGE_SHARE * pages:
        own |= {r.place for r in near if count[r.shape] >= 2 or (r.apart and len(r.shape) < _SHORT)}
    return own


def _counting(near: Sequence[_Row], pages: int, size: float) -> set[tuple[int, int]]:
    """Rows that begin or end with a number that counts with the pages, if most numbered ones do.

    "3. Results" is no such row: chapters that begin on pages of their own can count with the pages, too.
    """
    numbered = {}
    for row in near:
        words = row.line.text.split()
        if row.apart and words and row.line.size < size + _LARGER and not numbering(row.line.text.lstrip()):
            found = {number.offset(row.page) for word in (words[0], words[-1]) for number in numbers_in(word)}
            if found:
                numbered[row.place] = found
    votes = Counter(offset for found in numbered.values() for offset in found)
    if not votes:
        return set()
    best, most = votes.most_common(1)[0]
    if most < max(3, _SLOT_SHARE * len(numbered), _PAGE_SHARE * pages):
        return set()
    return {place for place, found in numbered.items() if best in found}


def _chapter_titles(
    near: Sequence[_Row], pages: int, size: float, lines: Mapping[str, int]
) -> set[tuple[int, int]]:
    """Running heads that change with the chapter: set apart, not large, and titles of the text."""
    apart = [row for row in near if row.apart]
    heads = [row for row in apart if row.title and not _is_sentence(row.line.text) and row.line.size < size + _LARGER]
    if len({row.page for row in heads}) < max(3, _PAGE_SHARE * pages) or len(apart) < _ALWAYS * len(near):
        return set()
    here = Counter(_plain(row.line.text) for row in heads)
    known = {
        row.title
        for row in heads
        if lines[_plain(row.title)] > (here[_plain(row.title)] if row.shape == row.title else 0)
    }
    if 2 * len(known) < len({row.title for row in heads}):
        return set()
    return {row.place for row in heads if row.title in known}


def _is_sentence(text: str) -> bool:
    return len(text) >= _SHORT or text.rstrip().endswith((".", ",", ";", ":", "?", "!")) or text[:1].islower()


def _plain(text: str) -> str:
    return " ".join(text.casefold().strip(ORNAMENT).split())


def _lone_numbers(pages: Sequence[Page], found: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Bare numbers at the very top or foot that are no furniture yet (short front matter).

    One that stands close to other lines ends a sentence, unless it counts with the pages.
    """
    texts: dict[int, list[str]] = defaultdict(list)
    for page in pages:
        for index, line in enumerate(page.lines):
            if (page.number, index) in found:
                texts[page.number].append(line.text)
    votes = offsets(texts)
    lone = set()
    for page in pages:
        left = [i for i in range(len(page.lines)) if (page.number, i) not in found]
        for index, inward in ((left[0], 1), (left[-1], -1)) if left else ():
            line = page.lines[index]
            outer = line.baseline < _EDGE * page.height or line.baseline > (1 - _EDGE) * page.height
            if not outer or mask(line.text) != "#":
                continue
            fits = any(votes[number.offset(page.number)] > 1 for number in numbers_in(line.text))
            if fits or _is_apart(page, index, inward):
                lone.add((page.number, index))
    return lone
