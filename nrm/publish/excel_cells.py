"""Cells for a spreadsheet program that opens a CSV file: none of them may become a formula."""

from __future__ import annotations

import unicodedata

BYTE_ORDER_MARK = "\ufeff"
"""At the head of a file it makes Excel read UTF-8, so that it shows "Março"."""

# OWASP, "CSV Injection": = + - @, tab and carriage return; full-width forms count as well, and so do they behind
# white space, which some programs cut off.
_OPENERS = "=+-@"
_DEFUSER = "'"


def defused(cell: str) -> str:
    """The cell as text: with an apostrophe before it where a spreadsheet program might take it for a formula.

    >>> defused("=1+1"), defused(" @SUM(A1)"), defused("Março"), defused("-5")
    ("'=1+1", "' @SUM(A1)", 'Março', "'-5")
    """
    if cell[:1] in ("\t", "\r", "\n"):
        return _DEFUSER + cell
    start = "".join(c for c in cell[:64] if unicodedata.category(c) not in ("Cc", "Cf")).lstrip()[:1]
    return _DEFUSER + cell if start and unicodedata.normalize("NFKC", start)[:1] in _OPENERS else cell
