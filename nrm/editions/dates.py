"""The date of publication printed on a cover."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_MONTH = "(?P<month>" + "|".join(f"{name}|{name[:3]}\\b\\.?" for name in _MONTHS) + ")"
_DATE = re.compile(
    rf"(?<!\w)(?:{_MONTH}\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s*,?\s+(?P<year>(?:19|20)\d\d)"
    rf"|(?P<day2>\d{{1,2}})\s+{_MONTH.replace('month', 'month2')},?\s+(?P<year2>(?:19|20)\d\d)"
    rf"|{_MONTH.replace('month', 'month3')},?\s+(?P<year3>(?:19|20)\d\d))(?!\w)",
    re.IGNORECASE,
)
_AROUND = re.compile(
    r"(washington|d\.?\s*c\.?|released?|published|publication|date[d]?|issued|of|on|the|facsimile|\w+day)\b",
    re.IGNORECASE,
)
_ABOVE, _BELOW = 8, 12


@dataclass(frozen=True, slots=True)
class CoverDate:
    """A date as printed: `iso` only where the day is printed, `prefix` `yyyy-mm` or the whole date."""

    iso: str
    prefix: str
    year: int
    month: int


NO_DATE = CoverDate("", "", 0, 0)


def without_dates(text: str) -> str:
    """The text with every date of day, month and year taken out."""
    return _DATE.sub(" ", text)


def cover_date(lines: Sequence[str], first: int, last: int) -> CoverDate:
    """The date beside a title that stands on `lines[first:last + 1]`, or `NO_DATE`.

    It shares the title's lines or has a line for itself (but for "Released", a weekday, a place).
    """
    titled = _date(" ".join(lines[first : last + 1]))
    if titled.prefix:
        return titled
    around = [
        *lines[last + 1 : last + 1 + _BELOW],
        *reversed(lines[max(0, first - _ABOVE) : first]),
    ]
    for line in around:
        rest = _AROUND.sub("", _DATE.sub("", line))
        if not re.search(r"\w", rest):
            found = _date(line)
            if found.prefix:
                return found
    return NO_DATE


def _date(text: str) -> CoverDate:
    match = _DATE.search(text)
    if match is None:
        return NO_DATE
    name = match["month"] or match["month2"] or match["month3"]
    month = [known[:3] for known in _MONTHS].index(name.casefold()[:3]) + 1
    year = int(match["year"] or match["year2"] or match["year3"])
    day = match["day"] or match["day2"]
    if not day:
        return CoverDate("", f"{year}-{month:02}", year, month)
    try:
        iso = date(year, month, int(day)).isoformat()
    except ValueError:
        return NO_DATE  # "February 31, 2011" is no date
    return CoverDate(iso, iso, year, month)
