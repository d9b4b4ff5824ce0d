from __future__ import annotations

import pytest
from matplotlib.colors import to_hex

from nrm.charts.world_map import world_map, world_map_table
from nrm.errors import UnknownName
from tests.analysis.tables import SHOP, Tables, tables
from tests.charts.drawn import artist


def numbers(corpus: Tables, **options: int) -> dict[str, int]:
    ax = world_map(corpus, **options)  # type: ignore[arg-type]
    marks = [(text.get_gid() or "", text.get_text()) for text in ax.texts]
    return {gid.removeprefix("number-"): int(text) for gid, text in marks if gid.startswith("number-")}


def test_numbers_are_those_of_the_table(crowd: Tables) -> None:
    table = world_map_table(crowd)
    assert numbers(crowd) == dict(zip(table["country"], table["markets"], strict=True))
    physical = crowd.listings[crowd.listings["kind"] == "physical"]
    assert table["listings"].sum() == len(physical)
    assert table["markets"].sum() == physical["market_id"].nunique()


def test_one_edition_only(corpus: Tables) -> None:
    assert numbers(corpus) == {"PE": 1, "CN": 1}
    assert numbers(corpus, years=2010) == {"PE": 1}
    with pytest.raises(UnknownName, match="1999"):
        world_map(corpus, years=1999)


def test_more_markets_make_a_darker_country(corpus: Tables) -> None:
    ax = world_map(corpus)
    colours = {}
    for code in ("PE", "BR"):
        shape = artist(ax, f"country-{code}")
        assert shape is not None
        colours[code] = to_hex(shape.get_facecolor()[0])  # type: ignore[attr-defined]
    assert colours == {"PE": "#f6d58f", "BR": "#e9e9e9"}


def test_a_place_without_a_shape_is_a_mark() -> None:
    small = tables({"stall": SHOP}, kinds={"stall": "physical"}, countries={"stall": "HK"})
    ax = world_map(small)
    assert artist(ax, "place-HK") is not None
    assert artist(ax, "country-HK") is None


def test_no_physical_market_is_an_error() -> None:
    with pytest.raises(UnknownName, match="no physical market"):
        world_map(tables({"shop": SHOP}))
