r"""Lists of strings in one cell of a CSV file: joined with `; `, and read back exactly.

An item that itself contains `; ` is written with a backslash before it (`a\; b`), and a backslash
is doubled; real domains, names and years need neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

SEPARATOR = "; "
_TOKEN = re.compile(r"\\\\|\\; |; ")


def join(items: Sequence[str]) -> str:
    """One cell for a list of non-empty strings; the empty list is the empty cell."""
    return SEPARATOR.join(item.replace("\\", "\\\\").replace(SEPARATOR, "\\" + SEPARATOR) for item in items)


def split(cell: str) -> tuple[str, ...]:
    """The list that `join` wrote."""
    if not cell:
        return ()
    if "\\" not in cell:
        return tuple(cell.split(SEPARATOR))
    items = [""]
    position = 0
    for token in _TOKEN.finditer(cell):
        items[-1] += cell[position : token.start()]
        position = token.end()
        if token.group() == SEPARATOR:
            items.append("")
        else:
            items[-1] += token.group()[1:]
    items[-1] += cell[position:]
    return tuple(items)
