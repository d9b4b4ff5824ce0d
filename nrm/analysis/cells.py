"""Reading single cells of tables, whose lists may be tuples (in memory) or joined text (from CSV)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from nrm.errors import BadTable
from nrm.schema import vocabulary

SEPARATOR = "; "
# The dtypes of `nrm.frames`, so that tables computed here and tables read from a build agree.
TEXT = pd.StringDtype("python")
WHOLE = pd.Int64Dtype()
NUMBER = pd.Float64Dtype()
TRUTH = pd.BooleanDtype()


def category(name: str) -> pd.CategoricalDtype:
    """The categorical dtype of a vocabulary of the schema."""
    return pd.CategoricalDtype(list(vocabulary(name)))


def unknown(cell: object) -> bool:
    """Whether the cell is one of the ways in which a table says "not known"."""
    return cell is None or cell is pd.NA or cell is pd.NaT or cell != cell  # noqa: PLR0124 (NaN)


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
    """The cell as a whole number; `None` where it is unknown. Raises `BadTable` for anything else."""
    if unknown(cell) or cell == "":
        return None
    try:
        number = float(cell)  # type: ignore[arg-type]
    except (TypeError, ValueError) as error:
        raise BadTable(f"expected a whole number, found {cell!r}") from error
    if not number.is_integer():
        raise BadTable(f"expected a whole number, found {cell!r}")
    return int(number)


def require(frame: pd.DataFrame, columns: Iterable[str], what: str) -> None:
    """Raise `BadTable` unless `frame` has the columns; `what` names the table in the message."""
    missing = [column for column in columns if column not in frame.columns]
    if missing:
        raise BadTable(
            f"{what}: no column {', '.join(missing)}; found {', '.join(map(str, frame.columns))}"
        )


def typed(records: Iterable[Mapping[str, object]], dtypes: Mapping[str, Any]) -> pd.DataFrame:
    """The records as a DataFrame with exactly these columns and dtypes, also when there are none."""
    rows = list(records)
    return pd.DataFrame(
        {name: pd.Series([row[name] for row in rows], dtype=dtypes[name]) for name in dtypes}
    )
