"""Domain names and e-mail addresses in text: found whole, validated offline.

`find_domains` gives spans with the host in one spelling and the registrable domain. It looks
for words joined by dots, so a text without any costs next to nothing. Facts: `domains.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from nrm.lexicons.host_labels import (
    DOT,
    LABEL,
    MOST_LABELS,
    Label,
    domain_labels,
    joined,
    split_labels,
)
from nrm.lexicons.hosts import normal_host, registered_domain

__all__ = ["DomainSpan", "find_domains", "registered_domain"]

_CANDIDATE = re.compile(
    r"(?<![\w\u00ad])(?<!\w-)(?<![\w.]\.)(?P<scheme>(?:https?|hxxps?|ftp)://)?"
    rf"(?P<host>{LABEL}(?:{DOT}{LABEL})+)"
    r"(?P<rest>(?::\d{2,5}(?!\d))?(?:/[^\s<>\"\u201c\u201d\u00ab\u00bb]{0,2000})?)",
)
_LOCAL_PART = re.compile(r"[\w+-](?:[\w.+-]*[\w+-])?$")
_LOCAL_LENGTH: Final = 64
_CLOSING: Final = ".,;:!?'\"\u2018\u2019\u2026*|"
_BRACKETS: Final = {")": "(", "]": "[", "}": "{"}
_POSSESSIVE = re.compile(r"['\u2019]s?$")


@dataclass(frozen=True, slots=True)
class DomainSpan:
    """An address: `text` stands at `start:end` of the text searched, as printed, path included.

    `host` is normalised (see `hosts.normal_host`), `registered` its registrable domain, `path`
    what follows the host, as printed. Of an e-mail address the host is that behind the "@".
    """

    start: int
    end: int
    text: str
    host: str
    registered: str
    path: str
    kind: Literal["domain", "email"]


def find_domains(text: str) -> list[DomainSpan]:
    """Every domain name and e-mail address in a text, from left to right, without overlaps.

    Subdomains, paths, "www.", "https://", "site[.]to", punycode and other alphabets are
    part of a span; closing punctuation and possessives are not. Two sentences glued together
    ("listed.In"), abbreviations, figures and names of files are no domains: an ending with a
    capital counts only in a name all in capitals, behind "www." or "http://", or where it can
    be no word ("Site.Com").
    """
    if "." not in text and "dot" not in text.lower():
        return []
    spans: list[DomainSpan] = []
    position = taken = 0
    while (found := _CANDIDATE.search(text, position)) is not None:
        labels = split_labels(text, found.start("host"), found.end("host"))
        span = _span(text, taken, found, labels) if len(labels) <= MOST_LABELS else None
        if span is not None:
            spans.append(span)
            position = taken = span.end
        else:
            position = labels[0].end if len(labels) <= MOST_LABELS else labels[-1].end
    return spans


def _span(text: str, taken: int, found: re.Match[str], labels: list[Label]) -> DomainSpan | None:
    """The address at a candidate; it may begin before it (`me@`), but not before `taken`."""
    if text.startswith("@", found.end("host")):
        return None  # the local part of an e-mail address, which is found by its host
    kept = domain_labels(labels, trusted=bool(found["scheme"]))
    host, registered = normal_host(joined(kept)), registered_domain(joined(kept))
    if host is None or registered is None:
        return None
    start, end = kept[0].start, kept[-1].end
    if start and text[start - 1] == "@":
        local = _LOCAL_PART.search(text, max(taken, start - 1 - _LOCAL_LENGTH), start - 1)
        if local is None:
            return None  # the name of an account
        start = local.start()
        return DomainSpan(start, end, text[start:end], host, registered, "", "email")
    if found["scheme"] and start == found.start("host"):
        start = found.start()
    rest = _rest(text, found) if end == found.end("host") else ""
    end += len(rest)
    path = rest[rest.index("/") :] if "/" in rest else ""
    return DomainSpan(start, end, text[start:end], host, registered, path, "domain")


def _rest(text: str, found: re.Match[str]) -> str:
    """Port and path, without the punctuation that closes the sentence or a bracket around it."""
    rest: str = found["rest"]
    slash = rest.find("/")
    if slash >= 0 and not found["scheme"]:
        second = _CANDIDATE.match(text, found.start("rest") + slash + 1)
        if second and domain_labels(split_labels(text, *second.span("host"))):
            return rest[:slash]  # "site.example/other.example" names two
    while rest:
        last = rest[-1]
        unmatched = last in _BRACKETS and rest.count(last) > rest.count(_BRACKETS[last])
        if last in _CLOSING or unmatched:
            rest = rest[:-1]
        elif possessive := _POSSESSIVE.search(rest):
            rest = rest[: possessive.start()]
        else:
            break
    return rest
