"""Fonts that carry their own widths, read with them.

pdfminer takes the widths of the fourteen standard fonts from its own table even where the file
gives others, and knows none for ligatures there; every letter behind one is then misplaced.
"""

from __future__ import annotations

from typing import Any

from pdfminer.pdffont import PDFType1Font
from pdfminer.pdfinterp import PDFResourceManager
from pdfminer.pdftypes import resolve1


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
        return font
