"""Break spans into lines: words, spaces that stretch, hyphens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfmetrics import stringWidth

from .blocks import Span
from .fonts import Family
from .styles import Style

RAISED_SIZE = 0.62
RAISED_BY = 0.36
SYLLABLE = re.compile(r"[aeiouy](?![tcspwg]h|[bcdfgkpt][lr])[bcdfghklmnprstvw](?=[bcdfghklmnprstvw][aeiouy])")


@dataclass(frozen=True, slots=True)
class Piece:
    """Text in one font at one place of a line: ``x`` from the left of the text, ``rise`` above the baseline."""

    text: str
    font: str
    size: float
    x: float
    rise: float = 0.0
    stretch: float = 0.0
    underlined: bool = False
    link: str = ""

    @property
    def width(self) -> float:
        """The width in points, stretched spaces included."""
        return float(stringWidth(self.text, self.font, self.size)) + self.stretch * self.text.count(" ")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text: its pieces from left to right, and the height that it takes."""

    pieces: tuple[Piece, ...]
    leading: float
    size: float

    @property
    def text(self) -> str:
        """The line's text."""
        return "".join(piece.text for piece in self.pieces)


Word = tuple[tuple[str, Span], ...]


def break_lines(spans: Sequence[Span], style: Style, fonts: Family, width: float) -> list[Line]:
    """Set spans in lines of at most ``width`` points.  A ``\\n`` in a span ends its line."""
    lines = []
    for i, part in enumerate(_parts(spans)):
        first = style.first_indent if i == 0 else 0.0
        lines += _break_part(_words(part), style, fonts, width, first)
    return lines


def _break_part(words: list[Word], style: Style, fonts: Family, width: float, first: float) -> list[Line]:
    lines: list[Line] = []
    current: list[Word] = []
    room = width - style.indent - first
    space = _width((((" ", Span(" ")),)), fonts, style)
    queue = list(words)
    while queue:
        word = queue.pop(0)
        used = sum(_width(w, fonts, style) for w in current) + space * len(current)
        if not current or used + _width(word, fonts, style) <= room:
            current.append(word)
            continue
        head, tail = _divide(word, room - used, style, fonts)
        if head:
            current.append(head)
        lines.append(_line(current, style, fonts, width, first if not lines else 0.0, last=False))
        room = width - style.indent
        current = []
        queue.insert(0, tail)
    lines.append(_line(current, style, fonts, width, first if not lines else 0.0, last=True))
    return lines


def _divide(word: Word, room: float, style: Style, fonts: Family) -> tuple[Word, Word]:
    """The part of a word that still fits, ending with a hyphen, and the rest; an empty first part where none fits."""
    if len(word) > 1:
        return (), word
    text, span = word[0]
    places = [(m.end(), "") for m in re.finditer(r"(?<=[a-z]{2})[-–](?=[a-z]{2})", text)]
    if style.hyphenated and re.fullmatch(r"[a-z]{7,}[.,;:]?", text):
        places += [(m.end(), "-") for m in SYLLABLE.finditer(text) if m.end() >= 3 and len(text) - m.end() >= 4]
    for place, hyphen in sorted(places, reverse=True):
        head: Word = ((text[:place] + hyphen, span),)
        if _width(head, fonts, style) <= room:
            return head, ((text[place:], span),)
    return (), word


def _line(words: list[Word], style: Style, fonts: Family, width: float, first: float, *, last: bool) -> Line:
    """Words set side by side; words of the same style share a piece, spaces included."""
    runs: list[tuple[str, Span]] = []
    for i, word in enumerate(words):
        for j, (text, span) in enumerate(word):
            lead = " " if i and not j else ""
            if runs and _same(runs[-1][1], span):
                runs[-1] = (runs[-1][0] + lead + text, runs[-1][1])
            elif lead and runs and not runs[-1][1].raised:
                runs[-1] = (runs[-1][0] + lead, runs[-1][1])
                runs.append((text, span))
            else:
                runs.append((lead + text, span))
    start = style.indent + first
    natural = sum(_run_width(text, span, fonts, style) for text, span in runs)
    spaces = sum(text.count(" ") for text, _ in runs)
    slack = width - start - natural
    stretch = slack / spaces if style.align == "justified" and not last and spaces else 0.0
    x = start + (slack / 2 if style.align == "center" else 0.0)
    pieces = []
    for text, span in runs:
        size = style.size * RAISED_SIZE if span.raised else style.size
        piece = Piece(
            text=text,
            font=fonts.style(span.bold, span.italic),
            size=size,
            x=x,
            rise=style.size * RAISED_BY if span.raised else 0.0,
            stretch=stretch,
            underlined=span.underlined,
            link=span.link,
        )
        pieces.append(piece)
        x += piece.width
    return Line(tuple(pieces), style.leading, style.size)


def _parts(spans: Sequence[Span]) -> list[list[Span]]:
    """Spans divided at forced line breaks."""
    parts: list[list[Span]] = [[]]
    for span in spans:
        texts = span.text.split("\n")
        for i, text in enumerate(texts):
            if i:
                parts.append([])
            parts[-1].append(_with_text(span, text))
    return parts


def _words(spans: Sequence[Span]) -> list[Word]:
    """Spans divided at spaces; a word may hold several styles (a word and its note mark)."""
    words: list[list[tuple[str, Span]]] = []
    open_word = False
    for span in spans:
        for token in re.findall(r" +|[^ ]+", span.text):
            if token.isspace():
                open_word = False
            elif open_word:
                words[-1].append((token, span))
            else:
                words.append([(token, span)])
                open_word = True
    return [tuple(word) for word in words]


def _with_text(span: Span, text: str) -> Span:
    return Span(text, span.bold, span.italic, span.underlined, span.raised, span.link)


def _same(one: Span, other: Span) -> bool:
    return _with_text(one, "") == _with_text(other, "")


def _width(word: Word, fonts: Family, style: Style) -> float:
    return sum(_run_width(text, span, fonts, style) for text, span in word)


def _run_width(text: str, span: Span, fonts: Family, style: Style) -> float:
    size = style.size * RAISED_SIZE if span.raised else style.size
    return float(stringWidth(text, fonts.style(span.bold, span.italic), size))
