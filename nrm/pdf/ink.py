"""Colours of printing ink as a screen shows them, by the table that pdfium has for it."""

from __future__ import annotations

import ctypes
from contextlib import closing
from functools import lru_cache

import pypdfium2
import pypdfium2.raw

_PAGE = b"""%%PDF-1.4
1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj
2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj
3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9] /Contents 4 0 R>> endobj
4 0 obj <</Length %d>> stream
%s
endstream endobj
trailer <</Size 5 /Root 1 0 R>>
"""


@lru_cache(maxsize=256)
def on_screen(cyan: float, magenta: float, yellow: float, black: float) -> tuple[float, float, float]:
    """Red, green and blue of four inks, all from 0 to 1.

    The inks' own formula makes colours that no printer's proof shows; readers agree on none but a table. Ours is
    asked of pdfium, by a page that holds one rectangle.
    """
    drawing = b"%.4f %.4f %.4f %.4f k 0 0 1 1 re f" % (cyan, magenta, yellow, black)
    parts = [ctypes.c_uint() for _ in range(4)]
    with closing(pypdfium2.PdfDocument(_PAGE % (len(drawing), drawing))) as document:
        page = document[0]
        rectangle = pypdfium2.raw.FPDFPage_GetObject(page, 0)
        pypdfium2.raw.FPDFPageObj_GetFillColor(rectangle, *parts)
        page.close()
    red, green, blue = (part.value / 255 for part in parts[:3])
    return red, green, blue
