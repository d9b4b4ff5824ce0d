"""Small capitals: found, and given back the case in which they were written.

A typesetter without a font of small capitals prints capitals in two sizes; one with such a font
may print lower-case letters in two sizes. Either way the larger letters are the capitals. A font
that carries small capitals as variants of its letters shows them by nothing but their widths.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace

from nrm.pdf.glyphs import Glyph

_RATIOS = (0.62, 0.88)
_SIZE, _SUPERSCRIPT, _SMALL_CAPS, _FONT, _BASE = 1, 5, 6, 0, 2


_MOST_LETTERS = 6
_SEEN = 3
_SLACK = 0.012


class LetterWidths:
    """The widths of each font's lower-case letters over a document, in multiples of the size."""

    def __init__(self) -> None:
        self._widths: dict[tuple[str, str], Counter[float]] = defaultdict(Counter)

    def count(self, glyphs: Iterable[Glyph]) -> None:
        """Take the glyphs of a page into account."""
        for glyph in glyphs:
            if len(glyph.text) == 1 and glyph.text.islower() and glyph.size > 0:
                width = round((glyph.x1 - glyph.x0) / glyph.size, 2)
                self._widths[(glyph.font, glyph.text)][width] += 1

    def with_variants(self) -> frozenset[str]:
        """The fonts in which many letters come in two widths: they hold small capitals."""
        letters = Counter[str]()
        for (font, letter), widths in self._widths.items():
            usual = self._usual(font, letter)
            others = sum(n for width, n in widths.items() if abs(width - usual) > _SLACK)
            letters[font] += others >= _SEEN
        return frozenset(font for font, count in letters.items() if count >= _MOST_LETTERS)

    def marked(self, glyphs: Iterable[Glyph], fonts: frozenset[str]) -> list[Glyph]:
        """The glyphs, those of an unusual width in such a font marked as small capitals."""
        return [
            replace(g, small_cap=True) if g.font in fonts and self._unusual(g) else g
            for g in glyphs
        ]

    def _usual(self, font: str, letter: str) -> float:
        """The width of the plain letter: the smallest one that is not rare."""
        widths = self._widths[(font, letter)]
        frequent = [width for width, n in widths.items() if n >= _SEEN] or list(widths)
        return min(frequent)

    def _unusual(self, glyph: Glyph) -> bool:
        if (glyph.font, glyph.text) not in self._widths or glyph.size <= 0:
            return False
        usual = self._usual(glyph.font, glyph.text)
        return (glyph.x1 - glyph.x0) / glyph.size - usual > _SLACK


def over_words(text: str, styles: list[tuple[object, ...]]) -> list[tuple[object, ...]]:
    """Small capitals spread over whole words, and over words of capitals or digits beside them.

    Capitals and digits have their usual width in small capitals, so their word decides.
    """
    words: list[tuple[int, int, bool | None]] = []
    start = 0
    for end in range(len(text) + 1):
        if end < len(text) and styles[end] != ():
            continue
        if end > start:
            lower = [i for i in range(start, end) if text[i].islower()]
            small = sum(bool(styles[i][_SMALL_CAPS]) for i in lower)
            words.append((start, end, None if not lower else 2 * small > len(lower)))
        start = end + 1
    marked = list(styles)
    for number, (first, end, small) in enumerate(words):
        before = words[number - 1][2] if number else None
        after = words[number + 1][2] if number + 1 < len(words) else None
        chosen = small if small is not None else bool(before) or (number == 0 and bool(after))
        for i in range(first, end):
            if bool(marked[i][_SMALL_CAPS]) != chosen:
                style = list(marked[i])
                style[_SMALL_CAPS] = chosen
                marked[i] = tuple(style)
    return marked


def as_written(
    text: str, styles: list[tuple[object, ...]]
) -> tuple[str, list[tuple[object, ...]]]:
    """The text in its true case and the styles with small capitals marked and in one size.

    `styles` holds, per character, the signature that `lines` makes; `()` stands for a space.
    """
    out = list(text)
    marked = list(styles)
    i = 0
    while i < len(text):
        j = _stretch_end(i, styles)
        if j > i + 1:
            _restore(i, j, out, marked)
        i = max(j, i + 1)
    return "".join(out), marked


def _stretch_end(start: int, styles: list[tuple[object, ...]]) -> int:
    """The end of the stretch from `start` that differs in nothing but size."""
    if not styles[start] or styles[start][_SUPERSCRIPT]:
        return start + 1
    key = _key(styles[start])
    end = start
    while end < len(styles) and (not styles[end] or _key(styles[end]) == key):
        end += 1
    while end > start and not styles[end - 1]:
        end -= 1
    return end


def _key(style: tuple[object, ...]) -> tuple[object, ...]:
    """Weight, slant and script: the rest (font of a smaller cut, colour, link) may change."""
    return (style[_FONT], *style[_BASE:_SMALL_CAPS])


def _restore(start: int, end: int, out: list[str], marked: list[tuple[object, ...]]) -> None:
    letters = [i for i in range(start, end) if marked[i] and out[i].isalpha()]
    sizes = {float(str(marked[i][_SIZE])) for i in letters}
    if len(sizes) != 2:
        return
    small, large = sorted(sizes)
    if not _RATIOS[0] <= small / large <= _RATIOS[1]:
        return
    named = all(marked[i][_SMALL_CAPS] for i in letters)
    small_letters = [i for i in letters if float(str(marked[i][_SIZE])) == small]
    if not named and not all(out[i].isupper() for i in letters):
        return
    if len(small_letters) < 2 and not named:
        return
    for i in range(start, end):
        if not marked[i]:
            continue
        size = float(str(marked[i][_SIZE]))
        if out[i].isalpha():
            changed = out[i].lower() if size == small else out[i].upper()
            out[i] = changed if len(changed) == 1 else out[i]
        style = list(marked[i])
        style[_SIZE], style[_SMALL_CAPS] = large, True
        marked[i] = tuple(style)
