"""The manifest: every edition, its facts, and what a malformed one says."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlsplit

import pytest

from nrm.editions import facts, manifest, neighbours
from nrm.editions.manifest import Manifest, read, read_manifest, shipped
from nrm.errors import BadTable


def test_every_list_year_from_2010_on_is_there_in_order() -> None:
    assert [edition.list_year for edition in manifest()][:16] == list(range(2010, 2026))


def test_publication_follows_the_list_year_and_the_order_of_years() -> None:
    days = [date.fromisoformat(edition.published) for edition in manifest()]
    assert days == sorted(set(days))
    assert all(
        0 <= day.year - edition.list_year <= 1
        for day, edition in zip(days, manifest(), strict=True)
    )


def test_the_title_gives_the_list_year_except_in_the_first_three() -> None:
    assert [edition.list_year for edition in manifest() if not edition.year_in_title] == [
        2010,
        2011,
        2012,
    ]


@pytest.mark.parametrize(
    ("year", "online", "physical"),
    [(2012, 18, 17), (2019, 38, 34), (2024, 38, 33), (2016, None, None)],
)
def test_declared_totals_have_a_source(year: int, online: int | None, physical: int | None) -> None:
    edition = facts(year)
    assert edition is not None
    assert (edition.declared_online, edition.declared_physical) == (online, physical)
    assert bool(edition.declared_source) == (online is not None)


def test_document_sharing_sites_are_hints_and_nothing_else_is() -> None:
    sharing = ("docslib", "documents.pub", "scribd", "slideshare", "documentcloud")
    for edition in manifest():
        assert edition.addresses
        for address in edition.addresses:
            host = urlsplit(address.url).hostname or ""
            assert (address.route == "hint") == any(name in host for name in sharing), address
            if address.route in ("seen", "recalled"):
                assert host == "ustr.gov"


def test_an_edition_that_is_not_known_has_no_facts() -> None:
    assert facts(2029) is None


@pytest.mark.parametrize(
    ("year", "also", "expected"),
    [
        (2010, (), (None, 2011)),
        (2016, (), (2015, 2017)),
        (2025, (), (2024, None)),
        (2025, (2026,), (2024, 2026)),
        (2026, (2026,), (2025, None)),
    ],
)
def test_neighbours(
    year: int, also: tuple[int, ...], expected: tuple[int | None, int | None]
) -> None:
    assert neighbours(year, also) == expected


def test_addresses_beyond_the_editions() -> None:
    assert all(page.startswith("https://ustr.gov/") for page in shipped().discovery)
    url = shipped().archived("https://ustr.gov/x y.pdf", "2013-02-01")
    assert "20130201id_" in url and url.endswith("https://ustr.gov/x y.pdf")
    assert Manifest(()).archived("https://ustr.gov/x.pdf", "2013-02-01") == ""


def test_totals_and_landing_pages_say_whether_they_were_seen() -> None:
    for edition in manifest():
        assert bool(edition.declared_route) == bool(edition.declared_source)
        assert bool(edition.landing_route) == bool(edition.landing_page)
    assert {edition.list_year for edition in manifest() if edition.landing_route == "seen"} == {2014, 2022, 2024, 2025}


GOOD = '[[edition]]\nlist_year = 2030\ntitle = "T"\npublished = "2031-01-01"\naddresses = []\nsources = []\n'


@pytest.mark.parametrize(
    "text",
    [
        "[[edition]\n",
        GOOD + GOOD,
        GOOD.replace("2031-01-01", "soon"),
        GOOD + "colour = 1\n",
        GOOD.replace(
            "addresses = []",
            'addresses = [{url = "http://a", route = "seen", kind = "pdf"}]',
        ),
        GOOD.replace(
            "addresses = []",
            'addresses = [{url = "https://a", route = "guess", kind = "pdf"}]',
        ),
        GOOD.replace("sources", 'landing_page = "https://a/x"\nsources'),
        GOOD.replace("sources", 'landing_page = "http://a/x"\nlanding_route = "seen"\nsources'),
        GOOD.replace("sources", 'declared_source = "S"\ndeclared_route = "guessed"\nsources'),
        'discovery = ["http://a"]\n' + GOOD,
        'archive = "https://a/{when}"\n' + GOOD,
        "",
    ],
)
def test_a_malformed_manifest_is_refused(text: str) -> None:
    assert read(GOOD)[0].list_year == 2030
    with pytest.raises(BadTable):
        read(text)
    with pytest.raises(BadTable, match=r"^mine\.toml"):
        read_manifest(text, "mine.toml")
