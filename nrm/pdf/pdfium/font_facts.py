"""What a file itself says of its fonts: names, descents, exact widths and which hyphen they print.

pdfium rounds widths down to whole units, measures descents where a file gives none, and turns soft hyphens into
plain ones. Each font is looked up once in a document, on the page where it is first met.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import PDFObjRef, PDFStream, resolve1

from nrm.pdf.damage import DAMAGE
from nrm.pdf.font_widths import FontsWithWidths
from nrm.pdf.fonts import without_tag
from nrm.pdf.glyphs import LIGATURES, plain_letters
from nrm.pdf.pdfium.to_unicode import codes
from nrm.pdf.quick_objects import QuickDocument

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
                specs = [one for one in _fonts(_resources(self._opened(), index), 0, set()) if name in _names(one)]
                found = [_facts(self._fonts, spec) for spec in specs]
                if found:
                    known = self._by_name.setdefault(name, [])
                    known += found
                    self._known[key] = _merged(known)
        return self._known[key]

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
    # The table is read here, quicker than by pdfminer, which gets an empty one.
    font = fonts.get_font(None, spec | {"ToUnicode": PDFStream({}, b"")} if own else spec)
    widths: dict[str, set[float]] = {}
    width_of = font.char_width
    for code, text in (own or getattr(font, "cid2unicode", None) or _cids(font)).items():
        if isinstance(text, str) and text and (code in font.widths or text in font.widths):
            plain = text if len(text) == 1 and text not in LIGATURES else plain_letters(text)
            widths.setdefault(plain, set()).add(width_of(code))
    usual = {
        text: min(found)
        for text, found in widths.items()
        if len(found) == 1 or max(found) - min(found) <= _SLACK
    }
    uncertain = (text for text in widths if text not in usual)
    return FontFacts(
        name=str(font.fontname),
        descent=float(font.get_descent()),
        widths=usual,
        hyphens="".join(h for h in _HYPHENS if h in widths),
        variants=any(_varies(text) for text in uncertain),
        fractional=any(abs(1000 * w - round(1000 * w)) > 0.01 for w in usual.values()),
    )


def _cids(font: Any) -> Mapping[int, str]:
    """What pdfminer itself found out of a composed font without such a table."""
    return getattr(getattr(font, "unicode_map", None), "cid2unichr", None) or {}


def _merged(several: list[FontFacts]) -> FontFacts:
    """The parts of a font as one. The last gives what is its own; letters that differ in width are variants."""
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
