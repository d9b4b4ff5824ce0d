"""Where a report says that an online market is at home: headquartered, based, operated, hosted.

Only the opening of an entry is read, and only sentences that speak of the market itself: the
first country named in a text is often another one. A domain's ending says nothing.
"""

from __future__ import annotations

import re

from nrm.entries.cues import cues
from nrm.entries.name_forms import MOST_WORDS, speaks_of, spoken_forms
from nrm.entries.sentences import sentences
from nrm.entries.subjects import is_market
from nrm.lexicons.countries import CountrySpan, find_countries

_OPENING_SENTENCES = 7
_OPENING_LENGTH = 1000
_BASED = re.compile(r"[-\u2010\u2011–]\s?(?:based|headquartered|operated|hosted|run|owned|registered)\b", re.I)
_LINK = re.compile(
    r"^(?:\W|\b(?:in|from|out|of|by|the|an?|at|its|and|is|are|be|to|believed|reportedly|allegedly"
    r"|apparently|said|thought|servers?|company|firm|group|person|persons|individuals?|operators?|developers?"
    r"|entity|hosting|provider|unknown|somewhere|nationals?|residents?|citizens?|located"
    r"|headquartered|based|registered|holding|city|capital|province|people|team|offshore"
    r"|private|small|single|who|that|which|live|lives|mainly|primarily|partly|largely"
    r"|within|inside|under|laws?|mainland|southern|northern|eastern|western|central)\b)*",
    re.IGNORECASE,
)
_PLACE = re.compile(
    r"^(?:[A-ZÀ-Þ][\w'’.-]+(?:\s(?:(?:de|do|da|dos|del|la|las|los|el|of)\s){1,2}|\s)?){1,4},"
    r"\s*(?:and\s|the\s)?$"
)
_KEEPS = re.compile(
    r"\s*(?:runs|operates|owns|hosts|maintains|manages|controls|administers"
    r"|(?:is|stands|sits) behind)\s+",
    re.IGNORECASE,
)
_KEPT = re.compile(
    r"(?:it|this|the|both|its)\b(?:\s(?:online )?(?:site|website|service|market|marketplace|platform"
    r"|pair|network|forum|portal|app|store|shop|domains?|servers?|two))?",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\b(?:in|from|out of|of|at|by)\b|[:–—]", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:]|,\s(?:and|but|while|whereas|although|though)\s(?!\S+\.[a-z]{2,})")
_SOMEBODY_THERE = re.compile(
    r"(?:an?|the|two|three|several|some)\s(?:[\w’'-]+\s){1,5}(?:in|from)\s(?:[A-ZÀ-Þ][\w’'. -]*,\s)?(?:the\s)?$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    r"(?:hosting location|hosting|hosts?|location|home country|country|headquarters|seat|base)\s?[:–—]\s"
    r"(?:[A-ZÀ-Þ][\w’'. -]*,\s)?(?:the\s)?",
    re.IGNORECASE,
)
_HOME_TO = re.compile(r"\s(?:is|remains) home to (?:the\s)?", re.IGNORECASE)
_PLACED = re.compile(r"\b(?:places?|puts?|locates?)\s(?P<whom>[^,;]+?)\sin\s(?:[A-ZÀ-Þ][\w’'. -]*,\s)?(?:the\s)?$")
_CALLS = re.compile(r"\s(?:calls?|has made|made)\s(?:[A-ZÀ-Þ][\w’'. -]*,\s)?(?:the\s)?$")
_APPOSED = re.compile(r",\s+(?:the\s+)?")
_NEGATION = re.compile(r"\b(?:not|no longer|never|nor|without)\b", re.IGNORECASE)


def based_in(name: str, text: str) -> str:
    """The ISO code of the country in which the market is at home; empty if the text does not say.

    >>> based_in("Name", "Nominated as name.com. Headquartered in China. Users in India buy.")
    'CN'
    """
    for start, end in sentences(text[:_OPENING_LENGTH])[:_OPENING_SENTENCES]:
        sentence = text[start:end]
        for country in find_countries(sentence):
            if _prefixed(name, sentence, country) or _keeper(name, sentence, country):
                return country.iso
            if _introduced(name, sentence, country) or _told_around(name, sentence, country):
                return country.iso
    return ""


def _prefixed(name: str, sentence: str, country: CountrySpan) -> bool:
    """ "Canada-based …" that qualifies the market: where it opens a clause."""
    based = _BASED.match(sentence[country.end :])
    if based is None:
        return False
    before, after = sentence[: country.start], sentence[country.end + based.end() :].lstrip()
    if any(after.casefold().startswith(form.casefold()) for form in spoken_forms(name)):
        return True
    return not cues().strangers.search(before) and not _stranger_next(after)


def _keeper(name: str, sentence: str, country: CountrySpan) -> bool:
    """ "A company established in X runs the site": the market is at home where its keeper is."""
    before, after = sentence[: country.start], sentence[country.end :]
    if not (cues().home.search(before) or _SOMEBODY_THERE.match(before)):
        return False
    match = _KEEPS.match(after)
    if match is None:
        return False
    kept = after[match.end() :]
    return _begins_with_name(name, kept) or bool(_KEPT.match(kept.casefold()))


def _told_around(name: str, sentence: str, country: CountrySpan) -> bool:
    """ "X is home to Name", "Name calls X home", "records place Name in X"."""
    before, after = sentence[: country.start], sentence[country.end :]
    if _LABELLED.fullmatch(before):
        return True
    home = _HOME_TO.match(after)
    if home is not None:
        return _begins_with_name(name, after[home.end() :])
    placed = _PLACED.search(before)
    if placed is not None:
        return is_market(name, placed["whom"])
    calls = _CALLS.search(before)
    return calls is not None and after.startswith(" home") and is_market(name, before[: calls.start()])


def _stranger_next(after: str) -> bool:
    words = " ".join(after.split()[:3])
    return bool(cues().strangers.search(words))


def _introduced(name: str, sentence: str, country: CountrySpan) -> bool:
    """A home verb before the country whose subject is the market."""
    before = sentence[: country.start]
    verbs = list(cues().home.finditer(before))
    if not verbs:
        return False
    verb = verbs[-1]
    between = before[verb.end() :]
    rest = between[_match_end(between) :]
    if rest and not _PLACE.match(rest):
        return False
    if not _PREPOSITION.search(between):
        return False
    subject = _CLAUSE.split(before[: verb.start()])[-1].strip()
    if _NEGATION.search(subject[-40:]):
        return False
    return is_market(name, subject) or _apposed_to(name, subject, sentence[country.end :])


def _apposed_to(name: str, subject: str, after: str) -> bool:
    """ "A forum run from X, Name is …": what stands behind the comma is what is run from there."""
    match = _APPOSED.match(after)
    if match is None or not re.match(r"(?:an?|the)\s", subject, re.IGNORECASE):
        return False
    return _begins_with_name(name, after[match.end() :])


def _begins_with_name(name: str, text: str) -> bool:
    words = text.split()[:MOST_WORDS]
    return any(speaks_of(name, " ".join(words[:count]).rstrip(",.")) for count in range(1, len(words) + 1))


def _match_end(between: str) -> int:
    match = _LINK.match(between)
    return match.end() if match else 0
