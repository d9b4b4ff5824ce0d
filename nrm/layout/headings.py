"""Heading candidates: blocks that could be a heading, and run-in leads that could be one.

A heading is a block of its own, styled throughout, without the end of a sentence, or a styled
stretch at a block's start, then a separator, then text. Which candidates are headings, and of
what, is for the stage that knows chapters and markets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Literal

from nrm.layout.body import Body
from nrm.layout.style import in_capitals, main_style, numbering, same_look, style_of, traits, wordy
from nrm.model import Block

Mode = Literal["own line", "run-in"]
_ABBREVIATION = re.compile(r"\b(?:Ltd|Inc|Co|Corp|Bros|St|Jr|No|[A-Z](?:\.[A-Za-z])*)\.$")
_SENTENCE_END = re.compile(r"[.;][\"'”’)\]]*$")
_SEPARATOR = re.compile(r"^\s*(?P<sign>[:–—]|\.(?=\s|$)|-(?=\s))\s*")
_BRACKET = re.compile(r"^\s*\((?:[^()]|\([^()]*\))*\)")
_LEAD_SIGN = re.compile(r"\s*(?P<sign>[:–—]|\.(?=\s)|(?<=\s)-)\s+")
_PLACE_FOLLOWS = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]*,? ?(?:de |do |da |del |of )?){1,6}[.:–—]\s")
_BARE_NUMBER = re.compile(r"^(\d{1,3})\s+(?=\S)")
_PLAIN_LONGEST = 130
_MOST_WORDS = 14
_LONGEST = 240
_MOST_LINES = 4


@dataclass(frozen=True, slots=True)
class Candidate:
    """A possible heading: block index, its text without number, what follows in the block.

    `look` is what candidates of one class share: traits, capitals, size, centring, numbering.
    """

    block: int
    mode: Mode
    text: str
    rest: str
    rest_at: int
    look: frozenset[str]
    size: float
    centred: bool
    separator: str = ""

    @property
    def plain(self) -> bool:
        """Whether nothing but white space sets it apart from body text."""
        return not self.look


def candidates(blocks: Sequence[Block], body: Body) -> list[Candidate]:
    """All heading candidates of a document, in order."""
    found = []
    for index, block in enumerate(blocks):
        if block.bullet:
            continue
        candidate = (
            _own_line(index, block, body)
            or _run_in(index, block, body)
            or _capitals_run_in(index, block, body)
            or _plain_run_in(index, block, body)
        )
        if candidate is not None:
            found.append(candidate)
    return _with_bare_numbers(found)


def _own_line(index: int, block: Block, body: Body) -> Candidate | None:
    text = block.text.strip()
    if len(text) > _LONGEST or len(block.lines) > _MOST_LINES or not wordy(text):
        return None
    if _SENTENCE_END.search(text) and not _ABBREVIATION.search(text):
        if not (in_capitals(text) and text.endswith(".")):
            return None
    end = _lead_end(block, body)
    look = _look(block, end, body)
    rest = block.text[end:].strip(" :–—-.")
    if rest and look - {"capitals", "numbered"} and not _is_place(rest):
        return None
    skip = numbering(text)
    name = _bare(text[skip:]) if len(text) > skip else text
    if skip:
        look |= {"numbered"}
    if not look - {"numbered"} and not _short(block, body):
        return None
    style = main_style((r, block.text[r.start : r.end]) for r in block.runs)
    return Candidate(
        block=index,
        mode="own line",
        text=name,
        rest="",
        rest_at=len(block.text),
        look=look,
        size=style.size if style else body.style.size,
        centred=block.centred,
    )


def _short(block: Block, body: Body) -> bool:
    """Whether a plain block could be a heading at all: one short line, set apart, no sentence."""
    line = block.lines[0]
    width = body.right_of(line.page) - body.left_of(line.page)
    text = block.text[numbering(block.text) :].strip()
    if not text:
        return False
    first = text.split()[0]
    few = len(text.split()) <= 3 and len(text) <= 40
    starts = few or not first[0].islower() or "." in first or not first[1:].islower()
    return (
        len(block.lines) <= 3
        and (len(block.lines) > 1 or line.box.x1 - line.box.x0 < 0.98 * width)
        and len(text) <= 140
        and starts
        and (not text.endswith((".", ":", ";", "?")) or bool(_ABBREVIATION.search(text)))
    )


def _run_in(index: int, block: Block, body: Body) -> Candidate | None:
    end = _lead_end(block, body)
    lead = block.text[:end].rstrip()
    if not wordy(lead) or len(lead) > _LONGEST or end >= len(block.text.rstrip()):
        return None
    look = _look(block, end, body)
    if not look - {"numbered"}:
        return None
    skip = numbering(lead)
    text, sign, at = _separated(block.text, len(lead), skip)
    if not sign or not wordy(text) or not wordy(block.text[at:]):
        return None
    style = main_style((r, block.text[r.start : min(r.end, end)]) for r in block.runs if r.start < end)
    whole = block.text.strip()
    short = len(whole) < 140 and len(block.lines) <= 2
    if short and not _SENTENCE_END.search(whole) and _is_place(block.text[at:]):
        # a heading of two styles, such as "COUNTRY – Name (City)" with the country in bold
        text, sign, at, end = whole[numbering(whole) :], "", len(block.text), len(block.text)
    return Candidate(
        block=index,
        mode="run-in" if sign else "own line",
        text=_bare(text),
        rest=block.text[at:],
        rest_at=at,
        look=look | ({"numbered"} if skip else frozenset()),
        size=style.size if style else body.style.size,
        centred=False,
        separator=sign,
    )


def _is_place(rest: str) -> bool:
    """Whether what follows a title's styled part can be its place: capitalised words, few."""
    words = re.findall(r"[^\W\d_][\w’'.-]*", rest)
    small = [word for word in words if word[0].islower() and len(word) > 3]
    return 0 < len(words) <= 12 and not small


def _capitals_run_in(index: int, block: Block, body: Body) -> Candidate | None:
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
        text=_bare(name[skip:]),
        rest=block.text[match.end() :],
        rest_at=match.end(),
        look=frozenset({"capitals"} | ({"numbered"} if skip else set())),
        size=body.style.size,
        centred=False,
        separator=match["sign"],
    )


def _plain_run_in(index: int, block: Block, body: Body) -> Candidate | None:
    """A lead that nothing sets apart but its brevity and a separator: "Name – City. Text"."""
    for match in _LEAD_SIGN.finditer(block.text, numbering(block.text), _PLAIN_LONGEST):
        name = block.text[: match.start()].strip()
        if match["sign"] == "." and _ABBREVIATION.search(f"{name}."):
            continue
        skip = numbering(name)
        small = name[skip:][:1].islower() and (match["sign"] == "." or " " in name[skip:])
        if not wordy(name[skip:]) or small or name[:1] in "“\"'‘":
            return None
        after = block.text[match.end() : match.end() + 1]
        if match["sign"] in "–—-" and _PLACE_FOLLOWS.match(block.text[match.end() :]):
            continue
        if not after or len(name.split()) > _MOST_WORDS:
            return None
        return Candidate(
            block=index,
            mode="run-in",
            text=_bare(name[skip:]),
            rest=block.text[match.end() :],
            rest_at=match.end(),
            look=frozenset({"numbered"} if skip else ()),
            size=body.style.size,
            centred=False,
            separator=match["sign"],
        )
    return None


def _bare(name: str) -> str:
    """A name without the marks and the full stop that can stand behind it."""
    bare = name.rstrip().rstrip("*∗†‡§").rstrip(" :–—-")
    if bare.endswith(".") and not _ABBREVIATION.search(bare):
        bare = bare[:-1].rstrip()
    return bare


def _with_bare_numbers(found: Sequence[Candidate]) -> list[Candidate]:
    """Numbers without a full stop ("3 NAME") taken off where the titles of a look count up."""
    looks: dict[tuple[object, ...], list[tuple[int, int]]] = {}
    for place, candidate in enumerate(found):
        match = _BARE_NUMBER.match(candidate.text)
        if match and candidate.look and "numbered" not in candidate.look:
            key = (candidate.mode, candidate.look, candidate.size)
            looks.setdefault(key, []).append((place, int(match.group(1))))
    mended = list(found)
    for places in looks.values():
        steps = [b - a for (_, a), (_, b) in zip(places, places[1:], strict=False)]
        if len(places) < 3 or sum(step == 1 for step in steps) < 0.7 * len(steps):
            continue
        for place, _ in places:
            one = mended[place]
            name = _BARE_NUMBER.sub("", one.text)
            mended[place] = replace(one, text=name, look=one.look | {"numbered"})
    return mended


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
        name = lead if _ABBREVIATION.search(lead) else lead[:-1]
        return name, ".", _skip_space(text, end)
    return lead, "", end


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at] == " ":
        at += 1
    return at


def _lead_end(block: Block, body: Body) -> int:
    """Where the styled stretch at a block's start ends; the block's end if it is one style."""
    wanted: frozenset[str] | None = None
    end = 0
    for run in block.runs:
        text = block.text[run.start : run.end]
        style = style_of(run)
        kind = traits(style, body.style)
        if wanted is None:
            number = text.strip()
            if not wordy(text) or numbering(f"{number} ") == len(number) + 1:
                continue
            if number.isdigit() and len(number) <= 3 and text[-1:] + block.text[run.end : run.end + 1] != number[-1:]:
                continue
            wanted = kind
            font = style.font
        elif wordy(text) and not same_look(kind, wanted):
            borrowed = len(text.strip()) <= 2 and style.font != font
            if not borrowed and not _only_size(kind, wanted):
                return end
        elif not wordy(text) and not wanted - {"font"} and kind - {"font"}:
            return end
        end = run.end
    return end


def _only_size(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether two sets of traits differ in nothing but a size a hair apart."""
    return bool(one) and one - {"smaller", "larger"} == other - {"smaller", "larger"} and bool(
        one - {"smaller", "larger"}
    )


def _look(block: Block, end: int, body: Body) -> frozenset[str]:
    pairs = [(r, block.text[r.start : r.end]) for r in block.runs if r.start < end]
    style = main_style(pairs)
    if style is None:
        return frozenset()
    found = traits(style, body.style)
    if in_capitals(block.text[:end]):
        found |= {"capitals"}
    return found
