"""Which row of a list of titles (contents page, bookmarks) means which title of the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from nrm.entries.checks.body_titles import BodyTitle, TitleRole, form_of
from nrm.lexicons.countries import country_named, country_nearly_named
from nrm.model import Kind

_SAME = 100.0
_NEAR = 80.0
_SHORTEST = 5
_COVERED = 0.8
_LISTS_ALL = 0.6
_AT_LEAST = 2

Row = tuple[str, int]
"""A row's title and the PDF page that it gives, 0 if it gives none."""


@dataclass(frozen=True, slots=True)
class Match:
    """The titles of the text that a row means (indices), and whether it spells them as they are.

    Two rows that were read as one mean two titles.
    """

    titles: tuple[int, ...]
    exact: bool


def match_titles(rows: Sequence[Row], titles: Sequence[BodyTitle]) -> dict[int, Match]:
    """For each row the title that it means; a row that means none is absent.

    Each title of the text answers one row. Equal spellings win, then rows that hold several
    titles one after the other, then likeness; among equals the nearer page wins.
    """
    found: dict[int, Match] = {}
    taken: set[int] = set()
    pairs = _pairs(rows, titles)
    _take([pair for pair in pairs if pair[0] == -_SAME], found, taken)
    for index, (text, _) in enumerate(rows):
        if index not in found:
            held = _held(form_of(text), titles, taken)
            if held:
                found[index] = Match(held, True)
                taken.update(held)
    _take(pairs, found, taken)
    return found


def _pairs(rows: Sequence[Row], titles: Sequence[BodyTitle]) -> list[tuple[float, int, int, int]]:
    """(-likeness, distance in pages, row, title) of all pairs that are alike, best first."""
    pairs = []
    for index, (text, page) in enumerate(rows):
        form = form_of(text)
        near = country_nearly_named(text)
        for place, title in enumerate(titles):
            score = max((_likeness(form, other) for other in title.forms), default=0.0)
            if title.role == "country" and near is not None and near[0] == title.country:
                score = max(score, _SAME if country_named(text) else near[1])
            if score >= _NEAR:
                pairs.append((-score, abs(page - title.page) if page else 0, index, place))
    return sorted(pairs)


def _likeness(one: str, other: str) -> float:
    """How alike two forms are, in percent; names that are too short must be equal, 0 is not near."""
    if one == other or _without_blanks(one) == _without_blanks(other):
        return _SAME
    if min(len(one), len(other)) < _SHORTEST:
        return 0.0
    return min(fuzz.ratio(one, other, score_cutoff=_NEAR), _SAME - 0.1)


@lru_cache(maxsize=4096)
def _without_blanks(form: str) -> str:
    return form.replace(" ", "")


def _take(
    pairs: Sequence[tuple[float, int, int, int]], found: dict[int, Match], taken: set[int]
) -> None:
    for score, _, index, place in pairs:
        if index not in found and place not in taken:
            found[index] = Match((place,), score == -_SAME)
            taken.add(place)


def _held(form: str, titles: Sequence[BodyTitle], taken: set[int]) -> tuple[int, ...]:
    """The titles that make up a row which is two rows or more, read as one; page numbers aside."""
    rest = f" {form} "
    held: list[int] = []
    longest = sorted(
        (
            (max(title.forms, key=len), place)
            for place, title in enumerate(titles)
            if title.forms and place not in taken
        ),
        key=lambda pair: (-len(pair[0]), pair[1]),
    )
    for other, place in longest:
        if len(other) >= _SHORTEST and f" {other} " in rest:
            rest = rest.replace(f" {other} ", "  ", 1)
            held.append(place)
    left = sum(c.isalpha() for c in rest)
    total = sum(c.isalpha() for c in form)
    return tuple(sorted(held)) if len(held) > 1 and left <= (1 - _COVERED) * total else ()


def named(matches: Mapping[int, Match]) -> frozenset[int]:
    """The titles of the text that some row means."""
    return frozenset(place for match in matches.values() for place in match.titles)


def unnamed_markets(
    titles: Sequence[BodyTitle], named: frozenset[int], *, with_countries: bool
) -> set[int]:
    """The markets (and countries) that a list leaves out though it names most of their like.

    A list of chapters or categories only leaves nothing out; one that names every online market
    and every country says nothing of the physical markets.
    """
    sorts: list[tuple[TitleRole, Kind]] = [("market", "online"), ("market", "physical")]
    if with_countries:
        sorts.append(("country", "physical"))
    missing: set[int] = set()
    for role, kind in sorts:
        alike = {i for i, title in enumerate(titles) if (title.role, title.kind) == (role, kind)}
        if len(alike & named) >= max(_AT_LEAST, _LISTS_ALL * len(alike)):
            missing |= alike - named
    return missing
