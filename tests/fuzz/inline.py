"""Marks inside a plain string: bold, italic and footnotes, so that plans stay plain text.

`bold("x")`, `italic("x")` and `note("text")` wrap; `plain` takes all marks out again;
`runs` turns a marked string into runs with faces.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from tests.fuzz.sheet import Face, Note, Run

_BOLD = "\x11"
_ITALIC = "\x12"
_NOTE = "\x13"
_PARTS = re.compile(f"([{_BOLD}{_ITALIC}]|{_NOTE}[^{_NOTE}]*{_NOTE})")


def bold(text: str) -> str:
    return f"{_BOLD}{text}{_BOLD}"


def italic(text: str) -> str:
    return f"{_ITALIC}{text}{_ITALIC}"


def note(text: str) -> str:
    return f"{_NOTE}{text}{_NOTE}"


def plain(text: str) -> str:
    """The text as read without footnote marks: `plain("a" + note("b"))` is "a"."""
    return _PARTS.sub("", text)


def notes(text: str) -> list[str]:
    """The footnotes' texts in order."""
    return [part[1:-1] for part in _PARTS.findall(text) if part[0] == _NOTE]


def runs(text: str, face: Face, number: Callable[[str], Note]) -> list[Run]:
    """Runs of one face, but for what is marked; `number` makes a footnote of its text."""
    found: list[Run] = []
    for part in _PARTS.split(text):
        if part == _BOLD:
            face = replace(face, bold=not face.bold)
        elif part == _ITALIC:
            face = replace(face, italic=not face.italic)
        elif part.startswith(_NOTE) and len(part) > 1:
            found.append(Run("", face, number(part[1:-1])))
        elif part:
            found.append(Run(part, face))
    return found
