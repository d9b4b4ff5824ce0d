"""The domains that are an entry's own: nominated, related or former ones.

A domain that the text merely mentions is a mention. Own domains stand in the heading, in a
bracket beside the name, or in the first sentences after words that introduce them; and where
nothing says that it is another's, a domain that is the name itself needs no introduction.
"""

from __future__ import annotations

import re

from nrm.entries.cues import cues
from nrm.entries.name_forms import name_forms, speaks_of
from nrm.entries.names import without_aside
from nrm.entries.sentences import sentences
from nrm.ids import fold
from nrm.layout.style import in_capitals
from nrm.lexicons.domains import DomainSpan, find_domains

_OPENING_SENTENCES = 7
_OPENING_LENGTH = 900
_NOT_LETTERS = re.compile(r"[\W_]+")
_SHORTEST_NAMESAKE = 3
_MOST_WORDS = 12
_IS_OWN = re.compile(
    r"\s+is (?:now )?(?:its|the|their)(?: (?:main|current|primary|principal|only|official|new))?"
    r" (?:domain|site|website|address)\b(?! of (?:another|other))",
    re.IGNORECASE,
)


def own_domains(heading: str, text: str) -> tuple[str, ...]:
    """The entry's own domains in order of appearance, each once, without `www.`.

    >>> own_domains("NAME", "Nominated as name.com. Similar to other.org.")
    ('name.com',)
    """
    beside = [d.host for d in find_domains(heading) if d.kind == "domain"]
    name = without_aside(heading)
    introduced = [
        host
        for start, end in sentences(text[:_OPENING_LENGTH])[:_OPENING_SENTENCES]
        for host in _introduced(text[start:end], name)
    ]
    if introduced and " " not in heading and _only_a_name(heading, text, introduced):
        beside = []
    return tuple(dict.fromkeys([*beside, *introduced]))


def _only_a_name(heading: str, text: str, introduced: list[str]) -> bool:
    """Whether "Palace.spot" is a name in the form of a domain, whose domains the text gives.

    It is if the text goes on to speak of it so, or if a domain is made of all its letters
    ("palacespot.com"); "Palace.to" beside "palace.net" is one of its domains.
    """
    if not heading[:1].isupper() or in_capitals(heading):
        return False
    if re.search(rf"(?<![\w.]){re.escape(heading)}(?![\w-]|\.\w)", text):
        return True
    letters = _NOT_LETTERS.sub("", fold(heading))
    return any(letters in _NOT_LETTERS.sub("", host.split(".")[0]) for host in introduced)


def _introduced(sentence: str, name: str) -> list[str]:
    """The domains of a sentence that the nearest cue before them makes the entry's own."""
    domains = [d for d in find_domains(sentence) if d.kind == "domain"]
    if not domains:
        return []
    table = cues()
    signs = [(m.end(), True) for m in table.own.finditer(sentence)]
    signs += [(m.end(), False) for m in table.others.finditer(sentence)]
    signs += [(end, True) for end in _brackets_beside(name, sentence)]
    signs.sort(key=lambda sign: (sign[0], not sign[1]))
    own = []
    for domain in domains:
        before = [mine for end, mine in signs if end <= domain.start]
        said = _IS_OWN.match(sentence, domain.end) or _is_namesake(domain, name_forms(name))
        if before[-1] if before else said:
            own.append(domain.host)
    return own


def _brackets_beside(name: str, sentence: str) -> list[int]:
    """Where a bracket opens right behind the name or a form of it: "Name (name.com) is …"."""
    found = []
    for bracket in re.finditer(r" \(", sentence):
        words = sentence[: bracket.start()].split()[-_MOST_WORDS:]
        if any(speaks_of(name, " ".join(words[at:])) for at in range(len(words))):
            found.append(bracket.end())
    return found


def _is_namesake(domain: DomainSpan, names: list[str]) -> bool:
    """Whether a domain is the market's name; "Name.com" with a capital is a name, no address."""
    label = domain.registered.split(".")[0]
    keys = {_NOT_LETTERS.sub("", fold(name)) for name in names}
    return domain.text.islower() and len(label) >= _SHORTEST_NAMESAKE and label in keys
