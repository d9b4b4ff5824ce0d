"""Runs of a row whose pieces keep their own styles: no word is in two, nor are there two sizes of capitals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

from nrm.model import Run
from nrm.pdf.assembling import Style
from nrm.pdf.pdfium.pieces import Piece
from nrm.pdf.quick_values import Whole, new_run

_NO_WORD = frozenset(" —–:()[],;")
"""What no word goes on across (see `assembling.in_one_style`)."""
_SIZE, _RAISED, _SMALL_CAPS = 1, 5, 6


def stands_by_itself(row: Sequence[Piece], texts: Sequence[str], styles: Sequence[Style]) -> bool:
    """Whether what is done to a row of characters (a style for each word, capitals as written) leaves it as it is.

    `texts` holds the pieces' texts with what stands between them.
    """
    plain = [place for place, style in enumerate(styles) if not style[_RAISED]]
    if not plain or any(styles[place][_SIZE] != styles[plain[0]][_SIZE] for place in plain):
        return False
    for before, after in zip(plain, plain[1:], strict=False):
        if styles[before] == styles[after]:
            continue
        if any(texts[2 * place + 1] for place in range(before, after)):
            continue
        if after - before > 1 or not (row[before].text[-1] in _NO_WORD or row[after].text[0] in _NO_WORD):
            return False
    return True


def runs_of(row: Sequence[Piece], texts: Sequence[str], styles: Sequence[Style]) -> tuple[Run, ...]:
    """A run for each stretch of pieces of one style."""
    runs = []
    at = start = 0
    first = row[0]
    for place, piece in enumerate(row):
        end = at + len(texts[2 * place])
        last = place + 1 == len(row)
        if last or styles[place + 1] != styles[place]:
            runs.append(new_run(start, end, cast(Whole, styles[place]), first.x0, piece.x1))
        if not last:
            at = end + len(texts[2 * place + 1])
            if styles[place + 1] != styles[place]:
                start, first = at, row[place + 1]
    return tuple(runs)
