"""The domains that are an entry's own: nominated, related or former ones.

A domain that the text merely mentions is a mention. Own domains stand in the heading, in a
bracket beside the name, or in the first sentences after words that introduce them.
"""

from __future__ import annotations

from nrm.entries.cues import cues
from nrm.entries.sentences import sentences
from nrm.layout.style import in_capitals
from nrm.lexicons.domains import find_domains

_OPENING_SENTENCES = 7
_OPENING_LENGTH = 900


def own_domains(heading: str, text: str) -> tuple[str, ...]:
    """The entry's own domains in order of appearance, each once, without `www.`.

    >>> own_domains("NAME", "Nominated as name.com. Similar to other.org.")
    ('name.com',)
    """
    beside = [d.host for d in find_domains(heading) if d.kind == "domain"]
    introduced = [
        host
        for start, end in sentences(text[:_OPENING_LENGTH])[:_OPENING_SENTENCES]
        for host in _introduced(text[start:end])
    ]
    if introduced and heading[:1].isupper() and not in_capitals(heading) and " " not in heading:
        beside = []  # a name in the form of a domain, whose domains the text gives
    return tuple(dict.fromkeys([*beside, *introduced]))


def _introduced(sentence: str) -> list[str]:
    """The domains of a sentence that the nearest cue before them makes the entry's own."""
    domains = [d for d in find_domains(sentence) if d.kind == "domain"]
    if not domains:
        return []
    table = cues()
    signs = [(m.end(), True) for m in table.own.finditer(sentence)]
    signs += [(m.end(), False) for m in table.others.finditer(sentence)]
    signs.sort()
    own = []
    for domain in domains:
        before = [mine for end, mine in signs if end <= domain.start]
        if before and before[-1]:
            own.append(domain.host)
    return own
