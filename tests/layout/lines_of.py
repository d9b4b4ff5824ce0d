"""Lines laid out by hand: given strings with chosen fonts and places, as the reader would give them.

A letter is half its size wide, a space a quarter; the text's width is 72 to 540 points, a line 14.4 points high.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from nrm.layout.body import Body
from nrm.layout.hyphens import Vocabulary
from nrm.layout.marks import Marked
from nrm.layout.paragraphs import blocks
from nrm.layout.style import BULLET, Style
from nrm.model import Block, Box, Line, Page, Run

LEFT, RIGHT, TOP = 72.0, 540.0, 72.0
LEADING = 14.4
SIZE = 12.0
BODY = Body(Style("times", SIZE), LEADING, (LEFT, LEFT), (RIGHT, RIGHT))


@dataclass(frozen=True, slots=True)
class Set:
    """A stretch of text in one style, such as `Set("Name", bold=True)`."""

    text: str
    bold: bool = False
    italic: bool = False
    underlined: bool = False
    superscript: bool = False
    small_caps: bool = False
    colour: str = ""
    link: str = ""
    size: float = SIZE
    font: str = "Times"


def width(text: str, size: float = SIZE) -> float:
    """How wide a text is set."""
    return sum(0.25 if c == " " else 0.5 for c in text) * size


def line(
    *parts: str | Set, y: float = 0.0, x: float = LEFT, page: int = 1, centred: bool = False, justified: bool = False
) -> Line:
    """A line of these parts, `y` lines below the top of the text; `justified` ends it at the right edge."""
    pieces = [Set(p) if isinstance(p, str) else p for p in parts]
    text = "".join(p.text for p in pieces)
    whole = sum(width(p.text, p.size) for p in pieces)
    x0 = (LEFT + RIGHT - whole) / 2 if centred else x
    gaps = text.count(" ")
    extra = (RIGHT - x0 - whole) / gaps if justified and gaps else 0.0
    runs: list[Run] = []
    at, start, first_word_x1 = x0, 0, 0.0
    for p in pieces:
        end = at + width(p.text, p.size) + extra * p.text.count(" ")
        trimmed = p.text.rstrip(" ")
        if not first_word_x1 and " " in p.text.lstrip(" "):
            word = p.text.split(" ")[0]
            first_word_x1 = at + width(word, p.size)
        lead = len(p.text) - len(p.text.lstrip(" "))
        if trimmed:
            runs.append(
                Run(
                    start + lead, start + len(trimmed), p.font, p.size, p.bold, p.italic, p.underlined, p.superscript,
                    p.small_caps, p.colour, p.link, at, end,
                )
            )  # fmt: skip
        at, start = end, start + len(p.text)
    size = max(pieces, key=lambda p: len(p.text)).size
    baseline = TOP + LEADING * (y + 1)
    return Line(
        page=page,
        text=text,
        box=Box(x0, baseline - 0.8 * size, at, baseline + 0.2 * size),
        runs=tuple(runs),
        baseline=baseline,
        first_word_x1=first_word_x1 or at,
        size=size,
    )


def at_rows(lines: Iterable[Line], y: float = 0.0, step: float = 1.0) -> list[Line]:
    """The lines moved so that each stands `step` lines below the one before."""
    moved = []
    for number, one in enumerate(lines):
        baseline = TOP + LEADING * (y + number * step + 1)
        shift = baseline - one.baseline
        box = one.box._replace(top=one.box.top + shift, bottom=one.box.bottom + shift)
        moved.append(replace(one, baseline=baseline, box=box))
    return moved


def wrapped(text: str, *, x: float = LEFT, indent: float = 0.0, right: float = RIGHT, y: float = 0.0,
            page: int = 1, justified: bool = False) -> list[Line]:  # fmt: skip
    """A paragraph broken into lines where the next word no longer fits."""
    rows: list[tuple[str, float]] = []
    current, left = "", x + indent
    for word in text.split():
        longer = f"{current} {word}".strip()
        if current and left + width(longer) > right:
            rows.append((current, left))
            current, left = word, x
        else:
            current = longer
    rows.append((current, left))
    last = len(rows) - 1
    return [
        line(row, x=left, y=y + n, page=page, justified=justified and n < last) for n, (row, left) in enumerate(rows)
    ]


def page_of_lines(lines: Sequence[Line], number: int = 1, rules: Sequence[Box] = ()) -> Page:
    """A page of letter size that holds these lines."""
    return Page(number, 612.0, 792.0, tuple(replace(one, page=number) for one in lines), tuple(rules))


def blocks_of(lines: Sequence[Line], body: Body = BODY, known: Vocabulary | None = None) -> list[Block]:
    """The blocks of these lines, none of which has a footnote mark."""
    return blocks([Marked(one, ()) for one in lines], body, known or Vocabulary(frozenset(), True))


def block(*parts: str | Set, page: int = 1, y: float = 0.0, centred: bool = False) -> Block:
    """A block of one line of these parts."""
    one = line(*parts, page=page, y=y, centred=centred)
    return Block(text=one.text, runs=one.runs, lines=(one,), centred=centred, bullet=bool(BULLET.match(one.text)))
