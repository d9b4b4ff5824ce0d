from __future__ import annotations

from typing import Any

import pytest

from nrm.analysis.citation import Reference, cite
from nrm.errors import BadTable, UnknownName

SHA = "a" * 64
# The manifest's own address of that edition, from which nobody is known to have fetched it.
REMEMBERED = "https://ustr.gov/sites/default/files/2016-Out-of-Cycle-Review-Notorious-Markets.pdf"


class Build:
    """An official edition with two entries, one of them on two pages, and an edition that is not there."""

    def __init__(self, **edition: Any) -> None:
        held = {
            "list_year": 2016,
            "title": "2016 Out-of-Cycle Review of Notorious Markets",
            "published": "2016-12-21",
            "file": "2016.pdf",
            "source_sha256": SHA,
            "source_url": REMEMBERED,
            "pages": 20,
            "coverage_online": "complete",
            "coverage_physical": "complete",
            "sample": False,
        }
        self.tables: dict[str, list[dict[str, Any]]] = {
            "editions": [held | edition, held | {"list_year": 2015, "source_sha256": None, "file": None}],
            "markets": [
                {"market_id": "shop", "name": "The Shop", "aliases": ("shop.com",)},
                {"market_id": "stall-lima", "name": "Stall", "aliases": ()},
                {"market_id": "stall-quito", "name": "Stall", "aliases": ()},
            ],
            "listings": [
                listing("shop", 2016, "2016-shop-com"),
                listing("shop", 2012, "2012-shop-com"),
                listing("stall-lima", 2016, "2016-stall"),
                listing("stall-quito", 2012, "2012-stall"),
            ],
            "entries": [
                {"entry_id": "2016-shop-com", "name": "Shop.com", **regions((12, "10"), (13, "11"))},
                {"entry_id": "2016-stall", "name": "Stall", **regions((14, ""))},
            ],
            "passages": [
                {"list_year": 2012, **regions((3, "9"))},
                {"list_year": 2016, **regions((2, "ii"), (3, "1"))},
            ],
        }

    def rows(self, table_name: str) -> list[dict[str, Any]]:
        return self.tables[table_name]


def listing(market_id: str, list_year: int, entry_id: str) -> dict[str, Any]:
    return {"market_id": market_id, "list_year": list_year, "entry_id": entry_id, "name": "x", "domains": ()}


def regions(*pages: tuple[int, str]) -> dict[str, Any]:
    return {"provenance": {"regions": [{"page": page, "printed": printed} for page, printed in pages]}}


def test_an_edition() -> None:
    found = cite(Build(), 2016)
    assert found == Reference(
        list_year=2016,
        title="2016 Out-of-Cycle Review of Notorious Markets",
        published="2016-12-21",
        url=REMEMBERED,
        address_seen=False,
        file="2016.pdf",
        sha256=SHA,
        sample=False,
    )
    assert (found.publisher, found.place) == ("Office of the United States Trade Representative", "Washington, DC")
    assert (found.key, found.pdf_pages, found.printed_pages) == ("ustr-nml-2016", (), ())


@pytest.mark.parametrize("name", ["shop", "SHOP.com", "the shop"])
def test_an_entry_is_found_by_any_name_and_has_the_printed_pages(name: str) -> None:
    found = cite(Build(), 2016, name)
    assert (found.market_id, found.entry, found.key) == ("shop", "Shop.com", "ustr-nml-2016-shop")
    assert (found.pdf_pages, found.printed_pages) == ((12, 13), ("10", "11"))


def test_of_two_namesakes_the_one_in_the_edition_is_meant() -> None:
    found = cite(Build(), 2016, "stall")
    assert found.market_id == "stall-lima"
    assert (found.pdf_pages, found.printed_pages) == ((14,), ())


@pytest.mark.parametrize(("page", "printed"), [(2, ("ii",)), (3, ("1",)), (20, ())])
def test_a_page_of_the_pdf_is_cited_by_the_number_printed_on_it(page: int, printed: tuple[str, ...]) -> None:
    found = cite(Build(), 2016, page=page)
    assert (found.pdf_pages, found.printed_pages, found.key) == ((page,), printed, f"ustr-nml-2016-p{page}")


def test_one_page_of_an_entry() -> None:
    found = cite(Build(), 2016, "shop", page=13)
    assert (found.entry, found.printed_pages) == ("Shop.com", ("11",))


def test_an_edition_that_is_not_there_is_cited_by_the_manifest() -> None:
    for corpus in (Build(), None):
        found = cite(corpus, 2015)
        assert (found.title, found.published) == ("2015 Out-of-Cycle Review of Notorious Markets", "2015-12-17")
        assert (found.file, found.sample) == ("", False)
    assert cite(None, 2025).address_seen
    assert not cite(None, 2015).address_seen


def test_an_address_from_which_the_file_came_needs_no_doubt() -> None:
    assert cite(Build(source_url="https://ustr.gov/2016.pdf"), 2016).address_seen
    assert not cite(Build(source_url=""), 2016).address_seen


def test_a_facsimile_has_neither_publisher_nor_address() -> None:
    found = cite(Build(sample=True), 2016, "shop")
    assert (found.publisher, found.place, found.url, found.sample) == ("", "", "", True)
    assert found.key == "facsimile-nml-2016-shop"


TROUBLE: list[tuple[dict[str, Any], str]] = [
    ({"list_year": 1999}, "no edition 1999 is known; known are 2010"),
    ({"list_year": 2015, "name": "shop"}, "2015 is not in the build"),
    ({"list_year": 2015, "page": 3}, "2015 is not in the build"),
    ({"list_year": 2016, "name": "bazaar"}, "no market is called 'bazaar'"),
    ({"list_year": 2016, "name": "stall-quito"}, "no entry for 'stall-quito' was found in edition 2016, but in 2012"),
    ({"list_year": 2016, "page": 21}, "20 pages: there is no page 21"),
    ({"list_year": 2016, "page": 0}, "no page 0"),
    ({"list_year": 2016, "name": "shop", "page": 9}, "not on page 9 but on 12, 13"),
]


@pytest.mark.parametrize(("wanted", "said"), TROUBLE)
def test_what_is_not_there_is_not_cited(wanted: dict[str, Any], said: str) -> None:
    with pytest.raises(UnknownName, match=said):
        cite(Build(), **wanted)


def test_two_namesakes_in_one_edition_are_not_guessed_at() -> None:
    build = Build()
    build.tables["listings"].append(listing("stall-quito", 2016, "2016-stall"))
    with pytest.raises(UnknownName, match="fits 2 markets of 2016: stall-lima, stall-quito; give a market_id"):
        cite(build, 2016, "stall")


def test_from_an_edition_that_is_not_complete_no_absence_is_claimed() -> None:
    with pytest.raises(UnknownName, match=r"2016 \(which is not verified as complete\)"):
        cite(Build(coverage_physical="partial"), 2016, "stall-quito")


@pytest.mark.parametrize(("day", "said"), [("yesterday", "2017-01-31"), ("2016-12-20", "before the report was")])
def test_a_day_of_access_that_cannot_be_is_an_error(day: str, said: str) -> None:
    with pytest.raises(BadTable, match=said):
        cite(Build(), 2016, accessed=day)
