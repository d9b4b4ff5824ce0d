"""Where a row of pieces has spaces, judged as `cells.cells_of` judges glyphs, with as few questions as possible."""

from __future__ import annotations

from collections.abc import Sequence

from nrm.pdf.cells import GAP_WITH_SPACES, GAP_WITHOUT_SPACES, OVERLAP
from nrm.pdf.pdfium.pieces import Piece
from nrm.pdf.pdfium.words import Words

_SLACK = 0.001
"""Nearer to a limit than this share of the size, a gap is left to the look at each character."""
_WIDE_GAP = GAP_WITH_SPACES + _SLACK
_NO_GAP = OVERLAP - _SLACK
_MOST_OVERLAP = 0.3
_MANY = 6
_TRUSTED = 12
"""After so many pieces of a look on a page whose first space was printed, that of the others is taken to be."""
_LITTLE = 0.12
_STRETCH = 0.01
_AIRY = 0.48
"""The average advance above which letters may be set apart, in multiples of the size."""

_SHORT_WORDS = 4.5
"""Characters: shorter words with their spaces, on the average, may be parts of words whose letters are set apart."""


class CloseLook(Exception):
    """A row whose spaces cannot be told from its pieces."""


def spaces_between(row: Sequence[Piece], words: Words) -> list[bool]:
    """Whether each piece of a row stands apart from the next. Raises `CloseLook` where it is a matter of a hair."""
    apart: list[bool] = []
    wide = False
    for before, after in zip(row, row[1:], strict=False):
        size = max(before.size, after.size)
        gap = (after.x0 - before.x1) / size
        if gap > _WIDE_GAP:
            wide = True
            apart.append(True)
        elif gap < _NO_GAP:
            if gap < -_MOST_OVERLAP:
                raise CloseLook
            apart.append(False)
        elif abs(gap - OVERLAP) < _SLACK:
            raise CloseLook
        elif _printed_between(before, after, words):
            apart.append(True)
        elif gap < GAP_WITHOUT_SPACES - _SLACK:
            apart.append(False)
        else:
            apart.append(_is_wide(gap, row, words))
            wide = wide or apart[-1]
    if wide and len(row) >= _MANY and not _row_prints_spaces(row, words):
        raise CloseLook  # letters set apart, perhaps
    return apart


def goes_on(before: Piece, start: int, x0: float, is_gap: bool, words: Words) -> bool:
    """Whether the text from `start`, which looks like a piece and is at `x0` on its line, is more of it.

    Between them is nothing, or one space that is printed, where the text says so (it is no gap) and `spaces_between`
    would.
    """
    last = before.end
    gap = x0 - before.x1
    if start == last:
        return -_MOST_OVERLAP * before.size <= gap < _NO_GAP * before.size
    if start != last + 1 or gap <= (OVERLAP + _SLACK) * before.size or words.text[last] != " ":
        return False
    if is_gap:
        if not words.drawn_between(before.last_x0, x0, before.baseline):
            return False
        words.drawn_alone.add(last)
    return True


def _is_wide(gap: float, row: Sequence[Piece], words: Words) -> bool:
    """Whether a gap of about the limit is a space, by the limit that holds for this row."""
    limit = GAP_WITH_SPACES if words.prints_spaces and _row_prints_spaces(row, words) else GAP_WITHOUT_SPACES
    if abs(gap - limit) < _SLACK:
        raise CloseLook
    return gap > limit


def _row_prints_spaces(row: Sequence[Piece], words: Words) -> bool:
    if any(prints_a_space(piece, words) for piece in row):
        return True
    return any(_printed_between(before, after, words) for before, after in zip(row, row[1:], strict=False))


def _printed_between(before: Piece, after: Piece, words: Words) -> bool:
    if _prints_space(before.end, words) or (before.end != after.start and _prints_space(after.start - 1, words)):
        return True
    reach = 0.5 * max(before.size, after.size)
    return any(before.last_x0 < x <= after.x0 and abs(y - before.baseline) <= reach for x, y in words.silent)


def _prints_space(place: int, words: Words) -> bool:
    return 0 <= place < len(words.text) and words.text[place] == " " and not words.generated(place)


def prints_a_space(piece: Piece, words: Words) -> bool:
    """Whether the first space of a piece is printed, and with it the others."""
    first = piece.text.find(" ")
    return first >= 0 and words.printed(piece.start + first)


def text_of(piece: Piece, words: Words) -> str:
    """The text of a piece with single spaces. Raises `CloseLook` where a gap may or may not be a space."""
    text, look = piece.text, piece.look
    airy = piece.x1 - piece.x0 > _AIRY * look.size * len(text)
    if " " not in text:
        if airy:
            _verify(piece, words)
        return text
    if (airy or text.count(" ") * _SHORT_WORDS > len(text)) and any(
        not words.printed(piece.start + index) for index, character in enumerate(text) if character == " "
    ):
        raise CloseLook  # letters set apart: pdfium sees spaces between some of them
    if not piece.sure:
        if look.printed_spaces < _TRUSTED and words.generated(piece.start + text.index(" ")):
            look.printed_spaces = 0
            _verify(piece, words)
        else:
            look.printed_spaces += 1
    return text if "  " not in text else " ".join(text.split())


def _verify(piece: Piece, words: Words) -> None:
    """Look at each space that pdfium made of a gap: whether the gap is wide enough, and no other is left."""
    text = piece.text
    inked = text.replace(" ", "")
    natural = piece.look.face.total(inked) * piece.look.advance
    room = piece.x1 - piece.x0 - natural
    for index, character in enumerate(text) if len(inked) < len(text) else ():
        if character != " ":
            continue
        place = piece.start + index
        gap = words.x_of(place + 1, piece) - words.end_of(place - 1, piece)
        if gap < (GAP_WITH_SPACES + _SLACK) * piece.size:
            raise CloseLook
        room -= gap
    if room > _LITTLE * piece.size + _STRETCH * natural:
        raise CloseLook
