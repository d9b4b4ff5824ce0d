from __future__ import annotations

import pytest

from nrm.analysis.story import story
from nrm.errors import UnknownName
from tests.analysis.tables import SHOP, tables

DETAILS: dict[tuple[str, int], dict[str, object]] = {
    ("shop", 2010): {"name": "Shop.com", "page_last": 7},
    ("shop", 2016): {"printed_first": "", "text": "shop is a very large market."},
}


def test_a_market_that_came_back() -> None:
    told = story(tables({"shop": SHOP, "other": "#######"}, details=DETAILS), "shop")
    assert "Absent from four editions (2012–2015), relisted in 2016." in told.sentences
    assert [str(place) for place in told.places] == [
        "2010: “Shop.com”, 2010.pdf, page 7 (printed 5)",
        "2011: “Shop”, 2011.pdf, page 7–8 (printed 5)",
        "2016: “Shop”, 2016.pdf, page 7–8",
    ]
    assert [str(turn) for turn in told.turns] == [
        "2010 → 2011: renamed: Shop.com → Shop",
        "2011 → 2016: reworded (80% alike)",
    ]
    assert [event.event for event in told.events] == ["listed", "retained", "delisted", "relisted"]
    assert told.sample


def test_without_an_edition_it_says_what_is_not_established() -> None:
    told = story(tables({"shop": SHOP, "other": "#######"}, missing=[2013], partial=[2014]), "shop")
    assert told.sentences[1] == (
        "Absent from two editions (2012 and 2015), not established for 2013 and 2014, relisted in 2016."
    )
    assert told.sentences[-2:] == (
        "The 2013 edition is not in the corpus.",
        "The 2014 edition is not verified as complete.",
    )


def test_an_unchanged_entry_is_said_to_be_the_same() -> None:
    told = story(tables({"shop": "##....."}), "shop")
    assert str(told.turns[0]) == "2010 → 2011: the same, word for word"


def test_the_story_as_text_and_in_a_notebook() -> None:
    told = story(tables({"a<b": SHOP}, details={("a<b", 2016): {"page_last": 7}}), "a<b")
    lines = str(told).split("\n")
    assert lines[:4] == [
        "A<B (online, a<b)",
        "",
        "2010 2011 2012 2013 2014 2015 2016",
        " ■    ■    ·    ·    ·    ·    ■",
    ]
    assert "Where the reports say it:" in lines
    assert "<h3>A&lt;B</h3>" in told._repr_html_()
    assert "SAMPLE DATA" in told._repr_html_()


@pytest.mark.parametrize("name", ["Shop.com", "SHOP", "https://shop.example/login"])
def test_a_market_is_found_by_what_a_person_types(name: str) -> None:
    details: dict[tuple[str, int], dict[str, object]] = {("shop", 2016): {"domains": ("shop.example",)}}
    assert story(tables({"shop": SHOP, "other": SHOP}, details=DETAILS | details), name).market_id == "shop"


def test_an_unknown_market_is_an_error() -> None:
    with pytest.raises(UnknownName, match="'bazaar'"):
        story(tables({"shop": SHOP}), "bazaar")
    with pytest.raises(UnknownName, match="'stall' fits 2 markets: stall-lima, stall-quito; give a market_id"):
        story(tables({"stall-lima": SHOP, "stall-quito": SHOP}), "stall")


def test_an_edition_before_the_first_listing_that_cannot_say_is_named_too() -> None:
    told = story(tables({"shop": "..#....", "other": "#######"}, missing=[2011]), "shop")
    assert told.sentences[0] == "Listed in 2012; not established for 2011."
    assert told.sentences[-1] == "The 2011 edition is not in the corpus."
