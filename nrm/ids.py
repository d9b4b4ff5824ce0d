"""The identifiers that others cite: functions of content (edition, heading, ordinal), never of order.

They are settled: a change here breaks citations and needs a new schema version.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Collection

_NOT_WORD = re.compile(r"[^a-z0-9]+")
_SPECIAL = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ł": "l", "ı": "i"}
)


def fold(text: str) -> str:
    """Lower case without accents: the form in which names are compared ("São" and "SAO" alike)."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold().translate(_SPECIAL))
    return "".join(c for c in decomposed if not unicodedata.combining(c)).translate(_SPECIAL)


def slug(text: str) -> str:
    """Lower-case ASCII words joined by hyphens; apostrophes vanish ("Fu'an" is `fuan`).

    A text without any Latin letter or digit becomes `x` and a short hash of itself, never empty.
    """
    words = _NOT_WORD.sub("-", re.sub(r"['’‘`´]", "", fold(text))).strip("-")
    return words or "x" + hashlib.sha256(text.encode()).hexdigest()[:8]


def entry_id(list_year: int, heading: str, taken: Collection[str] = ()) -> str:
    """`<year>-<slug of heading>`; `-2`, `-3` … for namesakes in the same edition."""
    stem = f"{list_year}-{slug(heading)}"
    if stem not in taken:
        return stem
    ordinal = 2
    while f"{stem}-{ordinal}" in taken:
        ordinal += 1
    return f"{stem}-{ordinal}"


def passage_id(owner: str, ordinal: int) -> str:
    """`<entry_id>.<n>` or `<year>-<chapter slug>.<n>`, counted from 1 within its owner."""
    return f"{owner}.{ordinal}"


def mention_id(passage: str, start: int, end: int, label: str) -> str:
    """`<passage_id>:<start>-<end>:<label>`."""
    return f"{passage}:{start}-{end}:{label}"


def finding_id(code: str, list_year: int, file: str, page: int, text: str) -> str:
    """`<year>-<code>-<8 hex digits of what it says>`; the year is 0 where no edition is meant."""
    key = "\x1f".join((code, str(list_year), file, str(page), text))
    return f"{list_year}-{code}-{hashlib.sha256(key.encode()).hexdigest()[:8]}"
