"""Names found however their words are joined."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.tagging.name_tree import NameTree, key_of

TREE = NameTree(
    (name, name)
    for name in (
        "The Pirate Bay",
        "Rua 25 de Março",
        "Ulož.to",
        "MP3 Skull",
        "VK",
        "Baidu",
        "Baidu Wangpan",
        "Amazon's Foreign Domains",
        "Hosting Concepts B.V. (d/b/a Open Provider)",
        "1337x",
        "Tea",
    )
)

FOUND = [
    ("the site ThePirateBay is up", ["ThePirateBay"]),
    ("the pirate-\nbay and THE PIRATE BAY", ["the pirate-\nbay", "THE PIRATE BAY"]),
    ("at Rua 25 de\nMarco.", ["Rua 25 de\nMarco"]),
    ("Ulož.to, uloz.to", ["Ulož.to", "uloz.to"]),
    ("MP3Skull's", ["MP3Skull"]),
    ("Baidu’s Baidu Wangpan", ["Baidu", "Baidu Wangpan"]),
    ("AMAZON’S FOREIGN DOMAINS", ["AMAZON’S FOREIGN DOMAINS"]),
    (
        "Hosting Concepts B.V. (d/b/a Open Provider) and others",
        ["Hosting Concepts B.V. (d/b/a Open Provider)"],
    ),
    ("(1337x)", ["1337x"]),
    ("Uloz. To do", []),
    ("VKontakte, 21337x", []),
    ("V K, t e a", []),
    ("on Baidu. Wangpan is", ["Baidu"]),
]


@pytest.mark.parametrize(("text", "expected"), FOUND)
def test_finds_names(text: str, expected: list[str]) -> None:
    assert [text[hit.start : hit.end] for hit in TREE.find(text)] == expected


def test_values_of_one_key_stay_together() -> None:
    tree = NameTree([("Central Market", 1), ("CENTRAL MARKET", 2), ("Central Market", 1)])
    (hit,) = tree.find("the Central Market")
    assert hit.values == (1, 2)


def test_refuses_a_name_without_letters() -> None:
    with pytest.raises(ValueError, match="without a letter"):
        NameTree([("!!", 1)])


@given(st.text(alphabet="abVKte Ba.i(du)\n-Wangp’", max_size=60))
def test_hits_are_ordered_apart_and_spell_their_key(text: str) -> None:
    end = 0
    for hit in TREE.find(text):
        assert end <= hit.start < hit.end
        assert key_of(text[hit.start : hit.end]) == hit.key
        end = hit.end
