"""A finished build, or frames in memory, as one value: the tables, typed, each read when asked for.

Light on purpose: pandas is imported only when a DataFrame is asked for; `rows` does without.
"""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nrm.errors import BadBuild, BadTable
from nrm.publish import csv_tables, jsonl_tables
from nrm.publish.folder import current_build
from nrm.schema import table, tables

if TYPE_CHECKING:
    import pandas as pd

DEFAULT_BUILD = "data/derived"
"""Where `nrm build` writes unless told otherwise."""
SAMPLE_NOTICE = "SAMPLE DATA: facsimiles made for trying nrm out, never to be cited"
_SHOWN = ("list_year", "title", "found_online", "found_physical", "status")


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class Corpus:
    """The tables of a build. Columns and dtypes are those of the schema (see `nrm.frames`).

    `path` is the folder that was the build when it was loaded, with links resolved: a build that
    replaces it later does not change this corpus. It is `None` for a corpus made of frames.
    `sample` is true where the data are facsimiles. The DataFrames are shared: do not change them.
    """

    path: Path | None
    sample: bool
    _frames: dict[str, pd.DataFrame] = field(default_factory=dict)

    @classmethod
    def of(cls, frames: Mapping[str, pd.DataFrame], *, sample: bool) -> Corpus:
        """A corpus of typed frames, one for each table; what is not given is empty."""
        from nrm.frames import frame

        return cls(None, sample, {name: frame(name, []) for name in tables()} | dict(frames))

    @property
    def editions(self) -> pd.DataFrame:
        """One row per edition of the manifest or the corpus, oldest first."""
        return self._frame("editions")

    @property
    def entries(self) -> pd.DataFrame:
        """One row per entry, in reading order."""
        return self._frame("entries")

    @property
    def markets(self) -> pd.DataFrame:
        """One row per market, by `market_id`."""
        return self._frame("markets")

    @property
    def listings(self) -> pd.DataFrame:
        """One row per market and edition that lists it."""
        return self._frame("listings")

    @property
    def events(self) -> pd.DataFrame:
        """One row per market, edition and event."""
        return self._frame("events")

    @property
    def passages(self) -> pd.DataFrame:
        """One row per passage of every chapter, in reading order."""
        return self._frame("passages")

    @property
    def mentions(self) -> pd.DataFrame:
        """One row per mention, in reading order."""
        return self._frame("mentions")

    @property
    def findings(self) -> pd.DataFrame:
        """One row per finding."""
        return self._frame("findings")

    def rows(self, table_name: str) -> list[dict[str, Any]]:
        """The rows of a table as plain dicts, without pandas: unknown is `None`, a list a tuple.

        Raises `BadTable` for a table that the schema does not have, `BadBuild` for a damaged one.
        """
        if self.path is None:
            from nrm.frames import records_of

            return records_of(table_name, self._frames[table(table_name).name])
        return _read(self.path, table_name)

    def __repr__(self) -> str:
        return f"<Corpus of {self._summary()}>"

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{html.escape(name)}</th>" for name in _SHOWN)
        body = "".join(
            "<tr>" + "".join(f"<td>{_cell(row[name])}</td>" for name in _SHOWN) + "</tr>"
            for row in self.rows("editions")
        )
        return (
            f"<p><strong>Corpus</strong> of {html.escape(self._summary())}</p>"
            f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        )

    def _summary(self) -> str:
        years = [row["list_year"] for row in self.rows("editions") if row["source_sha256"]]
        span = f" ({min(years)} to {max(years)})" if years else ""
        counts = (
            _count(len(years), "edition") + span,
            _count(len(self.rows("markets")), "market"),
            _count(len(self.rows("listings")), "listing"),
        )
        return ", ".join(counts) + (f"; {SAMPLE_NOTICE}" if self.sample else "")

    def _frame(self, name: str) -> pd.DataFrame:
        if name not in self._frames:
            from nrm.frames import frame

            self._frames[name] = frame(name, self.rows(name))
        return self._frames[name]


def load(out_dir: str | Path = DEFAULT_BUILD) -> Corpus:
    """The build in a folder. Raises `BadBuild`, saying what to do, where there is none to read."""
    path = current_build(Path(out_dir))
    return Corpus(path, any(row["sample"] for row in _read(path, "editions")))


def _read(path: Path, table_name: str) -> list[dict[str, Any]]:
    known = table(table_name)
    read = csv_tables.read_rows if known.file.endswith(".csv") else jsonl_tables.read_rows
    try:
        return read(path / known.file)
    except FileNotFoundError as error:
        raise BadBuild(f"{path / known.file} is missing; run `nrm build` again") from error
    except BadTable as error:
        raise BadBuild(f"{error}; run `nrm build` again") from error


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


def _cell(value: object) -> str:
    return "" if value is None else html.escape(str(value))
