"""Fonts that carry their own widths, read with them.

pdfminer takes the widths of the fourteen standard fonts from its own table even where the file
gives others, and knows none for ligatures there; every letter behind one is then misplaced.
"""

from __future__ import annotations

from typing import Any

from pdfminer.pdffont import PDFSimpleFont, PDFType1Font
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import resolve1
from pdfminer.psparser import PSLiteral

_UNUSED_CODES = (127, 129, 141, 143, 144, 157)
"""Codes that Windows' encoding leaves open; they print a bullet (ISO 32000-1, annex D.2, note 3)."""


class FontsWithWidths(PDFResourceManager):
    """A resource manager whose simple fonts use the widths that the file gives."""

    def get_font(self, objid: object, spec: Any) -> Any:
        """The font of this specification; raises what pdfminer raises for a broken one."""
        font = super().get_font(objid, spec)  # type: ignore[arg-type, no-untyped-call, unused-ignore]
        widths = resolve1(spec.get("Widths")) if isinstance(font, PDFType1Font) else None
        first = resolve1(spec.get("FirstChar", 0))
        if isinstance(widths, list) and isinstance(first, int):
            known = {first + i: resolve1(width) for i, width in enumerate(widths)}
            usable = {code: w for code, w in known.items() if isinstance(w, int | float)}
            merged: dict[Any, Any] = {**font.widths, **usable}
            font.widths = merged
        if isinstance(font, PDFSimpleFont) and _is_winansi(resolve1(spec.get("Encoding"))):
            font.cid2unicode = {**dict.fromkeys(_UNUSED_CODES, "\u2022"), **font.cid2unicode}
        return font


def _is_winansi(encoding: Any) -> bool:
    """Whether a font's encoding is Windows', by itself or as the base of another."""
    base = resolve1(encoding.get("BaseEncoding")) if isinstance(encoding, dict) else encoding
    return isinstance(base, PSLiteral) and base.name == "WinAnsiEncoding"
