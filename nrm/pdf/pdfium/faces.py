"""The fonts of a page: name and style, how far they reach below the baseline, widths.

What the file says of a font counts; what it leaves open is asked of pdfium.
"""

from __future__ import annotations

import ctypes

from nrm.pdf.fonts import FontStyle, font_style, without_tag
from nrm.pdf.pdfium import native
from nrm.pdf.pdfium.font_facts import FontFacts

_EM = 1000.0

_number = ctypes.c_float()
_NUMBER = ctypes.addressof(_number)
_name = ctypes.create_string_buffer(512)
_NAME = ctypes.addressof(_name)
_length = ctypes.c_size_t()
_LENGTH = ctypes.addressof(_length)


def face_name(handle: int) -> str:
    """The name of a font without subset tag, empty for one without (such as a Type 3 font)."""
    length: int = native.font_name(handle, _NAME, len(_name))
    return without_tag(_name.raw[: max(0, min(length, len(_name)) - 1)].decode("utf-8", "replace"))


def program_length(handle: int) -> int:
    """The length of the embedded font program (of a substitute for a font that is not embedded), in bytes."""
    _length.value = 0
    native.font_program(handle, None, 0, _LENGTH)
    return _length.value


class Face:
    """One font: `descent` (negative) and widths are shares of the size.

    `hyphen` is the one that it prints, empty where that cannot be told.
    """

    __slots__ = ("_excess", "_facts", "_handle", "_widths", "descent", "fractional", "hyphen", "name", "style")

    def __init__(self, handle: int, name: str, facts: FontFacts | None) -> None:
        self._handle = handle
        self._facts = facts
        self._widths: dict[str, float] = {}
        self._excess = _Excess(self)
        self.style: FontStyle = font_style(facts.name if facts else name)
        self.name = self.style.name
        self.fractional = facts is not None and facts.fractional
        self.hyphen = "-" if facts is None else facts.hyphens[:1] if len(facts.hyphens) == 1 else ""
        if facts is not None and not facts.hyphens:
            self.hyphen = "-"
        if facts is not None:
            self.descent = facts.descent
        else:
            native.font_descent(handle, _EM, _NUMBER)
            self.descent = _number.value / _EM

    def width(self, text: str) -> float:
        """The advance of a character, or of letters that one glyph draws; 0 for what the font does not have."""
        found = self._widths.get(text)
        if found is None:
            known = self._facts.widths.get(text) if self._facts else None
            found = self._widths[text] = self._set_width(text) if known is None else known
        return found

    def total(self, text: str) -> float:
        """The advance of a text, its spaces included."""
        width = self.width
        return sum([width(character) for character in text])

    def drift(self, text: str) -> float:
        """By how much pdfium sets this text too narrow, because it rounds widths down."""
        excess = self._excess
        return sum([excess[character] for character in text])

    def _set_width(self, text: str) -> float:
        """The advance with which pdfium sets a character, in whole thousandths of the size."""
        _number.value = 0.0
        if len(text) == 1:
            native.glyph_width(self._handle, ord(text), _EM, _NUMBER)
        return _number.value / _EM


class _Excess(dict[str, float]):
    """By how much a face's characters are wider than pdfium sets them."""

    def __init__(self, face: Face) -> None:
        self._face = face

    def __missing__(self, character: str) -> float:
        found = self[character] = self._face.width(character) - self._face._set_width(character)
        return found
