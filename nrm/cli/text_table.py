"""Rows as aligned columns of text: as wide as they are, or folded to fit a width."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

_GAP = "  "
_NARROWEST = 8
# What a terminal might obey: control characters, and marks that turn the direction of text around.
_UNSAFE = dict.fromkeys((*range(32), *range(127, 160), *range(8234, 8239), *range(8294, 8298)), "�")
_UNSAFE |= {ord("\t"): " ", ord("\n"): " ", ord("\r"): " "}
_WITHIN_NUMBERS = str.maketrans("", "", ",.–")


def text_table(heads: Sequence[str], rows: Sequence[Sequence[str]], width: int | None = None) -> Iterator[str]:
    """A line of heads, then the rows; cells that do not fit `width` are folded, nothing is cut off.

    Numbers stand to the right. A column in which every cell is empty is left out.
    """
    kept = [n for n in range(len(heads)) if any(row[n] for row in rows)] or list(range(len(heads)))
    table = [[head for n, head in enumerate(heads) if n in kept], *([harmless(row[n]) for n in kept] for row in rows)]
    right = [all(_is_number(row[n]) for row in table[1:]) for n in range(len(kept))]
    widths = _widths(table, width)
    for row in table:
        folded = [_fold(cell, widths[n]) for n, cell in enumerate(row)]
        for line in range(max(map(len, folded), default=0)):
            cells = [lines[line] if line < len(lines) else "" for lines in folded]
            padded = (
                cell.rjust(size) if to_right else cell.ljust(size)
                for cell, size, to_right in zip(cells, widths, right, strict=True)
            )
            yield _GAP.join(padded).rstrip()


def harmless(text: str) -> str:
    r"""Text from a document or the network as a terminal may print it: nothing in it is a command.

    >>> harmless("a\x1b[31mb\nc")
    'a\ufffd[31mb c'
    """
    return text.translate(_UNSAFE)


def _widths(table: Sequence[Sequence[str]], width: int | None) -> list[int]:
    """The width of each column: what its cells need, less for the widest ones until all fit."""
    needed = [max(len(row[n]) for row in table) for n in range(len(table[0]))]
    if width is None:
        return needed
    room = width - len(_GAP) * (len(needed) - 1)
    while sum(needed) > room and max(needed) > _NARROWEST:
        widest = needed.index(max(needed))
        others = max((size for n, size in enumerate(needed) if n != widest), default=0)
        surplus = sum(needed) - room
        needed[widest] = max(_NARROWEST, needed[widest] - max(1, min(surplus, needed[widest] - others)))
    return needed


def _fold(cell: str, width: int) -> list[str]:
    if len(cell) <= width:
        return [cell]
    return textwrap.wrap(cell, width, break_on_hyphens=False) or [""]


def _is_number(cell: str) -> bool:
    return not cell or cell.translate(_WITHIN_NUMBERS).isdigit()
