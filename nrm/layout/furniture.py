"""Page furniture: running headers, footers and page numbers, found by repetition and position.

No margin is fixed. The outermost lines of each page are compared over all pages with their
numbers masked; what stands at the same height on many pages is furniture.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from nrm.model import Line, Page

_OUTERMOST = 3
_ZONE = 0.16
_SHARE = 0.25
_SLOT_SHARE = 0.6
_SLOT_HEIGHT = 3.0
_ROMAN = re.compile(r"(?=[ivxl])(x{0,3})(ix|iv|v?i{0,3})", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")
_NOTE = re.compile(r"^\s*[\[(]?(?:\d{1,3}|[*†‡§])[\].)]*\s*\D.{50,}")
_ORNAMENT = " \t-–—―|·•[](){}~.,_/\\"


@dataclass(frozen=True, slots=True)
class Furniture:
    """The furniture lines of a document, as (page, index of line), and printed page numbers."""

    lines: frozenset[tuple[int, int]]
    printed: dict[int, str]


def find_furniture(pages: Sequence[Page]) -> Furniture:
    """Which lines are page furniture, and the number printed on each page where there is one."""
    slots: dict[tuple[bool, int], list[tuple[int, int, str]]] = defaultdict(list)
    for page in pages:
        for top, index, line in _outer_lines(page):
            height = line.baseline if top else page.height - line.baseline
            slots[(top, round(height / _SLOT_HEIGHT))].append((page.number, index, mask(line.text)))
    with_text = sum(bool(page.lines) for page in pages)
    found: set[tuple[int, int]] = set()
    for key in slots:
        near = [slots[(key[0], key[1] + d)] for d in (-1, 0, 1) if (key[0], key[1] + d) in slots]
        found |= _furniture_in(slots[key], [row for rows in near for row in rows], with_text)
    found |= _lone_numbers(pages, found)
    by_number = {page.number: page for page in pages}
    texts = defaultdict(list)
    for number, index in sorted(found):
        texts[number].append(by_number[number].lines[index].text)
    return Furniture(frozenset(found), printed_numbers(texts))


def mask(text: str) -> str:
    """A line with its numbers, and a roman numeral standing alone, replaced by `#`."""
    bare = text.strip(_ORNAMENT)
    if bare and _ROMAN.fullmatch(bare):
        return "#"
    masked = _NUMBER.sub("#", " ".join(text.casefold().split()))
    masked = re.sub(r"\bpage [ivxl]+\b", "page #", masked)
    return "#" if masked.strip(_ORNAMENT) == "#" else masked


def _outer_lines(page: Page) -> list[tuple[bool, int, Line]]:
    last = len(page.lines) - 1
    picked = []
    for index, line in enumerate(page.lines):
        if _NOTE.match(line.text):
            continue  # the same footnote can stand on several pages
        if index < _OUTERMOST and line.baseline < _ZONE * page.height:
            picked.append((True, index, line))
        elif index > last - _OUTERMOST and line.baseline > (1 - _ZONE) * page.height:
            picked.append((False, index, line))
    return picked


def _furniture_in(
    slot: list[tuple[int, int, str]], near: list[tuple[int, int, str]], pages: int
) -> set[tuple[int, int]]:
    count = Counter(text for text, _ in {(text, page) for page, _, text in near})
    needed = max(2, round(_SHARE * pages))
    own = {(page, index) for page, index, text in slot if count[text] >= needed}
    repeated = [row for row in near if count[row[2]] >= 2]
    crowded = len(near) >= 4 and len(repeated) >= _SLOT_SHARE * len(near)
    if crowded and len({page for page, _, _ in near}) >= 0.4 * pages:
        own |= {(page, index) for page, index, text in slot if count[text] >= 2 or len(text) < 80}
    return own


def _lone_numbers(pages: Sequence[Page], found: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Bare numbers at the very top or foot that are no furniture yet (short front matter)."""
    lone = set()
    for page in pages:
        left = [i for i in range(len(page.lines)) if (page.number, i) not in found]
        for index in {left[0], left[-1]} if left else ():
            line = page.lines[index]
            outer = line.baseline < 0.1 * page.height or line.baseline > 0.9 * page.height
            if outer and mask(line.text) == "#":
                lone.add((page.number, index))
    return lone


def printed_numbers(texts: dict[int, list[str]]) -> dict[int, str]:
    """The page number printed on each page, from the texts of its furniture lines.

    Of several numbers in a line the one that counts with the pages is meant; a number that fits
    no other page is taken only where it stands alone.
    """
    candidates: dict[int, list[tuple[str, int, bool, bool]]] = {}
    votes = Counter[tuple[bool, int]]()
    for page, lines in texts.items():
        found = []
        for text in lines:
            alone = mask(text) == "#"
            for token in re.findall(r"[0-9]+|[ivxlIVXL]+", text):
                if token.isdigit():
                    found.append((token.lstrip("0") or "0", int(token), False, alone))
                elif _ROMAN.fullmatch(token) and (alone or re.search(rf"page {token}", text, re.I)):
                    found.append((token, _roman_value(token), True, alone))
        candidates[page] = found
        votes.update({(roman, page - value) for _, value, roman, _ in found})
    printed = {}
    for page, found in candidates.items():
        ranked = sorted(found, key=lambda c: (-votes[(c[2], page - c[1])], not c[3]))
        if ranked and (votes[(ranked[0][2], page - ranked[0][1])] > 1 or ranked[0][3]):
            printed[page] = ranked[0][0]
    return printed


def _roman_value(token: str) -> int:
    values = {"i": 1, "v": 5, "x": 10, "l": 50}
    numbers = [values[c] for c in token.casefold()]
    return sum(
        -n if i + 1 < len(numbers) and n < numbers[i + 1] else n for i, n in enumerate(numbers)
    )
