"""Where in a sentence the markets of a claim stand: its subject, its object, and what is added."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from nrm.tagging.corroboration.cues import Cue
from nrm.tagging.corroboration.references import Reference
from nrm.tagging.corroboration.subjects import MarketNamer, NamedMarket, names_no_market
from nrm.tagging.corroboration.words import pattern, words

_BUT = re.compile(r"(?:;|, (?:but|while|whereas|although|though|yet|so)\b|\bbut\b)(?! also\b| as well\b)\s*")
# From a market to a verb in a relative clause or in brackets behind it, or to what it is said to be.
_RELATIVE = re.compile(r"(?:,? (?:which|that(?! of\b)|both of which|all of which)\b|,|[(–—]| [-–—])[^,;()]{0,40}$")
_PRONOUN = re.compile(r",? (?:which|that(?! of\b)|both of which|all of which)\b[^,;()]{0,40}$")
_JOINED = re.compile(r"(?: [a-z]+)?(?:,| and|, and| or)(?: the)? ")
_UP_TO_LINK = re.compile(
    r"(?: [a-z]+)?(?:,? (?:in|near|of|at) [A-Z][^,;]{0,40}?|, [A-Z][\w .]{2,30}| \([A-Z][^)]*\))*,? ?"
)
# "After being named in the List, X …": the subject comes behind the comma.
_SUBJECT_LATER = re.compile(r"(?:After|Since|Before|Despite|Upon|Once|Although|Though|When|Having)(?: \w+){0,3} $")
_COMMA = re.compile(r"[^,;]{0,40}, (?:the )?")


@cache
def _object_ends() -> re.Pattern[str]:
    return re.compile(rf";|,? {words('clauses', 'after_object')}\b")


@cache
def _subordinate() -> re.Pattern[str]:
    return re.compile(rf"{words('clauses', 'openings')}\b")


@cache
def _another_clause() -> re.Pattern[str]:
    """A verb that has its own subject, up to the "and" or comma behind which another one begins."""
    verbs = words("clauses", "finite_verbs")
    return re.compile(rf"(?<!which )(?<!that )(?<!who )\b{verbs}\b[^,;]*?(?:,? and |, )")


def markets_of(
    sentence: str,
    cue: Cue,
    previous: Cue | None,
    following: Cue | None,
    references: Sequence[Reference],
    namer: MarketNamer,
) -> list[NamedMarket]:
    """The markets that a claim is about, in the order of the sentence."""
    found: list[NamedMarket] = []
    pronoun = _PRONOUN.search(sentence, 0, cue.start) is not None
    if cue.side == "before" and pronoun:
        found += _antecedent(sentence, previous.end if previous else 0, cue, namer)
    if cue.side == "before" and not found:
        start, end = _subject(sentence, cue, previous, references, namer)
        found += namer.in_region(sentence, start, end, bare=True)
        if not found:
            found += _antecedent(sentence, start, cue, namer) or _subject_later(sentence, cue, namer)
    elif cue.side == "apposed":
        found += _antecedent(sentence, previous.end if previous else 0, cue, namer)
    elif cue.side == "after":
        found += namer.in_region(sentence, cue.end, _object_end(sentence, cue, following, namer), bare=True)
    else:
        start = cue.start if cue.side == "of" else cue.end
        found += namer.in_region(sentence, start, cue.reference.start, bare=True)
    return found + _added(sentence, cue, following, namer, found)


def nameless_country(sentence: str, cue: Cue, previous: Cue | None, references: Sequence[Reference]) -> str | None:
    """The country of markets that a claim does not name; None where it speaks of no markets."""
    if cue.side == "after":
        return names_no_market(sentence, cue.end, len(sentence))
    if cue.side in ("of", "middle"):
        return names_no_market(sentence, cue.end, cue.reference.start)
    begin = max([r.end for r in references if r.end <= cue.start] + [previous.end if previous else 0])
    return names_no_market(sentence, begin, cue.start)


def _subject(
    sentence: str, cue: Cue, previous: Cue | None, references: Sequence[Reference], namer: MarketNamer
) -> tuple[int, int]:
    """The stretch before a verb that holds its subject."""
    begin = max([r.end for r in references if r.end <= cue.start] + [previous.end if previous else 0])
    for boundary in _BUT.finditer(sentence, begin, cue.start):
        begin = boundary.end()
    for said in pattern("clauses", "reported").finditer(sentence, begin, cue.start):
        if namer.in_region(sentence, said.end(), cue.start, bare=True):
            begin = said.end()
    opening = sentence[begin : cue.start].lstrip(" ,")
    begin = cue.start - len(opening)
    if _subordinate().match(opening):
        for comma in re.finditer(r", ", opening):
            if namer.in_region(sentence, begin + comma.end(), cue.start, bare=True):
                begin += comma.end()
                break
    for verb in reversed(list(_another_clause().finditer(sentence, begin, cue.start))):
        if namer.in_region(sentence, verb.end(), cue.start, bare=True):
            return verb.end(), cue.start
    return begin, cue.start


def _antecedent(sentence: str, start: int, cue: Cue, namer: MarketNamer) -> list[NamedMarket]:
    """The market right before "which is listed" or "(listed", whatever it is in its own clause."""
    link = _RELATIVE.search(sentence, start, cue.start)
    if link is None:
        return []
    found: list[NamedMarket] = []
    for market in reversed(namer.in_region(sentence, start, link.start(), bare=False, anywhere=True)):
        if found and not _JOINED.fullmatch(sentence, market.end, found[0].start):
            break
        if found or _UP_TO_LINK.fullmatch(sentence, market.end, link.start()):
            found.insert(0, market)
    return found


def _subject_later(sentence: str, cue: Cue, namer: MarketNamer) -> list[NamedMarket]:
    comma = _COMMA.match(sentence, cue.reference.end)
    if comma is None or not _SUBJECT_LATER.fullmatch(sentence[: cue.start]):
        return []
    markets = namer.in_region(sentence, comma.end(), len(sentence), bare=True)
    return [market for market in markets[:1] if market.start == comma.end()]


def _object_end(sentence: str, cue: Cue, following: Cue | None, namer: MarketNamer) -> int:
    limit = following.start if following else len(sentence)
    for boundary in _object_ends().finditer(sentence, cue.end, limit):
        if boundary.group() == ";" and ":" in sentence[cue.end : boundary.start()]:
            continue
        if namer.in_region(sentence, cue.end, boundary.start(), bare=True):
            return boundary.start()
    return limit


def _added(
    sentence: str, cue: Cue, following: Cue | None, namer: MarketNamer, found: Sequence[NamedMarket]
) -> list[NamedMarket]:
    """Markets behind the list's name: "…, including A and B", "…, along with C", "… are D and E"."""
    if cue.side not in ("before", "of", "apposed") or cue.reference.start < cue.end:
        return []
    limit = following.start if following else len(sentence)
    lead = pattern("links", "further").match(sentence, cue.reference.end)
    if lead is None and not found:
        lead = pattern("links", "predicate").match(sentence, cue.reference.end)
    if lead is None or lead.end() >= limit:
        return []
    end = limit
    for boundary in _object_ends().finditer(sentence, lead.end(), limit):
        end = boundary.start()
        break
    return namer.in_region(sentence, lead.end(), end, bare=True)
