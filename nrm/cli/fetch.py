"""`nrm fetch`: the official PDFs of all editions, into a folder."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nrm.cli import fetch_options as options
from nrm.cli.options import ExcelFlag, Format, FormatOption, JsonFlag, chosen

if TYPE_CHECKING:
    from nrm.editions.manifest import Manifest
    from nrm.fetching.client import Client
    from nrm.fetching.fetched import Fetched

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
    form = chosen(form, json, excel)
    if check and (years or refresh or dry_run):
        raise typer.BadParameter("--check looks for new editions: it takes no YEAR, --refresh or --dry-run")
    manifest = options.manifest_of(manifest_file)
    if dry_run:
        _print(_planned(years or [], folder, manifest, refresh), folder, form, excel)
        return
    from nrm.fetching.fetch import Rules, fetch
    from nrm.fetching.retry import RetryPolicy

    policy = RetryPolicy(tries)
    with options.client_of(manifest, allow_host or (), any_host, cacert, timeout, pause) as client:
        if check:
            _check(manifest, folder, client, policy, form, excel)
            return
        rules = Rules(limits=options.limits(max_time, max_size), policy=policy, refresh=refresh)
        if sys.stderr.isatty():
            rules = Rules(rules.limits, policy, refresh, progress=options.show_progress)
        try:
            found = fetch(years or [], folder, client, manifest, rules)
        finally:
            options.forget_progress()
    _print(found, folder, form, excel)
    if found.exit_code:
        raise typer.Exit(found.exit_code)


def _planned(years: list[int], folder: Path, manifest: Manifest, refresh: bool) -> Fetched:
    """What would be asked, as if nothing had been had; what is there is known by its cover."""
    from nrm.fetching import lock as locks
    from nrm.fetching.by_hand import by_hand
    from nrm.fetching.cover import judge
    from nrm.fetching.fetch import wanted
    from nrm.fetching.fetched import EditionFetch, Fetched
    from nrm.fetching.routes import planned
    from nrm.fetching.shelf import read_shelf

    lock = locks.read(folder)
    shelf = read_shelf(folder, lock, judge)
    rows = []
    for edition in wanted(years, manifest, lock):
        held = shelf.best(edition.list_year)
        if held is not None and not refresh:
            rows.append(EditionFetch(edition.list_year, edition.title, "there", held.path, held.sha256))
            continue
        attempts = planned(edition, manifest)
        steps = by_hand(edition, manifest, (), folder)
        rows.append(EditionFetch(edition.list_year, edition.title, "would ask", attempts=attempts, by_hand=steps))
    return Fetched(tuple(rows), shelf.notes())


def _check(manifest: Manifest, folder: Path, client: Client, policy: Any, form: Format, excel: bool) -> None:
    from nrm.cli.fetch_screen import print_sightings
    from nrm.fetching import lock as locks
    from nrm.fetching.check import check
    from nrm.fetching.pages import Pages

    lock = locks.read(folder)
    known = {edition.list_year for edition in manifest.editions} | set(lock.pins)
    found = check(manifest, known, Pages(client, policy))
    print_sightings(found, manifest, form, excel)
    if found.sightings:
        raise typer.Exit(1)


def _print(found: Fetched, folder: Path, form: Format, excel: bool) -> None:
    from nrm.cli.fetch_screen import print_fetched

    print_fetched(found, folder, form, excel)
