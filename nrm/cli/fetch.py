"""`nrm fetch`: the official PDFs of all editions, into a folder."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from nrm.cli import fetch_options as options
from nrm.cli.options import ExcelFlag, Format, FormatOption, JsonFlag, chosen

SUMMARY = "The official PDFs, from USTR or an archive."
EXAMPLES = ("nrm fetch", "nrm fetch 2016 2017", "nrm fetch --dry-run", "nrm fetch --check")


def command(
    years: Annotated[
        list[int] | None, typer.Argument(metavar="YEAR", help="List years of editions. [default: all]")
    ] = None,
    folder: options.Folder = options.DEFAULT_FOLDER,
    check: Annotated[bool, typer.Option("--check", help="Only look for editions that nrm does not know yet.")] = False,
    refresh: Annotated[
        bool, typer.Option("--refresh", help="Ask the source again for what is there; a change is kept beside it.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say what would be asked; ask nothing.")] = False,
    allow_host: options.AllowHost = None,
    any_host: options.AnyHost = False,
    cacert: options.CaCert = None,
    manifest_file: options.ManifestFile = None,
    tries: options.Tries = 4,
    timeout: options.Silence = 30.0,
    max_time: options.MaxSeconds = 900.0,
    max_size: options.MaxSize = 100.0,
    pause: options.Pause = 1.0,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Bring the official PDFs of all editions into data/raw.

    An edition that is there is not asked for again. The others are looked for at the addresses of the manifest, then
    on the pages of the publisher, then in archives; whatever arrives is judged by itself. The first sound file is
    written down in fetch.lock. Ends with 1 where an edition could not be had or has changed at the source; with
    --check where there is a new one.
    """
    from nrm.cli.fetch_screen import print_fetched, print_sightings
    from nrm.fetching.check import check as look
    from nrm.fetching.fetch import Rules, fetch
    from nrm.fetching.fetched import silent
    from nrm.fetching.pages import Pages
    from nrm.fetching.plan import known_years, plan
    from nrm.fetching.retry import RetryPolicy

    form = chosen(form, json, excel)
    if check and (years or refresh or dry_run):
        raise typer.BadParameter("--check looks for new editions: it takes no YEAR, --refresh or --dry-run")
    manifest = options.manifest_of(manifest_file)
    if dry_run:
        print_fetched(plan(years or (), folder, manifest, refresh=refresh), folder, form, excel)
        return
    policy = RetryPolicy(tries)
    with options.client_of(manifest, allow_host or (), any_host, cacert, timeout, pause) as client:
        if check:
            seen = look(manifest, known_years(folder, manifest), Pages(client, policy))
            print_sightings(seen, manifest, form, excel)
            code = 1 if seen.sightings else 0
        else:
            progress = options.show_progress if sys.stderr.isatty() else silent
            rules = Rules(options.limits(max_time, max_size), policy, refresh, progress=progress)
            try:
                found = fetch(years or (), folder, client, manifest, rules)
            finally:
                options.forget_progress()
            print_fetched(found, folder, form, excel)
            code = found.exit_code
    if code:
        raise typer.Exit(code)
