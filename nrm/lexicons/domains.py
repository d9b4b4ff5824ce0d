"""Domain names and e-mail addresses in text: found whole, validated offline.

`find_domains` gives spans with the host in one spelling and the registrable domain. It looks
for words joined by dots, so a text without any costs next to nothing. Facts: `domains.toml`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, NamedTuple

from nrm.lexicons.hosts import facts, normal_host, registered_domain

__all__ = ["DomainSpan", "find_domains", "registered_domain"]

# A label may be broken at a line end, after its own hyphen or after a soft one.
_LABEL: Final = r"[^\W_](?:\w|[\u00ad-](?:\n(?=[a-z0-9]))?)*+"
_DEFANGED: Final = r"\s?[\[({]\s?(?:\.|(?i:dot))\s?[\])}]\s?"
_DOT: Final = rf"(?:\.(?:\n(?=[a-z]))?|{_DEFANGED})"
_CANDIDATE = re.compile(
    r"(?<![\w\u00ad])(?<!\w-)(?<![\w.]\.)(?P<scheme>(?:https?|hxxps?|ftp)://)?"
    rf"(?P<host>{_LABEL}(?:{_DOT}{_LABEL})+)"
    r"(?P<rest>(?::\d{2,5}(?!\d))?(?:/[^\s<>\"\u201c\u201d\u00ab\u00bb]*)?)",
)
_JOINT = re.compile(_DOT)
_ONE_LABEL = re.compile(_LABEL)
_LOCAL_PART = re.compile(r"[\w+-](?:[\w.+-]*[\w+-])?$")
_LOCAL_LENGTH: Final = 64
_CLOSING: Final = ".,;:!?'\"\u2018\u2019\u2026*|"
_BRACKETS: Final = {")": "(", "]": "[", "}": "{"}
_POSSESSIVE = re.compile(r"['\u2019]s?$")
_LONG_WORD: Final = 4


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


class _Label(NamedTuple):
    """One label as printed, line breaks resolved, and how it is joined to the one before."""

    start: int
    end: int
    text: str
    joint: str


def find_domains(text: str) -> list[DomainSpan]:
    """Every domain name and e-mail address in a text, from left to right, without overlaps.

    Subdomains, paths, "www.", "https://", "kickass[.]to", punycode and other alphabets are
    part of a span; closing punctuation and possessives are not. Two sentences glued together
    ("listed.In"), abbreviations, figures and names of files are no domains: an ending with a
    capital counts only in a name all in capitals, behind "www." or "http://", or where it can
    be no word ("Site.Com").
    """
    if "." not in text and "dot" not in text.lower():
        return []
    spans: list[DomainSpan] = []
    position = 0
    while (found := _CANDIDATE.search(text, position)) is not None:
        labels = _labels(text, found.start("host"), found.end("host"))
        span = _span(text, found, labels)
        if span is None:
            position = labels[0].end
        else:
            spans.append(span)
            position = span.end
    return spans


def _span(text: str, found: re.Match[str], labels: list[_Label]) -> DomainSpan | None:
    if text.startswith("@", found.end("host")):
        return None  # the local part of an e-mail address, which is found by its host
    trusted = bool(found["scheme"]) or _is_trusted(labels)
    named = _named(labels, trusted)
    if named is None:
        return None
    host, registered = normal_host(_joined(named)), registered_domain(_joined(named))
    if host is None or registered is None:
        return None
    start, end = named[0].start, named[-1].end
    if found["scheme"] and start == found.start("host"):
        start = found.start()
    if text.startswith("@", start - 1) and start:
        local = _LOCAL_PART.search(text, max(0, start - 1 - _LOCAL_LENGTH), start - 1)
        if local is None:
            return None  # the name of an account
        return DomainSpan(
            local.start(), end, text[local.start() : end], host, registered, "", "email"
        )
    path = ""
    if end == found.end("host"):
        rest = _rest(text, found)
        end += len(rest)
        path = rest[rest.find("/") :] if "/" in rest else ""
    return DomainSpan(start, end, text[start:end], host, registered, path, "domain")


def _labels(text: str, start: int, end: int) -> list[_Label]:
    labels = []
    joint = ""
    while start < end:
        label = _ONE_LABEL.match(text, start, end)
        if label is None:  # cannot be: the candidate is made of labels and joints
            raise AssertionError(text[start:end])
        labels.append(_Label(start, label.end(), _mended(label.group()), joint))
        dot = _JOINT.match(text, label.end(), end)
        if dot is None:
            break
        joint, start = dot.group(), dot.end()
    return labels


def _mended(label: str) -> str:
    """A label without its line breaks; a soft hyphen that is printed in mid-line is a hyphen."""
    return label.replace("\u00ad\n", "").replace("-\n", "-").replace("\u00ad", "-")


def _joined(labels: list[_Label]) -> str:
    return ".".join(label.text for label in labels)


def _is_trusted(labels: list[_Label]) -> bool:
    return labels[0].text.lower() == "www" or any(label.joint.strip(".\n") for label in labels)


def _named(labels: list[_Label], trusted: bool) -> list[_Label] | None:
    """The labels that make a domain name, without the words that are glued to it; or None."""
    labels = _before_line_end(labels, trusted)
    labels = _after_abbreviation(labels)
    while len(labels) > 1:
        whole = [*labels[:-1], _without_tail(labels[-1])]
        if registered_domain(_joined(whole)) and (trusted or _is_plausible(whole)):
            return whole if trusted else _after_sentence(whole)
        if not (labels[-1].text[0].isupper() or labels[-1].text[0].isdigit()):
            return None
        labels = labels[:-1]
    return None


def _before_line_end(labels: list[_Label], trusted: bool) -> list[_Label]:
    """The labels up to a dot at a line end, unless the name plainly goes on behind it.

    It does where it began with "www." or "http://", or where what follows is an ending that is
    no word ("piratebay." and "org"); "the list." and "rapidgator.net" are two things.
    """
    for i, label in enumerate(labels):
        if not label.joint.endswith("\n") or trusted:
            continue
        rest = labels[i:]
        ending = _without_tail(rest[-1]).text.lower()
        is_ending = registered_domain(_joined(rest)) is None and registered_domain(f"x.{ending}")
        if not is_ending or not _is_no_word(ending):
            return labels[:i]
    return labels


def _is_no_word(ending: str) -> bool:
    table = facts()
    return ending in table.never_words or (len(ending) == 2 and ending not in table.word_suffixes)


def _after_abbreviation(labels: list[_Label]) -> list[_Label]:
    """Without the letters of "e.g." or "a.k.a." glued to the front; none are left of "p.m.in"."""
    letters = 0
    while letters < len(labels) and len(labels[letters].text) == 1:
        letters += 1
    return labels[letters:] if letters > 1 else labels


def _after_sentence(labels: list[_Label]) -> list[_Label]:
    """Without the last word of a sentence glued to the front: "listed.Rapidgator.net"."""
    for i in range(len(labels) - 2, 0, -1):
        before, label = labels[i - 1].text, labels[i].text
        glued = label[0].isupper() and before.islower() and len(before) >= _LONG_WORD
        if glued and registered_domain(_joined(labels[i:])):
            return labels[i:]
    return labels


def _without_tail(label: _Label) -> _Label:
    """The last label without what is joined ("com-based") or set as a footnote mark ("com12")."""
    text = label.text
    if text.lower().startswith("xn--") or "\n" in text or text.lower() in facts().file_suffixes:
        return label
    kept = text.split("-", 1)[0]
    if len(kept.rstrip("0123456789")) > 1:
        kept = kept.rstrip("0123456789")
    if kept == text:
        return label
    return label._replace(text=kept, end=label.start + len(kept))


def _is_plausible(labels: list[_Label]) -> bool:
    """Whether a name that nothing marks as an address looks like one rather than like prose."""
    table = facts()
    printed = _joined(labels)
    lower = printed.lower()
    ending = labels[-1].text
    if printed in table.not_domains or lower in table.file_names:
        return False
    if ending.lower() in table.file_suffixes:
        return False
    registered = registered_domain(printed) or ""
    name = registered.split(".", 1)[0]
    if name.isdigit() and ending.lower() in table.word_suffixes:
        return False
    if name in table.abbreviations and (printed != lower or ending in table.word_suffixes):
        return False
    if printed == lower:
        return True
    if printed == printed.upper():
        return len(name) > 1
    if ending == ending.lower():
        return True
    # "Site.TV", "Site.Com": the name has a capital of its own and the ending is no word.
    short = ending.isupper() and _is_no_word(ending.lower())
    no_word = short or ending.lower() in table.never_words
    return no_word and labels[-2].text != labels[-2].text.lower()


def _rest(text: str, found: re.Match[str]) -> str:
    """Port and path, without the punctuation that closes the sentence or a bracket around it."""
    rest: str = found["rest"]
    slash = rest.find("/")
    if slash >= 0 and not found["scheme"]:
        second = _CANDIDATE.match(text, found.start("rest") + slash + 1)
        if second and _span(text, second, _labels(text, second.start("host"), second.end("host"))):
            return rest[:slash]  # "baidu.example/youku.example" names two
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
