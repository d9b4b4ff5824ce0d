"""Sentences of a paragraph, as offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_END = re.compile(r"[.!?]['\"”’)\]]*(?:\[?\d{1,3}\]?)?(?=\s+[\"“‘'(\[]?[A-Z0-9\u00c0-\u00de•])")
_NOT_END = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|No|Nos|Art|Sec|Inc|Ltd|Co|Corp|LLC|S\.A|B\.V|N\.V|vs?|cf|al|etc"
    r"|e\.g|i\.e|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|[A-Z])\.|\b(?:[A-Z]\.){2,})$"
)
_FIRST_WORD = re.compile(r"\s+(?:The|This|These|In|It|However|As|For|A|An|Several|But|While|Although)\b")


class Sentence(NamedTuple):
    """`paragraph[start:end]`, without blanks at its ends."""

    start: int
    end: int
    text: str


def sentences(paragraph: str) -> Iterator[Sentence]:
    """The sentences of a paragraph on one line; abbreviations ("U.S.", "B.V.") end none.

    After an abbreviation a sentence begins only with a word like "The".
    """
    start = 0
    for found in _END.finditer(paragraph):
        until = found.start() + 1
        if (
            found.end() == until
            and _NOT_END.search(paragraph, start, until)
            and (_ends_title(paragraph[start:until]) or not _FIRST_WORD.match(paragraph, found.end()))
        ):
            continue
        yield from _stripped(paragraph, start, found.end())
        start = found.end()
    yield from _stripped(paragraph, start, len(paragraph))


def _ends_title(text: str) -> bool:
    return text.endswith(("Mr.", "Mrs.", "Ms.", "Dr.", "No.", "e.g.", "i.e.", "vs.", "v."))


def _stripped(paragraph: str, start: int, end: int) -> Iterator[Sentence]:
    text = paragraph[start:end]
    begin = start + len(text) - len(text.lstrip())
    if text.strip():
        yield Sentence(begin, begin + len(text.strip()), text.strip())
