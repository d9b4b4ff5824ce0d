"""Charts of a part of the list: their figures are those of the tables, restricted in the same way."""

from __future__ import annotations

from typing import Any

import pandas as pd
import pytest

from nrm.analysis.turnover import turnover as turnover_counts
from nrm.charts import additions, categories, countries, matrix, per_year, survival_curve, turnover, world_map
from nrm.charts.catalogue import CATALOGUE, drawn
from nrm.charts.survival_curve import survival_table
from nrm.errors import UnknownName
from tests.analysis.tables import Tables
from tests.charts.drawn import boxes, faults, line, texts


def listings_of(corpus: Tables, **columns: object) -> pd.DataFrame:
    found = corpus.listings
    for column, value in columns.items():
        found = found[found[column] == value]
    return found


def test_listings_of_one_kind_and_country(crowd: Tables) -> None:
    bars = boxes(per_year(crowd, kind="physical", country="in"), "physical-")
    expected = listings_of(crowd, kind="physical", country="IN").groupby("list_year").size()
    assert {int(year): bar.get_height() for year, bar in bars.items()} == expected.to_dict()


def test_listings_of_some_list_years(corpus: Tables) -> None:
    bars = boxes(per_year(corpus, years=(2012, 2013)), "")
    assert {gid for gid in bars if not gid.startswith("unknown")} == {
        f"{kind}-{year}" for kind in ("online", "physical") for year in (2012, 2013)
    }
    assert "list years 2012–2013" in " ".join(texts(per_year(corpus, years=(2012, 2013))))


@pytest.mark.parametrize("options", [{"country": "CN"}, {"country": "BR", "kind": "online"}, {"years": (2015, 2020)}])
def test_additions_of_a_part(crowd: Tables, options: dict[str, Any]) -> None:
    ax = additions(crowd, **options)
    by = [name for name in ("kind", "country") if name in options]
    table = turnover_counts(crowd.listings, crowd.editions, by=by)
    for name in by:
        table = table[table[name] == options[name]]
    first, last = options.get("years", (0, 9999))
    expected = {
        f"{part}-{row['list_year']}": (-1 if part == "removals" else 1) * row[part]
        for row in table[table["list_year"].between(first, last)].dropna(subset="additions").to_dict("records")
        for part in ("additions_new", "additions_relisted", "additions_either", "removals")
        if row[part]
    }
    assert expected
    assert {gid: bar.get_height() for gid, bar in boxes(ax, "").items() if gid != "unknown"} == expected


def test_turnover_of_one_kind_in_one_country(crowd: Tables) -> None:
    ax = turnover(crowd, kind="online", country="CN", years=(2019, 2024))
    table = turnover_counts(crowd.listings, crowd.editions, by=("kind", "country"))
    table = table[(table["kind"] == "online") & (table["country"] == "CN") & (table["list_year"] >= 2019)]
    assert line(ax, "turnover-online")[1][1:] == pytest.approx(table["turnover_rate"].tolist()[1:])
    assert pd.isna(table["turnover_rate"].iloc[0])


def test_countries_of_one_edition_are_ranked_in_it(crowd: Tables) -> None:
    ax = countries(crowd, years=2024)
    ranked = listings_of(crowd, kind="physical", list_year=2024).groupby("country").size()
    assert {bar.get_height() > 0 for bar in boxes(ax, "").values()} == {False}
    assert len(boxes(ax, "")) == len(ranked)


def test_categories_of_some_list_years(crowd: Tables) -> None:
    bars = boxes(categories(crowd, years=2011), "Group ")
    assert {gid.rsplit("-", 1)[1] for gid in bars} == {"2011"}
    with pytest.raises(UnknownName, match="none of the corpus's editions drawn"):
        categories(crowd, years=2020)


def test_a_matrix_of_some_list_years_keeps_what_the_others_say(corpus: Tables) -> None:
    ax = matrix(corpus, years=2016)
    assert {"first known listing", "relisted after a gap", "retained"} <= set(texts(ax))
    assert set(boxes(ax, "cell-")) == {f"{market}-0" for market in ("shop", "kiosk", "bazaar", "mall")}


def test_the_map_says_which_lists_it_counts_and_that_there_may_be_more(holes: Tables) -> None:
    assert "Physical markets on the 2010 list, by country" in texts(world_map(holes, years=2010))
    assert "At least so many" not in " ".join(texts(world_map(holes, years=2010)))
    assert "At least so many" in " ".join(texts(world_map(holes)))


def test_survival_of_one_kind(crowd: Tables) -> None:
    ax = survival_curve(crowd, by="cohort", kind="online")
    table = survival_table(crowd, by="cohort", kind="online")
    assert table["events"].sum() < survival_table(crowd, by="cohort")["events"].sum()
    for group, curve in table.groupby("cohort"):
        assert line(ax, f"curve-{group}")[1] == pytest.approx(curve["survival"].tolist())


@pytest.mark.parametrize(
    ("name", "options", "said"),
    [
        ("map", {"kind": "online"}, "the chart map cannot be drawn by kind; its options: years"),
        ("countries-online", {"kind": "physical"}, "its options: years, most"),
        ("timeline", {"country": "ZZ"}, "no market in the corpus"),
        ("listings-per-year", {"country": "ZZ"}, "no country has the code"),
        ("additions-and-removals", {"country": "FR"}, "the corpus lists no markets in France"),
        ("turnover", {"years": 1999}, "no edition 1999"),
    ],
)
def test_what_cannot_be_drawn_is_said(name: str, options: dict[str, Any], said: str, corpus: Tables) -> None:
    with pytest.raises(UnknownName, match=said):
        drawn(corpus, name, **options)


@pytest.mark.parametrize("name", list(CATALOGUE))
@pytest.mark.parametrize("years", [2012, (2016, 2019), (2010, 2011)])
def test_a_few_editions_are_drawn_as_well_as_all(name: str, years: Any, crowd: Tables) -> None:
    if "years" not in CATALOGUE[name].options or (name == "categories" and years == (2016, 2019)):
        years = None
    assert faults(drawn(crowd, name, years=years, page=1 if "page" in CATALOGUE[name].options else None)) == []
