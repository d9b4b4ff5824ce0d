from __future__ import annotations

import pandas as pd

from nrm.charts.per_year import per_year, per_year_table
from tests.analysis.tables import Tables
from tests.charts.drawn import boxes, texts


def test_bars_are_the_numbers_of_the_table(corpus: Tables) -> None:
    table = per_year_table(corpus)
    bars = boxes(per_year(corpus), "")
    expected = {f"{row['kind']}-{row['list_year']}": row["listings"] for row in table.to_dict("records")}
    assert {gid: bar.get_height() for gid, bar in bars.items()} == {g: n for g, n in expected.items() if n}
    listings = corpus.listings
    assert table["listings"].sum() == len(listings)
    in_2012 = table[(table["list_year"] == 2012) & (table["kind"] == "physical")]
    assert in_2012["listings"].item() == 2


def test_online_stands_below_physical(corpus: Tables) -> None:
    bars = boxes(per_year(corpus), "")
    assert bars["physical-2010"].get_y() == bars["online-2010"].get_height() == 2


def test_a_missing_edition_is_hatched_and_has_no_number(holes: Tables) -> None:
    table = per_year_table(holes)
    assert table.loc[table["list_year"] == 2013, "listings"].isna().all()
    ax = per_year(holes)
    bars = boxes(ax, "")
    assert "unknown" in bars
    assert not any(gid.endswith("2013") for gid in bars)
    assert "not in the corpus" in texts(ax)


def test_a_part_that_is_not_verified_is_hatched_and_said_to_be_a_lower_bound(holes: Tables) -> None:
    ax = per_year(holes)
    bars = boxes(ax, "")
    assert bars["physical-2015"].get_hatch() == "////"
    assert not bars["online-2015"].get_hatch()
    assert {"≥2", "≥3"} <= set(texts(ax))


def test_an_edition_without_markets_of_a_kind(corpus: Tables) -> None:
    corpus.listings = corpus.listings[corpus.listings["kind"] == "online"]
    assert isinstance(per_year_table(corpus), pd.DataFrame)
    assert not any(gid.startswith("physical") for gid in boxes(per_year(corpus), ""))
