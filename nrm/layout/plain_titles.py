"""Titles that nothing but white space and their words set apart from the text."""

from __future__ import annotations

import re

from nrm.layout.body import Body
from nrm.layout.line_ends import ends_sentence, has_room
from nrm.layout.line_style import whole_style
from nrm.layout.style import traits
from nrm.layout.title_words import is_open, reads_as_prose, reads_as_title
from nrm.model import Line

_SEPARATOR = re.compile(r"[:.]\s|\s[-–—]\s|[–—]")
_SET_APART = 1.15
_LEAST_WORDS = 3


def ends_plain_title(above: Line | None, title: Line, line: Line, body: Body) -> bool:
    """Whether a line that fills the width is a title of its own, and `line` the text below it.

    White space stands above it (`above` is the line before, None at the beginning), every word of it begins with a
    capital, and the text below is a sentence that begins with one.
    """
    if title.page != line.page or ends_sentence(title) or is_open(title.text):
        return False
    gap = title.baseline - above.baseline if above is not None and above.page == title.page else None
    if gap is not None and gap < _SET_APART * body.leading:
        return False
    return _is_name(title.text) and _opens_sentence(line.text) and _is_plain(title, body) and _is_plain(line, body)


def _is_name(text: str) -> bool:
    return len(text.split()) >= _LEAST_WORDS and reads_as_title(text) and (
        text.endswith(")") or not _SEPARATOR.search(text)
    )


def _opens_sentence(text: str) -> bool:
    """Whether a line is the first of a text, and not the rest of a name and the separator that ends it."""
    opener = text.lstrip("“\"‘'(")[:1]
    if not (opener.isupper() or opener.isdigit()) or not reads_as_prose(text):
        return False
    lead = _SEPARATOR.search(text)
    return lead is None or reads_as_prose(text[: lead.start()])


def _is_plain(line: Line, body: Body) -> bool:
    style = whole_style(line, body)
    return style is not None and not traits(style, body.style)


def stands_alone(line: Line, following: Line | None, body: Body) -> bool:
    """A line at the top of a page that is no end of a paragraph: short, and no sentence ends it.

    It does not begin with a small letter, unless it is a single word with a full stop in it, as domains are.
    """
    small = line.text[:1].islower() and (" " in line.text.strip() or "." not in line.text)
    return (
        following is not None
        and following.page == line.page
        and has_room(line, following, body)
        and not ends_sentence(line)
        and not small
    )
