"""The characters of pieces one by one, as the glyphs that the other reader gives."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from nrm.pdf.glyphs import Glyph, plain_letters
from nrm.pdf.pdfium.pieces import Piece
from nrm.pdf.pdfium.words import Words

_NEAR = 0.5


def piece_glyphs(pieces: Sequence[Piece], words: Words) -> Iterator[Glyph]:
    """The glyphs of some pieces, and the printed spaces behind each, in the order of the text."""
    for piece in pieces:
        end = piece.end
        while end < len(words.text) and words.text[end] == " ":
            end += 1
        yield from _glyphs(piece, end, words)
    largest = max(pieces, key=lambda piece: piece.size)
    for x, baseline in words.silent:
        if abs(baseline - largest.baseline) <= _NEAR * largest.size:
            yield replace(_glyph(largest, " ", x, x), baseline=baseline)


def _glyphs(piece: Piece, end: int, words: Words) -> Iterator[Glyph]:
    pending: Glyph | None = None
    for place in range(piece.start, end):
        character = piece.text[place - piece.start] if place < piece.end else " "
        if character == " " and words.generated(place):
            if pending is not None:
                yield pending  # what follows the gap is no part of a ligature
                pending = None
            continue
        x0 = words.x_of(place, piece)
        if pending is not None and " " not in (character, pending.text) and words.same_place(place - 1, place):
            # one glyph that stands for several letters: a ligature
            pending = _glyph(piece, plain_letters(pending.text + character), pending.x0, words.end_of(place, piece))
            continue
        if pending is not None:
            yield pending
        pending = _glyph(piece, character, x0, words.end_of(place, piece))
    if pending is not None:
        yield pending


def _glyph(piece: Piece, text: str, x0: float, x1: float) -> Glyph:
    return Glyph(
        text=text,
        x0=x0,
        x1=x1,
        top=piece.top,
        bottom=piece.bottom,
        baseline=piece.baseline,
        font=piece.look.face.name,
        size=piece.size,
        bold=piece.bold,
        italic=piece.look.italic,
        colour=piece.look.colour,
    )
