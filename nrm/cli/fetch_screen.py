"""What `nrm fetch` prints: a table of the editions, what was tried for those that are not there, what to do by hand."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nrm.cli.options import Format
from nrm.cli.screen import envelope, print_rows, print_table, say, styled
from nrm.cli.text_table import harmless

if TYPE_CHECKING:
    from nrm.editions.manifest import Manifest
    from nrm.fetching.check import Checked
    from nrm.fetching.fetched import EditionFetch, Fetched

_COLOURS = {"changed": "yellow", "not had": "red", "would ask": "bold"}


def print_fetched(found: Fetched, folder: Path, form: Format, excel: bool) -> None:
    """Print what became of each edition."""
    match form:
        case Format.TABLE:
            _print_table(found)
        case Format.JSON:
            rows = [_row(one) for one in found.editions]
            print(envelope("fetch", False, folder=str(folder), rows=rows, notes=list(found.notes)))
        case Format.JSONL | Format.CSV:
            print_rows(form, "fetch", False, [_row(one) for one in found.editions], excel=excel)


def print_sightings(found: Checked, manifest: Manifest, form: Format, excel: bool) -> None:
    """Print the editions that nobody knew, and the command that takes each."""
    rows = [{**asdict(one), "list_year": one.list_year or None} for one in found.sightings]
    notes = [str(failure) for failure in found.failures]
    if form is Format.JSON:
        print(envelope("fetch-check", False, rows=rows, notes=notes))
        return
    if form is not Format.TABLE:
        print_rows(form, "fetch-check", False, rows, excel=excel)
        return
    newest = max((edition.list_year for edition in manifest.editions), default=0)
    if not found.sightings:
        say(f"No edition after {newest or 'those of the manifest'} on {' or '.join(manifest.discovery)}.")
    for one in found.sightings:
        what = f"The edition {one.list_year} is new" if one.list_year else "This may be a new edition"
        say(f"{what}: {one.text}")
        print(f"  {harmless(one.address)}")
        act = f"nrm add {_quoted(one.address)}" if one.is_pdf else "open the page, then: nrm add FILE_OR_URL"
        print(f"  {styled(act, 'bold')}")
    for note in notes:
        _say_with_addresses(f"Not looked at: {note}", "", "  ")


def _row(one: EditionFetch) -> dict[str, Any]:
    row = {name: None if value == "" else value for name, value in asdict(one).items()}
    row["file"] = str(one.file) if one.file is not None else None
    row["attempts"] = [
        {name: None if value == "" else value for name, value in asdict(attempt).items()} for attempt in one.attempts
    ]
    return row


def _print_table(found: Fetched) -> None:
    rows = [
        (str(one.list_year), one.status, str(one.file or ""), _tried(one), (one.sha256 or "")[:12])
        for one in found.editions
    ]
    print_table(("year", "status", "file", "asked", "sha-256"), rows, "bold")
    for one in found.editions:
        if one.note:
            print()
            say(f"{one.list_year}: {one.note}.", "", "  ")
        if one.status in ("not had", "would ask"):
            _print_open(one)
    if found.notes:
        print("\n" + styled("About the folder", "bold"))
        for note in found.notes:
            say(note, "  ", "    ")
    _print_count(found.editions)


def _print_open(one: EditionFetch) -> None:
    print("\n" + styled(f"{one.list_year}: {one.status}", _COLOURS[one.status]))
    for (route, outcome, text), attempts in itertools.groupby(
        one.attempts, key=lambda attempt: (attempt.route, attempt.outcome, attempt.text)
    ):
        for attempt in attempts:
            print(f"  {route}: {harmless(attempt.address)}")
        say(f"{outcome}: {text}" if outcome else text, "    ", "      ")
    if not one.by_hand:
        return
    print("  " + styled("By hand:" if one.status == "not had" else "If none of them has it, by hand:", "bold"))
    for number, step in enumerate(one.by_hand, start=1):
        _say_with_addresses(f"{number}. {step}", "    ", "       ")


def _say_with_addresses(text: str, indent: str, further: str) -> None:
    """Print prose folded to the terminal, and each address on a line of its own, whole: people click on it."""
    for part in re.split(r"(https://\S+)", text):
        if part.startswith("https://"):
            print(further + harmless(part))
        elif part.strip():
            say(part.strip(), indent, further)
            indent = further


def _print_count(editions: Sequence[EditionFetch]) -> None:
    held = sum(one.file is not None for one in editions)
    print()
    say(f"{held} of {len(editions)} editions there." + (" Next: nrm build" if held else ""))


def _tried(one: EditionFetch) -> str:
    """How the questions ended, each word once with its number."""
    words = [attempt.outcome for attempt in one.attempts if attempt.outcome]
    if not words:
        return f"{len(one.attempts)} addresses" if one.attempts else ""
    counted = {word: words.count(word) for word in dict.fromkeys(words)}
    return ", ".join(word if number == 1 else f"{number} {word}" for word, number in counted.items())


def _quoted(address: str) -> str:
    import shlex

    return shlex.quote(address)
