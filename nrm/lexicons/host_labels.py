"""Words joined by dots: taken apart into labels, and judged whether they name a host.

What is glued to a name in print (the end of the sentence before, the beginning of the next, a
footnote mark, "-based") is cut off. Facts: `domains.toml`.
"""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from nrm.lexicons.hosts import facts, registered_domain

# A label may be broken at a line end, after its own hyphen or after a soft one. Some fonts give U+2010 for a hyphen.
LABEL: Final = r"[^\W_](?:\w|[\u00ad\u2010\u2011-](?:\n(?=[a-z0-9]))?)*+"
_DEFANGED: Final = r"\s?[\[({]\s?(?:\.|(?i:dot))\s?[\])}]\s?"
DOT: Final = rf"(?:\.(?:\n(?=[a-z]))?|{_DEFANGED})"
_JOINT = re.compile(DOT)
_ONE_LABEL = re.compile(LABEL)
_LONG_WORD: Final = 4
MOST_LABELS: Final = 127  # a host has at most 253 characters (RFC 1035)


class Label(NamedTuple):
    """One label as printed, line breaks resolved, and how it is joined to the one before."""

    start: int
    end: int
    text: str
    joint: str

    @property
    def is_marked(self) -> bool:
        """Whether the dot before is written so that nobody takes it for a full stop: "[.]"."""
        return self.joint.strip(".\n") != ""


def split_labels(text: str, start: int, end: int) -> list[Label]:
    """The labels of a candidate host `text[start:end]`, which matches `LABEL (DOT LABEL)+`."""
    labels = []
    joint = ""
    while start < end:
        label = _ONE_LABEL.match(text, start, end)
        if label is None:
            raise ValueError(f"not made of labels and dots: {text[start:end]!r}")
        labels.append(Label(start, label.end(), _mended(label.group()), joint))
        dot = _JOINT.match(text, label.end(), end)
        if dot is None:
            break
        joint, start = dot.group(), dot.end()
    return labels


def _mended(label: str) -> str:
    """A label without its line breaks; a soft hyphen that is printed in mid-line is a hyphen."""
    plain = label.replace("\u2010", "-").replace("\u2011", "-")
    return plain.replace("\u00ad\n", "").replace("-\n", "-").replace("\u00ad", "-")


def joined(labels: list[Label]) -> str:
    """The host that the labels spell, in the letters as printed."""
    return ".".join(label.text for label in labels)


def domain_labels(labels: list[Label], *, trusted: bool = False) -> list[Label]:
    """The labels that make a domain name, without what is glued to it; empty if there is none.

    `trusted`, "www." and a dot written "[.]" say that an address is meant, in whatever case.
    """
    trusted = trusted or labels[0].text.lower() == "www" or any(label.is_marked for label in labels)
    if not trusted:
        labels = _before_line_end(labels)
    labels = _after_abbreviation(labels)
    while len(labels) > 1:
        whole = [*labels[:-1], _without_tail(labels[-1])]
        if registered_domain(joined(whole)) and (trusted or _is_plausible(whole)):
            return whole if trusted else _after_sentence(whole)
        if not (labels[-1].text[0].isupper() or labels[-1].text[0].isdigit()):
            break
        labels = labels[:-1]
    return []


def _before_line_end(labels: list[Label]) -> list[Label]:
    """The labels up to a dot at a line end, unless the name plainly goes on behind it.

    It does where what follows is an ending that is no word ("site." and "org"); "the list."
    and "site.net" are two things.
    """
    for i, label in enumerate(labels):
        if not label.joint.endswith("\n"):
            continue
        rest = labels[i:]
        ending = _without_tail(rest[-1]).text.lower()
        is_ending = registered_domain(joined(rest)) is None and registered_domain(f"x.{ending}")
        if not is_ending or not _is_no_word(ending):
            return labels[:i]
    return labels


def _is_no_word(ending: str) -> bool:
    table = facts()
    return ending in table.never_words or (len(ending) == 2 and ending not in table.word_suffixes)


def _after_abbreviation(labels: list[Label]) -> list[Label]:
    """Without the letters of "e.g." or "a.k.a." glued to the front; none are left of "p.m.in"."""
    letters = 0
    while letters < len(labels) and len(labels[letters].text) == 1:
        letters += 1
    return labels[letters:] if letters > 1 else labels


def _after_sentence(labels: list[Label]) -> list[Label]:
    """Without the last word of a sentence glued to the front: "listed.Site.net"."""
    for i in range(len(labels) - 2, 0, -1):
        before, label = labels[i - 1].text, labels[i].text
        glued = label[0].isupper() and before.islower() and len(before) >= _LONG_WORD
        if glued and registered_domain(joined(labels[i:])):
            return labels[i:]
    return labels


def _without_tail(label: Label) -> Label:
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


def _is_plausible(labels: list[Label]) -> bool:
    """Whether a name that nothing marks as an address looks like one rather than like prose."""
    table = facts()
    printed = joined(labels)
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
