"""Glyphs of a given text, set the way a typesetter would: one after the other, half an em wide."""

from __future__ import annotations

from dataclasses import replace

from nrm.pdf.glyphs import Glyph

WIDTH = 0.5
"""The advance of every letter, in multiples of the font size."""
SPACE = 0.25
"""The advance of a space, in multiples of the font size."""


def glyph(text: str, x0: float = 72.0, baseline: float = 100.0, size: float = 12.0, font: str = "Times-Roman") -> Glyph:
    """One glyph with an ascent of 0.8 and a descent of 0.2 of its size."""
    return Glyph(text, x0, x0 + WIDTH * size, baseline - 0.8 * size, baseline + 0.2 * size, baseline, font, size)


def typed(
    text: str,
    x0: float = 72.0,
    baseline: float = 100.0,
    size: float = 12.0,
    font: str = "Times-Roman",
    *,
    spaces: bool = True,
    spread: float = 0.0,
) -> list[Glyph]:
    """The glyphs of a text from `x0`; without `spaces` a gap stands for each, `spread` points after each glyph."""
    glyphs: list[Glyph] = []
    x = x0
    for character in text:
        if character == " ":
            if spaces:
                glyphs.append(replace(glyph(" ", x, baseline, size, font), x1=x + SPACE * size))
            x += SPACE * size + spread
            continue
        glyphs.append(glyph(character, x, baseline, size, font))
        x += WIDTH * size + spread
    return glyphs


def behind(glyphs: list[Glyph], gap: float = 0.0) -> float:
    """Where the next glyph would stand, `gap` points after the last one."""
    return glyphs[-1].x1 + gap
