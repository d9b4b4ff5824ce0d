"""What opens a footnote: a raised number, `[3]`, `(3)`, `3.`, `3` or a symbol at a line's start."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from nrm.layout.marks import SYMBOLS, attached_marks
from nrm.model import Line

Form = Literal["raised", "bracketed", "symbol", "signed", "plain", "fused", "lone"]

_MARK = rf"\d{{1,3}}|[{re.escape(SYMBOLS)}]{{1,6}}"
_LABEL = re.compile(
    rf"\s*(?:\[(?P<square>{_MARK})\]|\((?P<round>{_MARK})\)|(?P<bare>{_MARK}))(?P<sign>[.):](?!\d))?(?P<space>\s*)"
)
_FUSED = re.compile(r"[^\W\d_a-z]|[\"“‘'(\[]|https?:|www\.")
_RAISED = 0.86


@dataclass(frozen=True, slots=True)
class Label:
    """A possible label: its mark, how it is set, and where the note's text starts in the line.

    A `signed` label is followed by a full stop or the like, a `plain` one by a space; a `fused` one stands
    against its text at the text's size, a `lone` one has its line to itself; a raised one may be in brackets.
    """

    mark: str
    form: Form
    end: int
    bracketed: bool = False


def label_of(line: Line) -> Label | None:
    """The label at a line's start; None if what stands there can be none ("3,400 sites", "25%", "8–12")."""
    match = _LABEL.match(line.text)
    if match is None or not line.runs:
        return None
    mark = match.group("square") or match.group("round") or match.group("bare")
    form = _form(line, match, mark)
    return None if form is None else Label(mark, form, match.end(), match.group("bare") is None)


def _form(line: Line, match: re.Match[str], mark: str) -> Form | None:
    rest = line.text[match.end() :]
    first = line.runs[0]
    own_run = first.end <= match.end()
    if own_run and (first.superscript or first.size < _RAISED * line.size):
        return "raised"
    if match.group("bare") is None:
        return "bracketed"
    if not mark.isdigit():
        return "symbol"
    if not rest:
        return "lone" if not match.group("sign") else None
    if match.group("space"):
        return "signed" if match.group("sign") else "plain"
    return "fused" if _FUSED.match(rest) else None


def follows(mark: str, before: str | None) -> bool:
    """Whether a number can come after another one: the next, or 1 where numbering starts anew."""
    return before is None or mark == "1" or int(mark) == int(before) + 1


def text_marks(lines: Iterable[Line]) -> frozenset[str]:
    """The marks in running text: raised ones, `[3]`, and those set against the end of a sentence or word."""
    return frozenset(mark for line in lines for mark in attached_marks(line))
