"""What a font's name and descriptor say about its style."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_SUBSET = re.compile(r"^[A-Z]{6}\+")
_BOLD = re.compile(
    r"bold|black|heavy|semibold|demi(?!r)|[-_ ,]bd|^(?:cmb|cmssbx|ecbx|sfbx|ecrb|sfrb|pxb|txb)"
    r"|^ptmb|^phvb|^pplb|^qtmb|^ugqb|-medium|medi(?:ital)?$|bolita",
    re.IGNORECASE,
)
_ITALIC = re.compile(
    r"ital|oblique|slanted|kursiv|[-_ ,]it\b|-reguita|bolita"
    r"|^(?:cmti|cmsl|cmbxti|cmbxsl|cmssi|ecti|ecsl|sfti|sfsl|ecbi|sfbi|eccc?i)"
    r"|^pt?mri|^ptmbi|^phvro|^phvbo",
    re.IGNORECASE,
)
_SMALL_CAPS = re.compile(
    r"small-?_?caps|smcp|\bcaps\b|caps10|capitals|[-_ ]sc(?:\b|[-_ ])|sc(?:700)?$"
    r"|^(?:cmcsc|eccc|sfcc|lmromancaps)",
    re.IGNORECASE,
)
_FORCE_BOLD = 1 << 18
_ITALIC_FLAG = 1 << 6
_SMALL_CAP_FLAG = 1 << 17
_BOLD_WEIGHT = 600


@dataclass(frozen=True, slots=True)
class FontStyle:
    """A font's family name without subset tag, and whether it is bold, italic, small capitals."""

    name: str
    bold: bool
    italic: bool
    small_caps: bool


def without_tag(name: str) -> str:
    """A font's name without the tag of six capitals that marks a part of a font.

    >>> without_tag("ABCDEF+Times-Bold")
    'Times-Bold'
    """
    return _SUBSET.sub("", name)


@lru_cache(maxsize=1024)
def font_style(
    name: str, flags: int = 0, weight: float = 0.0, italic_angle: float = 0.0
) -> FontStyle:
    """The style of a font from its PDF name and, where known, its descriptor.

    `flags`, `weight` and `italic_angle` are the descriptor's Flags, FontWeight and ItalicAngle
    (ISO 32000-1, table 122 and 123).

    >>> font_style("ABCDEF+Times-BoldItalic")
    FontStyle(name='Times-BoldItalic', bold=True, italic=True, small_caps=False)
    """
    plain = without_tag(name)
    return FontStyle(
        name=plain,
        bold=bool(_BOLD.search(plain)) or bool(flags & _FORCE_BOLD) or weight >= _BOLD_WEIGHT,
        italic=bool(_ITALIC.search(plain)) or bool(flags & _ITALIC_FLAG) or abs(italic_angle) > 4,
        small_caps=bool(_SMALL_CAPS.search(plain)) or bool(flags & _SMALL_CAP_FLAG),
    )
