"""The lines of one paragraph or title joined to a block: its text, its runs, its footnote marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nrm.layout.body import Body, is_centred
from nrm.layout.hyphens import Vocabulary, join
from nrm.layout.marks import Marked
from nrm.layout.style import BULLET
from nrm.model import Block, Line, Run


def block_of(group: Sequence[Marked], above: Line | None, body: Body, known: Vocabulary) -> Block:
    """The block that these lines make; `above` is the line before them."""
    text = ""
    runs: list[Run] = []
    marks: list[tuple[int, str]] = []
    for item in group:
        line = item.line
        if text:
            text, glue = join(text, line.text, known)
            runs = [r for r in runs if r.start < len(text)]
            if runs and runs[-1].end > len(text):
                runs[-1] = _moved(runs[-1], 0, len(text))
            text += glue
        offset = len(text)
        text += line.text.replace("\u00ad", "-") if "\u00ad" in line.text[:-1] else line.text
        runs.extend([_moved(run, offset) for run in line.runs] if offset else line.runs)
        marks.extend((offset + at, mark) for at, mark in item.marks)
    lines = tuple(item.line for item in group)
    gap = 0.0
    if above is not None and above.page == lines[0].page:
        gap = (lines[0].baseline - above.baseline) / body.leading
    return Block(
        text=text,
        runs=tuple(runs),
        lines=lines,
        marks=tuple(marks),
        gap=gap,
        centred=all(is_centred(line, body) for line in lines),
        bullet=bool(BULLET.match(text)),
    )


def _moved(run: Run, by: int, end: int | None = None) -> Run:
    return replace(run, start=run.start + by, end=(run.end if end is None else end - by) + by)
