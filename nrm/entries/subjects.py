"""Of whom a sentence speaks before a verb: of the market that the entry is about, or of somebody else."""

from __future__ import annotations

import re

from nrm.entries.cues import cues
from nrm.entries.name_forms import MOST_WORDS, speaks_of, spoken_forms
from nrm.lexicons.domains import find_domains

_SOMEBODY = re.compile(r"\b(?:an?|one|some|another)\s+(?:(?!an?\s)[\w’'-]+\s+){0,5}?[\w’'-]+$", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|through|via|from|of|with|to)$", re.IGNORECASE)
_ITSELF = re.compile(
    r"(?:^|\b)(?:it|this|(?:the|this) (?:online )?(?:site|website|service|market|marketplace|platform"
    r"|network|forum|portal|app|store|company|operator))(?:\s(?:is|was|as))?$",
    re.IGNORECASE,
)
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
_PERSONS = re.compile(
    r"\b(?!(?:servers|others|numbers|members|operators|administrators|owners|registrars|providers|trackers)\b)"
    r"(?:\w{2,}(?:ers|ors|ists|ants|ents)|people|men|women)\b",
    re.IGNORECASE,
)
_IMITATOR = re.compile(r"(?:competitor|rival|clone|imitator|mirror|look)", re.IGNORECASE)
_BRACKET = re.compile(r"\s*\([^()]*\)$")
_ITS = re.compile(r"\b(?:from|with|at|in|through|has|have|keeps|maintains)$", re.IGNORECASE)
_OPENS = re.compile(r"(?:^|,\s)(?:it|(?:the|this)\s)", re.IGNORECASE)
_OF = re.compile(r"\s*(?:of|on|at|to|from|for|with|in|by|within|behind)\b(?![^,;]*[,;])", re.IGNORECASE)


def is_market(name: str, subject: str) -> bool:
    """Whether what stands before the verb is the market: nothing, its name, or a word for it.

    The word right before the verb decides, auxiliaries and hedges aside: in "a lawyer based in
    …" it is the lawyer.
    """
    words = _HEDGE.sub("", subject).strip(" ,–—-(")
    if not words:
        return True
    others = [stranger.end() for stranger in cues().strangers.finditer(words)]
    if others and _OF.match(words[max(others) :]) and not _ITS.search(words):
        return False  # "users of Name"
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
        apposed = _is_named(name, _BRACKET.sub("", owner)) and not _ends_in_strangers(words)
        nominated = " whose " in words and find_domains(owner) and _is_nearest(name, words)
        return bool(_BY.search(owner)) or apposed or bool(nominated)
    head = re.search(r"([\w'’-]+)$", words)
    if head is None:
        return not table.strangers.search(words) or _is_nearest(name, words)
    if table.market_words.fullmatch(head.group(1)):
        return not table.strangers.search(words) or _is_nearest(name, words)
    if head.group(1).casefold() in ("and", "or", "but"):
        opening = words[: len(name) + 12].casefold()
        spoken_of = any(form.casefold() in opening for form in spoken_forms(name)) or re.match(
            r"(?:the|this|its?)\s+", words, re.IGNORECASE
        )
        if spoken_of and not table.strangers.search(words):
            return True
    return _is_nearest(name, words)


def _is_nearest(name: str, words: str) -> bool:
    """Whether the market is the last that is named before the verb, and nothing said of somebody else.

    "Publishers nominated Name, whose owners …" speaks of the market, "users of Name …" of its users.
    """
    strangers = list(cues().strangers.finditer(words))
    if any(_IMITATOR.match(stranger.group()) for stranger in strangers):
        return False
    opens = bool(_mentions(name, words[: len(name) + 1])) or bool(_OPENS.search(words))
    if opens and _ITS.search(words):
        return True
    markets = [match.span() for match in cues().market_words.finditer(words)] + _mentions(name, words)
    if not markets:
        return False
    start, end = max(markets, key=lambda span: (span[1], -span[0]))
    others = [stranger.end() for stranger in strangers] + [match.end() for match in _PERSONS.finditer(words)]
    others = [place for place in others if place != end]
    last = max(others, default=0)
    if last > end:
        return False
    return not others or not _OF.match(words[last:start])


def _mentions(name: str, words: str) -> list[tuple[int, int]]:
    """Where the market is spoken of by a form of its name, or by a domain that is made of it."""
    tokens = list(re.finditer(r"[^\s,()\"“”]+", words))
    found = []
    for at, token in enumerate(tokens):
        for upto in tokens[at : at + MOST_WORDS]:
            if speaks_of(name, words[token.start() : upto.end()]):
                found.append((token.start(), upto.end()))
        if any(speaks_of(name, d.registered.split(".")[0].capitalize()) for d in find_domains(token.group())):
            found.append((token.start(), token.end()))
    return found


def _is_called(name: str, words: str) -> bool:
    """ "Name is a forum …", "Name, available at name.to, is an index …": what it is called is the market."""
    copula = _COPULA.search(words)
    if copula is None or _ends_in_strangers(words) or _PEOPLE.search(words):
        return False
    parts = [part.strip(' ,)"“”') for part in re.split(r"[,(]\s*", words[: copula.start()])]
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
    split = words.rstrip('"”’)').split()
    named = any(speaks_of(name, " ".join(split[-count:])) for count in range(1, min(len(split), MOST_WORDS) + 1))
    return named or bool(_ITSELF.search(words))
