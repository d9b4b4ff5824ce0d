"""Heading candidates: blocks that could be a heading, and run-in leads that could be one.

A heading is a block of its own, styled throughout, without the end of a sentence, or a styled
stretch at a block's start, then a separator, then text. Which candidates are headings, and of
what, is for the stage that knows chapters and markets.
"""

from __future__ import annotations

from collections.abc import Sequence

from nrm.layout.body import Body
from nrm.layout.candidate import Candidate
from nrm.layout.leads import ABBREVIATION, SENTENCE_END, bare_name, is_place, lead_end, look_of_lead
from nrm.layout.run_in import capitals_run_in, plain_run_in, styled_run_in
from nrm.layout.style import in_capitals, main_style, numbering, wordy
from nrm.layout.title_numbers import without_counted_numbers
from nrm.layout.title_words import reads_as_title
from nrm.model import Block

_LONGEST = 240
_MOST_LINES = 4


def candidates(blocks: Sequence[Block], body: Body) -> list[Candidate]:
    """All heading candidates of a document, in order."""
    found = []
    for index, block in enumerate(blocks):
        if block.bullet:
            listed = styled_run_in(index, block, body)
            if listed is not None and listed.mode == "run-in":
                found.append(listed)
            continue
        candidate = (
            _own_line(index, block, body)
            or styled_run_in(index, block, body)
            or capitals_run_in(index, block, body)
            or plain_run_in(index, block, body)
        )
        if candidate is not None:
            found.append(candidate)
    return without_counted_numbers(found)


def _own_line(index: int, block: Block, body: Body) -> Candidate | None:
    text = block.text.strip()
    if len(text) > _LONGEST or len(block.lines) > _MOST_LINES or not wordy(text):
        return None
    if SENTENCE_END.search(text) and not ABBREVIATION.search(text):
        if not (in_capitals(text) and text.endswith(".")):
            return None
    end = lead_end(block, body)
    look = look_of_lead(block, end, body)
    rest = block.text[end:].strip(" :–—-.")
    if rest and look - {"capitals", "numbered"} and not is_place(rest):
        return None
    skip = numbering(text)
    name = bare_name(text[skip:]) if len(text) > skip else text
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
    starts = few or not first[0].islower() or "." in first or not (first[1:].islower() and first.isalpha())
    return (
        len(block.lines) <= 3
        and (len(block.lines) > 1 or line.box.x1 - line.box.x0 < 0.98 * width or reads_as_title(text))
        and len(text) <= 140
        and starts
        and (not text.endswith((".", ":", ";", "?")) or bool(ABBREVIATION.search(text)))
    )
