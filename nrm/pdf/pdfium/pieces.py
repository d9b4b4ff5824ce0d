"""A piece of a page's text: what one text object draws on one line, with its place and look."""

from __future__ import annotations

import re

from nrm.pdf.pdfium.looks import Look

ODD = re.compile(
    "[\x00-\x09\x0b\x0c\x0e-\x1f`^¨¯´¸ˆ˜˘˙˚˛˝ˇ\u00a0\u00ad\u00b2\u00b3\u00b9\u0300-\u036f\u2002-\u200d\u202f\u2060\u2070-\u2079"
    "\ue000-\uf8ff\ufb00-\ufb06\ufeff\ufffd]"
)
"""Characters that stand for something else, or that may join a neighbour: they are looked at one by one."""


class Piece:
    """A stretch of a page's text, without spaces at its ends: what `glyphs.Glyph` is to one character.

    `start` and `end` are places in the page's text. Points, origin top left of the page as displayed. `bold` is
    drawn twice to look bold. `odd` asks for a look at each character. Where several objects drew it, `sure` says that
    its spaces were seen to be printed, and `last_x0` is where the last of them starts.
    """

    __slots__ = (
        "baseline", "bold", "bottom", "end", "last_x0", "look", "odd",
        "size", "start", "sure", "text", "top", "x0", "x1",
    )

    def __init__(
        self, start: int, end: int, look: Look, x0: float, x1: float, baseline: float, text: str = ""
    ) -> None:
        self.start = start
        self.end = end
        self.text = text
        self.look = look
        self.size = look.size
        self.x0 = self.last_x0 = x0
        self.x1 = x1
        self.baseline = baseline
        self.top = baseline + look.above
        self.bottom = baseline + look.below
        self.bold = False
        self.odd = False
        self.sure = False
