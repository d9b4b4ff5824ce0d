"""`nrm cache`: what earlier builds left for later ones, and how to be rid of it."""

from __future__ import annotations

from typing import Annotated

import typer

from nrm.cli.options import ExcelFlag, Format, FormatOption, JsonFlag, chosen

SUMMARY = "What earlier builds left for later ones."
EXAMPLES = ("nrm cache", "nrm cache --clear")
_MEANINGS = {
    "lines": "lines of files",
    "reports": "what became of files",
    "mentions": "names found in editions",
    "builds": "builds that are there already",
}


def command(
    clear: Annotated[bool, typer.Option("--clear", help="Remove all of it.")] = False,
    form: FormatOption = Format.TABLE,
    json: JsonFlag = False,
    excel: ExcelFlag = False,
) -> None:
    """Show what the cache holds, and where; `NRM_CACHE` names another folder.

    A build takes from it what the same files came to before. After a build entries go that none has used for 90
    days, and beyond 1,000 MB (`NRM_CACHE_MB`) those that none has used for longest. `--clear` removes all of them
    and nothing else.
    """
    from nrm.cli.screen import envelope, print_rows, print_table, say
    from nrm.stages.cache import Cache, cache_folder
    from nrm.stages.cache_trimming import MOST_DAYS, most_bytes

    shape = chosen(form, json, excel)
    cache = Cache(cache_folder())
    removed = cache.clear() if clear else 0
    held = cache.held()
    rows = [{"kind": one.kind, "entries": one.entries, "bytes": one.size} for one in held]
    if shape is Format.JSON:
        kept = {"folder": str(cache.folder), "most_bytes": most_bytes(), "most_days": MOST_DAYS}
        print(envelope("cache", False, **kept, rows=rows))
    elif shape is not Format.TABLE:
        print_rows(shape, "cache", False, rows, excel=excel)
    else:
        if clear:
            say(f"Removed: {removed:,}")
        print_table(
            ("kind", "entries", "size", "holds"),
            [(one.kind, f"{one.entries:,}", _size(one.size), _MEANINGS[one.kind]) for one in held],
            "bold",
        )
        print(f"Folder: {cache.folder}")
        say(f"Kept: what a build used in the last {MOST_DAYS} days, {_size(most_bytes())} at most.")


def _size(count: int) -> str:
    return f"{count / 1e6:,.1f} MB"
