"""The counts of `nrm.analysis.turnover` for a part of the list, and what that part is called."""

from __future__ import annotations

import pandas as pd

from nrm.analysis.turnover import By, turnover
from nrm.charts.source import ChartTables
from nrm.charts.theme import KIND_NAMES
from nrm.errors import UnknownName
from nrm.lexicons.countries import display_name
from nrm.model import Kind


def counts(
    corpus: ChartTables, kind: Kind | None = None, country: str | None = None, *, by_kind: bool = False
) -> pd.DataFrame:
    """The columns of `turnover`, one row per list year (and kind, with `by_kind`), of one kind, country, or all.

    A physical market belongs to the country in which it stands, an online one to that in which the report says that
    it is at home. Raises `UnknownName` where the corpus has no listing of that kind and country.
    """
    wanted: dict[By, bool] = {"kind": by_kind or bool(kind), "country": bool(country)}
    by = [name for name, given in wanted.items() if given]
    table = turnover(corpus.listings, corpus.editions, by=by)
    if kind:
        table = table[table["kind"] == kind]
    if country:
        table = table[table["country"] == country.upper()]
    if table.empty and (kind or country):
        raise UnknownName(f"the corpus lists no {part_name(kind, country)}")
    return table.reset_index(drop=True)


def part_name(kind: Kind | None, country: str | None) -> str:
    """What a part of the list is called.

    >>> part_name("physical", "PE"), part_name(None, None)
    ('physical markets in Peru', 'markets')
    """
    what = KIND_NAMES[kind] if kind else "markets"
    if not country:
        return what
    code = country.upper()
    return f"{what} {'at home in' if kind == 'online' else 'in'} {display_name(code) or code}"


def part_note(kind: Kind | None, country: str | None) -> str:
    """What has to be said where a country is taken by itself; empty if none is."""
    if not country or kind == "physical":
        return ""
    return "An online market counts where its report says that it is at home; most reports do not say it."
