"""Markets in text: spelling, surroundings, place."""

from __future__ import annotations

import pytest

from nrm.tagging.market_finder import MarketFinder, place_isos
from nrm.tagging.market_names import MarketName

CASES = [
    # everyday words
    ("Pirates turned to Uploaded after the raid.", [("Uploaded", "uploaded")]),
    ("The film was uploaded twice.", []),
    ("Files Uploaded Here Are Stolen", []),
    ("A LIVE CONCERT IN PARIS", []),
    ("Users of Tea, Spider and Rebel agree.", [("Tea", "tea"), ("Spider", "spider"), ("Rebel", "rebel")]),
    ("Spider-Man is a film; Live Nation sells tickets.", []),
    ("The propeller and the rebel army.", []),
    ("Propeller (also a mobile app) shows advertisements.", []),
    ("Ads come from Propeller and others.", [("Propeller", "propeller")]),
    ("Uploaded, VK and Rebel", [("Uploaded", "uploaded"), ("VK", "vk"), ("Rebel", "rebel")]),
    ("Rebel and Uploaded, VK", [("Rebel", "rebel"), ("Uploaded", "uploaded"), ("VK", "vk")]),
    ("Uploaded and stolen files stay on VK.", [("VK", "vk")]),
    ("Uploaded’s operators answer no letters.", [("Uploaded", "uploaded")]),
    ("Spider is located abroad.", [("Spider", "spider")]),
    # short names
    ("On VK, music is free.", [("VK", "vk")]),
    ("vKontakte and VKONTAKTE", [("vKontakte", "vk"), ("VKONTAKTE", "vk")]),
    ("The vk license, Vk", []),
    # phrases
    ("The private layer of the network", []),
    ("Sites at Private Layer stay up.", [("Private Layer", "private-layer")]),
    ("The Grand Bazaar in Istanbul", [("Grand Bazaar", "grand-bazaar-istanbul")]),
    ("The Grand Bazaar in Tehran", []),
    ("The Grand Bazaar Hotel", []),
    ("Istanbul Grand Bazaar", [("Grand Bazaar", "grand-bazaar-istanbul")]),
    ("the New Grand Bazaar", []),
    # namesakes
    ("Central Market in Phnom Penh", [("Central Market", "central-market-phnom-penh")]),
    ("Central Market, Kuala Lumpur", [("Central Market", "central-market-kuala-lumpur")]),
    ("In Cambodia the Central Market is full.", [("Central Market", "central-market-phnom-penh")]),
    ("The Central Market is full.", [("Central Market", "")]),
    ("The Central Market in Warsaw is full.", []),
    # people
    ("Ms. Gamarra bought it at Gamarra.", [("Gamarra", "gamarra-lima")]),
    # longest name, possessives, lines
    ("Baidu’s Baidu Wangpan (Baidu Pan)", [("Baidu", "baidu"), ("Baidu Wangpan (Baidu Pan)", "baidu-wangpan")]),
    ("the Silk\nMarket’s stalls", [("Silk\nMarket", "silk-market-beijing")]),
    ("ULOŽ.TO and Ulož.to", [("ULOŽ.TO", "ulozto"), ("Ulož.to", "ulozto")]),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_finds_markets(names: tuple[MarketName, ...], text: str, expected: list[tuple[str, str]]) -> None:
    assert [(text[s.start : s.end], s.norm) for s in MarketFinder(names).find(text)] == expected


def test_a_name_written_as_a_domain_says_so(names: tuple[MarketName, ...]) -> None:
    spans = MarketFinder(names).find("Uploaded.net and Uploaded")
    assert [span.subtype for span in spans] == ["domain", ""]


@pytest.mark.parametrize(
    ("text", "isos"),
    [
        ("X in Jakarta is", {"ID"}),
        ("X, Delhi", {"IN"}),
        ("X (Mumbai, India)", {"IN"}),
        ("X market in Peru", {"PE"}),
        ("X sells goods in Peru", set()),
        ("X", set()),
    ],
)
def test_place_beside_a_name(text: str, isos: set[str]) -> None:
    assert place_isos(text, 0, 1) == isos


def test_place_that_owns_a_name() -> None:
    assert place_isos("Manila’s X", 9, 10) == {"PH"}
    assert place_isos("China’s X", 8, 9) == {"CN"}


OWN = [
    ("Spider lists films. It grew.", True),
    ("Spider’s pages are many.", True),
    ("Spider files disappear.", False),
    ("spider lists", False),
    ("Spider Light films", False),
]


@pytest.mark.parametrize(("text", "believed"), OWN, ids=[text for text, _ in OWN])
def test_under_its_own_heading_a_word_is_believed(text: str, believed: bool) -> None:
    finder = MarketFinder([MarketName("spider", "Spider", "online")])
    assert bool(finder.find(text, ["spider"])) is believed
    assert finder.find(text, ["another"]) == []
