"""Reading rows and cells, from DataFrames and from plain records alike, without importing pandas.

A command that answers one question about one build reads its tables as records and must start
quickly; a notebook has DataFrames. Lists in cells may be tuples or text joined by `"; "`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias, TypeGuard, cast

from nrm.errors import BadTable

if TYPE_CHECKING:
    import pandas as pd

    Rows = pd.DataFrame | Iterable[Mapping[Any, Any]]

Corpus: TypeAlias = "RowCorpus | FrameCorpus"
"""What the analysis takes: a loaded build, or anything with the same tables."""
SEPARATOR = "; "
# pandas's own marks of the unknown; comparing them with anything is unknown again.
_MARKS = frozenset({"NAType", "NaTType"})


class RowCorpus(Protocol):
    """A corpus that gives its tables as plain records, without pandas."""

    def rows(self, table_name: str, /) -> Iterable[Mapping[Any, Any]]:
        """The rows of a table."""


class ListingTables(Protocol):
    """What a history needs of a corpus, as DataFrames."""

    @property
    def editions(self) -> pd.DataFrame:
        """One row per edition of the manifest or the corpus."""

    @property
    def listings(self) -> pd.DataFrame:
        """One row per market and edition that lists it."""


class FrameCorpus(ListingTables, Protocol):
    """A corpus that gives its tables as DataFrames."""

    @property
    def entries(self) -> pd.DataFrame:
        """One row per heading, with its text."""


def table(corpus: Corpus, name: str) -> Rows:
    """A table of a corpus, as records where it can give them: they are read faster."""
    if hasattr(corpus, "rows"):
        return cast("RowCorpus", corpus).rows(name)
    found: Rows = getattr(corpus, name)
    return found


def records(rows: Rows, columns: Sequence[str], what: str, optional: Sequence[str] = ()) -> list[dict[str, Any]]:
    """The rows as dicts of these columns; an optional column that is not there is `None`.

    `what` names the table in the message of `BadTable`, raised where a column is missing.
    """
    if _is_frame(rows):
        _require(rows.columns, columns, what)
        wanted = [*columns, *(name for name in optional if name in rows.columns)]
        absent = dict.fromkeys(name for name in optional if name not in rows.columns)
        cells = (rows[name].tolist() for name in wanted)
        return [dict(zip(wanted, row, strict=True)) | absent for row in zip(*cells, strict=True)]
    found = []
    for row in cast("Iterable[Mapping[Any, Any]]", rows):
        _require(row, columns, what)
        found.append({name: row[name] for name in columns} | {n: row.get(n) for n in optional})
    return found


def unknown(cell: object) -> bool:
    """Whether the cell is one of the ways in which a table says "not known"."""
    return cell is None or type(cell).__name__ in _MARKS or cell != cell


def text(cell: object) -> str:
    """The cell as text; empty where it is unknown (`None`, NaN, `NA`)."""
    if isinstance(cell, str):
        return cell
    return "" if unknown(cell) else str(cell)


def texts(cell: object) -> tuple[str, ...]:
    """The cell as a tuple of texts: a sequence as it is, text split at `"; "`, unknown as empty.

    >>> texts("a.com; b.com"), texts(("a.com",)), texts("")
    (('a.com', 'b.com'), ('a.com',), ())
    """
    if isinstance(cell, str):
        return tuple(part for part in cell.split(SEPARATOR) if part)
    if isinstance(cell, Iterable):
        return tuple(str(part) for part in cell)
    return () if unknown(cell) else (str(cell),)


def whole(cell: object) -> int | None:
    """The cell as a whole number, `None` where it is unknown. Raises `BadTable` for other things."""
    if unknown(cell) or cell == "":
        return None
    try:
        number = float(cell)  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise BadTable(f"expected a whole number, found {cell!r}") from error
    if not number.is_integer():
        raise BadTable(f"expected a whole number, found {cell!r}")
    return int(number)


def day(cell: object) -> date | None:
    """The cell (a date, a timestamp or ISO text) as a date. Raises `BadTable` for anything else."""
    if unknown(cell) or cell == "":
        return None
    if isinstance(cell, date):
        # A timestamp is a date too, but differs from one when compared.
        return date(cell.year, cell.month, cell.day)
    try:
        return date.fromisoformat(str(cell))
    except ValueError as error:
        raise BadTable(f"expected a day such as 2017-01-31, found {cell!r}") from error


def _require(found: Iterable[Any], columns: Iterable[str], what: str) -> None:
    missing = [column for column in columns if column not in found]
    if missing:
        has = ", ".join(map(str, found))
        raise BadTable(f"{what}: no column {', '.join(missing)}; found {has}")


def listing_tables(listings: Rows | ListingTables, editions: Rows | None, what: str) -> tuple[Rows, Rows]:
    """The tables `listings` and `editions`, given as such or as a corpus. Raises `BadTable` where one is missing."""
    if not _is_frame(cast("Rows", listings)) and hasattr(listings, "listings"):
        corpus = cast("ListingTables", listings)
        return corpus.listings, corpus.editions
    if editions is None:
        raise BadTable(f"{what}: give a corpus, or the table of editions beside that of listings")
    return cast("Rows", listings), editions


def _is_frame(rows: Rows) -> TypeGuard[pd.DataFrame]:
    return hasattr(rows, "columns")
