"""What each heading of the results is: a section, a category, a country or a market.

Candidates are grouped by look. A group is judged by its members together: by what follows
them, by the contents page, by the words under them. One report can use several looks.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import Literal

from nrm.entries.cues import cues
from nrm.entries.evidence import Evidence, evidence
from nrm.entries.titles import section_titled
from nrm.layout import Candidate, ContentsEntry
from nrm.lexicons.countries import country_named, country_nearly_named
from nrm.model import Block, Kind

Role = Literal["section", "category", "country", "market", "none"]
Look = tuple[str, frozenset[str], float, bool]
_STATEMENT = re.compile(
    r"(?:also|formerly|previously|reportedly|allegedly|apparently|related|nominated|headquartered"
    r"|believed|utilizes?|uses)\s+\w+", re.IGNORECASE
)
_TWO_SENTENCES = re.compile(r"[a-z]{3}[.?!]\s+[A-Z][a-z]+\s")
_CLEAR = 1.0
_STRONG = 1.5


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate of the results chapter with its role, its section's kind and the evidence."""

    candidate: Candidate
    role: Role
    kind: Kind
    points: float
    in_contents: bool = False


def judge(
    found: Sequence[Candidate], blocks: Sequence[Block], listed: Sequence[ContentsEntry]
) -> list[Judged]:
    """The role of every candidate of the results chapter, in order."""
    judged: list[Judged] = []
    for kind, members in _sections(found):
        if members and section_titled(members[0].text) and members[0].mode == "own line":
            judged.append(Judged(members[0], "section", kind, 0.0))
            members = members[1:]
        judged.extend(_judge_section(kind, members, blocks, listed))
    return judged


def _sections(found: Sequence[Candidate]) -> list[tuple[Kind, list[Candidate]]]:
    """The candidates cut at section titles; what stands before the first is the other kind."""
    titles = [section_titled(c.text) if c.mode == "own line" else None for c in found]
    first = next((kind for kind in titles if kind), None)
    current: Kind = "online"
    if first is None and _mostly_placed(found):
        current = "physical"
    cut: list[tuple[Kind, list[Candidate]]] = [(current, [])]
    for candidate, kind in zip(found, titles, strict=True):
        if kind is not None:
            cut.append((kind, [candidate]))
        else:
            cut[-1][1].append(candidate)
    return cut


def _mostly_placed(found: Sequence[Candidate]) -> bool:
    countries = sum(country_named(c.text) is not None for c in found)
    return countries > 0.3 * max(1, len(found))


def _judge_section(
    kind: Kind,
    members: Sequence[Candidate],
    blocks: Sequence[Block],
    listed: Sequence[ContentsEntry],
) -> list[Judged]:
    members = [c for c in members if not is_statement(c.text)]
    headings = {c.block for c in members if not c.plain}
    weighed: list[tuple[Candidate, Evidence]] = []
    for candidate in members:
        after = candidate.block + 1
        following = blocks[after] if after < len(blocks) else None
        weighed.append(
            (candidate, evidence(candidate, following, after in headings, listed))
        )
    countries = {
        c.block
        for c, e in weighed
        if c.mode == "own line" and _is_country(c, kind, e)
    }
    groups: dict[Look, list[tuple[Candidate, Evidence]]] = defaultdict(list)
    for candidate, weight in weighed:
        if candidate.block not in countries:
            groups[_look(candidate)].append((candidate, weight))
    markets = _market_looks(kind, groups)
    order = [(_look(c), e) for c, e in weighed if c.block not in countries]
    categories = _category_looks(groups, markets, order)
    judged = []
    for index, (candidate, weight) in enumerate(weighed):
        look = _look(candidate)
        role: Role
        if candidate.block in countries:
            role = "country"
        elif look in markets and not (weight.stacked and not weight.in_contents):
            role = "market"
        elif look in markets and weight.stacked and _market_despite(index, weighed, look):
            role = "market"
        elif candidate.mode == "own line" and not candidate.plain and (
            look in categories or weight.stacked
        ):
            role = "category"
        elif weight.in_contents:
            role = "market"
        else:
            role = "none"
        judged.append(Judged(candidate, role, kind, weight.points, weight.in_contents))
    return judged


def is_statement(text: str) -> bool:
    """Whether a styled stretch states something of a market ("Nominated as …"): no name does."""
    opening = text.split(",")[0]
    return bool(
        cues().own.match(opening)
        or cues().home.match(opening)
        or _STATEMENT.match(text)
        or _TWO_SENTENCES.search(text)
    )


def _look(candidate: Candidate) -> Look:
    return (
        candidate.mode,
        candidate.look - {"numbered"},
        round(candidate.size),
        candidate.centred,
    )


def _is_country(candidate: Candidate, kind: Kind, weight: Evidence) -> bool:
    if kind != "physical" or (candidate.plain and not weight.in_contents):
        return kind == "physical" and country_named(candidate.text) is not None
    if country_named(candidate.text) is not None:
        return True
    return country_nearly_named(candidate.text) is not None


def _market_looks(
    kind: Kind, groups: dict[Look, list[tuple[Candidate, Evidence]]]
) -> set[Look]:
    """The looks whose members are markets."""
    means = {look: fmean(e.points for _, e in rows) for look, rows in groups.items()}
    free = {
        look: [row for row in rows if not row[1].stacked] for look, rows in groups.items()
    }
    accepted: set[Look] = set()
    for look, rows in groups.items():
        styled = bool(look[1])
        if len(free[look]) < 0.5 * len(rows):
            continue
        if look[0] == "own line" and styled:
            if means[look] >= _CLEAR or kind == "physical":
                accepted.add(look)
        elif styled and means[look] >= _CLEAR:
            accepted.add(look)
        elif not styled and means[look] >= _STRONG:
            accepted.add(look)
    return accepted or _by_number(free)


def _by_number(free: dict[Look, list[tuple[Candidate, Evidence]]]) -> set[Look]:
    """Without any evidence in the words, the most frequent styled look is the markets'."""
    styled = {look: rows for look, rows in free.items() if look[1] and rows}
    if not styled:
        return set()
    return {max(styled, key=lambda look: len(styled[look]))}


def _category_looks(
    groups: dict[Look, list[tuple[Candidate, Evidence]]],
    markets: set[Look],
    order: Sequence[tuple[Look, Evidence]],
) -> set[Look]:
    """The own-line looks between whose members markets of another look stand."""
    found: set[Look] = set()
    for look, rows in groups.items():
        if look[0] != "own line" or not look[1] or look in markets:
            continue
        places = [i for i, (other, _) in enumerate(order) if other == look]
        others = [
            any(other in markets for other, _ in order[a + 1 : b])
            for a, b in zip(places, [*places[1:], len(order)], strict=True)
        ]
        if rows and sum(others) >= 0.5 * len(others):
            found.add(look)
    return found


def _market_despite(
    index: int, weighed: Sequence[tuple[Candidate, Evidence]], look: Look
) -> bool:
    """A market's heading with another market's right below it: its text is missing or elsewhere."""
    after = weighed[index + 1][0] if index + 1 < len(weighed) else None
    return after is not None and _look(after) == look and weighed[index][1].points >= _STRONG
