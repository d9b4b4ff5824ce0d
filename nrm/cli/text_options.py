"""Options that the commands about the reports' wording share: which part of the corpus is meant."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from nrm.cli.options import KindOption

if TYPE_CHECKING:
    from nrm.analysis.text.part import Part
    from nrm.corpus import Corpus


class ChapterOption(StrEnum):
    """The chapters of a report that have running text."""

    FRONT_MATTER = "front matter"
    OVERVIEW = "overview"
    POSITIVE_DEVELOPMENTS = "positive developments"
    ISSUE_FOCUS = "issue focus"
    RESULTS = "results"
    PUBLIC_INFORMATION = "public information"
    OTHER = "other"


class FoldOption(StrEnum):
    """The rules by which different spellings count as one term."""

    CASE = "case"
    ACCENTS = "accents"
    POSSESSIVES = "possessives"
    HYPHENS = "hyphens"
    PLURALS = "plurals"


Years = Annotated[
    list[str] | None,
    typer.Option("--year", metavar="YEAR", help="Only this list year, or range such as 2010-2013; repeatable."),
]
Chapters = Annotated[
    list[ChapterOption] | None, typer.Option("--chapter", help="Only this chapter of the reports; repeatable.")
]
Kinds = Annotated[KindOption | None, typer.Option("--kind", help="Only entries on online, or on physical, markets.")]
Countries = Annotated[
    list[str] | None,
    typer.Option("--country", metavar="CODE", help="Only entries on markets in a country (ISO code); repeatable."),
]
Markets = Annotated[
    list[str] | None,
    typer.Option("--market", metavar="NAME", help="Only entries on this market (name, domain or id); repeatable."),
]
NoFold = Annotated[
    list[FoldOption] | None,
    typer.Option("--no-fold", help="Leave out a rule by which spellings count as one (see `nrm terms --rules`)."),
]
Limit = Annotated[
    int | None,
    typer.Option("--limit", metavar="N", min=0, help="Show so many rows; 0 is all. [default: 20 in a table, else all]"),
]
ON_SCREEN = 20


def part_of(
    corpus: Corpus,
    years: list[str] | None,
    chapters: list[ChapterOption] | None,
    kind: KindOption | None,
    countries: list[str] | None,
    markets: list[str] | None,
) -> Part:
    """The part of the corpus that the options mean. Raises `UnknownName` where there is no such thing."""
    from nrm.analysis.text.choose_part import choose_part

    return choose_part(
        corpus,
        years=years,
        chapters=[one.value for one in chapters or ()],
        kinds=kind.value if kind else None,
        countries=countries,
        markets=markets,
    )


def folding_rules(left_out: list[FoldOption] | None) -> frozenset[str]:
    """The folding rules in force."""
    from nrm.analysis.text.folding import rules_without

    return rules_without(one.value for one in left_out or ())


def shown(limit: int | None, of: int, *, on_screen: bool) -> int:
    """How many of so many rows are shown."""
    if limit is None:
        return min(of, ON_SCREEN) if on_screen else of
    return min(of, limit) if limit else of
