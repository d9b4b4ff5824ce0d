"""Which pieces of a row are underlined, judged as `underlining.ruled` judges glyphs, and which are links."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from nrm.model import Box
from nrm.pdf.lines import Link
from nrm.pdf.pdfium.pieces import Piece
from nrm.pdf.pdfium.spaces import CloseLook
from nrm.pdf.pdfium.text_states import origins
from nrm.pdf.pdfium.words import LIGATURE_ENDS, SAME_PLACE, Words
from nrm.pdf.strokes import END_ROOM, underlines
from nrm.pdf.underlining import DESCENDER_GAP, END_GAP

_HAIR = 0.05
"""Points: where the edge of a link is so near to the middle of a letter, it is looked at more closely."""


class PartlyMarked(Exception):
    """A piece of which only a part is underlined or a link: it is to be divided at this place of the text."""

    def __init__(self, piece: Piece, place: int) -> None:
        super().__init__(place)
        self.piece = piece
        self.place = place


def edges(piece: Piece) -> tuple[float, float]:
    """The middles of a piece's first and last character, in points."""
    widths, half = piece.look.face.widths, piece.look.advance / 2
    return piece.x0 + widths[piece.text[0]] * half, piece.x1 - widths[piece.text[-1]] * half


def ruled_pieces(
    row: Sequence[Piece], texts: Sequence[str], under: Sequence[tuple[int, Box]], size: float, words: Words
) -> dict[Piece, int]:
    """The underlined pieces and the index of the stroke that underlines each.

    `texts` holds the pieces' texts with what stands between them. Raises `PartlyMarked` where only a part of a piece
    is underlined, and `CloseLook` where that cannot be told from pieces.
    """
    found = {}
    for place, piece in enumerate(row):
        index = _stroke_under(piece, under, size, words)
        if index >= 0:
            found[place] = index
    places = sorted(found)
    for before, after in zip(places, places[1:], strict=False):
        if after - before > 1 and row[after].x0 - row[before].x1 <= DESCENDER_GAP * size:
            found.update(dict.fromkeys(range(before + 1, after), found[before]))
    if places:
        for place in _behind(row, texts, places[-1]):
            found[place] = found[places[-1]]
    return {row[place]: index for place, index in found.items()}


def divided(row: Sequence[Piece], found: PartlyMarked, words: Words) -> list[Piece]:
    """The row with the piece in two."""
    piece, at = found.piece, found.place - found.piece.start
    head, tail = piece.text[:at].rstrip(" "), piece.text[at:].lstrip(" ")
    middle, start = piece.start + len(head), piece.end - len(tail)
    first = Piece(piece.start, middle, piece.look, piece.x0, words.end_of(middle - 1, piece), piece.baseline, head)
    second = Piece(start, piece.end, piece.look, words.x_of(start, piece), piece.x1, piece.baseline, tail)
    first.bold = second.bold = piece.bold
    first.sure = second.sure = piece.sure
    place = next(place for place, one in enumerate(row) if one is piece)
    return [*row[:place], first, second, *row[place + 1 :]]


def _stroke_under(piece: Piece, under: Sequence[tuple[int, Box]], size: float, words: Words) -> int:
    """The index of the stroke below all of a piece; -1 where there is none."""
    first, last = edges(piece)
    for index, stroke in under:
        starts = underlines(stroke, piece.baseline, size, first, first)
        ends = underlines(stroke, piece.baseline, size, last, last)
        if starts and ends:
            return index
        inside = first - END_ROOM <= stroke.x1 and stroke.x0 <= last + END_ROOM
        if starts or ends or (inside and underlines(stroke, piece.baseline, size, stroke.x0, stroke.x1)):
            raise PartlyMarked(piece, _change(piece, _ruled_by(stroke, piece.baseline, size), words))
    return -1


def target_of(piece: Piece, near: Sequence[Link], words: Words) -> str:
    """Where a piece leads. Raises `PartlyMarked` where only a part of it does, `CloseLook` where that is not plain."""
    first, last = edges(piece)
    for link in near:
        box = link.box
        if box.x0 + _HAIR <= first and last <= box.x1 - _HAIR:
            return link.target
        if box.x0 - _HAIR <= last and first <= box.x1 + _HAIR:
            raise PartlyMarked(piece, _change(piece, _within(box), words))
    return ""


def _ruled_by(stroke: Box, baseline: float, size: float) -> Callable[[float], bool]:
    return lambda middle: underlines(stroke, baseline, size, middle, middle)


def _within(box: Box) -> Callable[[float], bool]:
    return lambda middle: box.x0 <= middle <= box.x1


def _change(piece: Piece, is_marked: Callable[[float], bool], words: Words) -> int:
    """The place of the first character that is marked otherwise than those before it, judged by its middle.

    Raises `CloseLook` where there is none.
    """
    face, half = piece.look.face, piece.look.advance / 2
    before: bool | None = None
    last = -1.0
    for place, (character, (at, _)) in enumerate(
        zip(piece.text, origins(words.page, range(piece.start, piece.end)), strict=True), piece.start
    ):
        if character == " ":
            continue
        middle = at - words.left + face.widths[character] * half
        if face.fractional or not face.widths[character] or abs(at - last) < SAME_PLACE:
            break  # where the characters are is to be looked at more closely
        marked = is_marked(middle)
        if before not in (None, marked):
            return place
        before, last = marked, at
    raise CloseLook


def _behind(row: Sequence[Piece], texts: Sequence[str], last: int) -> list[int]:
    """The pieces behind the last underlined one that count as underlined too: the rest of a word, or its signs."""
    word, space, _ = "".join(texts[2 * last + 1 :]).partition(" ")
    length = 0
    while length < min(len(word), END_GAP) and not (space and word[length].isalnum()):
        length += 1
    if any(word[at : at + 2] in LIGATURE_ENDS for at in range(length)):
        raise CloseLook  # several letters may be one glyph
    found = []
    for place in range(last + 1, len(row)):
        if length <= 0:
            break
        piece = row[place]
        if len(texts[2 * place]) > length:
            if piece.look.face.fractional:
                raise CloseLook
            raise PartlyMarked(piece, piece.start + length)
        found.append(place)
        length -= len(texts[2 * place])
    return found
