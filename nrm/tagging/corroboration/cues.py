"""What a sentence says of the list: the verbs and nouns that put markets on it or take them off."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Final, Literal, NamedTuple

from nrm.tagging.corroboration.references import Reference
from nrm.tagging.corroboration.words import pattern, table, words

Polarity = Literal["listed", "removed"]
Standing = Literal["said", "supposed", "denied"]
Side = Literal["before", "after", "of", "middle", "apposed"]
Kind = Literal["leave", "noun", "participle", "finite", "stay", "thing"]

_BOUNDARY = re.compile(r"[;:—]|, (?:and|but|which|who|while|although|though|where)\b|\b(?:but|while|although)\b")
_OWN_YEAR = re.compile(r" (?:again )?(?:in|since|from) (?:early |late |[A-Z][a-z]+ )?20\d\d\b")
_AS_SUCH = re.compile(r"(?i)(?:as|an?|among|one of)\b")
_OPENING = re.compile(r"(?:In|On|From|By|Since|According to|As of|Under|With|Per|As noted in|As stated in) ")
_LONGEST_OBJECT: Final = 220


class _Word(NamedTuple):
    start: int
    end: int
    kind: Kind
    polarity: Polarity


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that claims. `side` says where its markets stand: before it, after it, behind "of", in the
    middle between it and the list, or right before it ("La X, a market on …"). Its clause begins at
    `clause`."""

    start: int
    end: int
    clause: int
    polarity: Polarity
    standing: Standing
    side: Side
    reference: Reference


def find_cues(sentence: str, references: Sequence[Reference]) -> list[Cue]:
    """The claims of a sentence, left to right; each with the mention of the list that it speaks of."""
    found = [word for word in _words(sentence) if not _within(word, references)]
    cues: list[Cue] = []
    for word in found:
        linked = _linked(sentence, word, references)
        if linked is None and word.kind == "participle" and _OWN_YEAR.match(sentence, word.end):
            linked = _carried(references, cues, word)
        if linked is None:
            continue
        reference, side = linked
        clause = _governed_from(sentence, word.start, cues)
        standing, polarity = _standing(sentence, clause, word, side)
        cues.append(Cue(word.start, word.end, clause, polarity, standing, side, reference))
    if any(cue.standing == "said" for cue in cues):
        # Verbs of somebody else ("right holders name …") matter only where nothing is said of the list.
        cues = [cue for cue in cues if cue.side != "middle" or cue.standing == "said"]
    return cues


def _words(sentence: str) -> list[_Word]:
    taken: list[_Word] = []
    for kind, polarity, expression in _expressions():
        for match in expression.finditer(sentence):
            word = _Word(match.start(), match.end(), kind, polarity)
            if all(word.end <= other.start or word.start >= other.end for other in taken):
                taken.append(word)
    return sorted(taken)


@cache
def _expressions() -> tuple[tuple[Kind, Polarity, re.Pattern[str]], ...]:
    rows: tuple[tuple[Kind, Polarity, str], ...] = (
        ("leave", "removed", "leaves"),
        ("noun", "removed", "removed_nouns"),
        ("noun", "listed", "listed_nouns"),
        ("participle", "removed", "removed"),
        ("finite", "removed", "removes"),
        ("participle", "listed", "listed"),
        ("finite", "listed", "lists"),
        ("stay", "listed", "stays"),
    )
    things: tuple[Kind, Polarity, re.Pattern[str]] = (
        "thing",
        "listed",
        re.compile(rf"\b{words('names', 'nouns')}(?= (?:in|on)\b)"),
    )
    return (
        *((kind, polarity, re.compile(rf"\b{words('verbs', key)}\b", re.IGNORECASE)) for kind, polarity, key in rows),
        things,
    )


def _within(word: _Word, references: Sequence[Reference]) -> bool:
    return any(word.start < r.end and r.start < word.end for r in references)


def _linked(sentence: str, word: _Word, references: Sequence[Reference]) -> tuple[Reference, Side] | None:
    """The mention of the list that a word speaks of, and the side of its markets; None if none."""
    behind = next((r for r in references if r.start >= word.end), None)
    ahead = next((r for r in reversed(references) if r.end <= word.start), None)
    if ahead is not None and word.kind in ("finite", "participle") and _is_subject(sentence, ahead, word):
        return ahead, "after"
    if behind is not None and _leads_to(sentence, word, behind):
        return behind, "apposed" if word.kind == "thing" else "before"
    if word.kind in ("stay", "thing"):
        return None
    between = sentence[word.end : behind.start] if behind else ""
    if pattern("links", "others").search(between):
        return None
    leads = behind is not None and len(between) < _LONGEST_OBJECT and _ends_leading(between, behind, sentence)
    if behind is not None and leads and word.kind == "noun":
        return (behind, "of") if between.startswith(" of ") else None
    passive = _is_passive(sentence, word)
    if behind is not None and leads:
        return behind, "before" if passive else "middle"
    if ahead is not None and word.kind != "noun":
        return _after_opening(sentence, word, ahead, passive)
    return None


def _is_subject(sentence: str, reference: Reference, word: _Word) -> bool:
    """Whether the list itself does it: "the 2024 List again includes …"."""
    between = sentence[reference.end : word.start].rstrip()
    return pattern("links", "after_subject").fullmatch(between) is not None


def _leads_to(sentence: str, word: _Word, reference: Reference) -> bool:
    """Whether only small words and a preposition lie between: "listed again in USTR's"."""
    between = sentence[word.end : reference.start].rstrip()
    if _AS_SUCH.match(sentence, reference.start) and not between.strip(" ,"):
        return True
    if word.kind == "leave" or sentence[: word.end].endswith((" off", " out of")):
        return re.fullmatch(table()["links"]["articles"], between) is not None
    if not between:
        return False
    return _leading().fullmatch(between) is not None


@cache
def _leading() -> re.Pattern[str]:
    links = table()["links"]
    return re.compile(f"{links['between']}{links['prepositions']}{links['articles']}")


def _ends_leading(between: str, reference: Reference, sentence: str) -> bool:
    if re.search(r"[;:]", between):
        return False
    if _AS_SUCH.match(sentence, reference.start):
        return True
    return _leading_end().search(between.rstrip()) is not None


@cache
def _leading_end() -> re.Pattern[str]:
    links = table()["links"]
    return re.compile(f"{links['prepositions']}{links['articles']}$")


def _is_passive(sentence: str, word: _Word) -> bool:
    if word.kind != "participle":
        return word.kind in ("leave", "stay")
    return re.search(table()["links"]["auxiliary"] + " $", sentence[: word.start]) is not None


def _after_opening(sentence: str, word: _Word, ahead: Reference, passive: bool) -> tuple[Reference, Side] | None:
    """ "In the 2024 List, X was named", "… the List, USTR named X"."""
    between = sentence[ahead.end : word.start]
    if passive and _OWN_YEAR.match(sentence, word.end):
        return replace(ahead, years=(), printed=""), "before"
    if passive and _OPENING.match(sentence):
        return ahead, "before"
    maker = re.search(rf"(?:^|[ ,]){table()['links']['makers']} $", between)
    if _OPENING.match(sentence) and not passive and maker:
        return ahead, "after"
    return None


def _carried(references: Sequence[Reference], cues: Sequence[Cue], word: _Word) -> tuple[Reference, Side] | None:
    """A verb with a year of its own beside another that names the list: "added in 2014 and …"."""
    reference = cues[-1].reference if cues else next((r for r in references if r.start > word.end), None)
    return None if reference is None else (replace(reference, years=(), printed=""), "before")


def _governed_from(sentence: str, start: int, cues: Sequence[Cue]) -> int:
    """Where the words begin that govern a verb: behind the verb or the clause before it."""
    begin = cues[-1].end if cues else 0
    for boundary in _BOUNDARY.finditer(sentence, begin, start):
        begin = boundary.end()
    return begin


def _standing(sentence: str, clause: int, word: _Word, side: Side) -> tuple[Standing, Polarity]:
    before, polarity = sentence[clause : word.start], word.polarity
    if pattern("undone", "no_longer").search(before):
        return ("said", "removed") if polarity == "listed" else ("denied", polarity)
    if pattern("undone", "negation").search(before):
        return "denied", polarity
    if sentence[word.start : word.end] == "be":
        before += "be "
    plain = pattern("undone", "not_supposed").sub("", before)
    if pattern("undone", "modal").search(plain) or pattern("undone", "wish").search(plain):
        return "supposed", polarity
    if side == "middle" and not _maker().search(before):
        return "supposed", polarity
    if side in ("after", "middle") and pattern("undone", "praised").match(sentence, word.end):
        return "supposed", polarity
    return "said", polarity


@cache
def _maker() -> re.Pattern[str]:
    return re.compile(rf"(?:^|[\s,(]){table()['links']['makers']}\b")
