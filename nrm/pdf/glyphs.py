"""Characters as a page draws them, and the repairs that every reader needs.

A glyph keeps its geometry and style until lines are made of it: `drawn(...)` takes the glyphs
of a page in the order of drawing and gives those that a person sees, accents joined to their
letters, ligatures resolved, overprinted doubles taken once.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files

from nrm.pdf.swapped_bytes import unswapped

LIGATURES = {
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
    "\ufb05": "st",
    "\ufb06": "st",
}
"""Unicode's Latin ligatures (Alphabetic Presentation Forms) and what they stand for."""

SUPERSCRIPTS = dict(zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True))
_SPACES = dict.fromkeys("\u00a0\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\t", " ")
_INVISIBLE = dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff", "")
_TURNS = dict.fromkeys("\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069", "")
_CONTROLS = dict.fromkeys(map(chr, (*range(0x20), *range(0x7F, 0xA0))), "") | dict.fromkeys("\n\r", " ")
_HALVES = dict.fromkeys(map(chr, range(0xD800, 0xE000)), "\ufffd")
# no text file may hold halves of surrogate pairs, and what turns the direction of text deceives readers
_TEXT_REPAIRS = {**_CONTROLS, **_TURNS, **_HALVES, **LIGATURES, **_SPACES, **_INVISIBLE}

_COMBINING = {
    "´": "\u0301",
    "`": "\u0300",
    "¨": "\u0308",
    "ˆ": "\u0302",
    "^": "\u0302",
    "˜": "\u0303",
    "¯": "\u0304",
    "˘": "\u0306",
    "˙": "\u0307",
    "˚": "\u030a",
    "¸": "\u0327",
    "˛": "\u0328",
    "˝": "\u030b",
    "ˇ": "\u030c",
}
"""Spacing accents that some typesetters overprint on a letter, and their combining forms."""

_PLAIN = frozenset(map(chr, range(0x20, 0x7F)))
"""Characters that mean what they are."""

_DOUBLE_TOLERANCE = 0.8
_CELL = 2.0
"""Points: places are looked up by squares of this size, so that what is near is in the same or the next one."""
_LARGEST = 10_000.0
"""Points: letters larger than any page are none that a person reads."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """One drawn character; points, origin top left. `baseline` is measured from the top.

    `x0`/`x1` are its advance, `top`/`bottom` come from the font's ascent and descent.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    baseline: float
    font: str
    size: float
    bold: bool = False
    italic: bool = False
    colour: str = ""
    superscript: bool = False
    small_cap: bool | None = None
    """Whether its width is a small capital's; None where the width cannot tell."""


@cache
def private_use() -> dict[str, tuple[str, str]]:
    """Private characters of known fonts: kind (ligature, figure, small capital) and meaning."""
    table = tomllib.loads(files("nrm.pdf").joinpath("private_use.toml").read_text("utf-8"))
    return {
        chr(int(code, 16)): (kind, meaning)
        for kind, rows in table.items()
        for code, meaning in rows.items()
    }


def repaired(text: str) -> str:
    """The text of a glyph with ligatures resolved and odd spaces made plain ones.

    >>> repaired("ﬃ")
    'ffi'
    """
    if text in _TEXT_REPAIRS:
        return _TEXT_REPAIRS[text]
    if len(text) == 1 and "\ue000" <= text <= "\uf8ff":
        return private_use().get(text, ("", text))[1]
    if text.startswith("(cid:"):
        return "\ufffd"
    return text if len(text) < 2 else "".join(_TEXT_REPAIRS.get(c, c) for c in unswapped(text))


def plain_letters(text: str) -> str:
    """The letters of a ligature: some fonts put soft hyphens between them.

    >>> plain_letters("f\u00adf")
    'ff'
    """
    return "".join(_TEXT_REPAIRS.get(c, c) for c in text if c != "\u00ad")


def drawn(glyphs: Iterable[Glyph], width: float, height: float) -> list[Glyph]:
    """The glyphs that a person sees on a page of this size, repaired, in order of drawing."""
    seen: list[Glyph] = []
    places: dict[tuple[str, int, int], int] = {}
    lettered: set[str] = set()
    for glyph in glyphs:
        text = glyph.text
        if not _is_visible(glyph, width, height):
            continue
        if text not in _PLAIN:
            text = repaired(text)
            if not text:
                continue
            if private_use().get(glyph.text, ("", ""))[0] == "small capital":
                glyph = replace(glyph, small_cap=True)
                lettered.add(_without_tag(glyph.font))
            if text in SUPERSCRIPTS:
                glyph = replace(glyph, superscript=True)
                text = SUPERSCRIPTS[text]
            if text != glyph.text:
                glyph = replace(glyph, text=text)
        if seen and (
            text in _COMBINING
            or seen[-1].text in _COMBINING
            or (text not in _PLAIN and unicodedata.combining(text[0]))
        ):
            joined = _with_accent(seen[-1], glyph)
            if joined is not None:
                seen[-1] = joined
                continue
        if text != " ":
            double = _double_of(glyph, seen, places)
            if double is not None:
                # the same letter printed twice, a hair apart, is how some programs make bold
                seen[double] = replace(seen[double], bold=True)
                continue
            places[(text, round(glyph.x0 / _CELL), round(glyph.baseline / _CELL))] = len(seen)
        seen.append(glyph)
    return [_told_plain(glyph, lettered) for glyph in seen] if lettered else seen


def _told_plain(glyph: Glyph, lettered: set[str]) -> Glyph:
    """A small letter of a font that has characters of its own for small capitals is none of them."""
    plain = glyph.small_cap is None and glyph.text.islower() and _without_tag(glyph.font) in lettered
    return replace(glyph, small_cap=False) if plain else glyph


def _without_tag(font: str) -> str:
    return font[7:] if font[6:7] == "+" else font


def _is_visible(glyph: Glyph, width: float, height: float) -> bool:
    """Whether a glyph has a size and is on the page."""
    on_page = glyph.x1 >= 0 and glyph.x0 <= width and glyph.bottom >= 0 and glyph.top <= height
    return on_page and 0 < glyph.size < _LARGEST


def _double_of(
    glyph: Glyph, seen: list[Glyph], places: dict[tuple[str, int, int], int]
) -> int | None:
    """The index of an earlier glyph that this one overprints, if any."""
    x, y = glyph.x0, glyph.baseline
    for column in _cells(x):
        for row in _cells(y):
            index = places.get((glyph.text, column, row))
            if index is None:
                continue
            other = seen[index]
            near = (
                abs(other.x0 - x) < _DOUBLE_TOLERANCE
                and abs(other.baseline - y) < _DOUBLE_TOLERANCE
                and abs(other.size - glyph.size) < _DOUBLE_TOLERANCE
            )
            if near and glyph.x1 - x > 2 * abs(other.x0 - x):
                return index
    return None


def _cells(place: float) -> Sequence[int]:
    """In which squares what is as near to a place as a double stands, first the one in which the place is."""
    own = round(place / _CELL)
    beyond = place - own * _CELL
    if beyond < _DOUBLE_TOLERANCE - _CELL / 2:
        return (own, own - 1)
    return (own, own + 1) if beyond > _CELL / 2 - _DOUBLE_TOLERANCE else (own,)


def _with_accent(before: Glyph, glyph: Glyph) -> Glyph | None:
    """A letter and the accent overprinted on it as one glyph; None if they stand side by side."""
    if unicodedata.combining(glyph.text[0]):  # drawn right behind its letter, wherever it is put
        joined = unicodedata.normalize("NFC", before.text + glyph.text)
        return replace(before, text=joined) if before.text.isalpha() else None
    accent, letter = (before, glyph) if before.text in _COMBINING else (glyph, before)
    if accent.text not in _COMBINING or not letter.text.isalpha():
        return None
    overlap = min(accent.x1, letter.x1) - max(accent.x0, letter.x0)
    if overlap < 0.5 * min(accent.x1 - accent.x0, letter.x1 - letter.x0):
        return None
    dotless = {"ı": "i", "ȷ": "j"}.get(letter.text, letter.text)
    joined = unicodedata.normalize("NFC", dotless + _COMBINING[accent.text])
    return replace(letter, text=joined) if len(joined) == 1 else None
