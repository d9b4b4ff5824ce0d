"""Run-in headings: a lead that its style, its capitals or its brevity sets apart, a separator, then text."""

from __future__ import annotations

import re

from nrm.layout.body import Body
from nrm.layout.candidate import Candidate
from nrm.layout.leads import ABBREVIATION, LABEL, SENTENCE_END, bare_name, is_place, lead_end, look_of_lead
from nrm.layout.style import BULLET, in_capitals, main_style, numbering, wordy
from nrm.model import Block

_SEPARATOR = re.compile(r"^\s*(?:[.:](?=[–—]))?(?P<sign>[:–—]|\.(?=\s|$)|-(?=\s))\s*")
_BRACKET = re.compile(r"^\s*\((?:[^()]|\([^()]*\))*\)")
_LEAD_SIGN = re.compile(r"\s*(?:(?P<sign>[:–—]|\.(?=\s)|(?<=\s)-)\s+|(?P<dash>—)(?=\w))")
_PLACE_FOLLOWS = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]*,? ?(?:de |do |da |del |of )?){1,6}(?:[.:–—]|(?<=\s)-)\s")
_PLAIN_LONGEST = 130
_MOST_WORDS = 14
_MOST_NAME_WORDS = 20
_LONGEST = 240


def styled_run_in(index: int, block: Block, body: Body) -> Candidate | None:
    end = lead_end(block, body)
    lead = block.text[:end].rstrip()
    if not wordy(lead) or len(lead) > _LONGEST or end >= len(block.text.rstrip()):
        return None
    look = look_of_lead(block, end, body)
    if not look - {"numbered"}:
        return None
    bullet = BULLET.match(block.text) if block.bullet else None
    skip = bullet.end() if bullet else numbering(lead)
    look |= {"bullet"} if bullet else set()
    text, sign, at = _separated(block.text, len(lead), skip)
    if not sign or not wordy(text) or not wordy(block.text[at:]):
        return None
    place = _PLACE_FOLLOWS.match(block.text, at) if sign in "–—-" else None
    if place and not (text.startswith(place.group().split()[0]) or LABEL.fullmatch(place.group()[:-2])):
        # "Name – City, Country. Text", the place in the text's style; not a text that opens with the name
        text, at = f"{text} {sign} {place.group()[:-2].rstrip()}", place.end()
        sign = place.group()[-2]
    style = main_style((r, block.text[r.start : min(r.end, end)]) for r in block.runs if r.start < end)
    whole = block.text.strip()
    short = len(whole) < 140 and len(block.lines) <= 2
    if short and not SENTENCE_END.search(whole) and is_place(block.text[at:]):
        # a heading of two styles, such as "COUNTRY – Name (City)" with the country in bold
        text, sign, at, end = whole[numbering(whole) :], "", len(block.text), len(block.text)
    return Candidate(
        block=index,
        mode="run-in" if sign else "own line",
        text=bare_name(text),
        rest=block.text[at:],
        rest_at=at,
        look=look | ({"numbered"} if skip and not bullet else frozenset()),
        size=style.size if style else body.style.size,
        centred=False,
        separator=sign,
    )


def capitals_run_in(index: int, block: Block, body: Body) -> Candidate | None:
    """A run-in heading that nothing but its capitals sets apart: "NAME: text".

    The last separator before the first small letter ends it ("COUNTRY – NAME (CITY): text").
    """
    end = next((i for i, c in enumerate(block.text) if c.islower()), len(block.text))
    signs = [m for m in _LEAD_SIGN.finditer(block.text, 0, end) if m.start() <= _LONGEST]
    if not signs or end >= len(block.text):
        return None
    match = signs[-1]
    name = block.text[: match.start()].strip()
    skip = numbering(name)
    if not in_capitals(name[skip:]) or not wordy(block.text[match.end() :]):
        return None
    return Candidate(
        block=index,
        mode="run-in",
        text=bare_name(name[skip:]),
        rest=block.text[match.end() :],
        rest_at=match.end(),
        look=frozenset({"capitals"} | ({"numbered"} if skip else set())),
        size=body.style.size,
        centred=False,
        separator=_sign(match),
    )


def plain_run_in(index: int, block: Block, body: Body) -> Candidate | None:
    """A lead that nothing sets apart but its brevity and a separator: "Name – City. Text"."""
    for match in _LEAD_SIGN.finditer(block.text, numbering(block.text), _PLAIN_LONGEST):
        name = block.text[: match.start()].strip()
        if _sign(match) == "." and ABBREVIATION.search(f"{name}."):
            continue
        skip = numbering(name)
        small = name[skip:][:1].islower() and " " in name[skip:].partition(" (")[0]
        if not wordy(name[skip:]) or small or name[:1] in "“\"'‘":
            return None
        after = block.text[match.end() : match.end() + 1]
        if _sign(match) in "–—-" and _PLACE_FOLLOWS.match(block.text[match.end() :]):
            continue
        if not after or len(name.split()) > (_MOST_WORDS if _has_small_words(name) else _MOST_NAME_WORDS):
            return None
        return Candidate(
            block=index,
            mode="run-in",
            text=bare_name(name[skip:]),
            rest=block.text[match.end() :],
            rest_at=match.end(),
            look=frozenset({"numbered"} if skip else ()),
            size=body.style.size,
            centred=False,
            separator=_sign(match),
        )
    return None


def _separated(text: str, end: int, skip: int) -> tuple[str, str, int]:
    """The name, separator and start of the text for a lead that ends at `end`.

    The separator can belong to the lead or follow it, after a bracket perhaps.
    """
    lead = text[skip:end].rstrip()
    if (lead and lead[-1] in ":–—") or (lead.endswith(" -")):
        return lead.rstrip(" :–—-"), lead[-1], _skip_space(text, end)
    after = text[end:]
    match = _SEPARATOR.match(after)
    if match:
        return lead, match.group("sign"), end + match.end()
    bracket = _BRACKET.match(after)
    if bracket:
        match = _SEPARATOR.match(after[bracket.end() :])
        if match:
            whole = text[skip : end + bracket.end()]
            return whole.strip(), match.group("sign"), end + bracket.end() + match.end()
    if lead.endswith("."):
        name = lead if ABBREVIATION.search(lead) else lead[:-1]
        return name, ".", _skip_space(text, end)
    return lead, "", end


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _sign(match: re.Match[str]) -> str:
    return match["sign"] or match["dash"]


def _has_small_words(name: str) -> bool:
    """Whether a word of more than three letters begins with a small one, as in sentences and few names."""
    return any(word[0].islower() and len(word) > 3 for word in name.split())
