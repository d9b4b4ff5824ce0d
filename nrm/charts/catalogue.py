"""Every chart by name, and the standard set that a build draws."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import partial

from matplotlib.axes import Axes

from nrm.analysis.lookup import suggestions
from nrm.charts.additions import additions
from nrm.charts.categories import categories
from nrm.charts.countries import countries
from nrm.charts.known_chart import Chart
from nrm.charts.matrix import matrix
from nrm.charts.per_year import per_year
from nrm.charts.source import ChartTables
from nrm.charts.survival_curve import survival_curve
from nrm.charts.text_catalogue import TEXT_CHARTS
from nrm.charts.timeline import timeline
from nrm.charts.turnover_chart import turnover
from nrm.charts.world_map import world_map
from nrm.errors import UnknownName

CATALOGUE = {
    chart.name: chart
    for chart in (
        Chart("listings-per-year", "how many markets each edition lists, by kind", per_year),
        Chart("additions-and-removals", "what came and what went, edition by edition", additions),
        Chart("timeline", "the spells of every market, one row each", timeline),
        Chart("matrix", "every market against every edition: first listed, retained, relisted", matrix),
        Chart("countries", "physical markets per country and edition", countries),
        Chart("countries-online", "online markets per home country and edition", partial(countries, kind="online")),
        Chart("map", "physical markets per country on a map of the world", world_map),
        Chart("survival", "how long markets stay listed, by kind", survival_curve),
        Chart(
            "survival-by-cohort",
            "the same, by first list year",
            partial(survival_curve, by="cohort"),
        ),
        Chart("turnover", "the share of the list that changes from edition to edition", turnover),
        Chart("categories", "the early reports' own groups", categories),
    )
}


def chart(name: str) -> Chart:
    """The chart of that name. Raises `UnknownName` with the names there are."""
    known = CATALOGUE | TEXT_CHARTS
    try:
        return known[name]
    except KeyError:
        near = suggestions(name, known)
        hint = f"did you mean {', '.join(near)}? " if near else ""
        raise UnknownName(f"no chart is called {name!r}; {hint}charts: {', '.join(known)}") from None


def drawn(corpus: ChartTables, name: str, **options: object) -> Axes:
    """The chart of that name, drawn with options of which those that are `None` are left out.

    Raises `UnknownName` for an unknown chart, an option that it does not have, or where nothing is left to draw.
    """
    known = chart(name)
    given = {option: value for option, value in options.items() if value is not None}
    if strange := [option for option in given if option not in known.options]:
        has = ", ".join(known.options) or "none"
        raise UnknownName(f"the chart {name} cannot be drawn by {', '.join(strange)}; its options: {has}")
    return known.draw(corpus, **given)


def standard_set(corpus: ChartTables, only: Collection[str] = ()) -> Iterator[tuple[str, Axes]]:
    """The charts that a build holds, each drawn when its turn comes, with its name for a file.

    `only` names those that are wanted; all are where it is empty. A chart for which the corpus has nothing, such as
    categories without a grouped edition, is left out.
    """
    for known in CATALOGUE.values():
        if only and known.name not in only:
            continue
        try:
            ax = known.draw(corpus)
        except UnknownName:
            continue
        yield known.name, ax
