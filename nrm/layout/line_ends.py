"""How a line ends: with room for another word or without, with a sentence or in its midst."""

from __future__ import annotations

import re

from nrm.layout.body import Body
from nrm.model import Line

_SENTENCE_END = re.compile(r"[.?!:;][\"'”’)\]]*$")
_SPACE = 0.25


def has_room(before: Line, line: Line, body: Body) -> bool:
    """Whether this line's first word would have fitted at the end of the line before."""
    right = max(body.right_of(before.page), before.box.x1)
    word = line.first_word_x1 - line.box.x0
    size = max(before.size, 1.0)
    return before.box.x1 + _SPACE * size + word <= right - 0.5


def ends_sentence(line: Line) -> bool:
    """Whether a line's last sign is one after which a sentence or a clause is over."""
    return bool(_SENTENCE_END.search(line.text.rstrip()))
