"""The day on which a document appeared: from what it prints at its head, or else from its metadata."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final, Literal, NamedTuple

from nrm.tagging.corroboration.list_year import DAY, stated_date

Source = Literal["cover", "metadata", "option", "unknown"]

_HEAD_LINES: Final = 40
_BESIDE = re.compile(
    r"(?i)\b(?:washington|d\.?\s?c\.?|(?:for immediate )?releas\w*|published|publication|date[d]?|issued|of|on|the"
    r"|posted|updated|embargoed|until|press|office|\w+day)\b"
)
# What may stand before the date that opens a press release: "WASHINGTON, D.C. – January 8, 2025 – The Office …".
_DATELINE = re.compile(r"\W{0,2}(?:[A-Z][\w.]*[\s,:(]*(?:[–—-]+\s*)?){0,4}")
_LEADS_INTO_PROSE = re.compile(r"\b(?:In|On|Since|By|From|Until|After|Before|Between|As|The)\b")
_STAMP = re.compile(r"(?:D:)?(\d{4})(\d\d)(\d\d)")
_YEAR = re.compile(r"\b(20\d\d|19\d\d)\b")


class DocumentDate(NamedTuple):
    """The day, `None` where nothing settles it, and what told it."""

    day: date | None
    source: Source


UNKNOWN: Final = DocumentDate(None, "unknown")


def document_date(first_page: str, metadata: Mapping[str, str]) -> DocumentDate:
    """The date of a document from the text of its first page, else from the PDF's `CreationDate`.

    A printed date counts on a line of its own (also a month: its last day), or where it opens a press release
    behind the place; a date in running prose does not. The file's date counts only where the years printed on the
    first page do not speak against it: a file may have been made anew long after.
    """
    for line in _head(first_page):
        day = _dated_line(line)
        if day is not None:
            return DocumentDate(day, "cover")
    made = _stamped(metadata.get("CreationDate", ""))
    years = [int(year) for year in _YEAR.findall(" ".join(_head(first_page)))]
    if made is None or (years and not max(years) <= made.year <= max(years) + 1):
        return UNKNOWN
    return DocumentDate(made, "metadata")


def _head(page: str) -> Iterator[str]:
    lines = (" ".join(line.split()) for line in page.splitlines())
    for number, line in enumerate(line for line in lines if line):
        if number == _HEAD_LINES:
            return
        yield line


def _dated_line(line: str) -> date | None:
    """The date of a line that is nothing else, or that opens with it."""
    found = DAY.search(line)
    if found is None:
        return None
    rest = _BESIDE.sub("", line[: found.start()] + line[found.end() :])
    is_alone = not re.search(r"\w", rest)
    before = line[: found.start()]
    is_day = found.group(7) is None
    opens = is_day and _DATELINE.fullmatch(before) is not None and not _LEADS_INTO_PROSE.search(before)
    return stated_date(line) if is_alone or opens else None


def _stamped(text: str) -> date | None:
    """The day of a PDF's time stamp such as `D:20250401150035-04'00'` (ISO 32000, 7.9.4)."""
    found = _STAMP.match(text)
    if found is None:
        return None
    try:
        return date(*(int(part) for part in found.groups()))
    except ValueError:
        return None
