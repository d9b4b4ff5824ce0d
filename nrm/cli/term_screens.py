"""Frequencies on a screen."""

from __future__ import annotations

from itertools import groupby

from nrm.analysis.text.frequencies import Term
from nrm.analysis.text.term_table import TermTable
from nrm.cli.screen import print_table, say, say_headed, styled

_HEADS = ("term", "count", "per 10,000", "passages", "entries", "first", "last", "spelled")


def print_groups(table: TermTable) -> None:
    """The commonest terms, one table for each group."""
    for group, words in table.words.items():
        rows = [row for row in table.rows if row.group == group]
        print(styled(f"{group or 'All'}: {words:,} words", "bold"))
        if rows:
            print_table(_HEADS, [_cells(row) for row in rows])
        else:
            print("No term is common enough.")
        print()
    _explain(table.rows)


def print_asked(table: TermTable) -> None:
    """The terms asked for, one table each with a row for each group."""
    grouped = len(table.words) > 1 or "" not in table.words
    for term, of in groupby(table.rows, key=lambda row: row.term):
        rows = list(of)
        if not grouped:
            print_table(_HEADS, [_cells(row) for row in rows])
            print()
            continue
        first = rows[0].appearance
        appeared = f": {first_said(rows[0])}; {last_said(rows[0])}" if first.first_year is not None else ""
        say_headed(term, appeared)
        heads = ("", "count", "per 10,000", "words", "passages", "entries", "spelled")
        print_table(
            heads,
            [
                (r.group, f"{r.count:,}", _rate(r), f"{r.words:,}", f"{r.passages:,}", f"{r.entries:,}", _forms(r))
                for r in rows
            ],
        )
        print()
    _explain(table.rows)
    missing = [year for year, known in table.coverage.items() if known == "missing"]
    if missing:
        say(f"Not in the corpus: {', '.join(map(str, missing))}.")


def first_said(row: Term) -> str:
    """When a term appeared first, as a phrase."""
    known = "" if row.appearance.first_established else " (not established as the first)"
    return f"first found in {row.appearance.first_year}{known}"


def last_said(row: Term) -> str:
    """When a term appeared last, as a phrase."""
    known = "" if row.appearance.last_established else " (not established as the last)"
    return f"last found in {row.appearance.last_year}{known}"


def _cells(row: Term) -> tuple[str, ...]:
    told = row.appearance
    return (
        row.term,
        f"{row.count:,}",
        _rate(row),
        f"{row.passages:,}",
        f"{row.entries:,}",
        _year(told.first_year, told.first_established),
        _year(told.last_year, told.last_established),
        _forms(row),
    )


def _rate(row: Term) -> str:
    return f"{row.per_10000:.1f}"


def _forms(row: Term) -> str:
    return ", ".join(row.forms)


def _year(year: int | None, established: bool) -> str:
    return "" if year is None else f"{year}{'' if established else '?'}"


def _explain(rows: tuple[Term, ...]) -> None:
    if any(row.appearance.first_year and not row.appearance.first_established for row in rows) or any(
        row.appearance.last_year and not row.appearance.last_established for row in rows
    ):
        say(
            "Where a first or last year is not established (?), it is that of the first or the newest edition, or an "
            "edition before or after it is missing or not complete."
        )
