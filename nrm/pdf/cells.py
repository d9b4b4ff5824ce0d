"""The glyphs of a row with its spaces: those that the document prints, or gaps wide enough to be one."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import median

from nrm.pdf.glyphs import Glyph

GAP_WITH_SPACES = 0.17
"""In multiples of the size: a gap this wide is a space where the row prints others."""
GAP_WITHOUT_SPACES = 0.125
"""The same where the row prints none: a typesetter that justifies makes spaces as narrow as an eighth."""
OVERLAP = 0.05
"""A printed space takes at least so much room, in multiples of the size."""
_LEFT_OF_SPACE = 0.3
"""And at least this share of its own width: kerning draws letters over a space that is none."""


def cells_of(row: Sequence[Glyph], spaced: bool) -> list[Glyph | None]:
    """The glyphs of a row with None for each space between words."""
    inked = [g for g in row if g.text != " "]
    gaps = [
        b.x0 - a.x1
        for a, b in zip(inked, inked[1:], strict=False)
        if a.text.isalnum() and b.text.isalnum()
    ]
    printed = any(g.text == " " for g in row)
    spread = 0.0
    if len(gaps) > 4 and not printed:
        spread = max(0.0, median(gaps))  # letters set apart on purpose
    cells: list[Glyph | None] = []
    before: Glyph | None = None
    pending: Glyph | None = None
    for glyph in row:
        if glyph.text == " ":
            pending = pending or (glyph if before is not None else None)
            continue
        if before is not None:
            size = max(before.size, glyph.size)
            limit = size * (GAP_WITH_SPACES if spaced and printed else GAP_WITHOUT_SPACES)
            gap = glyph.x0 - before.x1
            # a space drawn under the next letter is an artefact of line breaking, not a space
            room = max(OVERLAP * size, _LEFT_OF_SPACE * min(pending.x1 - pending.x0, size / 3)) if pending else 0.0
            if (pending and gap > room) or gap > limit + 1.5 * spread:
                cells.append(None)
        cells.append(glyph)
        before, pending = glyph, None
    return cells
