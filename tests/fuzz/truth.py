"""The truth about a made-up report: what its entries are, and on which page of the PDF they begin.

Pages are measured in the finished file, never taken from the typesetter.
"""

from __future__ import annotations

import io
import re
import unicodedata
from typing import Any

import pypdfium2 as pdfium

from tests.fuzz.furniture import header_text
from tests.fuzz.headings import place_heading
from tests.fuzz.inline import notes, plain
from tests.fuzz.plan import Chapter, Entry, Plan
from tests.fuzz.sheet import Sheet

_HEAD = 250  # letters: a running head and the rest of a sentence


class Unmeasured(Exception):
    """A heading or sentence of the plan is not to be found in the PDF: the typesetter is wrong."""


def letters(text: str) -> str:
    """Letters and digits only, without case, ligatures resolved: what survives any line break.

    Small capitals make "ß" and "SS" alike, and "ı" and "i" do not differ in capitals.
    """
    folded = unicodedata.normalize("NFKC", text).upper().casefold().replace("i\u0307", "i")
    return re.sub(r"[\W_]", "", folded)


def page_letters(pdf: bytes) -> list[str]:
    """The letters of each page, in the order of the file."""
    document = pdfium.PdfDocument(io.BytesIO(pdf))
    try:
        return [_page(document, number) for number in range(len(document))]
    finally:
        document.close()


def _page(document: pdfium.PdfDocument, number: int) -> str:
    page = document[number]
    textpage = page.get_textpage()
    text = textpage.get_text_range()
    textpage.close()
    page.close()
    return letters(text)


def truth_of(plan: Plan, sheet: Sheet, pdf: bytes) -> dict[str, Any]:
    """The truth in the form of the practice reports, and more: texts, notes, furniture, layout."""
    pages = page_letters(pdf)
    simple = [_ascii(page) for page in pages]
    where = {id(entry): heading_page(simple, entry, sheet) for entry in plan.entries}
    return {
        "list_year": plan.year,
        "title": plan.title,
        "pages": len(pages),
        "entries": [_entry(entry, where[id(entry)]) for entry in _in_order(plan)],
        "elsewhere": list(plan.elsewhere),
        "footnotes": [n.text for n in _all_notes(sheet)],
        "furniture": sorted({t for page in (2, 3) if (t := header_text(sheet, page))}),
        "layout": sheet.layout.as_dict(),
    }


def _in_order(plan: Plan) -> list[Entry]:
    def parts(chapter: Chapter) -> list[Entry]:
        sections = [chapter.online, chapter.physical]
        if chapter.physical_first:
            sections.reverse()
        return [entry for groups in sections for group in groups for entry in group.entries]

    return [entry for chapter in plan.chapters for entry in parts(chapter)]


def _all_notes(sheet: Sheet) -> list[Any]:
    return [run.note for block in sheet.body for run in block.runs if run.note is not None]


def _ascii(text: str) -> str:
    """Without accented letters: these may come from another font, and then out of order."""
    return text.encode("ascii", "ignore").decode("ascii")


def heading_page(pages: list[str], entry: Entry, sheet: Sheet) -> int:
    """The 1-based page of an entry's heading: where it stands together with the text below it.

    A name may also be part of a domain or of another text nearby, so the heading counts where the
    entry's first words follow it. Where a page ends between the two, it is on the page before.
    `pages` are the letters of each page, ASCII only.
    """
    heading = entry.name if entry.kind == "online" else place_heading(entry, sheet.layout.places)
    wanted = _ascii(letters(heading))
    opening = _ascii(letters(entry.first))
    lead = _ascii(letters(plain(entry.paragraphs[0].text)))
    aside = _ascii(letters(plain(entry.aside)))
    alone = re.escape(wanted + aside) + r"\d{0,3}"
    together = re.compile(alone + re.escape(lead[:8]))
    for number, text in enumerate(pages):
        begun = _begins(pages, number, opening)
        if begun is None:
            continue
        start, length = begun
        before = pages[number - 1] if number else ""
        here = text[: start + length]
        first = opening[: min(length, 8)]
        if together.search(here) or (lead.startswith(first) and re.search(alone + re.escape(first), here)):
            return number + 1
        if together.search(before) or _ends_with(before, wanted, text):
            return number
        raise Unmeasured(f"{heading!r} does not stand before {entry.first!r}")
    raise Unmeasured(f"{entry.first!r} is on no page")


def _ends_with(before: str, wanted: str, text: str) -> bool:
    """Whether a heading is the last of a page's text, or begins there and ends on the next page."""
    if wanted in before:
        return True
    return any(wanted[:length] in before and wanted[length:] in text[:_HEAD] for length in range(1, len(wanted)))


def _begins(pages: list[str], number: int, opening: str) -> tuple[int, int] | None:
    """Where the opening sentence begins on this page and how much of it stands there, or None.

    A sentence may run on to the next page, with footnotes and page numbers in between: then what
    counts is the beginning here whose whole rest stands at the head of the next page.
    """
    text = pages[number]
    at = text.find(opening)
    if at >= 0:
        return at, len(opening)
    if number + 1 == len(pages) or any(opening in page for page in pages):
        return None
    for length in range(1, len(opening)):
        at = text.rfind(opening[:length])
        if at >= 0 and opening[length:] in pages[number + 1][:_HEAD]:
            return at, length
    return None


def _entry(entry: Entry, page: int) -> dict[str, Any]:
    text = " ".join(plain(paragraph.text) for paragraph in entry.paragraphs)
    row: dict[str, Any] = {
        "name": entry.name,
        "kind": entry.kind,
        "country": entry.country.iso if entry.country else "",
        "city": entry.city.name if entry.city else "",
        "based_in": entry.based_in,
        "domains": list(entry.domains),
        "category": entry.category,
        "page": page,
        "first": entry.first,
        "last": entry.last,
        "text": text,
        "notes": [n for paragraph in entry.paragraphs for n in notes(paragraph.text)],
    }
    return row
