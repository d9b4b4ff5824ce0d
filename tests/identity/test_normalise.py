"""Which names count as the same, and which do not."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from nrm.identity.normalise import (
    city_key,
    domain_label,
    name_key,
    other_names,
    words_of,
)

SAME = [
    ("The Pirate Bay", "THEPIRATEBAY"),
    ("The Pirate Bay", "ThePirateBay.se"),
    ("thepiratebay", "www.thepiratebay.org"),
    ("The-Watch-Series.to", "watchseries.it"),
    ("VK", "vk.com"),
    ("Sci-Hub", "SCI HUB"),
    ("São José", "SAO JOSE"),
    ("Fu'an Market", "Fu’an Market"),
    ("Bits & Pieces", "Bits and Pieces"),
    ("Kat.ph (formerly Kickasstorrents)", "KAT.PH"),
    ("Registrar One Ltd. (d/b/a OpenNames)", "Registrar One Ltd."),
    ("Flvto.biz and 2Conv.com", "FLVTO and 2conv"),
    ("Mercado Sur", "mercado\u00a0sur"),
]
DIFFERENT = [
    ("Torrentz", "Torrentz2"),
    ("Cuevana", "Cuevana3.io"),
    ("Central Market", "Central"),
    ("Silk Market", "Silk Bazaar"),
    ("Urdu Bazaar (Karachi)", "Urdu Bazaar (Lahore)"),
    ("The", "They"),
    ("淘宝", "拼多多"),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_spelling_makes_no_difference(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_words_and_digits_do(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@pytest.mark.parametrize(
    ("name", "others"),
    [
        ("Kat.ph (formerly Kickasstorrents)", ("Kickasstorrents",)),
        ("Hosting B.V. (d/b/a Open Provider)", ("Open Provider",)),
        ("A (also known as B)", ("B",)),
        ("A (now called B)", ("B",)),
        ("A (a/k/a B)", ("B",)),
        ("WeShop (Weisuo)", ()),
        ("Urdu Bazaar (Karachi)", ()),
        ("Alsong (Alsoft)", ()),
        ("Plain", ()),
    ],
)
def test_a_heading_can_give_another_name(name: str, others: tuple[str, ...]) -> None:
    assert other_names(name) == others


def test_words_lose_a_domains_ending_and_keep_their_order() -> None:
    assert words_of("E-Mercado Sur") == ("e", "mercado", "sur")
    assert words_of("quickbazaar.in") == ("quickbazaar",)
    assert words_of("Acme B.V. & Co") == ("acme", "bv", "and", "co")


def test_cities_and_domains() -> None:
    assert city_key("Putian, Fujian Province") == city_key("PUTIAN")
    assert city_key("São Paulo") == "saopaulo"
    assert domain_label("www.emercado-sur.com.br") == "emercado-sur"


@given(st.text(max_size=40))
@example("\u0300")  # an accent alone, which folding takes away
@example("\u0300 \u0300")
def test_every_name_has_a_key_that_spaces_around_it_do_not_change(name: str) -> None:
    key = name_key(name)
    assert bool(key.strip()) == bool(name.strip())
    assert name_key(f"  {name} ") == key


@given(st.from_regex(r"[A-Za-z0-9]{2,10}( [A-Za-z0-9]{2,10}){0,3}", fullmatch=True))
def test_case_and_spaces_make_no_difference(name: str) -> None:
    assert name_key(name.upper()) == name_key(name.lower()) == name_key(name.replace(" ", "  "))
    assert name_key(name.replace(" ", "-")) == name_key(name)
