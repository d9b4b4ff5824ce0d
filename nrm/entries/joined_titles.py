"""Titles broken by hand over two or three lines, joined before anything is judged.

Lines of one title stand tight together, in one style, and the first is no title of its own.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nrm.entries.chapters import same_title
from nrm.entries.titles import chapter_titled, section_titled
from nrm.layout import Candidate, Layout, candidates
from nrm.layout.style import same_look
from nrm.layout.title_words import is_open
from nrm.lexicons.countries import country_named
from nrm.model import Block

_TIGHT = 1.1
_RAISED = 1.3
"""A footnote's mark can push the line that bears it down."""
_ALIGNED = 3.0


def with_joined_titles(layout: Layout) -> Layout:
    """The layout with the lines of hand-broken titles in one block each."""
    blocks = list(layout.blocks)
    changed = True
    while changed:
        changed = False
        found = candidates(blocks, layout.body)
        own = {c.block: c for c in found if c.mode == "own line"}
        for index in sorted(own):
            following = own.get(index + 1)
            if following and _one_title(own[index], following, blocks, layout):
                blocks[index : index + 2] = [_joined(blocks[index], blocks[index + 1])]
                changed = True
                break
    return replace(layout, blocks=tuple(blocks))


def _one_title(
    first: Candidate, second: Candidate, blocks: Sequence[Block], layout: Layout
) -> bool:
    one, other = blocks[first.block], blocks[second.block]
    if one.lines[-1].page != other.lines[0].page:
        return False
    open_bracket = first.text.count("(") > first.text.count(")")
    aside = second.text.startswith("(") or open_bracket
    ignored = {"numbered", "capitals"} | ({"small_caps", "smaller"} if aside else set())
    goes_on = _unfinished(first.text, second.text)
    if goes_on and first.look != {"underlined"} and second.look != {"underlined"}:
        ignored |= {"underlined"}  # a rule below the title, or a mark behind it
    if not same_look(first.look - ignored, second.look - ignored) or "numbered" in second.look:
        return False
    if abs(first.size - second.size) > 0.6 and not aside:
        return False
    gap = other.lines[0].baseline - one.lines[-1].baseline
    scale = max(1.0, first.size / layout.body.style.size)
    whole = f"{first.text} {second.text}"
    titled = first.look == second.look and chapter_titled(whole) is not None
    if gap > (_RAISED if (goes_on or titled) and not first.plain else _TIGHT) * layout.body.leading * scale:
        return False
    if not open_bracket and not _aligned(one, other, first, second):
        return False
    listed = [entry.title for entry in layout.contents.entries]
    if first.plain:
        named = any(same_title(whole, title) for title in listed)
        return named or goes_on
    if any(same_title(whole, title) for title in listed) or chapter_titled(whole):
        return True
    if any(same_title(first.text, title) for title in listed):
        return goes_on
    if second.text.startswith("("):
        return True
    return not (
        section_titled(first.text) or chapter_titled(first.text) or country_named(first.text)
    ) and not section_titled(second.text)


def _aligned(one: Block, other: Block, first: Candidate, second: Candidate) -> bool:
    if first.centred or second.centred:
        return True
    upper, lower = one.lines[-1].box, other.lines[0].box
    in_the_middle = abs((upper.x0 + upper.x1) - (lower.x0 + lower.x1)) <= _ALIGNED
    return in_the_middle or abs(one.lines[0].box.x0 - lower.x0) <= _ALIGNED or "numbered" in first.look


def _unfinished(first: str, second: str) -> bool:
    """Whether a title visibly goes on: an open bracket, a joining word, a small letter."""
    return is_open(first) or second[:1] in "(&" or second[:1].islower()


def _joined(one: Block, other: Block) -> Block:
    offset = len(one.text) + 1
    return replace(
        one,
        text=f"{one.text} {other.text}",
        runs=one.runs
        + tuple(replace(r, start=r.start + offset, end=r.end + offset) for r in other.runs),
        lines=one.lines + other.lines,
        marks=one.marks + tuple((at + offset, mark) for at, mark in other.marks),
        centred=one.centred and other.centred,
    )
