"""Styled stretches that state something of a market, which no name does."""

from __future__ import annotations

import re

from nrm.entries.cues import cues
from nrm.layout.leads import LABEL

_STATEMENT = re.compile(
    r"(?:also|formerly|previously|reportedly|allegedly|apparently|related|nominated|headquartered"
    r"|believed|utilizes?|uses)\s+\w+",
    re.IGNORECASE,
)
_TWO_SENTENCES = re.compile(r"[a-z]{3}[.?!]\s+[A-Z][a-z]+\s")


def is_statement(text: str) -> bool:
    """Whether a styled stretch states something of a market ("Nominated as …"): no name does."""
    opening = text.split(",")[0]
    return bool(
        cues().own.match(opening)
        or cues().home.match(opening)
        or _STATEMENT.match(text)
        or LABEL.fullmatch(text)
        or text[:1] in '“"‘'
        or _is_prose(text)
        or _TWO_SENTENCES.search(text)
    )


def _is_prose(text: str) -> bool:
    """Whether most of many words are small, as in a sentence and in no name."""
    words = [word for word in text.split() if word[:1].isalpha()]
    return len(words) >= 7 and sum(word[0].islower() for word in words) > 0.6 * len(words)
