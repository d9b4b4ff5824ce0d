"""The reference reader: pdfplumber's characters, lines, rectangles and annotations."""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pdfplumber
from pdfminer.pdfdocument import PDFDocument
from pdfplumber.utils.exceptions import MalformedPDFException, PdfminerException

from nrm.errors import UnreadablePdf
from nrm.model import Box, Page
from nrm.one_line import one_line
from nrm.pdf.colours import colour_name
from nrm.pdf.damage import DAMAGE
from nrm.pdf.document import METADATA, Document
from nrm.pdf.font_widths import FontsWithWidths
from nrm.pdf.glyphs import Glyph, drawn
from nrm.pdf.lines import Link, page_of
from nrm.pdf.outline import bookmarks
from nrm.pdf.small_caps import LetterWidths
from nrm.pdf.tagged_headings import TaggedHeadings
from nrm.pdf.visible import visible_chars

# pdfminer reports every odd font; what matters comes back as an error or an empty page
logging.getLogger("pdfminer").setLevel(logging.CRITICAL)
_DAMAGE: tuple[type[Exception], ...] = (*DAMAGE, PdfminerException, MalformedPDFException)


def read(path: Path, sha256: str) -> Document:
    """Read a whole file; pages are closed after use, so memory holds lines only.

    Raises `UnreadablePdf` if the file cannot be opened as a PDF. A page that cannot be read is
    listed in `Document.unreadable` and stands as an empty page.
    """
    with _opened(path) as pdf:
        pdf.rsrcmgr = FontsWithWidths()
        try:
            count = len(pdf.pages)
        except _DAMAGE as e:
            raise UnreadablePdf(f"{path}: its list of pages is damaged ({_reason(e)})") from e
        if count == 0:
            raise UnreadablePdf(f"{path}: a PDF without pages")
        pages: list[Page] = []
        unreadable: list[tuple[int, str]] = []
        widths = LetterWidths()
        for page in pdf.pages:
            try:
                pages.append(_page(page, widths))
            except _DAMAGE as e:
                unreadable.append((page.page_number, _reason(e)))
                pages.append(Page(page.page_number, 612.0, 792.0, ()))
            finally:
                page.close()
        variants = widths.with_variants()
        if variants:
            # only now is it known which widths are a letter's usual ones
            for index, page in enumerate(pdf.pages):
                if pages[index].lines:
                    pages[index] = _page(page, widths, variants)
                    page.close()
        document: PDFDocument = pdf.doc
        return Document(
            file=one_line(path.name),
            sha256=sha256,
            pages=tuple(pages),
            metadata=_metadata(pdf.metadata),
            bookmarks=bookmarks(document),
            headings=TaggedHeadings(path),
            unreadable=tuple(unreadable),
        )


@contextmanager
def _opened(path: Path, numbers: Sequence[int] | None = None) -> Iterator[Any]:
    """The file for the time of the `with` block. Not pdfplumber's own, which reads all pages again to close them."""
    try:
        pdf = pdfplumber.open(path, pages=list(numbers) if numbers else None, unicode_norm=None)
    except _DAMAGE as e:
        raise UnreadablePdf(f"{path}: not a readable PDF ({_reason(e)})") from e
    try:
        yield pdf
    finally:
        pdf.stream.close()


def read_pages(path: Path, numbers: Sequence[int]) -> dict[int, Page | str]:
    """Some pages of a file by their numbers: the page, or why it cannot be read. Raises `UnreadablePdf` as `read`."""
    found: dict[int, Page | str] = {}
    with _opened(path, numbers) as pdf:
        pdf.rsrcmgr = FontsWithWidths()
        for page in pdf.pages:
            try:
                found[page.page_number] = _page(page, LetterWidths())
            except _DAMAGE as e:
                found[page.page_number] = _reason(e)
            finally:
                page.close()
    return found


def _page(
    page: Any,
    widths: LetterWidths,
    variants: frozenset[str] = frozenset(),
) -> Page:
    crop = page.cropbox
    left, top = max(crop[0], page.mediabox[0]), max(crop[1], page.mediabox[1])
    width = min(crop[2], page.mediabox[2]) - left
    height = min(crop[3], page.mediabox[3]) - top
    glyphs = drawn(_glyphs(page, left, top), width, height)
    if variants:
        glyphs = widths.marked(glyphs, variants)
    else:
        widths.count(glyphs)
    strokes = [
        Box(o["x0"] - left, o["top"] - top, o["x1"] - left, o["bottom"] - top)
        for kind in ("rects", "lines", "curves")
        for o in getattr(page, kind)
        if abs(o["bottom"] - o["top"]) <= 3 and (o.get("fill") or o.get("stroke"))
    ]
    links = [
        Link(
            Box(a["x0"] - left, a["top"] - top, a["x1"] - left, a["bottom"] - top),
            str(a.get("uri") or "#"),
        )
        for a in page.annots
        if _is_link(a)
    ]
    return page_of(
        page.page_number, width, height, glyphs, strokes, links, images=len(page.images)
    )


def _is_link(annotation: Mapping[str, Any]) -> bool:
    subtype = annotation.get("data", {}).get("Subtype")
    return getattr(subtype, "name", None) == "Link"


def _glyphs(page: Any, left: float, top: float) -> Iterator[Glyph]:
    full = page.height
    base = page.mediabox[1]
    chars = visible_chars(page)
    descents = _descents(chars)
    for c in chars:
        a, b, c_, d, _, f = c["matrix"]
        if not c["upright"] or (abs(b) > 1e-3 and abs(a) < abs(b)):
            continue  # sideways text is decoration: stamps, watermarks
        text = c["text"]
        # text rise moves the box but not the matrix; a borrowed letter's font can bear another one's name
        level = f if c["size"] <= 0 or _is_borrowed(text) else c["y0"] - descents[c["fontname"]] * c["size"]
        yield Glyph(
            text=c["text"],
            x0=c["x0"] - left,
            x1=c["x1"] - left,
            top=c["top"] - top,
            bottom=c["bottom"] - top,
            baseline=full - level + base - top,
            font=c["fontname"],
            size=c["size"],
            italic=abs(c_) > 0.1 * abs(d),
            colour=colour_name(c["non_stroking_color"]),
        )


def _is_borrowed(text: str) -> bool:
    """Whether a letter is one that programs take from another font; marks that are raised are none."""
    return text.isalpha() and not text.isascii()


def _descents(chars: list[dict[str, Any]]) -> dict[str, float]:
    """How far each font reaches below its baseline, as a share of its size: what is usual for it."""
    shares: dict[str, Counter[float]] = {}
    for c in chars:
        if c["upright"] and c["size"] > 0:
            share = round((c["y0"] - c["matrix"][5]) / c["size"], 3)
            shares.setdefault(c["fontname"], Counter())[share] += 1
    # of equally frequent values the lower one: text is raised, hardly ever lowered
    return {f: max(n.items(), key=lambda item: (item[1], -item[0]))[0] for f, n in shares.items()}


def _metadata(raw: Mapping[str, Any]) -> dict[str, str]:
    return {key: str(raw[key]) for key in METADATA if raw.get(key) and isinstance(raw[key], str | int | float)}


def _reason(error: BaseException) -> str:
    cause = error.__cause__ or (error.args[0] if error.args else error)
    words = f"{type(cause).__name__}: {cause}" if isinstance(cause, BaseException) else str(cause)
    return " ".join(words.split())[:120]
