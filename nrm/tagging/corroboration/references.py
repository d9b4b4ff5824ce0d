"""Where a sentence speaks of the list, and which years stand beside its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from nrm.tagging.corroboration.words import YEARS, pattern, patterns

_YEARS = re.compile(YEARS)
_YEAR = re.compile(r"(?:19|20)\d\d")
_RANGE = re.compile(r"((?:19|20)\d\d)(?: to | through |[-–])((?:19|20)\d\d)")
_NAMED_ALONE = re.compile(r"(?i)notorious markets?$")
_YEAR_BEHIND = re.compile(rf"(?:(?:,? (?:of|for|from)| of the year) ({YEARS})\b| \(({YEARS})\))")
_MONTH_BEFORE = re.compile(
    r"\b(January|February|March|April|May|June|July|August|September|October|November|December) $"
)
_JOINT = re.compile(r",? (?:in|on|by|of|under)(?: (?:the|its|USTR[’']s|an?|that|latest|annual))* ?")


@dataclass(frozen=True, slots=True)
class Reference:
    """`sentence[start:end]` means the list. `years` are the list years said, `printed` as they stand.

    A list named by the month in which it came out ("the February 2011 List") has no `years`.
    """

    start: int
    end: int
    years: tuple[int, ...]
    printed: str
    named: bool
    """False where it only takes up an earlier mention ("the List")."""


def find_references(sentence: str, *, known_before: bool) -> list[Reference]:
    """The places where a sentence means the list, left to right, without overlaps.

    "The List" alone counts where the list was named earlier in the sentence, or `known_before`.
    Several names of one list behind each other ("2024 Review … (Notorious Markets List)") are one.
    """
    found: list[tuple[int, int]] = []
    for name in patterns("references", "names"):
        found += [match.span() for match in name.finditer(sentence) if _is_name(match.group())]
    found += [match.span() for match in pattern("references", "as_such", re.IGNORECASE).finditer(sentence)]
    spans = _widest(found)
    spans = [(start, _with_bracket(sentence, start, end)) for start, end in spans]
    references = [_reference(sentence, start, end, named=True) for start, end in _widest(spans)]
    if references or known_before:
        first = references[0].end if references and not known_before else 0
        for match in pattern("references", "again").finditer(sentence, first):
            if all(match.end() <= r.start or match.start() >= r.end for r in references):
                references.append(_reference(sentence, *match.span(), named=False))
    return list(_with_years_of_next(sentence, sorted(references, key=lambda r: r.start)))


def _with_years_of_next(sentence: str, references: list[Reference]) -> Iterator[Reference]:
    """ "listed as a notorious market in the 2013 Review": the year of the second is the first's too."""
    for reference, following in pairwise([*references, None]):
        assert reference is not None
        if following and not reference.years and _JOINT.fullmatch(sentence, reference.end, following.start):
            yield replace(reference, years=following.years, printed=following.printed)
        else:
            yield reference


def years_in(printed: str) -> tuple[int, ...]:
    """The years of a phrase: "2013, 2014 and 2016", "2013 to 2016" (all of them)."""
    years = [int(year) for year in _YEAR.findall(printed)]
    for first, last in _RANGE.findall(printed):
        years += range(int(first), int(last) + 1)
    return tuple(sorted(set(years)))


def _is_name(text: str) -> bool:
    # "Notorious Markets" with capitals means the list; a bare "notorious markets" does not.
    if _NAMED_ALONE.search(text.strip()) is None:
        return True
    return "Notorious" in text or bool(re.search(r"(?i)lists?|reports?|reviews?", text))


def _widest(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    kept: list[tuple[int, int]] = []
    for start, end in sorted(spans, key=lambda s: (s[0], -s[1])):
        if kept and start < kept[-1][1]:
            kept[-1] = (kept[-1][0], max(end, kept[-1][1]))
        else:
            kept.append((start, end))
    return kept


def _with_bracket(sentence: str, start: int, end: int) -> int:
    bracket = pattern("references", "bracket").match(sentence, end)
    return bracket.end() if bracket else end


def _reference(sentence: str, start: int, end: int, *, named: bool) -> Reference:
    said = _YEARS.search(sentence, start, end)
    printed = said.group() if said else ""
    if said and (month := _MONTH_BEFORE.search(sentence, 0, said.start())):
        # "the February 2011 list" came out then, which need not be its list year.
        return Reference(start, end, (), f"{month.group(1)} {printed}", named)
    if not said:
        behind = _YEAR_BEHIND.match(sentence, end)
        if behind:
            printed, end = behind.group(1) or behind.group(2), behind.end()
    return Reference(start, end, years_in(printed), printed, named)
