"""Rows of glyphs → lines with runs of style.

Spaces that the document prints are trusted; where it prints none (as TeX does), a gap wider
than a fraction of the font size is one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median

from nrm.model import Box, Line, Page
from nrm.pdf.assembling import Style, assembled
from nrm.pdf.cells import cells_of
from nrm.pdf.fonts import font_style
from nrm.pdf.glyphs import Glyph
from nrm.pdf.rows import rows, shown_size
from nrm.pdf.small_caps import over_words
from nrm.pdf.strokes import horizontal_strokes, underlines
from nrm.pdf.underlining import ruled

_SUPERSCRIPT_SIZE = 0.86
_SUPERSCRIPT_RISE = 0.14
SAME_BASELINE = 0.3
_UNDERLINED = 4
"""Where a style says that it is underlined."""


@dataclass(frozen=True, slots=True)
class Link:
    """A link annotation on a page: its box and where it leads (an address, or `#` inside)."""

    box: Box
    target: str


def page_of(
    number: int,
    width: float,
    height: float,
    glyphs: Sequence[Glyph],
    strokes: Sequence[Box] = (),
    links: Sequence[Link] = (),
    images: int = 0,
) -> Page:
    """A page's lines from its visible glyphs (see `glyphs.drawn`), thin boxes and links."""
    joined = horizontal_strokes(strokes)
    spaced = sum(g.text == " " for g in glyphs) > len(glyphs) / 60
    lines, used = [], set[int]()
    for row in rows(glyphs):
        line = line_of(number, row, joined, links, spaced, used)
        if line is not None:
            lines.append(line)
    rules = tuple(stroke for i, stroke in enumerate(joined) if i not in used)
    return Page(number, width, height, tuple(lines), rules, images)


def is_raised(size: float, own: float, main: float, baseline: float) -> bool:
    """Whether a glyph of this size and baseline is a superscript on a line of size `main`; in points."""
    return size < _SUPERSCRIPT_SIZE * main and baseline - own > _SUPERSCRIPT_RISE * main


def line_of(
    number: int,
    row: Sequence[Glyph],
    strokes: Sequence[Box],
    links: Sequence[Link],
    spaced: bool,
    used: set[int],
) -> Line | None:
    """The line that a row of glyphs, from left to right, is; `None` if there is no ink in it.

    `strokes` are joined ones; the indices of those that underline something are added to `used`. `spaced` says
    whether the page prints its spaces.
    """
    inked = [g for g in row if g.text.strip()]
    if not inked:
        return None
    shown = {size: shown_size(size) for size in {glyph.size for glyph in inked}}
    sizes = Counter([shown[glyph.size] for glyph in inked])
    main = max(sizes.items(), key=lambda item: (item[1], item[0]))[0]
    baseline = median([g.baseline for g in inked if shown[g.size] == main])
    # in small capitals of two sizes the capitals are the fewer, and a mark is raised above them
    full = max((g.size for g in inked if abs(g.baseline - baseline) < SAME_BASELINE), default=main)
    cells = cells_of(row, spaced)
    under = [
        (i, s)
        for i, s in enumerate(strokes)
        if underlines(s, baseline, main, max(s.x0, inked[0].x0), min(s.x1, inked[-1].x1))
    ]
    near = [k for k in links if k.box.top < baseline - 0.2 * main < k.box.bottom]
    underlined = ruled(cells, under, main)
    used.update(index for index in underlined.values())
    text: list[str] = []
    styles: list[Style] = []
    extents: list[tuple[float, float]] = []
    signs: list[bool | None] = []
    plain: dict[tuple[object, ...], Style] = {}
    for place, cell in enumerate(cells):
        if cell is None:
            text.append(" ")
            styles.append(())
            extents.append((0.0, 0.0))
            signs.append(None)
            continue
        raised = cell.superscript or is_raised(cell.size, cell.baseline, full, baseline)
        look = (cell.font, cell.size, cell.bold, cell.italic, raised, cell.small_cap, cell.colour)
        signature = plain.get(look)
        if signature is None:
            signature = plain[look] = _style(cell, raised)
        if place in underlined:
            signature = (*signature[:_UNDERLINED], True, *signature[_UNDERLINED + 1 :])
        if near:
            centre = (cell.x0 + cell.x1) / 2
            link = next((k.target for k in near if k.box.x0 <= centre <= k.box.x1), "")
            signature = (*signature[:-1], link)
        for character in cell.text:
            text.append(character)
            styles.append(signature)
            extents.append((cell.x0, cell.x1))
            signs.append(cell.small_cap)
    whole = "".join(text)
    if any(signs):
        styles = over_words(whole, styles, signs)
    large = [g for g in inked if shown[g.size] >= main]
    box = Box(
        min([g.x0 for g in inked]),
        min([g.top for g in large]),
        max([g.x1 for g in inked]),
        max([g.bottom for g in large]),
    )
    return assembled(number, box, whole, styles, extents, baseline, main)


def _style(glyph: Glyph, raised: bool) -> Style:
    """How a glyph looks that is neither underlined nor a link."""
    style = font_style(glyph.font)
    return (
        style.name,
        shown_size(glyph.size),
        glyph.bold or style.bold,
        glyph.italic or style.italic,
        False,
        raised,
        style.small_caps or bool(glyph.small_cap),
        glyph.colour,
        "",
    )
