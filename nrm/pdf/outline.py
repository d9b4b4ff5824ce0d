"""What a PDF says of its own structure: bookmarks, and the headings of a tagged file."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, cast

from pdfminer.pdfdocument import PDFDocument, PDFNoOutlines
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, resolve1

from nrm.pdf.damage import DAMAGE
from nrm.pdf.document import Bookmark, TaggedHeading
from nrm.pdf.structure_tree import Element, elements

_HEADING = re.compile(r"^(?:H|Heading\s*)([1-6])?$|^Title$", re.IGNORECASE)


def bookmarks(document: PDFDocument) -> tuple[Bookmark, ...]:
    """The outline in order; empty if there is none or it is damaged (it is only one answer key)."""
    try:
        numbers = _page_numbers(document)
        found = []
        for level, title, destination, action, _ in document.get_outlines():
            target = _page_number(document, destination, action, numbers)
            found.append(Bookmark(" ".join(str(title).split()), level, target))
        return tuple(found)
    except PDFNoOutlines:
        return ()
    except DAMAGE:
        return ()


def _page_number(
    document: PDFDocument, destination: Any, action: Any, numbers: Mapping[int, int]
) -> int:
    target = destination
    if target is None and action is not None:
        resolved = resolve1(action)
        target = resolved.get("D") if isinstance(resolved, dict) else None
    target = resolve1(target)
    if isinstance(target, bytes | str) or hasattr(target, "name"):
        name = getattr(target, "name", target)
        try:
            target = resolve1(document.get_dest(name))
        except DAMAGE:
            return 0
    if isinstance(target, dict):
        target = resolve1(target.get("D"))
    if isinstance(target, list) and target and isinstance(target[0], PDFObjRef):
        return numbers.get(target[0].objid, 0)
    return 0


def heading_elements(path: Path) -> tuple[Element, ...]:
    """The elements of a file's structure tree that are headings; what a damaged tree holds of them."""
    with path.open("rb") as stream:
        try:
            return _heading_elements(PDFDocument(PDFParser(stream)))
        except DAMAGE:
            return ()


def headings_of(found: Iterable[Element], texts: Mapping[int, Mapping[int, str]]) -> tuple[TaggedHeading, ...]:
    """Elements as headings, with the text of their marked content: page → marked-content id → text."""
    headings = []
    for element in found:
        drawn = "".join(texts.get(page, {}).get(mcid, "") for page, mcid in element.content)
        text = " ".join((element.text or drawn).split())
        match = _HEADING.match(element.standard) or _HEADING.match(element.role)
        if match and text and element.content:
            headings.append(TaggedHeading(text, int(match.group(1) or 0), element.content[0][0]))
    return tuple(headings)


def _heading_elements(document: PDFDocument) -> tuple[Element, ...]:
    found: list[Element] = []
    try:
        if "StructTreeRoot" in document.catalog:
            for element in elements(document.catalog, _page_numbers(document), _HEADING):
                found.append(element)
    except DAMAGE:
        return tuple(found)
    return tuple(found)


def _page_numbers(document: PDFDocument) -> dict[int, int]:
    """The number in the file, from 1, of each page by its object number."""
    return {cast(int, page.pageid): number for number, page in enumerate(PDFPage.create_pages(document), 1)}
