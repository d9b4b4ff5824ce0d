"""Reuse of wording on a screen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from nrm.analysis.redline import redline
from nrm.analysis.text.boilerplate import Boilerplate
from nrm.analysis.text.entry_words import entry_texts
from nrm.analysis.text.reuse import Reuse
from nrm.analysis.text.reuse_by_year import ReuseOfYear
from nrm.cli.screen import folded, print_table, say, say_headed, styled
from nrm.corpus import Corpus


def print_years(years: Sequence[ReuseOfYear]) -> None:
    """A row for each edition."""
    heads = (
        "year",
        "against",
        "entries compared",
        "new",
        "not established",
        "words",
        "carried over",
        "share",
        "median",
    )
    print_table(
        heads,
        [
            (
                str(one.list_year),
                str(one.old_year or ""),
                f"{one.compared}",
                f"{one.new}",
                f"{one.not_established}",
                f"{one.words:,}",
                f"{one.carried:,}",
                percent(one.share),
                percent(one.median_share),
            )
            for one in years
        ],
        "bold",
    )
    print()
    say(
        "Share: of the words of the entries that both editions have, those carried over word for word. New: not on the "
        "list before. Not established: the edition before is not in the corpus, or cannot tell."
    )


def print_market(corpus: Corpus, rows: Sequence[Reuse]) -> None:
    """A market's entries one by one, each with what was changed: [-taken out-], {+put in+}."""
    texts = entry_texts(corpus)
    for row in rows:
        say_headed(f"{row.list_year}  {row.name}", "")
        if row.old_entry_id is None or row.share is None:
            reason = row.status if row.old_year else "not established: no edition before is in the corpus"
            say(f"{row.words:,} words; {reason}", "  ")
        else:
            say(
                f"{row.words:,} words, {row.carried:,} of them ({percent(row.share)}) as in {row.old_year}; "
                f"{row.dropped:,} of {row.old_words:,} words of {row.old_year} not carried over",
                "  ",
            )
            print(_drawn(texts[row.old_entry_id], texts[row.entry_id]))
        print()


def print_boilerplate(kept: Sequence[Boilerplate], total: int) -> None:
    """Sentences with the markets and editions in which they stand."""
    heads = ("markets", "entries", "editions", "years", "sentence")
    cells = [
        (f"{one.markets}", f"{one.entries}", f"{one.editions}", f"{one.first_year}–{one.last_year}", one.text)
        for one in kept
    ]
    if cells:
        print_table(heads, cells, "bold")
        print()
    less = f"; {len(kept)} are shown (--limit 0 shows all)" if len(kept) < total else ""
    say(f"{total:,} sentence{'' if total == 1 else 's'} in entries of several markets{less}.")


def percent(share: float | None) -> str:
    """A share as a person reads it; empty where it is unknown."""
    return "" if share is None else f"{100 * share:.0f} %"


def _drawn(old: str, new: str) -> str:
    """The redline as text, folded to the terminal, with what was taken out and put in between its marks."""
    pieces = redline(old, new).pieces
    marked = " ".join(_MARKS[piece.op][0] + piece.text + _MARKS[piece.op][1] for piece in pieces)
    # Folded before it is coloured: colours take no room; each line of a stretch gets its own.
    lines = folded(marked, "  ").split("\n")
    return "\n".join(_coloured(lines))


def _coloured(lines: Sequence[str]) -> Iterator[str]:
    op: Op = "same"
    for line in lines:
        parts = []
        for part in _SPLIT.split(line):
            op = _OPENED.get(part[:2], op)
            parts.append(styled(part, _COLOURS[op]) if op != "same" and part.strip() else part)
            if part.endswith(("-]", "+}")):
                op = "same"
        yield "".join(parts)


Op = Literal["same", "deleted", "inserted"]
_MARKS: Mapping[Op, tuple[str, str]] = {"same": ("", ""), "deleted": ("[-", "-]"), "inserted": ("{+", "+}")}
_OPENED: Mapping[str, Op] = {"[-": "deleted", "{+": "inserted"}
_COLOURS = {"deleted": "red", "inserted": "green"}
# Before an opening mark, behind a closing one, and behind the blanks at the beginning of a line.
_SPLIT = re.compile(r"(?=\[-|\{\+)|(?<=-\])|(?<=\+\})|(?<=^  )")
