"""Which countries, markets and companies are named together."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Literal, get_args

from nrm.analysis import cells
from nrm.analysis.coverage import Coverage
from nrm.analysis.text.appearance import appearance
from nrm.analysis.text.coverage import text_coverage
from nrm.analysis.text.part import EVERYTHING, Part
from nrm.analysis.text.passages import places_by_entry
from nrm.errors import UnknownName
from nrm.lexicons.countries import display_name

Within = Literal["entry", "paragraph"]
"""Named in the same entry, or in the same paragraph (or other passage) of any chapter."""
LABELS = ("COUNTRY", "MARKET", "ORG")
"""What can be named together: countries, markets, companies and other organisations."""


@dataclass(frozen=True, slots=True)
class Named:
    """What is named: its label, its id (ISO code, market_id, organisation) and a name for people."""

    label: str
    id: str
    name: str


@dataclass(frozen=True, slots=True)
class CoMention:
    """Two that are named together, in `together` units (entries or paragraphs); `a` comes first by label and id.

    `units_a` and `units_b` are the units that name each; `jaccard` is the share of those that name
    either which name both. First and last year are established only as far as the editions before
    and after can tell.
    """

    a: Named
    b: Named
    together: int
    units_a: int
    units_b: int
    jaccard: float
    editions: tuple[int, ...]
    first_established: bool
    last_established: bool

    def flat(self) -> dict[str, object]:
        """The values by name, those of both names among them."""
        return {
            "label_a": self.a.label,
            "id_a": self.a.id,
            "name_a": self.a.name,
            "label_b": self.b.label,
            "id_b": self.b.id,
            "name_b": self.b.name,
            "together": self.together,
            "units_a": self.units_a,
            "units_b": self.units_b,
            "jaccard": self.jaccard,
            "list_years": self.editions,
            "first_established": self.first_established,
            "last_established": self.last_established,
        }


def comentions(
    corpus: cells.Corpus,
    *,
    within: Within = "entry",
    labels: Collection[str] = LABELS,
    part: Part = EVERYTHING,
    min_together: int = 1,
) -> list[CoMention]:
    """The pairs that are named together, those most often first, then by label and id.

    Each counts once in a unit, however often it is named there. A mention that names nothing known
    by its id, and one outside entries where entries are asked for, is left out.
    """
    units = _units(corpus, within, labels, part)
    names = _names(corpus)
    alone: Counter[tuple[str, str]] = Counter()
    together: Counter[tuple[tuple[str, str], tuple[str, str]]] = Counter()
    years = defaultdict(set)
    for (_, year), named in units.items():
        alone.update(named)
        for pair in combinations(sorted(named), 2):
            together[pair] += 1
            years[pair].add(year)
    coverage = text_coverage(corpus)
    found = [
        _comention(pair, number, alone, sorted(years[pair]), names, coverage)
        for pair, number in together.items()
        if number >= min_together
    ]
    return sorted(found, key=lambda one: (-one.together, one.a.label, one.a.id, one.b.label, one.b.id))


def within_named(name: str) -> Within:
    """The unit of that name. Raises `UnknownName` with those there are."""
    for within in get_args(Within):
        if within == name:
            known: Within = within
            return known
    raise UnknownName(f"co-mentions are counted within {' or '.join(get_args(Within))}, not within {name!r}")


def labels_named(names: Iterable[str]) -> tuple[str, ...]:
    """The labels of those names. Raises `UnknownName` for one whose mentions are not counted together."""
    found = tuple(name.upper() for name in names)
    unknown = [name for name in found if name not in LABELS]
    if unknown:
        raise UnknownName(f"co-mentions are those of {', '.join(LABELS)}, not of {', '.join(unknown)}")
    return found


def _units(
    corpus: cells.Corpus, within: Within, labels: Collection[str], part: Part
) -> dict[tuple[str, int], set[tuple[str, str]]]:
    """What each unit names as (label, id); a unit is (id of the entry or passage, list year)."""
    places = places_by_entry(corpus)
    passages = cells.records(cells.table(corpus, "passages"), ("passage_id", "type"), "passages")
    types = {str(row["passage_id"]): str(row["type"]) for row in passages}
    columns = ("passage_id", "entry_id", "list_year", "chapter", "label", "norm")
    found: dict[tuple[str, int], set[tuple[str, str]]] = {}
    for row in cells.records(cells.table(corpus, "mentions"), columns, "mentions"):
        entry, passage, norm = cells.text(row["entry_id"]), str(row["passage_id"]), cells.text(row["norm"])
        unit = entry if within == "entry" else passage
        year = int(row["list_year"])
        if not unit or not norm or row["label"] not in labels:
            continue
        if part.holds(year, str(row["chapter"]), types.get(passage, ""), places.get(entry, ())):
            found.setdefault((unit, year), set()).add((str(row["label"]), norm))
    return found


def _names(corpus: cells.Corpus) -> dict[str, str]:
    rows = cells.records(cells.table(corpus, "markets"), ("market_id", "name"), "markets")
    return {str(row["market_id"]): cells.text(row["name"]) for row in rows}


def _comention(
    pair: tuple[tuple[str, str], tuple[str, str]],
    number: int,
    alone: Mapping[tuple[str, str], int],
    years: list[int],
    names: Mapping[str, str],
    coverage: Mapping[int, Coverage],
) -> CoMention:
    first, second = pair
    told = appearance(years, coverage)
    return CoMention(
        a=_named(*first, names),
        b=_named(*second, names),
        together=number,
        units_a=alone[first],
        units_b=alone[second],
        jaccard=number / (alone[first] + alone[second] - number),
        editions=tuple(years),
        first_established=told.first_established,
        last_established=told.last_established,
    )


def _named(label: str, norm: str, names: Mapping[str, str]) -> Named:
    if label == "COUNTRY":
        return Named(label, norm, display_name(norm))
    return Named(label, norm, names.get(norm, norm))
