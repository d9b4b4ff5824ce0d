"""Names and messages from files, made safe to show and to write."""

from __future__ import annotations


def one_line(text: str) -> str:
    """The text on one line: white space folded, and what is not printable written out.

    Line breaks, codes for terminals, marks that turn the direction of text, and bytes of a file name that are
    no UTF-8 would otherwise break a table, deceive a reader, or could not be written at all.

    >>> one_line("a\\nname \\x1b[31m")
    'a name \\\\x1b[31m'
    """
    folded = " ".join(text.split())
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode("ascii") for c in folded)
