"""Page numbers as printed: what a line of page furniture says, and which number in it is the page's."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

ORNAMENT = " \t-–—―|·•[](){}~.,_/\\"
_DIGITS = re.compile(r"\d+")
_ROMAN_TOKEN = r"(?=[ivxl])x{0,3}l?x{0,3}(?:ix|iv|v?i{0,3})"
_ROMAN = re.compile(_ROMAN_TOKEN, re.IGNORECASE)
_SIGN = r"(?:[|/·•–—\[\]()]|-(?!\w))"
_ROMAN_IN_LINE = re.compile(
    rf"(?:^(?={_ROMAN_TOKEN}\s*{_SIGN})|(?<=\bpage )|(?<=[|/·•–—\-\[(]\s)|(?<=[|/·•–—\-\[(]))"
    rf"(?P<roman>{_ROMAN_TOKEN})(?=\s*$|\s*{_SIGN}|\s+of\b)",
    re.IGNORECASE,
)
_ROMAN_TOTAL = re.compile(rf"(?<=# of ){_ROMAN_TOKEN}\b|(?<=#/){_ROMAN_TOKEN}\b", re.IGNORECASE)
_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50}


@dataclass(frozen=True, slots=True)
class PageNumber:
    """A number in a line that may be the page's: as printed, its value, and whether it is roman."""

    printed: str
    value: int
    roman: bool

    def offset(self, page: int) -> tuple[bool, int]:
        """What this number would have in common with those of other pages, were it the page's."""
        return self.roman, page - self.value


def mask(text: str) -> str:
    """A line with its numbers, and roman numerals that stand as page numbers do, replaced by `#`.

    >>> mask("Notorious Markets | 12"), mask("– iv –"), mask("Page 3 of 14")
    ('notorious markets | #', '#', 'page # of #')
    """
    bare = text.strip(ORNAMENT)
    if bare and _ROMAN.fullmatch(bare):
        return "#"
    folded = " ".join(text.casefold().split())
    masked = _ROMAN_TOTAL.sub("#", _ROMAN_IN_LINE.sub("#", _DIGITS.sub("#", folded)))
    return "#" if masked.strip(ORNAMENT) == "#" else masked


def numbers_in(text: str) -> Iterator[PageNumber]:
    """The numbers in a line of furniture that could be its page's, in order."""
    bare = text.strip(ORNAMENT)
    if bare and _ROMAN.fullmatch(bare):
        yield PageNumber(bare, roman_value(bare), True)
        return
    for match in _DIGITS.finditer(text):
        yield PageNumber(match.group().lstrip("0") or "0", int(match.group()), False)
    for match in _ROMAN_IN_LINE.finditer(text):
        yield PageNumber(match.group("roman"), roman_value(match.group("roman")), True)


def offsets(texts: Mapping[int, Sequence[str]]) -> Counter[tuple[bool, int]]:
    """On how many pages each offset between PDF page and number occurs, romans apart."""
    votes = Counter[tuple[bool, int]]()
    for page, lines in texts.items():
        votes.update({number.offset(page) for text in lines for number in numbers_in(text)})
    return votes


def printed_numbers(texts: Mapping[int, Sequence[str]]) -> dict[int, str]:
    """The page number printed on each page, from the texts of its furniture lines.

    Of several numbers the one that counts with the pages is meant. One that fits no other page is taken
    where it stands alone, or where it is all that changes in a line that other pages have too.
    """
    votes = offsets(texts)
    changing = _changing(texts.values())
    printed = {}
    for page, lines in texts.items():
        best: tuple[int, bool, PageNumber] | None = None
        for text in lines:
            shape = mask(text)
            sure = shape == "#" or shape in changing
            for number in numbers_in(text):
                ranked = (votes[number.offset(page)], sure, number)
                if best is None or ranked[:2] > best[:2]:
                    best = ranked
        if best is not None and (best[0] > 1 or best[1]):
            printed[page] = best[2].printed
    return printed


def _changing(pages: Iterable[Sequence[str]]) -> frozenset[str]:
    """The shapes of lines with one number, which mostly differs from page to page."""
    seen: dict[str, Counter[str]] = {}
    for lines in pages:
        for text in lines:
            shape = mask(text)
            if shape.count("#") == 1:
                seen.setdefault(shape, Counter())[" ".join(text.split())] += 1
    return frozenset(s for s, texts in seen.items() if len(texts) > max(1, 0.6 * texts.total()))


def roman_value(numeral: str) -> int:
    """The value of a roman numeral up to 89.

    >>> roman_value("xiv")
    14
    """
    numbers = [_VALUES[c] for c in numeral.casefold()]
    following = [*numbers[1:], 0]
    return sum(-n if n < after else n for n, after in zip(numbers, following, strict=True))
