"""Which looks are the markets': each is judged by all its members together.

The words under them, the contents page, the form "name, place", and what stands between them tell.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from statistics import fmean

from nrm.entries.evidence import Evidence
from nrm.entries.judged import Look, look_of
from nrm.entries.places import says_where, take_apart
from nrm.entries.titles import category_titled
from nrm.layout import Candidate
from nrm.layout.title_words import reads_as_title
from nrm.model import Kind

Weighed = tuple[Candidate, Evidence]
CLEAR = 1.0
STRONG = 1.5
_FEWEST_ITEMS = 3
_MOST = 0.6
_OFTEN_PLACED = 0.5


def market_looks(
    kind: Kind, groups: dict[Look, list[Weighed]], order: Sequence[Weighed], opening: Collection[Look] = ()
) -> set[Look]:
    """The looks whose members are markets; `opening` are those that often stand right below countries' titles."""
    free = {
        look: [row for row in rows if not (row[1].stacked or _is_category(kind, row))] for look, rows in groups.items()
    }
    words = {look: fmean([e.words for _, e in rows] or [0.0]) for look, rows in free.items()}
    placed = {look: fmean([_has_place(c) for c, _ in rows] or [0.0]) for look, rows in free.items()}
    likely = {
        look
        for look, rows in free.items()
        if rows and look[1] and (words[look] >= CLEAR or _speaks(kind, placed[look], rows))
    }
    if kind == "physical":
        likely -= {look for look in likely if _outdone(look, free, placed)}
    run_ins = {look for look in likely if look[0] == "run-in"}
    accepted: set[Look] = set()
    for look, rows in groups.items():
        if len(free[look]) < 0.5 * len(rows):
            continue
        if "bullet" in look[1] and not _listed(look, likely, len(rows)):
            continue
        named = fmean(e.in_contents for _, e in rows) >= 0.5
        if look[0] == "run-in" and not look[1] - {"numbered"}:
            # nothing sets these leads apart, so they count only where nothing else does
            styled = max((len(free[lk]) for lk in free if lk[1] - {"numbered"}), default=0)
            good = len(rows) >= max(2, styled) and not any(lk[1] and lk != look for lk in likely)
            good = good or (kind == "physical" and len(rows) > 1 and _are_names_with_places(rows))
        elif look[0] == "run-in":
            better = {lk for lk in likely - run_ins if len(free[lk]) > len(rows) and words[lk] > words[look]}
            good = look in likely and (words[look] >= STRONG or not better)
        elif not look[1]:
            placing = kind == "physical" and placed[look] >= 0.5 and not likely
            good = words[look] >= STRONG or named or placing or look in opening
        elif run_ins and not (words[look] >= STRONG):
            good = False
        else:
            good = words[look] >= CLEAR or kind == "physical" or named
        if good and not _nests(look, likely - {look}, words, placed[look], order):
            accepted.add(look)
    return accepted or _by_number(free, kind)


def _listed(look: Look, likely: Collection[Look], count: int) -> bool:
    """Whether the items of a list are the markets: several, and nothing else is."""
    return count >= _FEWEST_ITEMS and look in likely and all("bullet" in other[1] for other in likely)


def _outdone(look: Look, free: dict[Look, list[Weighed]], placed: dict[Look, float]) -> bool:
    """Whether leads without places ("Enforcement.") stand under more titles that have them ("Name, City")."""
    if look[0] != "run-in" or placed[look] >= _OFTEN_PLACED:
        return False
    return any(
        other[0] == "own line" and other[1] and placed[other] >= _OFTEN_PLACED and len(rows) > len(free[look])
        for other, rows in free.items()
    )


def _are_names_with_places(rows: Sequence[Weighed]) -> bool:
    """Whether leads are all names, most of them with a place that is known."""
    places = sum(says_where(c.text) for c, _ in rows)
    return places >= _MOST * len(rows) and all(reads_as_title(c.text) for c, _ in rows)


def _is_category(kind: Kind, row: Weighed) -> bool:
    """Whether a title is a category's by its wording, and the text under it is not its own."""
    return kind == "online" and category_titled(row[0].text) and row[1].words < STRONG


def _has_place(candidate: Candidate) -> bool:
    """Whether a title has the form of a name and a place: "A, B", "A (B)", "A – B"."""
    place = take_apart(candidate.text, "XX", "")
    return bool(place.city or place.country != "XX")


def _speaks(kind: Kind, placed: float, rows: Sequence[Weighed]) -> bool:
    """Under a country's title a name and a city are evidence enough."""
    return kind == "physical" and placed >= 0.5 and len(rows) >= 2


def _nests(
    look: Look,
    others: set[Look],
    words: dict[Look, float],
    placed: float,
    order: Sequence[Weighed],
) -> bool:
    """Whether markets of a better look always stand between the titles of this one."""
    better = {other for other in others if words[other] > words[look] + 0.25}
    if look[0] != "own line" or not better or words[look] >= STRONG or placed >= 0.5:
        return False
    looks = [look_of(candidate) for candidate, _ in order]
    places = [i for i, other in enumerate(looks) if other == look]
    return all(
        any(other in better for other in looks[first + 1 : last])
        for first, last in zip(places, [*places[1:], len(looks)], strict=True)
    )


def _by_number(free: dict[Look, list[Weighed]], kind: Kind) -> set[Look]:
    """Without any evidence in the words, the most frequent look is the markets'.

    Plain titles are set apart by white space alone, so there must be several of them.
    """
    styled = {look: rows for look, rows in free.items() if look[1] and rows}
    plain = {
        look: rows
        for look, rows in free.items()
        if not look[1] and look[0] == "own line" and len(rows) >= 2 and kind == "physical"
    }
    choice = styled or plain
    if not choice:
        return set()
    return {max(choice, key=lambda look: len(choice[look]))}
