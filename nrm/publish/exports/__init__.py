"""A finished build in the forms of other programs: a workbook, CSV for spreadsheets, one JSON document."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from nrm.errors import NrmError, UnknownName
from nrm.publish.tables_once import TablesOnce
from nrm.schema import tables

if TYPE_CHECKING:
    from nrm.corpus import Corpus

__all__ = ["FORMS", "export"]

FORMS: Mapping[str, str] = {
    "xlsx": "a workbook with a sheet for each table",
    "csv": "a ZIP file of CSV for spreadsheet programs",
    "json": "one JSON document",
}
"""The forms, and what each of them is."""
_WRITERS = {"xlsx": "workbook", "csv": "csv_zip", "json": "json_document"}


def export(corpus: Corpus, form: str, file: Path, only: Collection[str] = (), *, force: bool = False) -> dict[str, int]:
    """Write tables of a build into one file; gives the rows written of each table.

    `form` is one of `FORMS`, `only` names the tables (default: all). The file appears as a whole or not at all.
    Raises `UnknownName` for another form or table, `NrmError` where the file is there already (unless `force`),
    cannot be written, or a package that the form needs is missing.
    """
    if form not in FORMS:
        raise UnknownName(f"no form {form!r}; there are {', '.join(FORMS)}")
    unknown = sorted(set(only) - tables().keys())
    if unknown:
        raise UnknownName(f"no table {unknown[0]!r}; there are {', '.join(tables())}")
    if file.exists() and not force:
        raise NrmError(f"{file} is there already; give another name, or --force to replace it")
    names = [name for name in tables() if not only or name in only]
    once = TablesOnce(corpus)
    work = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        write = import_module(f"nrm.publish.exports.{_WRITERS[form]}").write
        write(once, names, work)
        os.replace(work, file)
    except OSError as error:
        raise NrmError(f"{file} cannot be written: {error.strerror or error}") from error
    finally:
        work.unlink(missing_ok=True)
    return {name: len(once.rows(name)) for name in names}
