"""Headings as names: brackets that are no part of a name, and spellings that do not shout."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.entries.names import display_name, without_aside


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("Palace", "Palace"),
        ("Palace (formerly Hall)", "Palace"),
        ("Palace (Formerly known as Hall)", "Palace"),
        ("Palace (now Hall)", "Palace"),
        ("Palace (a.k.a. Hall)", "Palace"),
        ("Palace (also known as Hall)", "Palace"),
        ("Palace (palace.com)", "Palace"),
        ("Palace (palace.com and palace.net)", "Palace"),
        ("Palace (formerly palace.ws)", "Palace"),
        ("Palace (Mini-Shops)", "Palace (Mini-Shops)"),
        ("Palace (Old Town)", "Palace (Old Town)"),
        ("(Palace)", "(Palace)"),
        ("Palace (Hall) of Fame", "Palace (Hall) of Fame"),
        ("  Palace   of  Fame: ", "Palace of Fame"),
        ("palace.com", "palace.com"),
        ("Palace –", "Palace"),
        ("Palace (nowhere)", "Palace (nowhere)"),
        ("Palace (formerly Hall (Old))", "Palace"),
    ],
)
def test_former_names_and_domains_are_an_aside(heading: str, name: str) -> None:
    assert without_aside(heading) == name


@pytest.mark.parametrize(
    ("name", "texts", "spelling"),
    [
        ("PALACE", ["The Palace is large."], "Palace"),
        ("PALACE", ["It is large."], "PALACE"),
        ("PALACE", ["PALACE is large. See palace.com and @palace."], "PALACE"),
        ("PALACE", ["The palace of Palace, says Palace."], "Palace"),
        ("PALACE", ["a palace, a palace, Palace"], "Palace"),
        ("MYSHOP", ["MyShop and MyShop and Myshop"], "MyShop"),
        ("OLD TOWN", ["In Old\nTown there"], "Old Town"),
        ("TOM'S", ["At Tom’s they sell"], "Tom’s"),
        ("PALACE", ["Palaces are Palacelike"], "PALACE"),
        ("Palace", ["PALACE palace"], "Palace"),
        ("X", ["x"], "X"),
        ("VK", ["vk is large"], "vk"),
    ],
)
def test_a_name_in_capitals_is_spelt_as_its_own_text_spells_it(name: str, texts: list[str], spelling: str) -> None:
    assert display_name(name, texts) == spelling


def test_a_name_whose_case_was_lost_is_spelt_as_the_text_spells_it() -> None:
    assert display_name("Myshop", ["MyShop is large."], case_lost=True) == "MyShop"
    assert display_name("Myshop", ["MyShop is large."]) == "Myshop"


@given(st.text("ABCİı é'.", min_size=1, max_size=8), st.lists(st.text("abcABC éi.'", max_size=20), max_size=3))
def test_a_spelling_differs_in_case_only(name: str, texts: list[str]) -> None:
    found = display_name(name, texts)
    assert len(found.split()) == len(name.split())
    eyes = str.maketrans("ıİI’", "iii'")
    assert found.translate(eyes).casefold().split() == name.translate(eyes).casefold().split()
