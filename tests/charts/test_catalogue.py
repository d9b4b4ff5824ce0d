from __future__ import annotations

from collections.abc import Callable

import matplotlib as mpl
import pytest
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from nrm import charts
from nrm.charts.canvas import alt_text
from nrm.charts.catalogue import CATALOGUE, chart, standard_set
from nrm.errors import UnknownName
from tests.analysis.tables import SHOP, Tables, tables
from tests.charts.drawn import faults, texts

NAMES = list(CATALOGUE)


@pytest.fixture(scope="module")
def drawn(crowd: Tables) -> dict[str, Axes]:
    """The standard set of a large corpus with gaps."""
    return dict(standard_set(crowd))


def test_the_standard_set_is_the_whole_catalogue_where_there_is_something_for_each(drawn: dict[str, Axes]) -> None:
    assert list(drawn) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_cut_off_and_no_texts_overlap(name: str, drawn: dict[str, Axes]) -> None:
    assert faults(drawn[name]) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_chart_names_its_source_and_its_gaps(name: str, drawn: dict[str, Axes]) -> None:
    told = " ".join(texts(drawn[name])).replace("\n", " ")
    assert "Source: USTR, Notorious Markets List, list years 2010–2024." in told
    assert "Not in the corpus: 2013. Not verified as complete: 2018." in told
    assert len(alt_text(drawn[name])) > 60
    assert drawn[name].get_title(loc="left")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("sample", [True, False])
def test_sample_data_are_marked_and_official_ones_are_not(name: str, sample: bool, corpus: Tables) -> None:
    corpus.listings = corpus.listings.assign(sample=sample)
    corpus.editions = corpus.editions.assign(sample=sample)
    told = " ".join(texts(chart(name).draw(corpus)))
    assert ("SAMPLE DATA from facsimiles, never to be cited" in told) is sample
    assert (told.count("SAMPLE DATA") == 2) is sample


@pytest.mark.parametrize("name", NAMES)
def test_a_chart_can_be_drawn_into_axes_of_ones_own(name: str, corpus: Tables) -> None:
    own = Figure().add_subplot()
    assert chart(name).draw(corpus, ax=own) is own


@pytest.mark.parametrize("draw", [charts.timeline, charts.per_year])
def test_settings_of_the_user_neither_leak_in_nor_change(draw: Callable[..., Axes], corpus: Tables) -> None:
    with mpl.rc_context({"font.size": 33, "axes.facecolor": "red"}):
        ax = draw(corpus)
        assert mpl.rcParams["font.size"] == 33
    assert ax.get_facecolor() == (1, 1, 1, 1)


def test_the_standard_set_leaves_out_what_the_corpus_has_nothing_for() -> None:
    drawn = dict(standard_set(tables({"shop": SHOP})))
    assert set(drawn) == set(NAMES) - {
        "countries",
        "countries-online",
        "map",
        "survival",
        "survival-by-cohort",
        "categories",
    }


def test_an_unknown_chart_is_an_error_with_a_suggestion() -> None:
    with pytest.raises(UnknownName, match="'time-line'; did you mean timeline"):
        chart("time-line")
    with pytest.raises(UnknownName, match="charts: listings-per-year"):
        chart("x")


def test_one_edition_alone_can_be_drawn() -> None:
    alone = tables({"shop": "#", "bazaar": "#"}, years=[2016], kinds={"bazaar": "physical"}, countries={"bazaar": "PE"})
    for name, ax in standard_set(alone):
        assert faults(ax) == [], name
