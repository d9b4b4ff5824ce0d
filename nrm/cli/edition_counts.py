"""Numbers per edition on a screen: the list years in a line, the numbers under them."""

from __future__ import annotations

from collections.abc import Sequence

from nrm.cli.screen import say, styled, width

_NO_EDITION = "the edition is not in the corpus"
_AT_LEAST = "or more: the edition is not verified as complete, or a page of it could not be read"


def print_counts(counts: Sequence[tuple[int, int | None, bool]]) -> None:
    """Print (list year, number, whether the edition can prove absence), in as many lines as the terminal needs.

    An unknown number is a question mark, one that proves no absence has a plus sign; both are explained.
    """
    cells = [
        (str(year), "?" if number is None else f"{number:,}" + "+" * (not established))
        for year, number, established in counts
    ]
    size = max((len(cell) for pair in cells for cell in pair), default=0)
    columns = width()
    per_line = len(cells) if columns is None else max(1, (columns + 1) // (size + 1))
    for start in range(0, len(cells), per_line):
        line = cells[start : start + per_line]
        print(styled(" ".join(year.rjust(size) for year, _ in line), "dim"))
        print(" ".join(number.rjust(size) for _, number in line))
    notes = []
    if any(number is None for _, number, _ in counts):
        notes.append(f"? {_NO_EDITION}")
    if any(number is not None and not established for _, number, established in counts):
        notes.append(f"+ {_AT_LEAST}")
    for note in notes:
        say(note)
