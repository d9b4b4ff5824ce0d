"""Rows of glyphs → lines with runs of style.

Spaces that the document prints are trusted; where it prints none (as TeX does), a gap wider
than a fraction of the font size is one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from statistics import median

from nrm.model import Box, Line, Page, Run
from nrm.pdf.fonts import font_style
from nrm.pdf.glyphs import Glyph
from nrm.pdf.rows import rows
from nrm.pdf.small_caps import as_written, over_words
from nrm.pdf.strokes import horizontal_strokes, underlines

_GAP_WITH_SPACES = 0.17
_GAP_WITHOUT_SPACES = 0.15
_WORD = re.compile(r"[^\s—–:()\[\],;]+")
_MOST_OF_WORD = 0.6
_OVERLAP = 0.05
_DESCENDER_GAP = 2.2
_END_GAP = 3
_SUPERSCRIPT_SIZE = 0.86
_SUPERSCRIPT_RISE = 0.14


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
        line = _line(number, row, joined, links, spaced, used)
        if line is not None:
            lines.append(line)
    rules = tuple(stroke for i, stroke in enumerate(joined) if i not in used)
    return Page(number, width, height, tuple(lines), rules, images)


def _line(
    number: int,
    row: Sequence[Glyph],
    strokes: Sequence[Box],
    links: Sequence[Link],
    spaced: bool,
    used: set[int],
) -> Line | None:
    inked = [g for g in row if g.text.strip()]
    if not inked:
        return None
    size = Counter[float]()
    for glyph in inked:
        size[round(glyph.size, 1)] += 1
    main = max(size.items(), key=lambda item: (item[1], item[0]))[0]
    baseline = median(g.baseline for g in inked if round(g.size, 1) == main)
    cells = _cells(row, spaced)
    under = [
        (i, s)
        for i, s in enumerate(strokes)
        if underlines(s, baseline, main, max(s.x0, inked[0].x0), min(s.x1, inked[-1].x1))
    ]
    near = [k for k in links if k.box.top < baseline - 0.2 * main < k.box.bottom]
    ruled = _ruled(cells, under, main)
    used.update(index for index in ruled.values())
    text: list[str] = []
    styles: list[tuple[object, ...]] = []
    extents: list[tuple[float, float]] = []
    signs: list[bool | None] = []
    for place, cell in enumerate(cells):
        if cell is None:
            text.append(" ")
            styles.append(())
            extents.append((0.0, 0.0))
            signs.append(None)
            continue
        style = font_style(cell.font)
        raised = cell.superscript or (
            cell.size < _SUPERSCRIPT_SIZE * main
            and baseline - cell.baseline > _SUPERSCRIPT_RISE * main
        )
        centre = (cell.x0 + cell.x1) / 2
        link = next((k.target for k in near if k.box.x0 - 1 <= centre <= k.box.x1 + 1), "")
        signature = (
            style.name,
            round(cell.size, 1),
            cell.bold or style.bold,
            cell.italic or style.italic,
            place in ruled,
            raised,
            style.small_caps or bool(cell.small_cap),
            cell.colour,
            link,
        )
        for character in cell.text:
            text.append(character)
            styles.append(signature)
            extents.append((cell.x0, cell.x1))
            signs.append(cell.small_cap)
    whole = "".join(text)
    if any(signs):
        styles = over_words(whole, styles, signs)
    whole, styles = as_written(whole, in_one_style(whole, styles))
    return _assembled(number, inked, whole, styles, extents, baseline, main)


def _ruled(
    cells: Sequence[Glyph | None], under: Sequence[tuple[int, Box]], size: float
) -> dict[int, int]:
    """Which cells are underlined, by which stroke; gaps at descenders and brackets are closed."""
    if not under:
        return {}
    found: dict[int, int] = {}
    for place, cell in enumerate(cells):
        if cell is None:
            continue
        for index, stroke in under:
            if underlines(stroke, cell.baseline, size, cell.x0, cell.x1):
                found[place] = index
                break
    places = sorted(found)
    for before, after in zip(places, places[1:], strict=False):
        gap = _left(cells[after]) - _right(cells[before])
        if after - before > 1 and gap <= _DESCENDER_GAP * size:
            found.update(dict.fromkeys(range(before + 1, after), found[before]))
    if places:
        end = places[-1] + 1
        last_word = None not in cells[end:]
        while end < len(cells) and cells[end] is not None and (
            last_word or not _wordy(cells[end])
        ):
            if end - places[-1] > _END_GAP:
                break
            found[end] = found[places[-1]]
            end += 1
    return {place: index for place, index in found.items() if cells[place] is not None}


def _left(cell: Glyph | None) -> float:
    return cell.x0 if cell is not None else 0.0


def _right(cell: Glyph | None) -> float:
    return cell.x1 if cell is not None else 0.0


def _wordy(cell: Glyph | None) -> bool:
    return cell is not None and cell.text.isalnum()


def _cells(row: Sequence[Glyph], spaced: bool) -> list[Glyph | None]:
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
    pending = False
    for glyph in row:
        if glyph.text == " ":
            pending = pending or before is not None
            continue
        if before is not None:
            size = max(before.size, glyph.size)
            limit = size * (_GAP_WITH_SPACES if spaced and printed else _GAP_WITHOUT_SPACES)
            gap = glyph.x0 - before.x1
            # a space drawn under the next letter is an artefact of line breaking, not a space
            if (pending and gap > _OVERLAP * size) or gap > limit + 1.5 * spread:
                cells.append(None)
        cells.append(glyph)
        before, pending = glyph, False
    return cells


def _assembled(
    number: int,
    inked: Sequence[Glyph],
    whole: str,
    styles: list[tuple[object, ...]],
    extents: list[tuple[float, float]],
    baseline: float,
    main: float,
) -> Line:
    runs: list[Run] = []
    start = 0
    for i in range(1, len(whole) + 1):
        if i < len(whole) and styles[i] in (styles[start], ()):
            continue
        stop = i
        while stop > start and styles[stop - 1] == ():
            stop -= 1
        runs.append(_run(start, stop, styles[start], extents))
        start = i
    if any(r.superscript for r in runs) and all(r.superscript for r in runs):
        runs = [_lowered(r) for r in runs]
    first_space = whole.find(" ")
    last = len(whole) - 1 if first_space < 0 else first_space - 1
    return Line(
        page=number,
        text=whole,
        box=Box(
            min(g.x0 for g in inked),
            min(g.top for g in inked if round(g.size, 1) >= main),
            max(g.x1 for g in inked),
            max(g.bottom for g in inked if round(g.size, 1) >= main),
        ),
        runs=tuple(runs),
        baseline=baseline,
        first_word_x1=extents[last][1],
        size=main,
    )


def in_one_style(text: str, styles: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Stray glyphs of a word (a borrowed font, a gap in its underline) given its own style.

    Superscripts keep theirs, and so does a glyph of another size.
    """
    mended = list(styles)
    for match in _WORD.finditer(text):
        word = [styles[i] for i in range(*match.span()) if not styles[i][5]]
        kinds = Counter(word)
        if len(kinds) < 2:
            continue
        fonts = Counter(style[0] for style in word)
        main, count = kinds.most_common(1)[0]
        for i in range(*match.span()):
            style = styles[i]
            if style[5]:
                continue
            if count >= _MOST_OF_WORD * len(word) and style[1] == main[1]:
                mended[i] = main
            else:
                mended[i] = (fonts.most_common(1)[0][0], *style[1:])
    return mended


def _run(
    start: int, stop: int, style: tuple[object, ...], extents: Sequence[tuple[float, float]]
) -> Run:
    font, size, bold, italic, underlined, superscript, small_caps, colour, link = style
    return Run(
        start=start,
        end=stop,
        font=str(font),
        size=float(str(size)),
        bold=bool(bold),
        italic=bool(italic),
        underlined=bool(underlined),
        superscript=bool(superscript),
        small_caps=bool(small_caps),
        colour=str(colour),
        link=str(link),
        x0=extents[start][0],
        x1=extents[stop - 1][1],
    )


def _lowered(run: Run) -> Run:
    return replace(run, superscript=False)
