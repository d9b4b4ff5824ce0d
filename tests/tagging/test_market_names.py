"""Which spellings of a market are looked for."""

from __future__ import annotations

import pytest

from nrm.model import Market
from nrm.tagging.market_names import MarketName, form_type, from_markets, name_forms, together, written_as_domain
from nrm.tagging.reviewed import reviewed_names


def forms(name: str, *aliases: str) -> list[str]:
    return [form.text for form in name_forms([MarketName("x", name, "online", aliases)])]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Douyin Shangcheng (Douyin Mall)", ["Douyin Shangcheng (Douyin Mall)", "Douyin Mall", "Douyin Shangcheng"]),
        ("Quxoil (formerly Fazook)", ["Quxoil (formerly Fazook)", "Fazook", "Quxoil"]),
        ("The Pirate Bay", ["The Pirate Bay", "Pirate Bay"]),
        ("Cloth & Gift Zempf", ["Cloth & Gift Zempf", "Cloth  and  Gift Zempf"]),
        ("Zempf (Canadian, French and UK sites)", ["Zempf (Canadian, French and UK sites)", "Zempf"]),
        ("TAOBAO", ["TAOBAO"]),
    ],
)
def test_spellings(name: str, expected: list[str]) -> None:
    assert forms(name) == expected


def test_a_place_or_a_company_alone_is_no_alias() -> None:
    assert forms("Urdu Bazaars", "Urdu Bazaar (Karachi)", "Lahore", "Amazon (Canadian, French)") == [
        "Urdu Bazaars",
        "Urdu Bazaar (Karachi)",
        "Urdu Bazaar",
        "Amazon (Canadian, French)",
    ]
    assert forms("Ciudad del Este") == ["Ciudad del Este"]


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("VK", "short"),
        ("Uploaded", "word"),
        ("Central Market", "phrase"),
        ("Tepito", "distinctive"),
        ("Rua 25 de Março", "distinctive"),
        ("1337x", "distinctive"),
    ],
)
def test_form_type(name: str, expected: str) -> None:
    assert form_type(name) == expected


@pytest.mark.parametrize(
    ("name", "domain"), [("Ex.ua", "ex.ua"), ("Uploaded.net", "uploaded.net"), ("B.V.", ""), ("Uploaded", "")]
)
def test_written_as_domain(name: str, domain: str) -> None:
    assert written_as_domain(name) == domain


def test_names_of_a_corpus() -> None:
    physical = Market("tank-road-delhi", "Tank Road", "physical", ("TANK ROAD",), (), ("IN",), "Delhi", ())
    online = Market("vk", "VK", "online", (), ("vk.com",), ("RU",), "", ())
    assert from_markets([physical, online]) == (
        MarketName("tank-road-delhi", "Tank Road", "physical", ("TANK ROAD",), "IN", "Delhi"),
        MarketName("vk", "VK", "online", domains=("vk.com",)),
    )


def test_two_sources_of_names_are_put_together() -> None:
    reviewed = MarketName("vk", "VK", "online", ("vKontakte",))
    corpus = MarketName("vk", "VK", "online", ("VK.COM",), domains=("vk.com",))
    other = MarketName("tea", "Tea", "online")
    assert together([reviewed], [corpus, other]) == (
        MarketName("vk", "VK", "online", ("vKontakte", "VK.COM"), domains=("vk.com",)),
        other,
    )


def test_no_reviewed_name_is_a_place_but_the_city_that_is_a_market() -> None:
    from nrm.lexicons.cities import city_named
    from nrm.lexicons.countries import country_named

    places = {f.text for f in name_forms(reviewed_names()) if city_named(f.text) or country_named(f.text)}
    assert places == {"Ciudad del Este"}
