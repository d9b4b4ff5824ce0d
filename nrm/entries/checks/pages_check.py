"""Pages that could not be read, that hold no text, or whose characters mean nothing."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from statistics import median_low

from nrm.entries.checks.keys import AnswerKeys, quoted, told
from nrm.model import Finding, Page

_MEANINGLESS = re.compile(r"[\ufffd\ue000-\uf8ff\U000f0000-\U0010fffd]|\(cid:\d+\)|[\x00-\x08\x0e-\x1f]")
_MOST = 0.2
_BULLETS = re.compile(r"^\s*[\uf0a7\uf0b7\uf0d8\uf0fc\uf076\uf0a8\uf06e\uf02d]\s")


@dataclass(frozen=True, slots=True)
class PagesCheck:
    """The PDF pages of the results that could not be read, and what is odd about any page."""

    unreadable: tuple[int, ...]
    findings: tuple[Finding, ...]


def check_pages(keys: AnswerKeys) -> PagesCheck:
    """Look at every page; only what could hide a market counts as unreadable.

    That is a page that could not be read, one within the results that is a picture (it holds more
    of them than most pages, which may have a crest), or one that consists of characters without
    meaning. A blank page hides nothing.
    """
    reasons = dict(keys.document.unreadable)
    first, last = keys.result_pages
    usual = median_low([page.images for page in keys.document.pages])
    unreadable: list[int] = []
    findings: list[Finding] = []
    for page in keys.document.pages:
        if page.number in reasons:
            unreadable.append(page.number)
            findings.append(told(keys, "unreadable-page", page.number, reasons[page.number]))
        elif not _text_lines(keys, page):
            inside = first < page.number < last
            pictured = page.images > usual
            findings.append(_without_text(keys, page.number, pictured, inside))
            if pictured and inside:
                unreadable.append(page.number)
        else:
            bad, share = _meaningless(page)
            if bad and share >= _MOST:
                unreadable.append(page.number)
                text = f"{share:.0%} of its characters have no meaning as text"
                findings.append(told(keys, "unreadable-page", page.number, text))
            elif bad:
                findings.append(told(keys, "unreadable-characters", page.number, bad))
    return PagesCheck(tuple(unreadable), (*findings, *_page_numbers(keys)))


def _text_lines(keys: AnswerKeys, page: Page) -> int:
    """How many lines a page has besides its furniture: a scanned page can bear a page number."""
    return sum((page.number, i) not in keys.layout.furniture.lines for i in range(len(page.lines)))


def _without_text(keys: AnswerKeys, page: int, pictured: bool, inside: bool) -> Finding:
    if not pictured:
        return told(keys, "empty-page", page, "no text and no picture")
    if inside:
        return told(keys, "unreadable-page", page, "a picture without text, within the results")
    return told(keys, "picture-page", page, "a picture without text")


def _meaningless(page: Page) -> tuple[str, float]:
    """The first lines with characters without meaning, and their share of the page's characters.

    The signs of symbol fonts that open list items are understood.
    """
    lines = [(line.text, len(_MEANINGLESS.findall(_BULLETS.sub("", line.text)))) for line in page.lines]
    count = sum(n for _, n in lines)
    total = sum(len(line.text.replace(" ", "")) for line in page.lines)
    first = next((text for text, n in lines if n), "")
    return (f"{count} in: {quoted(_MEANINGLESS.sub('�', first))}" if count else ""), count / max(total, 1)


def _page_numbers(keys: AnswerKeys) -> list[Finding]:
    """Printed page numbers that do not count with the pages, where most of them do."""
    printed = {page: int(label) for page, label in keys.layout.furniture.printed.items() if label.isdigit()}
    offsets = Counter(page - number for page, number in printed.items())
    if not offsets or offsets.most_common(1)[0][1] < 2:
        return []
    usual = offsets.most_common(1)[0][0]
    return [
        told(keys, "printed-page-disagrees", page, f"printed {number}, expected {page - usual}")
        for page, number in sorted(printed.items())
        if page - number != usual
    ]
