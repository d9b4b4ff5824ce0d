"""What a file itself says of its fonts: names, descents, exact widths and which hyphen they print.

pdfium rounds widths down to whole units, measures descents where a file gives none, and turns soft hyphens into
plain ones. Each font is looked up once in a document, on the page where it is first met.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from pdfminer.fontmetrics import FONT_METRICS
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1
from pdfminer.psparser import PSLiteral

from nrm.pdf.damage import DAMAGE
from nrm.pdf.font_widths import FontsWithWidths
from nrm.pdf.fonts import without_tag
from nrm.pdf.glyphs import LIGATURES, plain_letters
from nrm.pdf.pdfium.to_unicode import codes
from nrm.pdf.quick_objects import QuickDocument

_UNITS = 1000
_SLACK = 0.02
_MOST_LEVELS = 100
_DEEPEST = 8
_HYPHENS = "-\u00ad"


@dataclass(frozen=True, slots=True)
class FontFacts:
    """A font: name, descent and widths as shares of the size, the hyphens it can print.

    `variants` tells that a letter or digit comes in two widths; `fractional` that widths are no whole units.
    """

    name: str
    descent: float
    widths: Mapping[str, float] = field(default_factory=dict)
    hyphens: str = ""
    variants: bool = False
    fractional: bool = False


class FontFactsOf:
    """The fonts of one file; to be closed."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._stream: IO[bytes] | None = None
        self._document: PDFDocument | None = None
        self._fonts = FontsWithWidths()
        self._known: dict[tuple[str, int], FontFacts | None] = {}
        self._by_name: dict[str, list[FontFacts]] = {}
        self._page = -1
        self._on_page: list[dict[str, Any]] = []

    def close(self) -> None:
        """Give back the open file."""
        if self._stream is not None:
            self._stream.close()

    def of(self, name: str, length: int, index: int) -> FontFacts | None:
        """The font called so (without subset tag) on the page with this index (from 0).

        `length` is that of its embedded program: the parts of a font that are embedded apart have one name.
        `None` where the file does not tell.
        """
        key = (name, length)
        if key not in self._known:
            self._known[key] = None
            with contextlib.suppress(*DAMAGE):
                found = [_facts(self._fonts, spec) for spec in self._specs(index) if name in _names(spec)]
                if found:
                    known = self._by_name.setdefault(name, [])
                    known += found
                    self._known[key] = _merged(known)
        return self._known[key]

    def _specs(self, index: int) -> list[dict[str, Any]]:
        """The font dictionaries of a page."""
        if index != self._page:
            self._on_page = list(_fonts(_resources(self._opened(), index), 0, set()))
            self._page = index
        return self._on_page

    def _opened(self) -> PDFDocument:
        if self._document is None:
            self._stream = self._path.open("rb")
            self._document = QuickDocument(PDFParser(self._stream))
        return self._document


def _names(spec: Mapping[str, Any]) -> set[str]:
    """What a font is called, without subset tags: by itself and by the font that it is composed of."""
    below = resolve1(spec.get("DescendantFonts")) or []
    parts = [spec, *(part for part in map(resolve1, below) if isinstance(part, dict))]
    return {without_tag(_text(part.get("BaseFont"))) for part in parts}


def _resources(document: PDFDocument, index: int) -> Mapping[str, Any]:
    """The resources of a page, found without looking at the other pages where the page tree allows it."""
    node = resolve1(document.catalog["Pages"])
    resources = resolve1(node.get("Resources"))
    for _ in range(_MOST_LEVELS):  # a damaged tree can lead in a circle
        if "Kids" not in node:
            return resources or {}
        kids = resolve1(node["Kids"])
        if resolve1(node.get("Count")) == len(kids):
            node, index = resolve1(kids[index]), 0
        else:
            for kid in kids:
                node = resolve1(kid)
                count = resolve1(node.get("Count", 1)) if "Kids" in node else 1
                if index < count:
                    break
                index -= count
        resources = resolve1(node.get("Resources", resources))
    return {}


def _fonts(resources: Mapping[str, Any], depth: int, seen: set[int]) -> Iterator[dict[str, Any]]:
    """The font dictionaries of these resources, and of the form XObjects in them."""
    for item in (resolve1(resources.get("Font")) or {}).values():
        spec = resolve1(item)
        if isinstance(spec, dict):
            yield spec
    if depth >= _DEEPEST:
        return
    for item in (resolve1(resources.get("XObject")) or {}).values():
        if isinstance(item, PDFObjRef):
            if item.objid in seen:
                continue
            seen.add(item.objid)
        attributes = getattr(resolve1(item), "attrs", {})
        inner = resolve1(attributes.get("Resources"))
        if isinstance(inner, dict) and _text(attributes.get("Subtype")) == "Form":
            yield from _fonts(inner, depth + 1, seen)


def _facts(fonts: FontsWithWidths, spec: dict[str, Any]) -> FontFacts:
    table = resolve1(spec.get("ToUnicode"))
    own = codes(table.get_data()) if isinstance(table, PDFStream) else {}
    simple = _simple_font(spec) if own else None
    if simple is not None:
        name, descent, by_code = simple
        return _told(name, descent, [(text, by_code[code]) for code, text in own.items() if text and code in by_code])
    # The table is read here, quicker than by pdfminer, which gets an empty one.
    font = fonts.get_font(None, spec | {"ToUnicode": PDFStream({}, b"")} if own else spec)
    width_of = font.char_width
    return _told(
        str(font.fontname),
        float(font.get_descent()),
        [
            (text, width_of(code))
            for code, text in (own or getattr(font, "cid2unicode", None) or _cids(font)).items()
            if isinstance(text, str) and text and (code in font.widths or text in font.widths)
        ],
    )


def _simple_font(spec: Mapping[str, Any]) -> tuple[str, float, dict[int, float]] | None:
    """Name, descent and widths by code of a font that tells them in the plainest way; `None` for any other."""
    descriptor, widths = resolve1(spec.get("FontDescriptor")), resolve1(spec.get("Widths"))
    first = spec.get("FirstChar")
    if _text(spec.get("Subtype")) != "TrueType" or not isinstance(descriptor, dict) or not isinstance(first, int):
        return None
    name, descent = descriptor.get("FontName"), descriptor.get("Descent")
    if not isinstance(name, PSLiteral) or not isinstance(descent, int | float) or not isinstance(widths, list):
        return None
    if _text(spec.get("BaseFont")) in FONT_METRICS or not all(isinstance(width, int | float) for width in widths):
        return None
    by_code = {code: width / _UNITS for code, width in enumerate(widths, first)}
    return _text(name), -abs(descent) / _UNITS, by_code


def _told(name: str, descent: float, widths: Iterable[tuple[str, float]]) -> FontFacts:
    """The facts of a font by the texts that its codes stand for and their widths."""
    usual: dict[str, float] = {}
    several: dict[str, set[float]] = {}
    for text, width in widths:
        plain = text if len(text) == 1 and text not in LIGATURES else plain_letters(text)
        if usual.setdefault(plain, width) != width:
            several.setdefault(plain, {usual[plain]}).add(width)
    differ = [text for text, found in several.items() if max(found) - min(found) > _SLACK]
    usual |= {text: min(found) for text, found in several.items()}
    hyphens = "".join(h for h in _HYPHENS if h in usual)
    for text in differ:
        del usual[text]
    return FontFacts(
        name=name,
        descent=descent,
        widths=usual,
        hyphens=hyphens,
        variants=any(_varies(text) for text in differ),
        fractional=any(abs(_UNITS * w - round(_UNITS * w)) > 0.01 for w in usual.values()),
    )


def _cids(font: Any) -> Mapping[int, str]:
    """What pdfminer itself found out of a composed font without such a table."""
    return getattr(getattr(font, "unicode_map", None), "cid2unichr", None) or {}


def _merged(several: list[FontFacts]) -> FontFacts:
    """The parts of a font as one. The last gives what is its own; letters that differ in width are variants."""
    if len(several) == 1:
        return several[0]
    last = several[-1]
    widths: dict[str, float] = {}
    differ: set[str] = set()
    for one in several:
        for text, width in one.widths.items():
            if abs(widths.setdefault(text, width) - width) > _SLACK:
                differ.add(text)
    return FontFacts(
        last.name,
        last.descent,
        {text: width for text, width in widths.items() if text not in differ},
        "".join(h for h in _HYPHENS if any(h in one.hyphens for one in several)),
        any(one.variants for one in several) or any(_varies(text) for text in differ),
        any(one.fractional for one in several),
    )


def _varies(text: str) -> bool:
    """Whether two widths of a text tell of small capitals or raised figures."""
    return len(text) == 1 and (text.islower() or text.isdigit())


def _text(item: Any) -> str:
    value = resolve1(item)
    name = getattr(value, "name", value)
    return name.decode("latin-1") if isinstance(name, bytes) else str(name) if name is not None else ""
