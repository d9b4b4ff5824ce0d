from __future__ import annotations

import pytest
from matplotlib.colors import to_rgba

from nrm.analysis.history import history
from nrm.charts.market_grid import market_rows
from nrm.charts.timeline import timeline
from nrm.errors import UnknownName
from tests.analysis.tables import Tables
from tests.charts.drawn import artist, boxes, texts


def test_bars_are_the_spells(corpus: Tables) -> None:
    bars = boxes(timeline(corpus), "spell-")
    spells = history(corpus).spells
    expected = {
        f"{row['market_id']}-{row['first_year'] - 2010}": row["last_year"] - row["first_year"] + 1
        for row in spells.to_dict("records")
    }
    assert {gid: bar.get_width() for gid, bar in bars.items()} == pytest.approx(
        {gid: length - 0.1 for gid, length in expected.items()}
    )
    places = {gid: bar.get_x() + 0.45 for gid, bar in bars.items()}
    assert places == pytest.approx({gid: int(gid.rsplit("-", 1)[1]) for gid in expected})


def test_rows_are_grouped_by_kind_and_ordered_by_first_list_year(corpus: Tables) -> None:
    rows = market_rows(corpus, history(corpus))
    assert list(rows["market_id"]) == ["shop", "site", "kiosk", "bazaar", "mall"]
    bars = boxes(timeline(corpus), "spell-")
    heights = [bars[gid].get_y() for gid in ("shop-0", "site-0", "kiosk-6", "bazaar-0", "mall-2")]
    assert heights == sorted(heights)
    assert bars["shop-0"].get_y() == bars["shop-6"].get_y()


def test_an_edition_that_cannot_say_is_drawn_open(holes: Tables) -> None:
    ax = timeline(holes)
    assert set(boxes(ax, "unknown-")) == {"shop-3", "site-3", "bazaar-3", "mall-3"}
    assert all(to_rgba(box.get_facecolor())[3] == 0 and box.get_hatch() for box in boxes(ax, "unknown-").values())
    assert set(boxes(ax, "missing-")) == {"2013"}


def test_ends_that_are_not_known_have_arrow_heads(corpus: Tables) -> None:
    ax = timeline(corpus)
    for gid in ("before-shop", "after-shop", "before-bazaar", "after-kiosk"):
        assert artist(ax, gid) is not None
    for gid in ("before-kiosk", "after-site", "before-mall"):
        assert artist(ax, gid) is None


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"kind": "physical"}, {"bazaar", "mall"}),
        ({"country": "cn"}, {"shop", "mall"}),
        ({"markets": ["site", "kiosk"]}, {"site", "kiosk"}),
        ({"page": 1, "rows_per_page": 2}, {"shop", "site"}),
        ({"page": 3, "rows_per_page": 2}, {"mall"}),
    ],
)
def test_filters_and_pages(corpus: Tables, filters: dict[str, object], expected: set[str]) -> None:
    ax = timeline(corpus, **filters)  # type: ignore[arg-type]
    assert {gid.rsplit("-", 1)[0] for gid in boxes(ax, "spell-")} == expected


def test_some_list_years_only(corpus: Tables) -> None:
    ax = timeline(corpus, years=(2012, 2015))
    assert {gid: bar.get_width() for gid, bar in boxes(ax, "spell-").items()} == pytest.approx(
        {"site-0": 3.9, "bazaar-0": 3.9, "mall-0": 1.9, "mall-3": 0.9}
    )
    # Going on in 2011 and 2016, as the editions that are not drawn say.
    for gid, drawn in (("before-site", True), ("before-mall", False), ("after-mall", True), ("after-bazaar", True)):
        assert (artist(ax, gid) is not None) is drawn
    with pytest.raises(UnknownName, match="no edition from 1990 to 1999; it has 2010–2016"):
        timeline(corpus, years=(1990, 1999))


def test_namesakes_are_told_apart(corpus: Tables) -> None:
    corpus.listings.loc[corpus.listings["market_id"].isin(["shop", "site"]), "name"] = "Same"
    assert {"Same (shop)", "Same (site)"} <= set(texts(timeline(corpus)))


def test_a_page_says_which_one_it_is(corpus: Tables) -> None:
    assert timeline(corpus, page=2, rows_per_page=2).get_title(loc="left").endswith("(page 2 of 3)")


@pytest.mark.parametrize("filters", [{"country": "FR"}, {"markets": []}, {"page": 0}, {"page": 9}])
def test_nothing_to_draw_is_an_error(corpus: Tables, filters: dict[str, object]) -> None:
    with pytest.raises(UnknownName):
        timeline(corpus, **filters)  # type: ignore[arg-type]


def test_many_rows_go_into_columns_in_which_every_market_has_its_place(crowd: Tables) -> None:
    ax = timeline(crowd)
    labels = [text for text in ax.texts if (text.get_gid() or "").startswith("label-")]
    assert len(labels) == 250
    assert len({text.get_position() for text in labels}) == 250
    assert len({text.get_position()[0] for text in labels}) == 4


def test_a_physical_market_has_its_country_beside_it(corpus: Tables) -> None:
    assert {"Bazaar PE", "Shop"} <= set(texts(timeline(corpus)))
