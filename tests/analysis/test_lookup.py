from __future__ import annotations

import pytest

from nrm.analysis.lookup import find_markets, suggestions
from nrm.errors import UnknownName
from nrm.identity.aliases import read
from tests.analysis.tables import SHOP, Tables, tables


@pytest.fixture
def corpus() -> Tables:
    made = tables(
        {"taoshop": SHOP, "central-market-lima": SHOP, "central-market-quito": SHOP},
        details={
            ("taoshop", 2010): {"name": "TaoShop.com", "domains": ("taoshop.com", "m.tao.cn")},
            ("central-market-lima", 2016): {"name": "Mercado Central, Lima"},
        },
    )
    made.markets["aliases"] = [("Tao Shop Márket",), (), ()]
    return made


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("taoshop", {"taoshop"}),
        ("TAOSHOP.COM", {"taoshop"}),
        ("tao shop market", {"taoshop"}),
        ("https://www.taoshop.com/login?x=1", {"taoshop"}),
        ("world.taoshop.com", {"taoshop"}),
        ("tao.cn", {"taoshop"}),
        ("mercado central", {"central-market-lima"}),
        ("central-market-quito", {"central-market-quito"}),
        ("central market", {"central-market-lima", "central-market-quito"}),
    ],
)
def test_what_a_person_types(corpus: Tables, query: str, expected: set[str]) -> None:
    assert set(find_markets(corpus, query)) == expected


@pytest.mark.parametrize("query", ["shop.com", "hop", "xyz", "", "taoshop.com.evil.org"])
def test_what_is_not_found_is_not_guessed(corpus: Tables, query: str) -> None:
    with pytest.raises(UnknownName):
        find_markets(corpus, query)


def test_a_near_spelling_is_suggested(corpus: Tables) -> None:
    with pytest.raises(UnknownName, match="no market is called 'taosopp'; did you mean Taoshop"):
        find_markets(corpus, "taosopp")


def test_suggestions_come_best_first_and_once() -> None:
    names = ["Tepito", "TEPITO", "Tepita", "Gamarra"]
    assert suggestions("tepito", names) == ("TEPITO", "Tepita")


@pytest.mark.parametrize("query", ["the-tao-shop", "Taobazar", "https://taobazar.net/x"])
def test_what_the_reviewed_table_knows_is_found_under_todays_id(
    query: str, corpus: Tables, monkeypatch: pytest.MonkeyPatch
) -> None:
    table = read(
        '[[market]]\nid = "taoshop"\nname = "TaoShop"\nkind = "online"\ndomains = ["taobazar.net"]\n'
        'aliases = [{ name = "Tao Bazar", years = [], source = "s" }]\n'
        '[[rekey]]\nold = "the-tao-shop"\nnew = "taoshop"\nwhy = "w"\n'
    )
    monkeypatch.setattr("nrm.identity.aliases.reviewed", lambda: table)
    assert find_markets(corpus, query) == ("taoshop",)
