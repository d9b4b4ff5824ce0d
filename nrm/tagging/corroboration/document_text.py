"""The running text of a document: paragraphs without page furniture, that know page and country.

Takes page texts as a reader gives them, line by line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from nrm.lexicons.countries import country_named
from nrm.tagging.market_names import common_words

_NOT_LETTERS = re.compile(r"[\W\d_]+|\b[ivxlc]+\b")
_DIVIDED = re.compile(r"([^\W\d_]+)[-\u2010\u00ad]$")
_BULLET = re.compile(r"^\s*(?:[•●▪◦■*o]\s|[-–]\s|\(?[a-z0-9]{1,2}[.)]\s)")
_LIST_BEGUN = re.compile(r": (?:[•●▪◦■*–-]|\(?[a-z0-9]{1,2}[.)]) ")
_WORD = re.compile(r"[^\W\d_]+")
_SENTENCE_END = re.compile(r"[.!?:;]['\"”’)\]]*\d{0,3}\s*$")
_EDGE_LINES: Final = 2
_FURNITURE_PAGES: Final = 3
_FULL: Final = 0.72
_LONGEST_HEADING: Final = 60


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A page of a document: its number from 1, its text with line breaks.

    `country` is the ISO code of the country whose chapter the page begins in, where the caller
    knows it (bookmarks, headings); headings within the text are found here.
    """

    number: int
    text: str
    country: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph on one line; `pages` are (offset, page) where a page begins; `country` as above."""

    text: str
    pages: tuple[tuple[int, int], ...]
    country: str

    def page_at(self, offset: int) -> int:
        """The page on which a character stands."""
        return self.pages[bisect_right([start for start, _ in self.pages], offset) - 1][1]


@dataclass(frozen=True, slots=True)
class _Line:
    text: str
    page: int
    chapter: str
    """The country of the page, on a page's first line."""


def paragraphs(pages: Iterable[SourcePage]) -> tuple[Paragraph, ...]:
    """The paragraphs of a document in order.

    Lines that repeat at the top or foot of pages go; a line much shorter than the others ends its
    paragraph; a word divided at a line's end is put together where the document or the English
    vocabulary has it whole. A heading that is a country sets the country of what follows.
    """
    given = tuple(pages)
    lines = _body_lines(given)
    words = {word for page in given for word in _WORD.findall(page.text)} | common_words()
    lengths = sorted(len(line.text) for line in lines if line.text)
    full = lengths[int(len(lengths) * 0.9)] * _FULL if lengths else 0.0
    return tuple(_paragraphs(lines, full, words))


def chapter_countries(bookmarks: Iterable[tuple[str, int]], page_count: int) -> dict[int, str]:
    """Page → ISO code of the chapter's country, from a document's (title, page) bookmarks.

    A title that is no country ends the chapter before it: its pages have an empty code.
    """
    starts: dict[int, str] = {}
    for title, page in bookmarks:
        if page > 0:
            starts.setdefault(page, country_named(title) or "")
    countries, current = {}, ""
    for page in range(1, page_count + 1):
        current = starts.get(page, current)
        countries[page] = current
    return countries


def _body_lines(pages: Sequence[SourcePage]) -> list[_Line]:
    split = [[" ".join(line.split()) for line in page.text.splitlines()] for page in pages]
    masks: Counter[str] = Counter()
    for lines in split:
        filled = [line for line in lines if line]
        masks.update({_mask(line) for line in (*filled[:_EDGE_LINES], *filled[-_EDGE_LINES:])})
    body = []
    for page, lines in zip(pages, split, strict=True):
        places = [n for n, line in enumerate(lines) if line]
        edges = {*places[:_EDGE_LINES], *places[-_EDGE_LINES:]}
        kept = [line for n, line in enumerate(lines) if n not in edges or not _is_furniture(line, masks)]
        # Blank lines at a page's edges come from what stood there, not from the author.
        while kept and not kept[0]:
            kept.pop(0)
        while kept and not kept[-1]:
            kept.pop()
        for n, line in enumerate(kept):
            body.append(_Line(line, page.number, page.country if n == 0 else ""))
    return body


def _is_furniture(line: str, masks: Counter[str]) -> bool:
    mask = _mask(line)
    return not any(map(str.isalpha, line)) or (bool(mask) and masks[mask] >= _FURNITURE_PAGES)


def _mask(line: str) -> str:
    """What a running title is but for its page number and the signs around it."""
    return _NOT_LETTERS.sub("", line.casefold())


def _paragraphs(lines: Sequence[_Line], full: float, words: set[str]) -> Iterable[Paragraph]:
    text, places = "", list[tuple[int, int]]()
    country = own_country = ""
    last_was_country = False
    for n, line in enumerate(lines):
        if line.chapter:
            country = line.chapter
        heading = _country_heading(lines, n)
        if heading and not last_was_country:
            country = heading
        last_was_country = bool(heading)
        if text and (not line.text or heading or _begins_paragraph(text, lines[n - 1], line, full)):
            yield Paragraph(text, tuple(places), own_country)
            text, places = "", []
        if not line.text or heading:
            continue
        if not text:
            own_country = country
        joined = _joined(text, line.text, words)
        start = len(joined) - len(line.text)
        if not places or places[-1][1] != line.page:
            places.append((max(start, 0), line.page))
        text = joined
    if text:
        yield Paragraph(text, tuple(places), own_country)


def _country_heading(lines: Sequence[_Line], n: int) -> str:
    """The ISO code if a line on its own is a country's name and a paragraph follows."""
    line = lines[n].text
    if not line or len(line) > _LONGEST_HEADING or not line[0].isupper() or line[-1] in ".,;:":
        return ""
    before = lines[n - 1].text if n else ""
    new_page = n > 0 and lines[n - 1].page != lines[n].page
    if before and not new_page and not _SENTENCE_END.search(before) and not before.isupper():
        return ""
    if not (line.isupper() or line.istitle() or " " in line):
        return ""
    return country_named(line) or ""


def _begins_paragraph(text: str, before: _Line, line: _Line, full: float) -> bool:
    if _BULLET.match(line.text):
        return not (text.rstrip().endswith(":") or _LIST_BEGUN.search(text))
    if before.text.isupper() != line.text.isupper() and len(before.text) > 1:
        return before.text.isupper() or line.text.isupper()
    if before.page != line.page:
        return bool(_SENTENCE_END.search(before.text)) and len(before.text) < full
    # Would the next word have fitted? Then the line before was the last of its paragraph.
    return len(before.text) + 1 + len(line.text.split(maxsplit=1)[0]) < full


def _joined(text: str, line: str, words: set[str]) -> str:
    if not text:
        return line
    divided = _DIVIDED.search(text)
    if divided is None:
        return f"{text} {line}"
    first = _WORD.match(line)
    whole = divided.group(1) + (first.group() if first else "")
    if text[-1] == "\u00ad" or (first and first.group()[0].islower() and whole in words):
        return text[:-1] + line
    return text + line
