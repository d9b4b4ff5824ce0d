"""Lines, runs and glyphs made in a quarter of the time that a frozen dataclass takes to set its fields one by one.

A draft has the fields of the frozen class and no others, so that it can become one of it when it is filled in.
"""

from __future__ import annotations

from typing import cast

from nrm.model import Box, Line, Run
from nrm.pdf.glyphs import Glyph


class _RunDraft:
    __slots__ = Run.__slots__

    def __init__(
        self,
        start: int,
        end: int,
        font: str,
        size: float,
        bold: bool,
        italic: bool,
        underlined: bool,
        superscript: bool,
        small_caps: bool,
        colour: str,
        link: str,
        x0: float,
        x1: float,
    ) -> None:
        self.start = start
        self.end = end
        self.font = font
        self.size = size
        self.bold = bold
        self.italic = italic
        self.underlined = underlined
        self.superscript = superscript
        self.small_caps = small_caps
        self.colour = colour
        self.link = link
        self.x0 = x0
        self.x1 = x1


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


Whole = tuple[str, float, bool, bool, bool, bool, bool, str, str]
"""The fields of a run from `font` to `link`."""


def new_run(start: int, end: int, style: Whole, x0: float, x1: float) -> Run:
    """`Run(start, end, *style, x0, x1)`."""
    draft = _RunDraft(start, end, *style, x0, x1)
    draft.__class__ = Run  # type: ignore[assignment]
    return cast(Run, draft)


def new_line(
    page: int, text: str, box: Box, runs: tuple[Run, ...], baseline: float, first_word_x1: float, size: float
) -> Line:
    """`Line(page, text, box, runs, baseline, first_word_x1, size)`."""
    draft = _LineDraft(page, text, box, runs, baseline, first_word_x1, size)
    draft.__class__ = Line  # type: ignore[assignment]
    return cast(Line, draft)


def new_glyph(
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
) -> Glyph:
    """`Glyph` with the same arguments."""
    draft = _GlyphDraft(
        text, x0, x1, top, bottom, baseline, font, size, bold, italic, colour, superscript, small_cap
    )
    draft.__class__ = Glyph  # type: ignore[assignment]
    return cast(Glyph, draft)
