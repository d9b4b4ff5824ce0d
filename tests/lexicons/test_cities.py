"""Cities in text, and the table of cities against the table of countries."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.lexicons.cities import city_named, find_cities
from nrm.lexicons.countries import is_country_code


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in São Paulo and SAO PAULO", [("São Paulo", "São Paulo"), ("SAO PAULO", "São Paulo")]),
        ("Delhi and New Delhi", [("Delhi", "Delhi"), ("New Delhi", "New Delhi")]),
        ("Ho Chi\nMinh City’s", [("Ho Chi\nMinh City", "Ho Chi Minh City")]),
        ("Kiev or Kyiv", [("Kiev", "Kyiv"), ("Kyiv", "Kyiv")]),
        (
            "Xi’an; St. Petersburg; the Hague",
            [("Xi’an", "Xi'an"), ("St. Petersburg", "Saint Petersburg"), ("Hague", "The Hague")],
        ),
        ("Washington, D.C.", [("Washington, D.C.", "Washington, D.C.")]),
        ("Mercado San Juan de Dios, Guadalajara", [("Guadalajara", "Guadalajara")]),
        ("Madrid Protocol, Paris Convention, moscow, www.moscow.ru, Moscow.ru, @Paris", []),
    ],
)
def test_finding(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(span.text, span.name) for span in find_cities(text)] == expected


def test_namesakes_in_the_united_states() -> None:
    text = "Paris, Texas; Lima, Ohio; Atlanta, Texas; Moscow, Idaho, and London, New York, Paris"
    assert [span.name for span in find_cities(text)] == [
        "Atlanta",
        "London",
        "New York",
        "Paris",
    ]


def test_countries_of_a_city() -> None:
    assert [span.isos for span in find_cities("Tirana, San Juan")] == [("AL",), ("PH", "PR")]
    assert city_named("MÉXICO CITY") == ("Mexico City", ("MX",))
    assert city_named("Paris Convention") is None


def test_the_table_names_real_countries() -> None:
    from nrm.lexicons.cities import _names

    assert all(is_country_code(iso) for city in _names().values() for iso in city.isos)
    assert all(city_named(name) == city for name, city in _names().items())


@given(
    st.one_of(
        st.text(),
        st.lists(st.sampled_from(["New", "York", "City", "Delhi", "-\n", " ", "."])).map("".join),
    )
)
def test_spans_are_sound_in_any_text(text: str) -> None:
    position = 0
    for span in find_cities(text):
        assert position <= span.start < span.end <= len(text)
        assert text[span.start : span.end] == span.text
        position = span.end
