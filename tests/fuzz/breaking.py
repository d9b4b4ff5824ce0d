"""Runs broken into lines, for the typesetter that draws each piece itself."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from tests.fuzz.sheet import Face, Note, Run
from tests.fuzz.wording import breaks

Measure = Callable[[str, Face], float]
_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d][^\W\d]-)(?=[^\W\d]{2})")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one face within a word; of a footnote's mark `note` is set."""

    text: str
    face: Face
    width: float
    note: Note | None = None
    rise: float = 0.0


@dataclass(frozen=True, slots=True)
class Word:
    pieces: tuple[Piece, ...]
    space: float
    ends_line: bool = False

    @property
    def width(self) -> float:
        return sum(piece.width for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Line:
    """Words with the room that was left over; the last of a paragraph is never stretched."""

    words: tuple[Word, ...]
    room: float
    last: bool
    first: bool

    @property
    def notes(self) -> list[Note]:
        return [piece.note for word in self.words for piece in word.pieces if piece.note]

    @property
    def size(self) -> float:
        return max((piece.face.size for word in self.words for piece in word.pieces), default=0.0)


def to_words(runs: tuple[Run, ...], measure: Measure, mark: Callable[[Note, Face], list[Piece]]) -> list[Word]:
    """Words in order. `mark` draws a footnote's mark; small capitals become two sizes."""
    words: list[Word] = []
    pieces: list[Piece] = []

    def close(face: Face, *, newline: bool = False) -> None:
        if pieces or newline:
            words.append(Word(tuple(pieces), measure(" ", face), newline))
            pieces.clear()

    face = Face(10)
    for run in runs:
        face = run.face
        if run.note is not None:
            pieces.extend(mark(run.note, run.face))
            continue
        for part in re.split(r"([ \n])", run.text):
            if part in (" ", "\n"):
                close(face, newline=part == "\n")
            elif part:
                pieces.extend(_cased(part, face, measure))
    close(face)
    return words


def _cased(text: str, face: Face, measure: Measure) -> list[Piece]:
    if not face.small_caps:
        return [Piece(text, face, measure(text, face))]
    small = replace(face, size=round(face.size * 0.8, 2))
    found = []
    for part in re.findall(r"[^\W\d_]+|[\W\d_]+", text):
        for stretch in re.findall(r"[A-ZÀ-ÞŁİ]+|[^A-ZÀ-ÞŁİ]+", part):
            lower = stretch.upper() != stretch
            used = small if lower else face
            found.append(Piece(stretch.upper(), used, measure(stretch.upper(), used)))
    return found


def to_lines(
    words: list[Word],
    width: float,
    indent: float,
    measure: Measure,
    *,
    hyphenate: bool,
    hyphen: str,
) -> list[Line]:
    """Greedy: each word goes on the line as long as it fits, or as much of it as may be divided."""
    lines: list[Line] = []
    current: list[Word] = []
    used = indent
    queue = list(reversed(words))

    def flush(*, last: bool) -> None:
        nonlocal used
        room = width - used
        lines.append(Line(tuple(current), room, last, not lines))
        current.clear()
        used = 0.0

    while queue:
        word = queue.pop()
        gap = current[-1].space if current else 0.0
        if used + gap + word.width <= width + 0.01:
            current.append(word)
            used += gap + word.width
        else:
            head, tail = _divided(word, width - used - gap, measure, hyphenate=hyphenate, hyphen=hyphen)
            if head is not None and tail is not None:
                current.append(head)
                used += gap + head.width
                queue.append(tail)
                flush(last=False)
                continue
            if not current:
                current.append(word)
                used += word.width
            else:
                flush(last=False)
                queue.append(word)
                continue
        if word.ends_line:
            flush(last=True)
    if current:
        flush(last=True)
    return [replace(line, last=line.last or n == len(lines) - 1) for n, line in enumerate(lines)]


def _divided(
    word: Word, room: float, measure: Measure, *, hyphenate: bool, hyphen: str
) -> tuple[Word | None, Word | None]:
    """The largest beginning of `word` that fits with its hyphen, and the rest."""
    piece = word.pieces[0] if word.pieces else None
    if piece is None or room < 12 or piece.note or len(piece.text) < 4:
        return None, None
    options = [(piece.text[: m.start()], m.start()) for m in _AFTER_HYPHEN.finditer(piece.text)]
    if re.search(r"\w\.\w", piece.text):
        options = []
    core = re.match(r"\W*([a-z]+)", piece.text)
    if hyphenate and core:
        start = core.start(1)
        options += [(piece.text[: start + at] + hyphen, start + at) for at in breaks().get(core[1], ())]
    fitting = [(head, at) for head, at in options if measure(head, piece.face) <= room]
    if not fitting:
        return None, None
    head, at = max(fitting, key=lambda option: option[1])
    rest = piece.text[at:]
    first = Word((replace(piece, text=head, width=measure(head, piece.face)),), word.space)
    second = replace(word, pieces=(replace(piece, text=rest, width=measure(rest, piece.face)), *word.pieces[1:]))
    return first, second
