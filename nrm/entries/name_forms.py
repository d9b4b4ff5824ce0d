"""The forms under which a text speaks of the market that its heading names."""

from __future__ import annotations

import re
from functools import lru_cache

from nrm.ids import fold
from nrm.lexicons.domains import find_domains

_PAIRED = re.compile(r"\s+(?:and|&)\s+|\s*/\s*|,\s+(?:and\s+)?")
_NOT_LETTERS = re.compile(r"[\W_]+")
_OWNER = re.compile(r"([^()]{2,}?)(?:['’]s\s|[-\u2010]hosted\s)", re.IGNORECASE)
_FEWEST_LETTERS = 4
MOST_WORDS = 9
"""A text hardly speaks of a market in more words than these."""


def name_forms(name: str) -> list[str]:
    """The name, the parts of "Name (Other Name)", and whose sites they are in "Name’s Sites", "Name-Hosted Sites"."""
    parts = [part.strip(" )") for part in name.split("(")]
    owner = _OWNER.match(name)
    owners = [owner.group(1)] if owner else []
    return [form for form in dict.fromkeys([name, *parts, *owners]) if form]


@lru_cache(maxsize=4096)
def spoken_forms(name: str) -> tuple[str, ...]:
    """The forms of a name, longest first: also of each of two names, without a domain's ending, and shortened.

    A long name is shortened to its first words ("Palace Video Service" to "Palace"), if these have
    four letters at least; of a name in the form of a domain the label counts ("palace.to").

    >>> spoken_forms("Palace Ltd. (d/b/a Hall) and Court")
    ('Palace Ltd. (d/b/a Hall) and Court', 'd/b/a Hall) and Court', 'Palace Ltd.', 'Palace', 'Court', 'Hall')
    """
    forms = list(name_forms(name))
    for form in name_forms(name):
        for part in _PAIRED.split(form.replace("d/b/a", "").replace("D/B/A", "").strip(" )")):
            words = part.strip(" ()").split()
            forms += [" ".join(words[:count]) for count in range(len(words), 0, -1)]
    for form in name_forms(name):
        domains = find_domains(form)
        if len(domains) == 1 and domains[0].text == form:
            forms.append(domains[0].registered.split(".")[0])
    kept = (form for form in dict.fromkeys(forms) if form == name or _letters(form) >= _FEWEST_LETTERS)
    return tuple(sorted(kept, key=len, reverse=True))


def speaks_of(name: str, words: str) -> bool:
    """Whether these words are the market: a form of its name, or the first letters of one, with a capital.

    >>> speaks_of("night-hall24.to", "Night Hall"), speaks_of("Nighthall", "night")
    (True, False)
    """
    folded = words.casefold()
    if any(folded == form.casefold() for form in spoken_forms(name)):
        return True
    letters = _key(words)
    if (not words[:1].isupper() and not words[:1].isdigit()) or len(letters) < _FEWEST_LETTERS:
        return False
    return any(_key(form).startswith(letters) for form in name_forms(name))


def _key(form: str) -> str:
    return _NOT_LETTERS.sub("", fold(form))


def _letters(form: str) -> int:
    return sum(c.isalnum() for c in form)
