"""The style of a stretch of text, and how it differs from the body's.

A heading may differ from body text by weight, slant, underline, size, colour, link, small
capitals or font; one document can use several of these.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from nrm.model import Line, Run

_FACE = re.compile(
    r"[-_ ,]?(?:regular|roman|book|normal|bold|black|heavy|semi|demi|medium|italic|oblique|slanted"
    r"|smallcaps|small-caps|caps|mt|ps|\d+)+$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Style:
    """Everything about a stretch's look that can set a heading apart from body text."""

    font: str
    size: float
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    small_caps: bool = False
    colour: str = ""
    link: bool = False


@lru_cache(maxsize=1024)
def family(font: str) -> str:
    """A font's name without weight, slant and size: "Liberation-Serif-Bold" → "liberation-serif".

    Computer Modern and its kin name their cuts by letters; they all come out as "cm".
    """
    name = font.casefold()
    if re.match(r"(?:cm|ec|sf|lm|tc)[a-z]*\d*", name) and re.search(r"\d", name):
        sans = re.match(r"(?:cmss|ecss|sfss|lmsans)", name)
        mono = re.match(r"(?:cmtt|ectt|sftt|lmmono)", name)
        return "cm-sans" if sans else "cm-mono" if mono else "cm"
    before = ""
    while before != name:
        before, name = name, _FACE.sub("", name)
    return name


def style_of(run: Run) -> Style:
    """A run's style; sizes are rounded to half a point, for programs round them differently."""
    return _style(
        run.font, run.size, run.bold, run.italic, run.underlined, run.small_caps, run.colour, bool(run.link)
    )


@lru_cache(maxsize=4096)
def _style(
    font: str,
    size: float,
    bold: bool,
    italic: bool,
    underlined: bool,
    small_caps: bool,
    colour: str,
    link: bool,
) -> Style:
    return Style(family(font), round(size * 2) / 2, bold, italic, underlined, small_caps, colour, link)


def traits(style: Style, body: Style) -> frozenset[str]:
    """The names of what sets a style apart from the body's; empty for body text itself.

    >>> sorted(traits(Style("times", 14, bold=True), Style("times", 12)))
    ['bold', 'larger']
    """
    found = set()
    for name in ("bold", "italic", "underlined", "small_caps"):
        if getattr(style, name) and not getattr(body, name):
            found.add(name)
    if style.colour and style.colour != body.colour:
        found.add("colour")
    if style.link:
        found.add("link")
    if style.size >= body.size + 0.75:
        found.add("larger")
    elif style.size <= body.size - 0.75:
        found.add("smaller")
    if style.font != body.font:
        found.add("font")
    return frozenset(found)


_SOFT = frozenset({"font", "small_caps", "smaller"})


def same_look(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of traits are one look.

    Where weight, slant or the like set a text apart, a borrowed glyph's font does not count, nor
    do small capitals (which a word of capitals or figures does not show).
    """
    if one == other:
        return True
    if one - _SOFT or other - _SOFT:
        return one - _SOFT == other - _SOFT
    return "small_caps" in one and "small_caps" in other


def wordy(text: str) -> bool:
    """Whether a text has a letter or digit: punctuation alone has no style of its own."""
    return any(map(str.isalnum, text))


def main_style(runs: Iterable[tuple[Run, str]]) -> Style | None:
    """The style of most letters and digits of these (run, text) pairs; None if there are none."""
    weight: dict[Style, int] = {}
    for run, text in runs:
        count = sum(map(str.isalnum, text))
        if count:
            style = style_of(run)
            weight[style] = weight.get(style, 0) + count
    return max(weight, key=lambda s: weight[s]) if weight else None


def texts_of(line: Line) -> list[tuple[Run, str]]:
    """A line's runs with their text."""
    return [(run, line.text[run.start : run.end]) for run in line.runs]


def in_capitals(text: str) -> bool:
    """Whether a text with at least two cased letters has no lower-case one.

    "B.V." and the like count; "1337x" does not.
    """
    return not any(map(str.islower, text)) and sum(map(str.isupper, text)) >= 2


def numbering(text: str) -> int:
    """The length of a leading number such as "3. ", "(3) ", "3) ", "III. " or "a) "; 0 for none.

    A capital and a full stop can be an initial, so those behind H are none ("J. Smith's Market").

    >>> numbering("(12) Name"), numbering("1337x"), numbering("4.2 Name"), numbering("viii. Name")
    (5, 0, 4, 6)
    """
    match = _NUMBERING.match(text)
    return match.end() if match else 0


_NUMBERING = re.compile(
    r"(?:\(\d{1,3}\)|\d{1,3}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[IVXL]{1,6}[.)]|[ivxl]{1,6}[.)]"
    r"|\([ivxl]{1,6}\)|[A-Ha-z][.)]|(?:a[a-z]|([b-z])\1)[.)]|\((?:[A-Za-z]|a[a-z]|([b-z])\2)\)"
    r"|No\. ?\d{1,3}[.:]?|§ ?\d{1,3}|#\d{1,3})\s+"
)
BULLET = re.compile(r"^(?:[•●◦▪■‣⁃∙·–—\-*o➢➤✓❖]|\ufffd|\uf0b7|\uf0a7)\s+(?=\S)")
