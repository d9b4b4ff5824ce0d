from __future__ import annotations

import pytest

from nrm.charts.countries import countries, countries_table
from nrm.errors import UnknownName
from nrm.model import Kind
from tests.analysis.tables import SHOP, Tables, tables
from tests.charts.drawn import boxes, texts


def test_bars_are_the_numbers_of_the_table(crowd: Tables) -> None:
    bars = boxes(countries(crowd), "")
    for row in countries_table(crowd).dropna(subset="listings").to_dict("records"):
        bar = bars.get(f"{row['name']}-{row['list_year']}")
        assert (bar is not None) == bool(row["listings"])
    physical = crowd.listings[crowd.listings["kind"] == "physical"]
    assert countries_table(crowd)["listings"].sum() == len(physical)


def test_heights_are_on_one_scale(corpus: Tables) -> None:
    corpus.listings.loc[corpus.listings["market_id"] == "mall", "country"] = "PE"
    bars = boxes(countries(corpus), "Peru-")
    assert bars["2012"].get_height() == pytest.approx(2 * bars["2010"].get_height())


@pytest.mark.parametrize(("kind", "expected"), [("physical", ["PE", "CN"]), ("online", ["", "CN"])])
def test_countries_are_ranked_by_listings(corpus: Tables, kind: Kind, expected: list[str]) -> None:
    assert countries_table(corpus, kind)["country"].unique().tolist() == expected


def test_what_is_not_shown_is_counted(crowd: Tables) -> None:
    shown = " ".join(texts(countries(crowd, most=3)))
    table = countries_table(crowd)
    totals = table.groupby("country")["listings"].sum().sort_values(ascending=False)
    assert f"9 more countries with {totals.iloc[3:].sum()} listings" in shown.replace("nine", "9")


def test_markets_without_a_country_are_counted(corpus: Tables) -> None:
    assert any("No country given: seven listings." in text for text in texts(countries(corpus, kind="online")))


def test_a_missing_edition_is_hatched(holes: Tables) -> None:
    ax = countries(holes)
    assert "unknown" in boxes(ax, "")
    assert list(boxes(ax, "not verified")) == [""]
    # One in 2015 that could be more, and so the sums of both countries.
    assert {"≥1", "≥3", "≥6"} <= set(texts(ax))


def test_no_country_at_all_is_an_error() -> None:
    with pytest.raises(UnknownName, match="no country"):
        countries(tables({"shop": SHOP}), kind="online")
