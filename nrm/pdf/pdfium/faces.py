"""The fonts of a file: name and style, how far they reach below the baseline, widths.

What the file says of a font counts; what it leaves open is asked of pdfium.
"""

from __future__ import annotations

import ctypes
from typing import TYPE_CHECKING
from zlib import adler32

from nrm.pdf.fonts import FontStyle, font_style, without_tag
from nrm.pdf.pdfium import native
from nrm.pdf.pdfium.distrust import Distrust
from nrm.pdf.pdfium.font_facts import FontFacts, FontFactsOf

if TYPE_CHECKING:
    from nrm.pdf.pdfium.looks import Look

_EM = 1000.0
_STEP = 1 / _EM / 255
"""In which the parts of a unit are counted that pdfium cuts off, so that each fits a byte."""
_ASCII = 128
_SUM, _FEW = 0xFFFF, 255
"""Adler-32 holds in its lower half the sum of the bytes and one, of so few exactly (RFC 1950, 8.2)."""

_number = ctypes.c_float()
_NUMBER = ctypes.addressof(_number)
_name = ctypes.create_string_buffer(512)
_NAME = ctypes.addressof(_name)
_length = ctypes.c_size_t()
_LENGTH = ctypes.addressof(_length)


def _face_name(handle: int) -> str:
    """The name of a font without subset tag, empty for one without (such as a Type 3 font)."""
    length: int = native.font_name(handle, _NAME, len(_name))
    return without_tag(ctypes.string_at(_NAME, max(0, min(length, len(_name)) - 1)).decode("utf-8", "replace"))


def _program_length(handle: int) -> int:
    """The length of the embedded font program (of a substitute for a font that is not embedded), in bytes."""
    _length.value = 0
    native.font_program(handle, None, 0, _LENGTH)
    return _length.value


class Face:
    """One font: `descent` (negative) and widths are shares of the size.

    `widths` holds the advance of a character, or of letters that one glyph draws, 0 for what the font does not have;
    `excess` by how much a character is wider than pdfium sets it, because it rounds widths down; `hyphen` is the one
    that it prints, empty where that cannot be told; `looks` are those that it has been seen with.
    """

    __slots__ = ("_steps", "descent", "excess", "fractional", "handle", "hyphen", "looks", "name", "style", "widths")

    def __init__(self, handle: int, name: str, facts: FontFacts | None) -> None:
        self.handle = handle
        self.style: FontStyle = font_style(facts.name if facts else name)
        self.name = self.style.name
        self.widths: dict[str, float] = _Widths(self, facts)
        self.excess: dict[str, float] = _Excess(self)
        self.fractional = facts is not None and facts.fractional
        self.looks: dict[bytes, Look] = {}
        self._steps: bytes | None = None
        self.hyphen = "-"
        if facts is not None:
            self.descent = facts.descent
            if facts.hyphens:
                self.hyphen = facts.hyphens if len(facts.hyphens) == 1 else ""
        else:
            native.font_descent(handle, _EM, _NUMBER)
            self.descent = _number.value / _EM

    def printed(self, text: str) -> str:
        """A text with the hyphens that the font prints. Raises `Distrust` where it has two kinds of them."""
        if self.hyphen == "-" or "-" not in text:
            return text
        if not self.hyphen:
            raise Distrust(f"{self.name}: two kinds of hyphens")
        return text.replace("-", self.hyphen)

    def total(self, text: str) -> float:
        """The advance of a text, its spaces included."""
        return sum(map(self.widths.__getitem__, text))

    def drift(self, text: str) -> float:
        """By how much pdfium sets this text too narrow, because it rounds widths down.

        It is exact to half a step for each character of ASCII, a few thousandths of a point in a whole line.
        """
        if self._steps is None:
            self._steps = self._in_steps()
        if not self._steps or not text.isascii():
            return sum(map(self.excess.__getitem__, text))
        steps = text.encode().translate(self._steps)
        return ((adler32(steps) & _SUM) - 1 if len(steps) <= _FEW else sum(steps)) * _STEP

    def _in_steps(self) -> bytes:
        """The excess of each character of ASCII in steps; nothing where some are no parts of a unit."""
        steps = bytearray(256)
        for code in range(_ASCII):
            width = self.widths.get(chr(code))
            if width is None:
                continue
            step = round((width - self.set_width(chr(code))) / _STEP)
            if not 0 <= step < len(steps):
                return b""
            steps[code] = step
        return bytes(steps)

    def set_width(self, text: str) -> float:
        """The advance with which pdfium sets a character, in whole thousandths of the size."""
        _number.value = 0.0
        if len(text) == 1:
            native.glyph_width(self.handle, ord(text), _EM, _NUMBER)
        return _number.value / _EM


class _Widths(dict[str, float]):
    """The advances of a face's characters, as the file gives them, or else pdfium."""

    def __init__(self, face: Face, facts: FontFacts | None) -> None:
        super().__init__(facts.widths if facts is not None else ())
        self._face = face

    def __missing__(self, text: str) -> float:
        found = self[text] = self._face.set_width(text)
        return found


class _Excess(dict[str, float]):
    """By how much a face's characters are wider than pdfium sets them."""

    def __init__(self, face: Face) -> None:
        super().__init__()
        self._face = face

    def __missing__(self, character: str) -> float:
        found = self[character] = self._face.widths[character] - self._face.set_width(character)
        return found


class Faces:
    """The fonts of one file, by pdfium's handles, which are good for one page each."""

    def __init__(self, facts: FontFactsOf) -> None:
        self._facts = facts
        self._kept: dict[tuple[str, int], Face] = {}
        self._index = 0
        self._met: set[tuple[str, int]] = set()

    def turn_to(self, index: int) -> None:
        """Begin with the page of this index (from 0)."""
        self._index = index
        self._met.clear()

    def of(self, handle: int) -> Face:
        """The font with this handle on the page. Raises `Distrust` for one of which the text tells too little."""
        name = _face_name(handle)
        if not name:
            raise Distrust("a font without a name")
        key = (name, _program_length(handle))
        face = None if key in self._met else self._kept.get(key)
        if face is None:
            facts = self._facts.of(*key, self._index)
            if facts is not None and facts.variants:
                raise Distrust(f"{name}: a letter in two widths", whole=True)
            face = Face(handle, name, facts)
            if facts is not None and key not in self._met:
                self._kept[key] = face
        face.handle = handle
        self._met.add(key)
        return face
