"""The pipeline with the reviewed names, made once; names of made-up markets; passages."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.language import Language

from nrm.model import Box, Passage, Provenance, Region
from nrm.tagging.market_names import MarketName
from nrm.tagging.pipeline import nlp

MakePassage = Callable[..., Passage]

NAMES = (
    MarketName("uploaded", "Uploaded", "online", ("UPLOADED", "Uploaded.net"), domains=("uploaded.net",)),
    MarketName("spider", "Spider", "online"),
    MarketName("rebel", "Rebel", "online", domains=("rebel.com",)),
    MarketName("live", "Live", "online"),
    MarketName("tea", "Tea", "online"),
    MarketName("propeller", "Propeller", "online"),
    MarketName("vk", "VK", "online", ("vKontakte",), domains=("vk.com",)),
    MarketName("grand-bazaar-istanbul", "Grand Bazaar", "physical", (), "TR", "Istanbul"),
    MarketName("central-market-phnom-penh", "Central Market", "physical", (), "KH", "Phnom Penh"),
    MarketName("central-market-kuala-lumpur", "Central Market", "physical", (), "MY", "Kuala Lumpur"),
    MarketName("silk-market-beijing", "Silk Market", "physical", (), "CN", "Beijing"),
    MarketName("tank-road-delhi", "Tank Road", "physical", (), "IN", "Delhi"),
    MarketName("private-layer", "Private Layer", "online"),
    MarketName("gamarra-lima", "Gamarra", "physical", (), "PE", "Lima"),
    MarketName("ulozto", "Ulož.to", "online", domains=("uloz.to",)),
    MarketName("baidu-wangpan", "Baidu Wangpan", "online", ("Baidu Wangpan (Baidu Pan)",)),
    MarketName("baidu", "Baidu", "online"),
)


@pytest.fixture(scope="session")
def reviewed_nlp() -> Language:
    """The pipeline with the names that ship."""
    return nlp()


@pytest.fixture(scope="session")
def names() -> tuple[MarketName, ...]:
    """Markets whose names are everyday words, and some namesakes."""
    return NAMES


@pytest.fixture(scope="session")
def passage() -> MakePassage:
    """Makes a passage: `passage("text", pages=((12, 40.0), (13, 20.0)))` with (page, height) regions."""

    def make(text: str, *, pages: tuple[tuple[int, float], ...] = ((5, 100.0),), ordinal: int = 1) -> Passage:
        regions = tuple(Region(page, str(page - 3), Box(72, 72, 540, 72 + height)) for page, height in pages)
        return Passage(
            f"2019-overview.{ordinal}", 2019, "overview", "paragraph", "", "", text, Provenance("0" * 64, regions)
        )

    return make
