"""Lines, runs and glyphs made in a quarter of the time that a frozen dataclass takes to set its fields one by one.

A draft has the fields of the frozen class and no others, so that it can become one of it when it is filled in.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import cast

from nrm.model import Box, Line, Run
from nrm.pdf.glyphs import Glyph

Whole = tuple[str, float, bool, bool, bool, bool, bool, str, str]
"""The fields of a run from `font` to `link`."""


class _RunDraft:
    __slots__ = Run.__slots__

    def __init__(self, start: int, end: int, style: Whole, x0: float, x1: float) -> None:
        self.start = start
        self.end = end
        self.font, self.size, self.bold, self.italic = style[:4]
        self.underlined, self.superscript, self.small_caps, self.colour, self.link = style[4:]
        self.x0 = x0
        self.x1 = x1
        self.__class__ = Run  # type: ignore[assignment]


class _LineDraft:
    __slots__ = Line.__slots__

    def __init__(
        self,
        page: int,
        text: str,
        box: Box,
        runs: tuple[Run, ...],
        baseline: float,
        first_word_x1: float,
        size: float,
    ) -> None:
        self.page = page
        self.text = text
        self.box = box
        self.runs = runs
        self.baseline = baseline
        self.first_word_x1 = first_word_x1
        self.size = size
        self.__class__ = Line  # type: ignore[assignment]


class _GlyphDraft:
    __slots__ = Glyph.__slots__

    def __init__(
        self,
        text: str,
        x0: float,
        x1: float,
        top: float,
        bottom: float,
        baseline: float,
        font: str,
        size: float,
        bold: bool,
        italic: bool,
        colour: str,
        superscript: bool,
        small_cap: bool | None,
    ) -> None:
        self.text = text
        self.x0 = x0
        self.x1 = x1
        self.top = top
        self.bottom = bottom
        self.baseline = baseline
        self.font = font
        self.size = size
        self.bold = bold
        self.italic = italic
        self.colour = colour
        self.superscript = superscript
        self.small_cap = small_cap
        self.__class__ = Glyph  # type: ignore[assignment]


new_run = cast(Callable[[int, int, Whole, float, float], Run], _RunDraft)
"""`Run(start, end, *style, x0, x1)`."""
new_line = cast(Callable[[int, str, Box, tuple[Run, ...], float, float, float], Line], _LineDraft)
"""`Line(page, text, box, runs, baseline, first_word_x1, size)`."""
new_box = cast(Callable[[tuple[float, float, float, float]], Box], partial(tuple.__new__, Box))
"""`Box(*edges)`."""
new_glyph = cast(Callable[..., Glyph], _GlyphDraft)
"""`Glyph` with all its fields."""
