"""Markets over the years: what is joined, what stays apart, what its id is, and what remains open."""

from __future__ import annotations

import pytest

from nrm.identity import Identification, identify
from nrm.model import Market

from .conftest import MakeEntry, MakeReport


def _ids(found: Identification) -> list[str]:
    return [market.market_id for market in found.markets]


def _codes(found: Identification) -> list[str]:
    return [finding.code for finding in found.findings if finding.code != "alias-unmatched"]


def _market(found: Identification, market_id: str) -> Market:
    return next(market for market in found.markets if market.market_id == market_id)


def _years(found: Identification, market_id: str) -> list[int]:
    return [listing.list_year for listing in found.listings if listing.market_id == market_id]


def test_a_market_that_was_away_is_the_same_when_it_comes_back(
    entry: MakeEntry, report: MakeReport
) -> None:
    printed = {2010: "Taobao", 2011: "Taobao", 2016: "Taobao.com", 2017: "TAOBAO"}
    reports = [
        report(
            year,
            entry(year, "VKontakte"),
            *([entry(year, printed[year])] if year in printed else []),
        )
        for year in range(2010, 2018)
    ]
    found = identify(reports)
    assert _ids(found) == ["taobao", "vk"]
    assert _years(found, "taobao") == [2010, 2011, 2016, 2017]
    assert _years(found, "vk") == list(range(2010, 2018))


def test_three_spellings_are_one_market_with_a_reason_for_each(
    entry: MakeEntry, report: MakeReport
) -> None:
    names = {2013: "ThePirateBay.se", 2016: "The Pirate Bay", 2020: "THEPIRATEBAY"}
    found = identify([report(year, entry(year, name)) for year, name in names.items()])
    market = found.markets[0]
    assert _ids(found) == ["the-pirate-bay"]
    assert market.name == "The Pirate Bay"
    assert set(market.aliases) == {"ThePirateBay.se", "THEPIRATEBAY"}
    for year, name in names.items():
        assert any(
            line.startswith(f'"{name}" ({year}): reviewed name (') for line in market.evidence
        )


def test_two_headings_over_libgen_do_not_chain_its_neighbours(
    entry: MakeEntry, report: MakeReport
) -> None:
    found = identify(
        [
            report(2016, entry(2016, "Libgen and Bookfi", ["libgen.io", "bookfi.net"])),
            report(2017, entry(2017, "Libgen and Sci-Hub", ["libgen.io", "sci-hub.io"])),
            report(2019, entry(2019, "SCI-HUB", ["sci-hub.io", "libgen.io"])),
        ]
    )
    assert _ids(found) == ["bookfi", "libgen", "sci-hub"]
    assert (_years(found, "libgen"), _years(found, "sci-hub")) == (
        [2016, 2017],
        [2017, 2019],
    )
    entries = [listing.entry_id for listing in found.listings if listing.list_year == 2016]
    assert entries == ["2016-libgen-and-bookfi"] * 2
    assert {
        listing.name: listing.domains for listing in found.listings if listing.list_year == 2016
    } == {
        "Libgen": ("libgen.io",),
        "Bookfi": ("bookfi.net",),
    }


def test_one_registered_domain_is_one_market(entry: MakeEntry, report: MakeReport) -> None:
    found = identify(
        [
            report(2030, entry(2030, "Zedflix", ["www.zedflix.to"])),
            report(
                2031,
                entry(2031, "Yonder Movies", ["yonder.example.com", "en.zedflix.to"]),
            ),
        ]
    )
    market = found.markets[0]
    assert len(found.markets) == 1
    assert any("same registered domain zedflix.to" in line for line in market.evidence)


def test_a_domain_that_many_share_joins_nothing(entry: MakeEntry, report: MakeReport) -> None:
    found = identify(
        [
            report(2030, entry(2030, "Zedflix", ["zedflix.blogspot.com"])),
            report(2031, entry(2031, "Yonderbox", ["yonderbox.blogspot.com"])),
        ]
    )
    assert _ids(found) == ["yonderbox", "zedflix"]


def test_a_reviewed_domain_tells_an_unknown_name(entry: MakeEntry, report: MakeReport) -> None:
    found = identify([report(2031, entry(2031, "Some New Skin", ["rutracker.org"]))])
    assert _ids(found) == ["rutracker"]
    assert any(
        "rutracker.org as in the reviewed table" in line for line in found.markets[0].evidence
    )


def test_a_related_domain_of_a_market_listed_beside_it_is_no_identity(
    entry: MakeEntry, report: MakeReport
) -> None:
    found = identify(
        [
            report(
                2031,
                entry(2031, "Sci-Hub", ["sci-hub.io"]),
                entry(2031, "Papershare", ["papershare.net", "sci-hub.io"]),
            )
        ]
    )
    assert _ids(found) == ["papershare", "sci-hub"]


def test_two_names_of_one_edition_are_not_joined_by_a_related_domain(
    entry: MakeEntry, report: MakeReport
) -> None:
    found = identify(
        [
            report(
                2031,
                entry(2031, "Zedflix", ["zedflix.to"]),
                entry(2031, "Yonderbox", ["yonderbox.to", "zedflix.to"]),
            )
        ]
    )
    assert _ids(found) == ["yonderbox", "zedflix"]
    assert _codes(found) == ["near-name"]


def test_nor_are_they_through_an_edition_between(entry: MakeEntry, report: MakeReport) -> None:
    found = identify(
        [
            report(2030, entry(2030, "Zedflix", ["zedflix.to"])),
            report(
                2031,
                entry(2031, "Yonderbox", ["yonderbox.to", "zedflix.to"]),
                entry(2031, "Zedflix", ["zedflix.to"]),
            ),
        ]
    )
    assert _ids(found) == ["yonderbox", "zedflix"]
    assert _years(found, "zedflix") == [2030, 2031]


def test_the_same_name_is_one_market_online_wherever_it_is_based(
    entry: MakeEntry, report: MakeReport
) -> None:
    found = identify(
        [
            report(2030, entry(2030, "Zedflix", based_in="RU")),
            report(2031, entry(2031, "ZEDFLIX.COM", based_in="CN")),
        ]
    )
    assert _ids(found) == ["zedflix"]
    assert found.markets[0].countries == ("CN", "RU")


def test_a_heading_that_gives_its_former_name_joins_it(
    entry: MakeEntry, report: MakeReport
) -> None:
    found = identify(
        [
            report(2030, entry(2030, "Zedflix")),
            report(2031, entry(2031, "Yonderbox (formerly Zedflix)")),
        ]
    )
    assert len(found.markets) == 1
    assert any("a heading gives both names" in line for line in found.markets[0].evidence)


PLACES = [
    (("KH", "Phnom Penh"), ("KH", "Phnom Penh"), 1),
    (("KH", "Phnom Penh"), ("KH", "Siem Reap"), 2),
    (("KH", "Phnom Penh"), ("VN", "Phnom Penh"), 2),
    (("IN", "Delhi"), ("IN", "New Delhi"), 1),
    (("KH", "Phnom Penh"), ("KH", ""), 1),
]


@pytest.mark.parametrize(("first", "second", "markets"), PLACES)
def test_a_physical_market_is_its_name_and_its_place(
    entry: MakeEntry,
    report: MakeReport,
    first: tuple[str, str],
    second: tuple[str, str],
    markets: int,
) -> None:
    found = identify(
        [
            report(
                year,
                entry(year, "Sunday Stalls", kind="physical", country=country, city=city),
            )
            for year, (country, city) in ((2030, first), (2031, second))
        ]
    )
    assert len(found.markets) == markets


def test_a_name_without_a_city_is_not_given_one_of_two(
    entry: MakeEntry, report: MakeReport
) -> None:
    cities = {2030: "Phnom Penh", 2031: "Siem Reap", 2032: ""}
    found = identify(
        [
            report(
                year,
                entry(year, "Sunday Stalls", kind="physical", country="KH", city=city),
            )
            for year, city in cities.items()
        ]
    )
    assert _ids(found) == [
        "sunday-stalls-cambodia",
        "sunday-stalls-phnom-penh",
        "sunday-stalls-siem-reap",
    ]
    assert "near-name" in _codes(found)


def test_the_id_of_a_physical_market_has_its_city_from_the_start(
    entry: MakeEntry, report: MakeReport
) -> None:
    stalls = entry(2030, "Sunday Stalls", kind="physical", country="KH", city="Phnom Penh")
    town = entry(2030, "Foz Market", kind="physical", country="PY", city="Foz")
    assert _ids(identify([report(2030, stalls, town)])) == [
        "foz-market",
        "sunday-stalls-phnom-penh",
    ]


def test_a_name_is_of_one_kind(entry: MakeEntry, report: MakeReport) -> None:
    found = identify(
        [
            report(2030, entry(2030, "Zedmart")),
            report(2031, entry(2031, "Zedmart", kind="physical", country="KH")),
        ]
    )
    assert _ids(found) == ["zedmart", "zedmart-cambodia"]


def test_two_headings_of_one_market_are_one_listing_and_a_finding(
    entry: MakeEntry, report: MakeReport
) -> None:
    found = identify(
        [
            report(
                2016,
                entry(2016, "VKontakte", ["vkontakte.com"], page=9),
                entry(2016, "VK", ["vk.com"], page=4),
            )
        ]
    )
    assert len(found.listings) == 1
    assert found.listings[0].name == "VK"
    assert (found.listings[0].page_first, found.listings[0].domains) == (
        4,
        ("vk.com", "vkontakte.com"),
    )
    assert _codes(found) == ["same-market-twice"]


def test_two_namesakes_of_one_edition_are_one_market(entry: MakeEntry, report: MakeReport) -> None:
    found = identify(
        [report(2030, entry(2030, "Zedflix"), entry(2030, "ZEDFLIX", page=7, ordinal=2))]
    )
    assert len(found.listings) == 1 and _codes(found) == ["same-market-twice"]


def test_near_names_are_findings_with_a_score(entry: MakeEntry, report: MakeReport) -> None:
    found = identify(
        [report(2030, entry(2030, "Shabakatx")), report(2031, entry(2031, "Rutracker"))]
    )
    near = [finding.text for finding in found.findings if finding.code == "near-name"]
    assert len(near) == 1 and '"Shabakatx"' in near[0] and "score 89" in near[0]
    assert "shabakatx" in _ids(found)


def test_what_the_table_leaves_open_is_said(entry: MakeEntry, report: MakeReport) -> None:
    found = identify(
        [
            report(2014, entry(2014, "Cuevana.tv")),
            report(2022, entry(2022, "Cuevana3.io")),
        ]
    )
    assert _ids(found) == ["cuevana", "cuevana-tv"]
    assert _codes(found) == ["undecided-alias"]
    assert any(line.startswith("undecided: ") for line in _market(found, "cuevana").evidence)


def test_what_the_table_says_was_printed_and_is_not_found_is_said(
    entry: MakeEntry, report: MakeReport
) -> None:
    found = identify([report(2019, entry(2019, "Taobao"))])
    unmatched = [finding.text for finding in found.findings if finding.code == "alias-unmatched"]
    assert any(text.startswith("dhgate: DHGATE") for text in unmatched)
    assert not any(text.startswith("taobao:") for text in unmatched)


def test_an_id_that_hangs_on_one_edition_is_a_finding(entry: MakeEntry, report: MakeReport) -> None:
    bridge = [
        report(2030, entry(2030, "Zedflix", ["zedflix.to"])),
        report(2031, entry(2031, "Yonderbox", ["yonderbox.to"])),
        report(2032, entry(2032, "Yonderbox", ["yonderbox.to", "zedflix.to"])),
    ]
    found = identify(bridge)
    assert len(found.markets) == 1
    assert any(
        f.code == "id-unstable" and f.list_year == 2032 and "zedflix" in f.text
        for f in found.findings
    )
    stable = identify(
        [
            report(year, entry(year, name))
            for year, name in ((2030, "Zedflix"), (2031, "ZEDFLIX.TO"))
        ]
    )
    assert "id-unstable" not in _codes(stable)


def test_an_id_of_the_table_is_never_given_to_another_market(
    entry: MakeEntry, report: MakeReport
) -> None:
    taken = entry(2030, "Tepito", kind="physical", country="PE", city="Mexico City")
    found = identify([report(2030, taken)])
    assert _ids(found) == ["tepito-mexico-city-2"]
    assert "id-unstable" in _codes(found)


def test_a_heading_of_two_says_of_neither_where_it_is_based(
    entry: MakeEntry, report: MakeReport
) -> None:
    joint = entry(
        2019,
        "Hosting Concepts B.V. and Regional Network Information Center JSC",
        based_in="NL",
    )
    found = identify([report(2019, joint)])
    assert [(listing.market_id, listing.based_in) for listing in found.listings] == [
        ("hosting-concepts", ""),
        ("regional-network-information-center", ""),
    ]


def test_nothing_gives_nothing() -> None:
    assert identify([]) == Identification((), (), ())
