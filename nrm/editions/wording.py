"""The wording of covers and first pages: `covers.toml`, compiled, and the questions put to it."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

from nrm.editions.dates import without_dates
from nrm.ids import fold

TITLE_LINES = 7
"""A title may be broken over so many lines."""

_IN_TEXT = re.compile(r"\W*[a-z]|[•●◦▪■‣⁃∙·]")
"""How a line begins that goes on with a sentence or is an item of a list: neither heads a document."""
_FACSIMILE = re.compile(r"\bFACSIMILE\b(?!\s*(?:no\.?|number)?\s*:?\s*[(+\d])")
_COUNT = r"(?P<{0}>\d+)(?: of (?P<whole_{0}>\d+) declared)?"


class Totals(NamedTuple):
    """How many listings a facsimile says it holds, and out of how many; `None` is not said."""

    online: int | None
    physical: int | None
    whole_online: int | None
    whole_physical: int | None


NO_TOTALS = Totals(None, None, None, None)


@dataclass(frozen=True, slots=True)
class TitleFound:
    """A title as it is written out, and the list year in it if it has one."""

    text: str
    year: int | None


def title(lines: Sequence[str]) -> TitleFound | None:
    """The title that these lines make up, all of them and nothing else but a date; else `None`."""
    letters = _letters(re.sub(r"\bFACSIMILE\b", " ", without_dates(" ".join(lines))))
    for form, text in _forms(""):
        match = form.fullmatch(letters)
        if match is not None:
            year = match.groupdict().get("year")
            return TitleFound(text.replace("{year}", year or ""), int(year) if year else None)
    return None


def chapter_title(lines: Sequence[str]) -> TitleFound | None:
    """The edition's title in a heading such as "Results of the <title>", a contents page's included."""
    for first in range(len(lines)):
        for last in range(first, min(first + 3, len(lines))):
            letters = _letters(_entry_text(" ".join(lines[first : last + 1])))
            for prefix in _table()["signs"]["chapter_prefixes"]:
                for form, text in _forms(_letters(prefix)):
                    match = form.fullmatch(letters)
                    if match is not None and "year" in match.groupdict():
                        return TitleFound(text.replace("{year}", match["year"]), int(match["year"]))
    return None


def chapter_year(lines: Sequence[str]) -> int | None:
    """The list year in the heading of a results chapter, if there is one."""
    found = chapter_title(lines)
    return found.year if found is not None else None


_NUMBERED = re.compile(
    r"^(?:(?:chapter|section|part)\s+)?(?:\d{1,2}|[ivx]{1,5}|[a-h])\s*(?:[.):–—-]\s*|\s+(?=\S))",
    re.IGNORECASE,
)


def count_chapters(lines: Sequence[str]) -> int:
    """How many different chapter headings of a list stand among the lines."""
    known = {_letters(name) for name in _table()["signs"]["chapters"]}
    prefixes = tuple(_letters(prefix) for prefix in _table()["signs"]["chapter_prefixes"])
    dated = re.compile("|".join(_table()["signs"]["dated_chapters"]))
    found = set()
    for line in lines:
        letters = _letters(_NUMBERED.sub("", _entry_text(line)))
        if letters in known or letters.startswith((*prefixes, "issuefocus")) or dated.match(letters):
            found.add(letters)
    return len(found)


def has_sign(lines: Sequence[str], first: int, last: int) -> bool:
    """Whether, the title's own lines apart, something else shows that this is a list."""
    rest = [*lines[:first], *lines[last + 1 :]]
    publishers = {_letters(name) for name in _table()["signs"]["publishers"]}
    for i in range(len(rest)):
        if any(_letters(" ".join(rest[i:j])) in publishers for j in range(i + 1, i + 4)):
            return True
    text = fold(" ".join(rest))
    return count_chapters(rest) > 0 or any(
        phrase in text for phrase in _table()["signs"]["phrases"]
    )


def leads_into(lines: Sequence[str], first: int, last: int) -> bool:
    """Whether the lines around `lines[first:last + 1]` make it a part of a sentence."""
    before = re.findall(r"[\w'’]+", lines[first - 1]) if first else []
    if before and before[-1].casefold().replace("’", "'") in _table()["mentions"]["last_words"]:
        return True
    after = lines[last + 1] if last + 1 < len(lines) else ""
    return bool(re.search(r"[:;,]\W*$", lines[last]) or re.match(r"[a-z,;:)]", after))


def other_document(lines: Sequence[str], first: int, until: int) -> str:
    """What sort of other document the head of the pages shows; empty if none.

    Lines before `first` stand above the title, those before `until` near it.
    """
    for row, near, before in _others():
        for i, line in enumerate(lines[: until + 1]):
            if _IN_TEXT.match(line):
                continue
            patterns = (*near, *before) if i < first else near
            if any(pattern.search(line) for pattern in patterns):
                return row
    return ""


def is_facsimile(lines: Sequence[str], metadata: Mapping[str, str]) -> bool:
    """Whether the first pages or the metadata (keys in lower case) call the document a facsimile."""
    told = (metadata.get(key, "") for key in ("keywords", "subject", "title"))
    if any(re.search(r"\bfacsimile\b", text, re.IGNORECASE) for text in told):
        return True
    return any(_FACSIMILE.search(line) for line in lines) or facsimile_totals(lines) != NO_TOTALS


def facsimile_totals(lines: Sequence[str]) -> Totals:
    """The totals of the sentence in which a facsimile says what it holds."""
    text = re.sub(r"\s+", " ", " ".join(lines)).casefold()
    match = _totals_form().search(text)
    if match is None:
        return NO_TOTALS
    return Totals(*(None if match[name] is None else int(match[name]) for name in Totals._fields))


@cache
def _table() -> dict[str, Any]:
    text = files("nrm.editions").joinpath("covers.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


@cache
def _forms(prefix: str) -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (
            re.compile(prefix + r"(?P<year>20\d\d)".join(map(_letters, form.split("{year}")))),
            row["title"],
        )
        for row in _table()["title"]
        for form in row["forms"]
    )


@cache
def _others() -> tuple[tuple[str, tuple[re.Pattern[str], ...], tuple[re.Pattern[str], ...]], ...]:
    def compiled(patterns: Sequence[str]) -> tuple[re.Pattern[str], ...]:
        return tuple(re.compile(pattern, re.IGNORECASE) for pattern in patterns)

    return tuple(
        (row["what"], compiled(row["near"]), compiled(row["before"])) for row in _table()["other"]
    )


@cache
def _totals_form() -> re.Pattern[str]:
    form: str = _table()["facsimile"]["totals"]
    return re.compile(
        form.format(online=_COUNT.format("online"), physical=_COUNT.format("physical"))
    )


def _letters(text: str) -> str:
    """Letters and digits alone, folded: spacing, hyphens, case and wrapping make no difference."""
    return "".join(re.findall(r"[a-z0-9]+", fold(text)))


def _entry_text(line: str) -> str:
    """A contents page's line without leader and page number, on whichever side they stand."""
    line = (
        re.sub(r"[\s.·…_]*(?:\d+|[ivxlc]+)?\s*$", "", line)
        if re.search(r"[.…·]{2}|\. \.", line)
        else line
    )
    return re.sub(
        r"^\s*(?:\d{1,2}|[IVX]{1,4}\.)\s+(?=\D)",
        "",
        re.sub(r"\s+\d{1,3}\s*$", "", line),
    )
