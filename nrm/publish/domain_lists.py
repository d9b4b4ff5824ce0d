"""Domains as plain text, one a line: of each edition (`domains/2016.txt`) and of all (`domains/all.txt`).

For programs that compare lists of domains. A domain is written as the report gives it; that a list names it
is no finding of a violation of law. Lists of sample data begin with a comment (`#`) that says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

FOLDER = "domains"
ALL = "all"


def write(listings: Sequence[Mapping[str, Any]], years: Iterable[int], folder: Path, *, sample: bool) -> list[str]:
    """Write the lists into `folder/domains` and give their paths within the folder.

    `listings` are records of that table, `years` the list years of the editions that were read: an edition
    that gives no domain has an empty list.
    """
    lists: dict[str, set[str]] = {ALL: set(), **{str(year): set() for year in sorted(years)}}
    for row in listings:
        lists[str(row["list_year"])].update(row["domains"])
        lists[ALL].update(row["domains"])
    (folder / FOLDER).mkdir()
    comment = "# SAMPLE DATA made for trying nrm out: never to be used or cited\n" if sample else ""
    for name, domains in lists.items():
        text = comment + "".join(f"{domain}\n" for domain in sorted(domains))
        (folder / FOLDER / f"{name}.txt").write_text(text, encoding="utf-8", newline="\n")
    return [f"{FOLDER}/{name}.txt" for name in lists]
