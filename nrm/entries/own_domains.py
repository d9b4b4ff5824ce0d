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
_GLUE = re.compile(r"\s*(?:[,;/]|,?\s(?:and|or|&))\s*(?:and\s|or\s|&\s)?")
_OTHERS = re.compile(
    r"\b(?:another|others?|rival|unlike|similar|copie[sd]|instead)\b|['’]s (?:own )?(?:web)?sites?\b", re.I
)
_LABELS = re.compile(
    r"(?:(?:also|and|related|other|further|additional|variants?|nominated|sister|alternat(?:iv)?e|associated|affiliated"
    r"|linked|main|primary|secondary|current|new|old|previous|former|more|sites?|websites?|domains?|addresses|address"
    r"|names?|pages?|urls?|includes?|included|are|is|the|its|\(e?s\)|[:;,.–—-])\s*)+",
    re.IGNORECASE,
)
"""What may stand before the domains of a list that says nothing else: "Also palace.to", "Related: palace.to"."""
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
        for number, (start, end) in enumerate(sentences(text[:_OPENING_LENGTH])[:_OPENING_SENTENCES])
        for host in _introduced(text[start:end], name, first=number == 0)
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


def _introduced(sentence: str, name: str, *, first: bool) -> list[str]:
    """The domains of a sentence that the nearest cue before them makes the entry's own.

    Domains of one list share their cue, and belong together where one of them is the name. What
    the first sentence names is the entry's own where nothing speaks of others.
    """
    domains = [d for d in find_domains(sentence) if d.kind == "domain"]
    if not domains:
        return []
    table = cues()
    signs = [(m.end(), True) for m in table.own.finditer(sentence)]
    signs += [(m.end(), False) for m in table.others.finditer(sentence)]
    signs += [(end, True) for end in _brackets_beside(name, sentence)]
    signs.sort(key=lambda sign: (sign[0], not sign[1]))
    names = name_forms(name)
    own = []
    for group in _lists(domains, sentence):
        before = [mine for end, mine in signs if end <= group[0].start]
        said = any(_IS_OWN.match(sentence, d.end) or _is_namesake(d, names) for d in group)
        labelled = _LABELS.fullmatch(sentence, 0, group[0].start) is not None
        alone = labelled or (first and group[0].text.islower() and not _OTHERS.search(sentence))
        if before[-1] if before else said or alone:
            own += [domain.host for domain in group]
    return own


def _lists(domains: list[DomainSpan], sentence: str) -> list[list[DomainSpan]]:
    """The domains in groups: "a.com, b.com, and c.com" is one."""
    groups: list[list[DomainSpan]] = []
    for domain in domains:
        if groups and _GLUE.fullmatch(sentence, groups[-1][-1].end, domain.start):
            groups[-1].append(domain)
        else:
            groups.append([domain])
    return groups


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
    label = _NOT_LETTERS.sub("", domain.registered.split(".")[0])
    keys = {_NOT_LETTERS.sub("", fold(name)) for name in names}
    return domain.text.islower() and len(label) >= _SHORTEST_NAMESAKE and label in keys
