"""Where a report says that an online market is at home: headquartered, based, operated, hosted.

Only the opening of an entry is read, and only sentences that speak of the market itself: the
first country named in a text is often another one. A domain's ending says nothing.
"""

from __future__ import annotations

import re

from nrm.entries.cues import cues
from nrm.entries.name_forms import speaks_of, spoken_forms
from nrm.entries.sentences import sentences
from nrm.lexicons.countries import CountrySpan, find_countries

_OPENING_SENTENCES = 7
_OPENING_LENGTH = 1000
_BASED = re.compile(r"[-\u2010\u2011–]\s?(?:based|headquartered|operated|hosted|run|owned|registered)\b", re.I)
_LINK = re.compile(
    r"^(?:\W|\b(?:in|from|out|of|by|the|an?|at|its|and|is|are|be|to|believed|reportedly|allegedly"
    r"|apparently|said|thought|servers?|company|firm|group|person|persons|individuals?|operators?"
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
_SOMEBODY = re.compile(r"\b(?:an?|one|some|another)\s+(?:(?!an?\s)[\w’'-]+\s+){0,5}?[\w’'-]+$", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|through|via|from|of|with|to)$", re.IGNORECASE)
_ITSELF = re.compile(
    r"(?:^|\b)(?:it|this|(?:the|this) (?:online )?(?:site|website|service|market|marketplace|platform"
    r"|network|forum|portal|app|store|company|operator))(?:\s(?:is|was|as))?$",
    re.IGNORECASE,
)
_KEEPS = re.compile(
    r"\s*(?:runs|operates|owns|hosts|maintains|manages|controls|administers"
    r"|(?:is|stands|sits) behind)\s+", re.IGNORECASE
)
_KEPT = re.compile(
    r"(?:it|this|the|both|its)\b(?:\s(?:online )?(?:site|website|service|market|marketplace|platform"
    r"|pair|network|forum|portal|app|store|shop|domains?|servers?|two))?", re.IGNORECASE
)
_PREPOSITION = re.compile(r"\b(?:in|from|out of|of|at|by)\b|[:–—]", re.IGNORECASE)
_CLAUSE = re.compile(r"[;:]|,\s(?:and|but|while|whereas|although|though)\s(?!\S+\.[a-z]{2,})")
_HEDGE = re.compile(
    r"(?:[\s,]*\b(?:is|are|was|were|be|been|being|has|have|had|to|appears?|seems?|said|believed"
    r"|thought|reported|reportedly|alleged|allegedly|apparently|currently|now|still|also|mainly"
    r"|primarily|largely|partly|probably|likely|presumably|formally|legally|evidently"
    r"|understood|known|physically|itself|themselves|continues?|remains?|which|that|who)\b)+[\s,]*$",
    re.IGNORECASE,
)
_COPULA = re.compile(
    r"\b(?:is|was|remains|became|(?:has|have) become)\s+(?:an?|the|one of(?: the)?)\s+"
    r"(?P<predicate>(?:(?!\b(?:an?|some|another)\b)[^;])+)$",
    re.IGNORECASE,
)
_THIS_ONE = re.compile(r"this(?:\s[\w’'-]+){1,8}", re.IGNORECASE)
_PEOPLE = re.compile(r"\b(?:\w{2,}(?:ers|ors|ists|ants|ents)|people|men|women)$", re.IGNORECASE)
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
            if _introduced(name, sentence, country):
                return country.iso
    return ""


def _prefixed(name: str, sentence: str, country: CountrySpan) -> bool:
    """"Canada-based …" that qualifies the market: where it opens a clause."""
    based = _BASED.match(sentence[country.end :])
    if based is None:
        return False
    before, after = sentence[: country.start], sentence[country.end + based.end() :].lstrip()
    if any(after.casefold().startswith(form.casefold()) for form in spoken_forms(name)):
        return True
    return not cues().strangers.search(before) and not _stranger_next(after)


def _keeper(name: str, sentence: str, country: CountrySpan) -> bool:
    """"A company established in X runs the site": the market is at home where its keeper is."""
    before, after = sentence[: country.start], sentence[country.end :]
    if not cues().home.search(before):
        return False
    match = _KEEPS.match(after)
    if match is None:
        return False
    kept = after[match.end() :].casefold()
    named = any(kept.startswith(form.casefold()) for form in spoken_forms(name))
    return named or bool(_KEPT.match(kept))


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
    return _is_market(name, subject)


def _is_market(name: str, subject: str) -> bool:
    """Whether what stands before the verb is the market: nothing, its name, or a word for it.

    The word right before the verb decides, auxiliaries and hedges aside: in "a lawyer based in
    …" it is the lawyer.
    """
    words = _HEDGE.sub("", subject).strip(" ,–—-(")
    if not words:
        return True
    if _is_named(name, words):
        return True
    if _is_called(name, words):
        return True
    table = cues()
    if _THIS_ONE.fullmatch(words) and not _ends_in_strangers(words):
        return not _PEOPLE.search(words) or bool(table.market_words.search(words.rsplit(" ", 1)[-1]))
    somebody = _SOMEBODY.search(words)
    if somebody is not None:
        # "a firm headquartered in …" is somebody; "run by a firm …", "Name, a firm …" is the market
        owner = words[: somebody.start()].rstrip(" ,")
        noun = words.rsplit(" ", 1)[-1]
        apposed = bool(table.market_words.fullmatch(noun)) and _is_named(name, owner)
        return bool(_BY.search(owner)) or apposed
    head = re.search(r"([\w'’-]+)$", words)
    if head is None:
        return not table.strangers.search(words)
    if table.market_words.fullmatch(head.group(1)):
        return not table.strangers.search(words)
    if head.group(1).casefold() in ("and", "or", "but"):
        opening = words[: len(name) + 12].casefold()
        spoken_of = any(form.casefold() in opening for form in spoken_forms(name)) or re.match(
            r"(?:the|this|its?)\s+", words, re.IGNORECASE
        )
        return bool(spoken_of) and not table.strangers.search(words)
    return False


def _is_called(name: str, words: str) -> bool:
    """"Name is a forum …", "Name, available at name.to, is an index …": what it is called is the market."""
    copula = _COPULA.search(words)
    if copula is None or _ends_in_strangers(words) or _PEOPLE.search(words):
        return False
    parts = [part.strip(" ,)\"“”") for part in re.split(r"[,(]\s*", words[: copula.start()])]
    parts = [part for part in parts if part]
    if not parts or cues().strangers.search(" ".join(parts[1:-1])):
        return False
    return any(_is_all_of(name, part) for part in (parts[0], parts[-1]))


def _ends_in_strangers(words: str) -> bool:
    return any(match.end() == len(words) for match in cues().strangers.finditer(words))


def _is_all_of(name: str, part: str) -> bool:
    """Whether a stretch is the market's name, with at most "the forum" before it, or "it", "this site"."""
    words = part.split()
    for count in range(len(words), 0, -1):
        if speaks_of(name, " ".join(words[-count:])):
            before = " ".join(words[:-count])
            return not before or bool(re.fullmatch(r"(?:the|this)(?:\s[\w’'-]+){0,4}", before, re.IGNORECASE))
    return bool(_ITSELF.fullmatch(part))


def _is_named(name: str, words: str) -> bool:
    """Whether the words end with the market's name or with "it", "the site" and the like."""
    split = words.rstrip("\"”’)").split()
    named = any(speaks_of(name, " ".join(split[-count:])) for count in range(1, min(len(split), 9) + 1))
    return named or bool(_ITSELF.search(words))


def _match_end(between: str) -> int:
    match = _LINK.match(between)
    return match.end() if match else 0
