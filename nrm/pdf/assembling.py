"""Text, styles and extents of a row's characters → a line with its runs."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from nrm.model import Box, Line, Run
from nrm.pdf.small_caps import as_written

Style = tuple[object, ...]
"""Font, size, bold, italic, underlined, superscript, small capitals, colour, link; `()` for a space."""

_WORD = re.compile(r"[^\s—–:()\[\],;]+")
_MOST_OF_WORD = 0.6


def assembled(
    number: int,
    box: Box,
    text: str,
    styles: list[Style],
    extents: Sequence[tuple[float, float]],
    baseline: float,
    main: float,
) -> Line:
    """A line of page `number` from its text and, per character, style (`()` for a space) and left and right edge.

    `main` is the size of most of its characters. Small capitals come back in the case in which they were
    written, and stray glyphs of a word get the word's style.
    """
    whole, styles = as_written(text, in_one_style(text, styles))
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
        box=box,
        runs=tuple(runs),
        baseline=baseline,
        first_word_x1=extents[last][1],
        size=main,
    )


def in_one_style(text: str, styles: list[Style]) -> list[Style]:
    """Stray glyphs of a word (a borrowed font, a gap in its underline) given its own style.

    Superscripts keep theirs, and so does a glyph of another size.
    """
    mended = list(styles)
    for match in _WORD.finditer(text):
        whole = styles[match.start() : match.end()]
        if whole.count(whole[0]) == len(whole):
            continue
        word = [styles[i] for i in range(*match.span()) if not styles[i][5]]
        kinds = Counter(word)
        if len(kinds) < 2:
            continue
        fonts = Counter(style[0] for style in word)
        main, count = kinds.most_common(1)[0]
        usual = fonts.most_common(1)[0][0]
        own = next(style for style in word if style[0] == usual)
        for i in range(*match.span()):
            style = styles[i]
            if style[5]:
                continue
            if count >= _MOST_OF_WORD * len(word) and style[1] == main[1]:
                mended[i] = main
            elif style[0] != usual and not text[i].isascii():
                mended[i] = (*own[:1], style[1], *own[2:])  # a letter that the word's font does not have
            else:
                mended[i] = (usual, *style[1:])
    return mended


def _run(
    start: int, stop: int, style: Style, extents: Sequence[tuple[float, float]]
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
