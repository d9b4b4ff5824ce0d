"""Ligatures whose letters a program wrote with their two bytes swapped.

Ghostscript 10.00 does so in its `ToUnicode` tables: "fi", U+0066 U+0069, is told as U+6600 U+6900.
"""

from __future__ import annotations

import re
from string import ascii_letters

_SWAPPED = "".join(chr(ord(letter) << 8) for letter in ascii_letters)
_ANY = re.compile("[\u4100-\u7a00]")  # a quick look first: nearly no page has any
# Beside other ideographs, and alone, they are Chinese.
_LETTERS = re.compile(f"(?<![\u3400-\u9fff])[{_SWAPPED}]{{2,}}(?![\u3400-\u9fff])")


def unswapped(text: str) -> str:
    """The text with such letters put right; as many characters as before.

    >>> unswapped("\\u6600\\u6900lm")
    'film'
    """
    if _ANY.search(text) is None:
        return text
    return _LETTERS.sub(lambda letters: "".join(chr(ord(c) >> 8) for c in letters[0]), text)
