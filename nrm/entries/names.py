"""An online market's heading as a name, and a spelling that does not shout.

All-capital headings get the spelling that the entry's own text uses, where it uses one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from nrm.layout.style import in_capitals
from nrm.lexicons.domains import find_domains

_BRACKET = re.compile(r"\s*\(([^()]*(?:\([^()]*\)[^()]*)*)\)\s*$")
_FORMER = re.compile(
    r"^(?:formerly|previously|now|ex-|also|earlier|once|originally|known as|a\.?k\.?a\.?)\b",
    re.IGNORECASE,
)
_EYES = re.compile(r"(?<!\\)[iıIİ]")
_EDGES = " \t:–—-"


def without_aside(heading: str) -> str:
    """The heading without a closing bracket that holds former names or the domain.

    >>> without_aside("iKino (formerly ikino.ws)"), without_aside("Wuju (Mini-Shops)")
    ('iKino', 'Wuju (Mini-Shops)')
    """
    name = " ".join(heading.split()).strip(_EDGES)
    match = _BRACKET.search(name)
    if match is None or match.start() == 0:
        return name
    inside = match.group(1).strip()
    domains = find_domains(inside)
    only_domains = bool(domains) and not re.sub(
        r"\b(?:and|or|formerly|previously|now|also|earlier|at)\b|[,;/&\s]",
        "",
        _without(inside, [(d.start, d.end) for d in domains]),
        flags=re.IGNORECASE,
    )
    if _FORMER.match(inside) or only_domains:
        return name[: match.start()].strip(_EDGES)
    return name


def _without(text: str, spans: Sequence[tuple[int, int]]) -> str:
    out, at = [], 0
    for start, end in spans:
        out.append(text[at:start])
        at = end
    return "".join([*out, text[at:]])


def display_name(name: str, texts: Sequence[str], case_lost: bool = False) -> str:
    """The most frequent spelling in these texts of a name printed in capitals; else the name.

    Domains do not count ("name.com" is no spelling of NAME), nor does an all-capital form.
    `case_lost` says that the heading is in small capitals, where a dotless i looks like any.
    """
    if not (in_capitals(name) or case_lost) or len(name) < 2:
        return name
    pattern = re.compile(
        rf"(?<![\w.@/-]){_loose(name)}(?![\w@/-]|\.\w)", re.IGNORECASE
    )
    found = Counter[str]()
    for text in texts:
        for match in pattern.finditer(text):
            spelling = " ".join(match.group().split())
            if not in_capitals(spelling):
                found[spelling] += 1
    if not found:
        return name
    most = max(found.values())
    best = next(spelling for spelling, count in found.items() if count == most)
    return best if not best.islower() or len(name) <= 3 else _better(found, best)


def _loose(name: str) -> str:
    words = [re.escape(word) for word in name.replace("’", "'").split()]
    loose = r"\s+".join(words).replace("'", "['’]")
    return _EYES.sub("[iıIİ]", loose)


def _better(found: Counter[str], best: str) -> str:
    """A spelling with a capital, if the texts have one at all."""
    return next((spelling for spelling, _ in found.most_common() if not spelling.islower()), best)
