"""What each heading of the results is: a section, a category, a country or a market.

Candidates are grouped by look. A group is judged by its members together: by what follows
them, by the contents page, by the words under them. One report can use several looks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from nrm.entries.evidence import Evidence, evidence
from nrm.entries.judged import Judged, Look, Role, look_of
from nrm.entries.lost_titles import may_name, names_a_place, with_lost_titles
from nrm.entries.market_looks import CLEAR, STRONG, Weighed, market_looks
from nrm.entries.statements import is_statement
from nrm.entries.titles import bare_title, category_titled, section_titled
from nrm.layout import Candidate, ContentsEntry
from nrm.lexicons.countries import country_named, country_nearly_named
from nrm.model import Block, Kind

__all__ = ["Judged", "Role", "is_statement", "judge"]

_BARE = 2.0
_OFTEN = 0.4
_NEARLY = 0.8


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
    weights = {c.block: _weight(c, blocks, headings, listed) for c in members if c.mode == "run-in"}
    led = _leading(members, weights)
    plain_countries = _plain_countries(members) if kind == "physical" and not below else frozenset()
    weighed: list[Weighed] = []
    unweighed: list[Weighed] = []
    for candidate in members:
        weight = weights.get(candidate.block)
        if weight is None:
            below_it = headings | {block for block, text in led.items() if text != bare_title(candidate.text)}
            weight = _weight(candidate, blocks, below_it, listed)
        bare = candidate.mode == "run-in" and not candidate.look - {"numbered"}
        named = kind == "physical" and names_a_place(candidate, weight.words, candidate.block in below)
        named = named or candidate.block in plain_countries
        if not bare or (weight.words >= _BARE and may_name(candidate.text)) or named:
            weighed.append((candidate, weight))
        elif may_name(candidate.text):
            unweighed.append((candidate, weight))
    countries = {c.block for c, e in weighed if _is_country(c, kind, e)} | plain_countries
    weighed = _with_common_looks(weighed, countries)
    rest = [(c, e) for c, e in weighed if c.block not in countries]
    groups: dict[Look, list[Weighed]] = defaultdict(list)
    for candidate, weight in rest:
        groups[look_of(candidate)].append((candidate, weight))
    opening = Counter(look_of(c) for c, _ in rest if c.block in below)
    markets = market_looks(kind, groups, rest, {lk for lk, n in opening.items() if n >= max(2, _OFTEN * len(below))})
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
            role = _role_outside(candidate, weight, markets, separators, kind)
        elif candidate.text.endswith(","):
            role = "none"
        elif (weight.stacked and not _market_despite(index, weighed)) or (
            kind == "online" and _groups_others(candidate, weight, look_of(candidate) in categorised)
        ):
            role = "category"
        else:
            role = "market"
        judged.append(Judged(candidate, role, kind, weight.points, weight.in_contents))
    if kind != "physical":
        return judged
    judged += [Judged(candidate, "none", kind, weight.points, weight.in_contents) for candidate, weight in unweighed]
    return with_lost_titles(sorted(judged, key=lambda one: one.candidate.block), blocks)


def _weight(
    candidate: Candidate, blocks: Sequence[Block], headings: Collection[int], listed: Sequence[ContentsEntry]
) -> Evidence:
    after = candidate.block + 1
    return evidence(candidate, blocks[after] if after < len(blocks) else None, after in headings, listed)


def _plain_countries(members: Sequence[Candidate]) -> frozenset[int]:
    """The blocks of plain leads that are countries ("Peru. Overall, …"), where several differ and share a separator.

    They count where no other title is a country.
    """
    named: dict[str, dict[int, str]] = {}
    for c in members:
        iso = country_named(c.text)
        if c.mode == "run-in" and iso and not c.look - {"numbered"} and not c.rest[:1].islower():
            named.setdefault(c.separator, {})[c.block] = iso
    return frozenset(block for found in named.values() if len(set(found.values())) > 1 for block in found)


def _leading(members: Sequence[Candidate], weights: Mapping[int, Evidence]) -> dict[int, str]:
    """The plain leads whose own text speaks for them, as block → name, where there are several.

    What stands above one is the title of a group: the text below it is not its own, unless the names are one.
    """
    found = {
        c.block: bare_title(c.text)
        for c in members
        if c.mode == "run-in" and c.plain and weights[c.block].words >= _BARE and may_name(c.text)
    }
    return found if len(found) > 1 else {}


def _with_common_looks(weighed: Sequence[Weighed], countries: set[int]) -> list[Weighed]:
    """Names without small letters by nature ("VK", "1337X"), and long centred ones, given the look of their peers."""
    looks = Counter(look_of(c) for c, _ in weighed if c.block not in countries and _tells_case(c))
    longest = max((len(c.text) for c, _ in weighed if c.centred), default=0)
    mended = []
    for candidate, weight in weighed:
        centred = replace(candidate, centred=True)
        fills = longest and len(candidate.text) > _NEARLY * longest
        if fills and looks[look_of(centred)] >= 4 * looks[look_of(candidate)]:
            candidate = centred  # a long title fills its line, so that nothing shows where it stands
        bare = candidate.look - {"capitals"}
        others = [replace(candidate, look=look) for look in (bare, bare | {"small_caps"})]
        plainer = max(others, key=lambda option: looks[look_of(option)])
        named_so = (  # a few names in capitals among many that are not: RARBG
            "capitals" in candidate.look
            and not weight.stacked
            and not category_titled(candidate.text)
            and looks[look_of(plainer)] >= max(1, 4 * looks[look_of(candidate)])
        )
        if candidate.block in countries:
            pass
        elif named_so:
            candidate = plainer
        elif not _tells_case(candidate):
            options = [plainer, replace(candidate, look=bare | {"capitals"})]
            best = max(options, key=lambda option: looks[look_of(option)])
            candidate = best if looks[look_of(best)] else candidate
        mended.append((candidate, weight))
    return mended


def _tells_case(candidate: Candidate) -> bool:
    """Whether a title has enough letters to show in which case the titles are set."""
    letters = [c for c in candidate.text if c.isalpha()]
    return any(c.islower() for c in letters) or len(letters) > 4


def _role_outside(
    candidate: Candidate, weight: Evidence, markets: set[Look], separators: set[str], kind: Kind
) -> Role:
    """The role of a candidate whose look is not the markets'.

    A lead that lost its style but has the markets' separator and speaks for itself is a market's, and
    so is a numbered physical one.
    """
    bare = candidate.mode == "run-in" and not candidate.look - {"numbered"}
    numbered = kind == "physical" and "numbered" in candidate.look
    if bare and candidate.separator in separators - {"."} and (weight.words >= _BARE or numbered):
        return "market"
    if candidate.mode == "own line" and not candidate.plain:
        return "category"
    run_in = any(look[0] == "run-in" for look in markets)
    if weight.in_contents and weight.words >= CLEAR and not run_in:
        return "market"
    return "none"


def _groups_others(candidate: Candidate, weight: Evidence, categorised: bool) -> bool:
    """Whether a title in the markets' look is a category's: known wording, or silent text under it.

    A category with an introduction is followed by text, but that text does not speak of it.
    """
    if candidate.mode != "own line":
        return False
    if category_titled(candidate.text):
        return weight.words < STRONG
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


def _market_despite(index: int, weighed: Sequence[Weighed]) -> bool:
    """A market's heading with another's right below it: its text is missing or elsewhere."""
    after = weighed[index + 1][0] if index + 1 < len(weighed) else None
    candidate, weight = weighed[index]
    same = after is not None and look_of(after) == look_of(candidate)
    return same and weight.points >= STRONG and not category_titled(candidate.text)
