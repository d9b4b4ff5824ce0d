"""The white space between two lines, and what it says of them."""

from __future__ import annotations

from nrm.layout.body import Body
from nrm.layout.line_ends import ends_sentence, has_room
from nrm.layout.line_style import whole_style
from nrm.layout.marks import Marked
from nrm.layout.style import traits
from nrm.layout.title_words import ends_within_phrase
from nrm.model import Line

_LITTLE_SPACE = 0.17
_WIDEST_IN_TITLE = 1.75


def far_below(before: Line, line: Line, body: Body) -> bool:
    """Whether a line is too far below another to go on with it, or does not stand below it at all."""
    size = max(before.size, line.size)
    expected = body.leading * max(1.0, size / body.style.size)
    gap = line.baseline - before.baseline
    if gap < 0.3 * size:
        return True  # it stands beside or above: another column or a stray
    if gap <= expected + 0.27 * size:
        return False
    return gap > _WIDEST_IN_TITLE * size or not _goes_on_as_title(before, line, body)


def set_apart(one: Marked, other: Marked, body: Body) -> bool:
    """Whether a little white space parts two lines of body text, and no raised mark made it."""
    before, line = one.line, other.line
    if before.page != line.page or one.marks or other.marks or not ends_sentence(before):
        return False
    plain = abs(before.size - body.style.size) < 0.3 and abs(line.size - body.style.size) < 0.3
    return plain and line.baseline - before.baseline > body.leading + _LITTLE_SPACE * body.style.size


def _goes_on_as_title(before: Line, line: Line, body: Body) -> bool:
    """Whether a full line of a title ends within a phrase ("Review of"), and the next one has the same look."""
    look = whole_style(before, body)
    return (
        look is not None
        and look == whole_style(line, body)
        and bool(traits(look, body.style))
        and ends_within_phrase(before.text)
        and not has_room(before, line, body)
    )
