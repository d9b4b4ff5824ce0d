"""`nrm add`: one file or address, into its place among the official PDFs."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nrm.cli import fetch_options as options
from nrm.cli.options import ExcelFlag, Format, FormatOption, JsonFlag, chosen

if TYPE_CHECKING:
    from nrm.fetching.add import Added

SUMMARY = "Take a new edition in, from a file or an address."
EXAMPLES = ("nrm add ~/Downloads/report.pdf", "nrm add https://ustr.gov/path/to/report.pdf --to data/raw")


def command(
    source: Annotated[str, typer.Argument(metavar="FILE_OR_URL", help="A PDF, or its https address.")],
    folder: options.Folder = options.DEFAULT_FOLDER,
    replace: Annotated[
        bool, typer.Option("--replace", help="Take it even where another file of the edition is there; keep that, too.")
    ] = False,
    allow_host: options.AllowHost = None,
    any_host: options.AnyHost = False,
    cacert: options.CaCert = None,
    tries: options.Tries = 4,
    timeout: options.Silence = 30.0,
    max_time: options.MaxSeconds = 900.0,
    max_size: options.MaxSize = 100.0,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Take a PDF in among the official ones, known by its cover; the next build has it.

    It gets its stable name (such as nml-2026.pdf) and is written down in fetch.lock. What is no official edition is
    refused. The host of an address that you give is asked; where it sends on to another, --allow-host allows that.
    """
    form = chosen(form, json, excel)
    if "://" in source:
        from nrm.editions.manifest import shipped
        from nrm.fetching.add import add_address
        from nrm.fetching.hosts import named_in
        from nrm.fetching.retry import RetryPolicy

        hosts = [named_in(source), *(allow_host or ())]
        with options.client_of(shipped(), hosts, any_host, cacert, timeout, 0.0) as client:
            try:
                added = add_address(
                    source,
                    folder,
                    client,
                    replacing=replace,
                    limits=options.limits(max_time, max_size),
                    policy=RetryPolicy(tries),
                    progress=options.show_progress if sys.stderr.isatty() else None,
                )
            finally:
                options.forget_progress()
    else:
        from nrm.fetching.add import add_file

        added = add_file(Path(source), folder, replacing=replace)
    _print(added, form, excel)


def _print(added: Added, form: Format, excel: bool) -> None:
    from dataclasses import asdict

    from nrm.cli.screen import print_rows, say

    if form is not Format.TABLE:
        row = {name: None if value == "" else value for name, value in asdict(added).items()}
        row |= {"file": str(added.file), "replaced": str(added.replaced) if added.replaced else None}
        print_rows(form, "add", False, [row], excel=excel)
        return
    what = "is there already" if added.status == "there" else "is in its place"
    say(f"{added.file}: {added.title} (list year {added.list_year}, {added.pages} pages) {what}.")
    if added.replaced is not None:
        say(f"The file that was there is kept as {added.replaced}.")
    say("Next: nrm build")
