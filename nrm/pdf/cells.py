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
_MANY, _FEW, _ALIKE = 4, 3, 0.1
Cut = tuple[str, float]
_LEFT_OF_SPACE = 0.3
"""And at least this share of its own width: kerning draws letters over a space that is none."""


def cells_of(row: Sequence[Glyph], spaced: bool) -> list[Glyph | None]:
    """The glyphs of a row with None for each space between words."""
    printed = any(g.text == " " for g in row)
    spread = _set_apart([g for g in row if g.text != " "])
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
            apart = min(spread.get(_cut(before), 0.0), spread.get(_cut(glyph), 0.0)) if spread else 0.0
            if (pending and gap > room) or gap > limit + 1.5 * apart:
                cells.append(None)
        cells.append(glyph)
        before, pending = glyph, None
    return cells


def _cut(glyph: Glyph) -> Cut:
    return glyph.font, round(glyph.size, 1)


def _set_apart(inked: Sequence[Glyph]) -> dict[Cut, float]:
    """How far the letters of each font and size are set apart on purpose, in points."""
    gaps: dict[Cut, list[float]] = {}
    for a, b in zip(inked, inked[1:], strict=False):
        if a.text.isalnum() and b.text.isalnum() and a.font == b.font:
            cut = _cut(a)
            if a.size == b.size or cut == _cut(b):
                gaps.setdefault(cut, []).append(b.x0 - a.x1)
    return {cut: max(0.0, median(found)) for cut, found in gaps.items() if _tells(found, cut[1])}


def _tells(gaps: Sequence[float], size: float) -> bool:
    """Whether the gaps are enough to tell: many, or few of nearly one width."""
    return len(gaps) > _MANY or (len(gaps) >= _FEW and max(gaps) - min(gaps) < _ALIKE * size)
