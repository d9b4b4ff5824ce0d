"""Which pieces of a row are underlined, judged as `underlining.ruled` judges glyphs."""

from __future__ import annotations

from collections.abc import Sequence

from nrm.model import Box
from nrm.pdf.pdfium.pieces import Piece
from nrm.pdf.pdfium.spaces import CloseLook
from nrm.pdf.strokes import underlines
from nrm.pdf.underlining import DESCENDER_GAP


def edges(piece: Piece) -> tuple[float, float]:
    """The middles of a piece's first and last character, in points."""
    widths, half = piece.look.face.widths, piece.look.advance / 2
    return piece.x0 + widths[piece.text[0]] * half, piece.x1 - widths[piece.text[-1]] * half


def ruled_pieces(
    row: Sequence[Piece], texts: Sequence[str], under: Sequence[tuple[int, Box]], size: float
) -> dict[Piece, int]:
    """The underlined pieces and the index of the stroke that underlines each.

    `texts` holds the pieces' texts with what stands between them. Raises `CloseLook` where only a part of a piece is
    underlined.
    """
    found = {place: index for place, piece in enumerate(row) if (index := _stroke_under(piece, under, size)) >= 0}
    places = sorted(found)
    for before, after in zip(places, places[1:], strict=False):
        if after - before > 1 and row[after].x0 - row[before].x1 <= DESCENDER_GAP * size:
            found.update(dict.fromkeys(range(before + 1, after), found[before]))
    if places and places[-1] + 1 < len(row) and not texts[2 * places[-1] + 1]:
        raise CloseLook  # what follows without a space may be underlined for a few characters
    return {row[place]: index for place, index in found.items()}


def _stroke_under(piece: Piece, under: Sequence[tuple[int, Box]], size: float) -> int:
    """The index of the stroke below all of a piece; -1 where there is none. Raises `CloseLook` for a part."""
    first, last = edges(piece)
    for index, stroke in under:
        starts = underlines(stroke, piece.baseline, size, first, first)
        ends = underlines(stroke, piece.baseline, size, last, last)
        if starts and ends:
            return index
        inside = piece.x0 < stroke.x1 and stroke.x0 < piece.x1
        if starts or ends or (inside and underlines(stroke, piece.baseline, size, stroke.x0, stroke.x1)):
            raise CloseLook
    return -1
