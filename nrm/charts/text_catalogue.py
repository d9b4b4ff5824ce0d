"""The charts of the reports' wording by name; what they show is said in `words`, so no build draws them by itself."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from matplotlib.axes import Axes

from nrm.analysis.text.comentions import labels_named
from nrm.charts.comentions_map import comentions
from nrm.charts.keyness_chart import keyness
from nrm.charts.known_chart import Chart
from nrm.charts.reuse_chart import reuse
from nrm.charts.term_trend import term_trend
from nrm.errors import BadQuery

if TYPE_CHECKING:
    from nrm.corpus import Corpus


def _terms(
    corpus: Corpus,
    ax: Axes | None = None,
    *,
    words: Sequence[str] = (),
    kind: str | None = None,
    country: str | None = None,
    markets: Sequence[str] | None = None,
) -> Axes:
    return term_trend(corpus, words, ax, kinds=kind, countries=country, markets=markets)


def _keyness(corpus: Corpus, ax: Axes | None = None, *, words: Sequence[str] = ()) -> Axes:
    if len(words) != 2:
        raise BadQuery("the chart of keyness compares two parts; give them, such as `2010-2013 2021-2024`")
    return keyness(corpus, words[0], words[1], ax)


def _reuse(corpus: Corpus, ax: Axes | None = None, *, words: Sequence[str] = ()) -> Axes:
    if len(words) > 1:
        raise BadQuery("the chart of reuse shows all markets, or one: give one name, in quotation marks if need be")
    return reuse(corpus, ax, market=words[0] if words else None)


def _comentions(corpus: Corpus, ax: Axes | None = None, *, words: Sequence[str] = ()) -> Axes:
    if len(words) > 1:
        raise BadQuery("the chart of co-mentions shows one of country, market, org")
    return comentions(corpus, ax, of=labels_named(words or ("country",))[0])


TEXT_CHARTS = {
    chart.name: chart
    for chart in (
        Chart("term", "how often the reports say something, edition by edition: give one to six terms", _terms),
        Chart("keyness", "what sets two parts apart: give both, such as 2010-2013 2021-2024", _keyness),
        Chart("reuse", "how much of the entries is carried over from year to year; give a market for its own", _reuse),
        Chart("comentions", "countries named together; or give market, or org", _comentions),
    )
}
