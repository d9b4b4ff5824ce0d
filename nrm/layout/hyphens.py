"""What a hyphen at a line's end meant: a broken word, or a word that is written with one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from nrm.layout.word_lists import word_list

HYPHENS = "-\u2010\u00ad\u2011"
_ENDS = tuple(HYPHENS)
_WORD = re.compile(r"[^\W_]+(?:[-\u2010\u2011\u00ad][^\W_]+)*")
_PREFIXES = word_list("hyphens", "prefixes")
_WORD_BEHIND_PREFIX = 6
_NUMBERS = word_list("hyphens", "numbers")
_COUNTED = word_list("hyphens", "counted")
_SOFT_INSIDE = re.compile(r"\w\u00ad\w")
_LAST = re.compile(r"([^\s\u2013\u2014/(]*?)([-\u2010\u00ad\u2011])$")
_COMPOUNDS = word_list("hyphens", "compounds")
_WRITTEN_SO = word_list("hyphens", "written_so")
_FIRST = re.compile(r"^[\w'’.-]+")
_HOST_SO_FAR = re.compile(r"[^\W_]{2,}\.$")
_HOST_TO_THE_END = re.compile(r"[a-z0-9-]+(?:\.[a-z]{2,})+")


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The document's words that do not stand at line ends, and whether it breaks words."""

    words: frozenset[str]
    breaks_words: bool
    soft_is_hyphen: bool = False
    """Whether a font prints its hyphens as U+00AD, so that one at a line's end can be either."""


def vocabulary(lines: Iterable[str]) -> Vocabulary:
    """The words of a document's lines, whole and (for those with hyphens) as written.

    A document breaks words if at least two line-end hyphens join to a word that it has elsewhere.
    """
    texts = list(lines)
    soft_is_hyphen = any("\u00ad" in text and _SOFT_INSIDE.search(text) for text in texts)
    words: set[str] = set()
    broken = False
    for text in texts:
        found = _WORD.findall(text)
        if found and text.endswith(_ENDS) and text.rstrip(HYPHENS).endswith(found[-1]):
            del found[-1]
        if found and broken and text.startswith(found[0]):
            del found[0]
        words.update(map(_plain, found))
        broken = not text or text.endswith(_ENDS)
    joined = 0
    for before, after in zip(texts, texts[1:], strict=False):
        last = _last_word(before)
        first = _FIRST.match(after) if last else None
        if last and first and _plain(last.group(1) + first.group()).strip(".'’") in words:
            joined += 1
    return Vocabulary(frozenset(words), joined >= 2, soft_is_hyphen)


@lru_cache(maxsize=1 << 16)
def _plain(word: str) -> str:
    return re.sub(r"[\u2010\u2011\u00ad]", "-", word.casefold())


def _last_word(text: str) -> re.Match[str] | None:
    """The end of a word with the hyphen that ends the line."""
    return _LAST.search(text) if text.endswith(_ENDS) else None


def join(before: str, after: str, known: Vocabulary) -> tuple[str, str]:
    """What stands between two lines: (the first line as it goes on, the glue).

    >>> join("counter-", "feit goods", Vocabulary(frozenset({"counterfeit"}), True))
    ('counter', '')
    """
    last = _last_word(before)
    if last is None or not after:
        glue = "" if before.endswith(("\u2014", "/")) and after[:1].isalnum() else " "
        return before, glue
    stem, hyphen = last.groups()
    first = _FIRST.match(after)
    if not stem or first is None:
        return before, " "
    if _HOST_SO_FAR.search(stem) and first.group()[0].islower():
        return before[:-1], ""  # "palace.-/com.cn": no part of an address begins with a hyphen
    if not stem[-1:].isalnum():
        return before, " "
    follower = first.group().rstrip(".'’-")
    kept = before[:-1] + "-"
    if hyphen == "\u2011":
        return kept, ""
    if hyphen == "\u00ad" and not known.soft_is_hyphen:
        return before[:-1], ""
    tail = re.split(r"[-\u2010\u2011]", stem)[-1]
    if _HOST_TO_THE_END.fullmatch(follower):
        broken = _breaks_host(stem, tail, follower.split(".")[0], known)
        return (before[:-1], "") if broken else (kept, "")
    whole = _plain(stem + follower)
    if _plain(f"{stem}-{follower}") in known.words or _plain(f"{tail}-{follower}") in _WRITTEN_SO:
        return kept, ""
    if whole in known.words or _plain(tail + follower) in known.words:
        return before[:-1], ""
    if len(tail) == 1 or not after[:1].islower() or not tail.isalpha() or "." in follower:
        return kept, ""
    if follower in _COMPOUNDS and len(tail) > 2 and (tail[0].isupper() or _plain(tail) in known.words):
        return kept, ""
    if tail.casefold() in _PREFIXES and len(follower) >= _WORD_BEHIND_PREFIX and _plain(follower) in known.words:
        return kept, ""  # "pre-release", where "release" is a word of the document
    if tail.casefold() in _NUMBERS and follower in _COUNTED:
        return kept, ""
    both = _plain(tail) in known.words and _plain(follower.split("-")[0]) in known.words
    if both and (tail[0].isupper() or min(len(tail), len(follower)) >= 3):
        return kept, ""
    if not known.breaks_words and hyphen not in "\u2010\u00ad":
        return kept, ""
    return before[:-1], ""


def _breaks_host(stem: str, tail: str, label: str, known: Vocabulary) -> bool:
    """Whether a hyphen within an address was put there by the typesetter: "pa-/lace.to".

    The document's other words decide. Where they say nothing it is taken for a break if the
    document breaks words, unless both sides are words of its own ("night-/market.to"), or what
    follows is a long one ("palace-/online.to").
    """
    if _plain(f"{stem}-{label}") in known.words:
        return False
    if _plain(stem + label) in known.words or _plain(tail + label) in known.words:
        return True
    next_word = _plain(label.split("-")[0])
    if next_word not in known.words:
        return known.breaks_words
    both = min(len(tail), len(next_word)) > 2 and _plain(tail) in known.words
    return known.breaks_words and not both and len(next_word) < _WORD_BEHIND_PREFIX
