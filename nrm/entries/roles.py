"""What each heading of the results is: a section, a category, a country or a market.

Candidates are grouped by look. A group is judged by its members together: by what follows
them, by the contents page, by the words under them. One report can use several looks.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from statistics import fmean

from nrm.entries.cues import cues
from nrm.entries.evidence import Evidence, evidence
from nrm.entries.judged import Judged, Look, Role, look_of
from nrm.entries.lost_titles import names_a_place, with_lost_titles
from nrm.entries.places import take_apart
from nrm.entries.titles import category_titled, section_titled
from nrm.layout import Candidate, ContentsEntry
from nrm.lexicons.countries import country_named, country_nearly_named
from nrm.model import Block, Kind

__all__ = ["Judged", "Role", "is_statement", "judge"]

Weighed = tuple[Candidate, Evidence]
_STATEMENT = re.compile(
    r"(?:also|formerly|previously|reportedly|allegedly|apparently|related|nominated|headquartered"
    r"|believed|utilizes?|uses)\s+\w+",
    re.IGNORECASE,
)
_TWO_SENTENCES = re.compile(r"[a-z]{3}[.?!]\s+[A-Z][a-z]+\s")
_CLEAR = 1.0
_STRONG = 1.5
_BARE = 2.0


def judge(found: Sequence[Candidate], blocks: Sequence[Block], listed: Sequence[ContentsEntry]) -> list[Judged]:
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
    below = {c.block + 1 for c in members if _is_country(c, kind, None)}
    headings = {c.block for c in members if not c.plain}
    weighed: list[Weighed] = []
    for candidate in members:
        after = candidate.block + 1
        following = blocks[after] if after < len(blocks) else None
        weight = evidence(candidate, following, after in headings, listed)
        bare = candidate.mode == "run-in" and not candidate.look - {"numbered"}
        named = kind == "physical" and names_a_place(candidate, weight.words, candidate.block in below)
        if not bare or weight.words >= _BARE or named:
            weighed.append((candidate, weight))
    countries = {c.block for c, e in weighed if _is_country(c, kind, e)}
    weighed = _with_common_looks(weighed, countries)
    rest = [(c, e) for c, e in weighed if c.block not in countries]
    groups: dict[Look, list[Weighed]] = defaultdict(list)
    for candidate, weight in rest:
        groups[look_of(candidate)].append((candidate, weight))
    markets = _market_looks(kind, groups, rest)
    categorised = {
        look_of(c) for c, e in rest if c.mode == "own line" and not c.plain and (e.stacked or category_titled(c.text))
    }
    separators = {c.separator for c, _ in rest if c.mode == "run-in" and look_of(c) in markets}
    judged = []
    for index, (candidate, weight) in enumerate(weighed):
        role: Role
        if candidate.block in countries:
            role = "country"
        elif look_of(candidate) not in markets:
            role = _role_outside(candidate, weight, markets, separators)
        elif candidate.text.endswith(","):
            role = "none"
        elif (weight.stacked and not _market_despite(index, weighed)) or (
            kind == "online" and _groups_others(candidate, weight, look_of(candidate) in categorised)
        ):
            role = "category"
        else:
            role = "market"
        judged.append(Judged(candidate, role, kind, weight.points, weight.in_contents))
    return with_lost_titles(judged, blocks) if kind == "physical" else judged


def _with_common_looks(weighed: Sequence[Weighed], countries: set[int]) -> list[Weighed]:
    """Names without small letters by nature ("VK", "1337X") given the look of their peers."""
    looks = Counter(look_of(c) for c, _ in weighed if c.block not in countries and _tells_case(c))
    mended = []
    for candidate, weight in weighed:
        bare = candidate.look - {"capitals"}
        plainer = replace(candidate, look=bare)
        named_so = (  # a few names in capitals among many that are not: RARBG
            "capitals" in candidate.look
            and not weight.stacked
            and not category_titled(candidate.text)
            and looks[look_of(plainer)] >= 4 * looks[look_of(candidate)]
        )
        if candidate.block in countries:
            pass
        elif named_so:
            candidate = plainer
        elif not _tells_case(candidate):
            options = [replace(candidate, look=look) for look in (bare, bare | {"capitals"})]
            best = max(options, key=lambda option: looks[look_of(option)])
            candidate = best if looks[look_of(best)] else candidate
        mended.append((candidate, weight))
    return mended


def _tells_case(candidate: Candidate) -> bool:
    """Whether a title has enough letters to show in which case the titles are set."""
    letters = [c for c in candidate.text if c.isalpha()]
    return any(c.islower() for c in letters) or len(letters) > 4


def _role_outside(candidate: Candidate, weight: Evidence, markets: set[Look], separators: set[str]) -> Role:
    """The role of a candidate whose look is not the markets'.

    A lead that lost its style but has the markets' separator and speaks for itself is a market's.
    """
    bare = candidate.mode == "run-in" and not candidate.look - {"numbered"}
    if bare and candidate.separator in separators - {"."} and weight.words >= _BARE:
        return "market"
    if candidate.mode == "own line" and not candidate.plain:
        return "category"
    run_in = any(look[0] == "run-in" for look in markets)
    if weight.in_contents and weight.words >= _CLEAR and not run_in:
        return "market"
    return "none"


def _groups_others(candidate: Candidate, weight: Evidence, categorised: bool) -> bool:
    """Whether a title in the markets' look is a category's: known wording, or silent text under it.

    A category with an introduction is followed by text, but that text does not speak of it.
    """
    if candidate.mode != "own line":
        return False
    if category_titled(candidate.text):
        return weight.words < _STRONG
    return categorised and weight.words == 0.0


def _is_country(candidate: Candidate, kind: Kind, weight: Evidence | None) -> bool:
    if kind != "physical":
        return False
    exact = country_named(candidate.text) is not None
    if candidate.mode == "run-in":  # "BRAZIL. Overall, …": a name in a sentence is nothing
        return exact and bool(candidate.look - {"numbered"})
    if exact:
        return True
    if candidate.plain and not (weight and weight.in_contents):
        return False
    return country_nearly_named(candidate.text) is not None


def _market_looks(kind: Kind, groups: dict[Look, list[Weighed]], order: Sequence[Weighed]) -> set[Look]:
    """The looks whose members are markets."""
    free = {look: [row for row in rows if not row[1].stacked] for look, rows in groups.items()}
    words = {look: fmean([e.words for _, e in rows] or [0.0]) for look, rows in free.items()}
    placed = {look: fmean([_has_place(c) for c, _ in rows] or [0.0]) for look, rows in free.items()}
    likely = {
        look
        for look, rows in free.items()
        if rows and look[1] and (words[look] >= _CLEAR or _speaks(kind, placed[look], rows))
    }
    run_ins = {look for look in likely if look[0] == "run-in"}
    accepted: set[Look] = set()
    for look, rows in groups.items():
        if len(free[look]) < 0.5 * len(rows):
            continue
        named = fmean(e.in_contents for _, e in rows) >= 0.5
        if look[0] == "run-in" and not look[1] - {"numbered"}:
            # nothing sets these leads apart, so they count only where nothing else does
            styled = max((len(free[lk]) for lk in free if lk[1] - {"numbered"}), default=0)
            good = len(rows) >= max(2, styled) and not any(lk[1] and lk != look for lk in likely)
        elif look[0] == "run-in":
            good = look in likely
        elif not look[1]:
            good = words[look] >= _STRONG or named or (kind == "physical" and placed[look] >= 0.5 and not likely)
        elif run_ins and not (words[look] >= _STRONG):
            good = False
        else:
            good = words[look] >= _CLEAR or kind == "physical" or named
        if good and not _nests(look, likely - {look}, words, placed[look], order):
            accepted.add(look)
    return accepted or _by_number(free, kind)


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
    if look[0] != "own line" or not better or words[look] >= _STRONG or placed >= 0.5:
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


def is_statement(text: str) -> bool:
    """Whether a styled stretch states something of a market ("Nominated as …"): no name does."""
    opening = text.split(",")[0]
    return bool(
        cues().own.match(opening)
        or cues().home.match(opening)
        or _STATEMENT.match(text)
        or text[:1] in '“"‘'
        or _is_prose(text)
        or _TWO_SENTENCES.search(text)
    )


def _is_prose(text: str) -> bool:
    """Whether most of many words are small, as in a sentence and in no name."""
    words = [word for word in text.split() if word[:1].isalpha()]
    return len(words) >= 7 and sum(word[0].islower() for word in words) > 0.6 * len(words)


def _market_despite(index: int, weighed: Sequence[Weighed]) -> bool:
    """A market's heading with another's right below it: its text is missing or elsewhere."""
    after = weighed[index + 1][0] if index + 1 < len(weighed) else None
    candidate, weight = weighed[index]
    same = after is not None and look_of(after) == look_of(candidate)
    return same and weight.points >= _STRONG and not category_titled(candidate.text)
