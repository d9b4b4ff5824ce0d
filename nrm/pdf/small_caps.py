"""Small capitals set in two sizes, given back the case in which they were written.

A typesetter without a font of small capitals prints capitals in two sizes; one with such a font
may print lower-case letters in two sizes. Either way the larger letters are the capitals.
"""

from __future__ import annotations

_RATIOS = (0.62, 0.88)
_SIZE, _SUPERSCRIPT, _SMALL_CAPS, _FONT, _BASE = 1, 5, 6, 0, 2


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
