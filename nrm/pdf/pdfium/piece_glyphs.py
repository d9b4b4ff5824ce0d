"""The characters of pieces one by one, as the glyphs that the other reader gives."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, chain, repeat

from nrm.pdf.glyphs import Glyph, plain_letters
from nrm.pdf.pdfium.pieces import Piece
from nrm.pdf.pdfium.text_states import origins
from nrm.pdf.pdfium.words import LIGATURE_ENDS, SAME_PLACE, Words
from nrm.pdf.quick_values import new_glyph

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
    look, start, text = piece.look, piece.start, piece.text
    shown = text + " " * (end - piece.end)
    widths, advance = look.face.widths, look.advance
    drifts: Iterable[float] = repeat(0.0)
    if look.face.fractional:
        drifts = accumulate(map(look.face.excess.__getitem__, text), initial=0.0)
        drifts = chain(drifts, repeat(look.face.drift(text)))
    before = 0.0
    for place, character, (at, _), drift in zip(
        range(start, end), shown, origins(words.page, range(start, end)), drifts, strict=False
    ):
        stands_together, before = abs(at - before) < SAME_PLACE, at
        if character == " " and words.generated(place):
            if pending is not None:
                yield pending  # what follows the gap is no part of a ligature
                pending = None
            continue
        x0 = at - words.left + drift * advance
        width = widths[character]
        if not width or (place > start and shown[place - start - 1 : place - start + 1] in LIGATURE_ENDS):
            x1 = words.end_of(place, piece)
        else:
            x1 = x0 + width * advance
        if pending is not None:
            if stands_together and character != " " and pending.text != " ":
                # one glyph that stands for several letters: a ligature
                letters = plain_letters(pending.text + character)
                x1 = max(x1, pending.x0 + widths[letters] * advance)
                pending = _glyph(piece, letters, pending.x0, x1)
                continue
            yield pending
        pending = _glyph(piece, character, x0, x1)
    if pending is not None:
        yield pending


def _glyph(piece: Piece, text: str, x0: float, x1: float) -> Glyph:
    look = piece.look
    placed = (text, x0, x1, piece.top, piece.bottom, piece.baseline)
    return new_glyph(*placed, look.face.name, look.size, piece.bold, look.italic, look.colour, False, None)
