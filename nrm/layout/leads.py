"""The lead of a block: the styled stretch at its start, where it ends, and what sets it apart."""

from __future__ import annotations

import re

from nrm.layout.body import Body
from nrm.layout.style import in_capitals, main_style, numbering, same_look, style_of, traits, wordy
from nrm.model import Block

ABBREVIATION = re.compile(r"\b(?:Ltd|Inc|Co|Corp|Bros|St|Jr|No|[A-Z](?:\.[A-Za-z])*)\.$")
LABEL = re.compile(
    r"(?:(?:related|nominated|associated|other|additional) )?"
    r"(?:domains?|sites?|websites?|address(?:es)?|urls?)(?:\(s\))?(?: names?)?"
    r"|domain names?|nominated|related|(?:hosting )?location|home country|headquarters|operators?|languages?|aliases",
    re.IGNORECASE,
)
"""What stands before a colon in the line under a market's name, and names none: "Domains: palace.to"."""
SENTENCE_END = re.compile(r"[.;][\"'”’)\]]*$")


def lead_end(block: Block, body: Body) -> int:
    """Where the styled stretch at a block's start ends; the block's end if it is one style."""
    wanted: frozenset[str] | None = None
    end = 0
    for run in block.runs:
        text = block.text[run.start : run.end]
        style = style_of(run)
        kind = traits(style, body.style)
        if wanted is None:
            number = text.strip()
            if not wordy(text) or numbering(f"{number} ") == len(number) + 1:
                continue
            if number.isdigit() and len(number) <= 3 and text[-1:] + block.text[run.end : run.end + 1] != number[-1:]:
                continue
            wanted = kind
            font = style.font
        elif wordy(text) and not same_look(kind, wanted):
            borrowed = len(text.strip()) <= 2 and style.font != font
            if not borrowed and not _nearly_alike(kind, wanted):
                return end
        elif not wordy(text) and not wanted - {"font"} and kind - {"font", "link"}:
            return end
        end = run.end
    return end


def _nearly_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of traits differ in nothing but a size a hair apart, or a gap in the underline."""
    slight = {"smaller", "larger", "underlined"}
    return bool(one - slight) and one - slight == other - slight


def look_of_lead(block: Block, end: int, body: Body) -> frozenset[str]:
    """What sets the first `end` characters of a block apart: traits of style, and capitals."""
    pairs = [(r, block.text[r.start : r.end]) for r in block.runs if r.start < end]
    style = main_style(pairs)
    if style is None:
        return frozenset()
    found = traits(style, body.style)
    if in_capitals(block.text[:end]):
        found |= {"capitals"}
    return found


def bare_name(name: str) -> str:
    """A name without the marks and the full stop that can stand behind it."""
    bare = name.rstrip().rstrip("*∗†‡§").rstrip(" :–—-")
    if bare.endswith(".") and not ABBREVIATION.search(bare):
        bare = bare[:-1].rstrip()
    return bare


def is_place(rest: str) -> bool:
    """Whether what follows a title's styled part can be its place: capitalised words, few."""
    words = re.findall(r"[^\W\d_][\w’'.-]*", rest)
    small = [word for word in words if word[0].islower() and len(word) > 3]
    return 0 < len(words) <= 12 and not small
