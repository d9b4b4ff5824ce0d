from __future__ import annotations

import pytest

from nrm.charts.categories import categories, categories_table
from nrm.errors import UnknownName
from tests.analysis.tables import SHOP, Tables, tables
from tests.charts.drawn import boxes, texts


def test_bars_are_the_numbers_of_the_table(crowd: Tables) -> None:
    table = categories_table(crowd)
    assert table["listings"].sum() == int((crowd.listings["category"] != "").sum())
    bars = boxes(categories(crowd), "")
    expected = {f"{row['category']}-{row['list_year']}" for row in table.to_dict("records") if row["listings"]}
    assert set(bars) == expected


def test_only_grouped_kinds_and_editions_count(corpus: Tables) -> None:
    corpus.listings.loc[corpus.listings["entry_id"] == "2010-site", "category"] = ""
    table = categories_table(corpus)
    assert table.to_dict("records") == [
        {"category": "Trading", "list_year": 2010, "listings": 1},
        {"category": "", "list_year": 2010, "listings": 1},
    ]
    shown = " ".join(texts(categories(corpus)))
    assert "no group" in shown
    assert "Editions that do not group their markets: 2011–2016." in shown


def test_no_grouped_edition_is_an_error() -> None:
    with pytest.raises(UnknownName, match="categories"):
        categories(tables({"shop": SHOP}))
