"""`nrm export`: a finished build as one file for other programs."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from nrm.cli.options import DEFAULT_BUILD, BuildFolder, JsonFlag

SUMMARY = "A workbook, or another file."
EXAMPLES = ("nrm export xlsx", "nrm export csv --out tables.zip --table listings --table markets")


class Form(StrEnum):
    """What is written: a workbook, a ZIP file of CSV, or one JSON document."""

    XLSX = "xlsx"
    CSV = "csv"
    JSON = "json"


_ENDINGS = {Form.XLSX: "xlsx", Form.CSV: "zip", Form.JSON: "json"}


def command(
    form: Annotated[Form, typer.Argument(help="A workbook, a ZIP file of CSV, or one JSON document.")],
    out: Annotated[
        Path | None, typer.Option("--out", metavar="FILE", help="Where it goes. [default: nrm.xlsx, nrm.zip, nrm.json]")
    ] = None,
    table: Annotated[
        list[str] | None, typer.Option("--table", metavar="NAME", help="Only this table; repeatable. [default: all]")
    ] = None,
    force: Annotated[bool, typer.Option("--force", help="Replace a file that is there already.")] = False,
    build: BuildFolder = DEFAULT_BUILD,
    json: JsonFlag = False,
) -> None:
    """Write the tables of a build as one file: a workbook for those who live in spreadsheets, CSV or JSON.

    The workbook has a sheet for each table, with filters and links to the pages of the official PDFs. The CSV has
    text that a spreadsheet program would run as a formula defused by an apostrophe; the build's own CSV is exact.
    """
    from nrm.cli.screen import envelope, notices, say
    from nrm.corpus import load
    from nrm.publish.exports import export

    corpus = load(build)
    file = out or Path(f"nrm.{_ENDINGS[form]}")
    written = export(corpus, form.value, file, table or (), force=force)
    if json:
        rows = [{"table": name, "rows": count} for name, count in written.items()]
        print(envelope("export", corpus.sample, file=str(file), form=form.value, rows=rows))
    else:
        say(f"{file}: " + ", ".join(f"{count:,} {name}" for name, count in written.items()))
    notices(corpus.sample, law=False, to_data=not json)
