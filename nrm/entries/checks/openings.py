"""Whether a text reads like the opening of an entry, or like a title, whatever it looks like."""

from __future__ import annotations

import re

from nrm.entries.cues import cues
from nrm.entries.home import based_in
from nrm.entries.places import take_apart
from nrm.ids import fold
from nrm.lexicons.domains import find_domains

_OPENING = 160
_NOMINATED = re.compile(r"^(?:also |was |were )?nominated\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.?!:;…][\"'”’)\]]*\s*(?:\[?\d{1,3}\]?|[*†‡§¶]+)?$")
_ABBREVIATION_END = re.compile(r"\b(?:Ltd|Inc|Co|Corp|Bros|[A-Z](?:\.[A-Z])+)\.$", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s[–—-]\s|—|[:.]\s+(?=\S)")
_LONGEST_LEAD = 130
_SMALL_WORD = 3
_BRACKET = re.compile(r"\([^()]*\)")


def opens_entry(text: str) -> bool:
    """Whether a paragraph begins as entries do: with the domains or the home of a market.

    >>> opens_entry("Nominated as name.com. It sells copies."), opens_entry("Such sites abound.")
    (True, False)
    """
    opening = text[:_OPENING]
    if _NOMINATED.match(opening):
        return True
    if cues().own.match(opening) and any(d.kind == "domain" for d in find_domains(opening)):
        return True
    return cues().home.match(opening) is not None and based_in("", opening) != ""


def leads_with_name(text: str) -> bool:
    """Whether a paragraph begins with a name, a separator, and text.

    The name is a domain, or says in which country it stands, or recurs in the text, or the text
    begins as entries do.

    >>> leads_with_name("Old Hall, Cork – Old Hall has ten stalls."), leads_with_name("Not so: not so.")
    (True, False)
    """
    for match in _SEPARATOR.finditer(text, 0, _LONGEST_LEAD):
        lead, rest = text[: match.start()].strip(), text[match.end() :]
        if len(lead) > _SMALL_WORD and rest and is_title_like(lead) and _is_name(lead, rest):
            return True
    return False


def _is_name(lead: str, rest: str) -> bool:
    if opens_entry(rest):
        return True
    domains = find_domains(lead)
    if domains and (domains[0].start, domains[-1].end) == (0, len(lead)):
        return True
    place = take_apart(lead, "", "")
    if place.country and place.name != lead and len(place.name) > _SMALL_WORD and not place.near:
        return True
    name = re.split(r"[,(]", lead)[0].strip()
    return len(name) > _SMALL_WORD and fold(name) in fold(rest)


def is_title_like(text: str) -> bool:
    """Whether no longer word of a text begins with a small letter, brackets and domains aside.

    >>> is_title_like("Mercado de la Luz (formerly Old Hall)"), is_title_like("Not so short")
    (True, False)
    """
    words = _BRACKET.sub(" ", text).split()
    return bool(words) and not any(
        word[0].islower() and len(word) > _SMALL_WORD and "." not in word.rstrip(".") for word in words
    )


def ends_no_sentence(text: str) -> bool:
    """Whether a text ends without a full stop or the like, a footnote's mark and "Ltd." aside."""
    bare = text.strip()
    return not _SENTENCE_END.search(bare) or bool(_ABBREVIATION_END.search(bare))
