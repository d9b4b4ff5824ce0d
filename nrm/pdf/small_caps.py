"""Small capitals: found, and given back the case in which they were written.

A typesetter without a font of small capitals prints capitals in two sizes; one with such a font
may print lower-case letters in two sizes. Either way the larger letters are the capitals. A font
that carries small capitals as variants of its letters shows them by nothing but their widths.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from nrm.pdf.glyphs import Glyph

_RATIOS = (0.62, 0.88)
_SIZE, _SUPERSCRIPT, _SMALL_CAPS, _FONT, _BASE = 1, 5, 6, 0, 2


_MOST_LETTERS = 6
_SEEN = 3
_SLACK = 0.02
_NARROW = 0.8
_NARROW_LETTERS = "ftrlj"
_DIVIDED = 0.34
_ENDS_LEAD = ":.–—-"
_LEAD = re.compile(r"(.*[.:–—-])\s+(?=\S)")


class LetterWidths:
    """The widths of each font's lower-case letters over a document, in multiples of the size."""

    def __init__(self) -> None:
        self._widths: dict[tuple[str, str], Counter[float]] = defaultdict(Counter)
        self._prevailing: dict[str, bool] = {}

    def count(self, glyphs: Iterable[Glyph]) -> None:
        """Take the glyphs of a page into account."""
        for glyph in glyphs:
            if len(glyph.text) == 1 and glyph.size > 0 and _varies(glyph.text):
                width = round((glyph.x1 - glyph.x0) / glyph.size, 2)
                self._widths[(_name(glyph.font), glyph.text)][width] += 1

    def with_variants(self) -> frozenset[str]:
        """The fonts in which many letters, or a digit, come in two widths.

        They hold small capitals or superscript figures as variants.
        """
        letters = Counter[str]()
        for (font, letter), widths in self._widths.items():
            if letter.isdigit():
                usual = self._digit_width(font, letter)
                narrow = sum(n for width, n in widths.items() if width < _NARROW * usual)
                letters[font] += _MOST_LETTERS if narrow else 0
                continue
            usual = self._usual(font, letter)
            others = sum(n for width, n in widths.items() if abs(width - usual) > _SLACK)
            letters[font] += others >= _SEEN
        return frozenset(font for font, count in letters.items() if count >= _MOST_LETTERS)

    def marked(self, glyphs: Iterable[Glyph], fonts: frozenset[str]) -> list[Glyph]:
        """The glyphs; letters that are wider marked as small capitals, narrow digits as raised."""
        return [self._marked(g) if _name(g.font) in fonts else g for g in glyphs]

    def _marked(self, glyph: Glyph) -> Glyph:
        if glyph.text.isdigit() and glyph.size > 0:
            narrow = _NARROW * self._digit_width(_name(glyph.font), glyph.text)
            raised = (glyph.x1 - glyph.x0) / glyph.size < narrow
            return replace(glyph, superscript=True) if raised else glyph
        return replace(glyph, small_cap=self._is_small_cap(glyph))

    def _digit_width(self, font: str, digit: str) -> float:
        """The width of most digits of a font; of a 1, which many fonts make narrower, its own greatest."""
        if digit == "1":
            return max(self._widths.get((font, digit), {}), default=0.0)
        widths = Counter[float]()
        for digit in "0123456789":
            widths.update(self._widths.get((font, digit), {}))
        return widths.most_common(1)[0][0] if widths else 0.0

    def _usual(self, font: str, letter: str) -> float:
        """The width of the plain letter: the commoner one, unless small capitals prevail."""
        ranked = [width for width, _ in self._widths[(font, letter)].most_common()]
        if not self._small_caps_prevail(font):
            return ranked[0]
        return next((w for w in ranked if abs(w - ranked[0]) > _SLACK), ranked[0])

    def _small_caps_prevail(self, font: str) -> bool:
        """Whether the wide forms of letters that are narrow when plain are the commoner ones."""
        if font not in self._prevailing:
            narrow = wide = 0
            for letter in _NARROW_LETTERS:
                widths = self._widths.get((font, letter), Counter())
                if widths and max(widths) - min(widths) > _SLACK:
                    middle = (max(widths) + min(widths)) / 2
                    narrow += sum(n for width, n in widths.items() if width < middle)
                    wide += sum(n for width, n in widths.items() if width >= middle)
            self._prevailing[font] = wide > narrow
        return self._prevailing[font]

    def _is_small_cap(self, glyph: Glyph) -> bool | None:
        """Whether a letter's width is its small capital's; None if the font shows only one width."""
        letter = unicodedata.normalize("NFD", glyph.text)[:1]
        key = (_name(glyph.font), letter)
        if glyph.size <= 0 or not letter.islower() or key not in self._widths:
            return None
        usual = self._usual(*key)
        if max(abs(width - usual) for width in self._widths[key]) <= _SLACK:
            return None
        return abs((glyph.x1 - glyph.x0) / glyph.size - usual) > _SLACK


def _varies(text: str) -> bool:
    return text.islower() or text in "0123456789"


def _name(font: str) -> str:
    """A font without its subset tag: plain letters and small capitals may be embedded apart."""
    return font[7:] if font[6:7] == "+" else font


def over_words(
    text: str, styles: list[tuple[object, ...]], signs: Sequence[bool | None]
) -> list[tuple[object, ...]]:
    """Small capitals spread over whole words, and over words of capitals or digits beside them.

    `signs` says per character whether its width is a small capital's, or None where it cannot
    tell: capitals and digits have their usual width in small capitals, so their word decides.
    """
    words: list[tuple[int, int, bool | None]] = []
    start = 0
    for end in range(len(text) + 1):
        if end < len(text) and styles[end] != ():
            continue
        if end > start:
            told = [sign for sign in signs[start:end] if sign is not None]
            words.append((start, end, _majority(told)))
        start = end + 1
    marked = list(styles)
    for number, (first, end, small) in enumerate(words):
        cut = _cut(styles[first])
        before = next((w[2] for w in reversed(words[:number]) if w[2] is not None and _cut(styles[w[0]]) == cut), None)
        after = next((w[2] for w in words[number + 1 :] if w[2] is not None and _cut(styles[w[0]]) == cut), None)
        ended = number > 0 and text[first - 2] in _ENDS_LEAD  # the text after a name takes after its own words
        beside = after if before is None or (ended and after is not None) else before
        chosen = small if small is not None else bool(beside)
        for i in range(first, end):
            if bool(marked[i][_SMALL_CAPS]) != chosen:
                style = list(marked[i])
                style[_SMALL_CAPS] = chosen
                marked[i] = tuple(style)
    return marked


def _cut(style: tuple[object, ...]) -> tuple[object, object]:
    """Font and weight: a word says nothing of one in another cut."""
    return style[_FONT], style[_BASE]


def _majority(told: Sequence[bool]) -> bool | None:
    """Whether most letters of a word are small capitals by their width; None where they are divided."""
    share = sum(told) / len(told) if told else 0.5
    return None if _DIVIDED < share < 1 - _DIVIDED else share > 0.5


def as_written(
    text: str, styles: list[tuple[object, ...]]
) -> tuple[str, list[tuple[object, ...]]]:
    """The text in its true case and the styles with small capitals marked and in one size.

    `styles` holds, per character, the signature that `lines` makes; `()` stands for a space.
    """
    out = list(text)
    marked = list(styles)
    changes = [style for before, style in zip([(), *styles], styles, strict=False) if style is not before]
    if len({style[_SIZE] for style in changes if style}) < 2:
        return text, marked  # only capitals in two sizes are restored
    i = 0
    while i < len(text):
        j = _stretch_end(i, styles)
        for first, last in _without_plain_words(i, j, text, styles):
            last = _without_opening_word(first, last, text, styles)
            if last > first + 1:
                _restore(first, last, out, marked)
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


def _without_plain_words(
    start: int, end: int, text: str, styles: list[tuple[object, ...]]
) -> list[tuple[int, int]]:
    """A stretch cut at its words with small letters: those are no capitals in two sizes.

    In a font of small capitals (which has small letters) the stretch stays whole.
    """
    if all(style[_SMALL_CAPS] for style in styles[start:end] if style):
        return [(start, end)]
    cuts: list[tuple[int, int]] = []
    word = first = start
    for at in range(start, end + 1):
        if at < end and styles[at]:
            continue
        if any(c.islower() for c in text[word:at]):
            cuts.append((first, word))
            first = at + 1
        word = at + 1
    cuts.append((first, end))
    return cuts


def _without_opening_word(first: int, last: int, text: str, styles: list[tuple[object, ...]]) -> int:
    """Where a stretch ends: before capitals that open the text behind a lead, "Palace – A market …"."""
    end = last
    while end > first and not styles[end - 1]:
        end -= 1
    lead = _LEAD.match(text, first, end) if end < len(text) else None
    if lead is None:
        return last
    large = max(float(str(styles[i][_SIZE])) for i in range(first, end) if styles[i])
    behind = [float(str(styles[i][_SIZE])) for i in range(lead.end(), end) if styles[i]]
    return lead.end(1) if min(behind) == large else last


def _key(style: tuple[object, ...]) -> tuple[object, ...]:
    """Weight, slant and script: the rest (font of a smaller cut, colour, link) may change."""
    return (style[_FONT], *style[_BASE:_SMALL_CAPS])


def _restore(start: int, end: int, out: list[str], marked: list[tuple[object, ...]]) -> None:
    letters = [i for i in range(start, end) if marked[i] and out[i].isalpha()]
    # in "360TELEPORT" only the figures show the size of the capitals
    sizes = {float(str(marked[i][_SIZE])) for i in range(start, end) if marked[i] and out[i].isalnum()}
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
