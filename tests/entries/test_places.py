"""Headings of physical markets taken apart: every form in which the reports print name, city and country."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.entries.places import take_apart

FORMS = """
                                           # under a country's title
Palace                          | BR | Palace            |                |
Palace, Old Town                | BR | Palace            | Old Town       |
Palace, Putian, Fujian Province | CN | Palace            | Putian         |
Palace (Old Town)               | BR | Palace            | Old Town       |
Palace (Putian, Fujian)         | CN | Palace            | Putian         |
Palace – Old Town               | BR | Palace            | Old Town       |
Palace — Old Town               | BR | Palace            | Old Town       |
Palace (formerly Hall)          | BR | Palace (formerly Hall) |           |
Palace (including Hall)         | BR | Palace (including Hall) |          |
Palace (The Hall), Old Town     | BR | Palace (The Hall) | Old Town       |
Palace and Hall, Old Town       | BR | Palace and Hall   | Old Town       |
Palace, Hall, and Court, Old Town | BR | Palace, Hall, and Court | Old Town |
Palace, Hall and Court (Old Town) | BR | Palace, Hall and Court | Old Town |
Palace (Andijan)                | UZ | Palace            | Andijan        |
Palace, SÃO PAULO               | BR | Palace            | São Paulo      |
Palace, FOZ DO IGUAÇU           | BR | Palace            | Foz do Iguaçu  |
Palace, VILA DE BAIXO           | BR | Palace            | Vila de Baixo  |
PALACE (OLD TOWN)               | BR | PALACE            | Old Town       |
Palace: Old Town                | BR | Palace: Old Town  |                |
Palace (Singapore)              | SG | Palace            | Singapore      |
Palace, Singapore               | SG | Palace            | Singapore      |
Palace, Luxembourg              | LU | Palace            | Luxembourg     |
Palace, Hong Kong               | HK | Palace            | Hong Kong      |
Palace (Paraguay)               | PY | Palace            |                |
Palace, Mexico City             | MX | Palace            | Mexico City    |
Palace, Guatemala City          | GT | Palace            | Guatemala City |
                                           # the country in the heading
Palace, Old Town, Brazil        |    | Palace            | Old Town       | BR
Palace, Hall and Court, Old Town, Brazil | | Palace, Hall and Court | Old Town | BR
Palace (Cork, Tyne and Wear, United Kingdom) | | Palace | Cork | GB
Palace, Brazil                  |    | Palace            |                | BR
Palace (Old Town, Brazil)       |    | Palace            | Old Town       | BR
Palace (Brazil)                 |    | Palace            |                | BR
Palace – Old Town, Brazil       |    | Palace            | Old Town       | BR
Palace (Istanbul, Türkiye)      |    | Palace            | Istanbul       | TR
Palace (Istanbul, Turkey)       |    | Palace            | Istanbul       | TR
Palace, Bishkek, Kyrgyz Republic |   | Palace            | Bishkek        | KG
Palace (Dubai, United Arab Emirates) | | Palace          | Dubai          | AE
Palace (Hong Kong)              |    | Palace            |                | HK
Palace, Bogotá, Colombia        |    | Palace            | Bogotá         | CO
Palace (Hall), Old Town, Brazil |    | Palace (Hall)     | Old Town       | BR
Palace, Putian, Fujian Province, China | | Palace        | Putian         | CN
                                           # the country first
BRAZIL – Palace (Old Town)      |    | Palace            | Old Town       | BR
BRAZIL — Palace, Old Town       |    | Palace            | Old Town       | BR
Brazil: Palace                  |    | Palace            |                | BR
Brazil - Palace                 |    | Palace            |                | BR
KYRGYZ REPUBLIC – Palace (BISHKEK) | | Palace            | Bishkek        | KG
HONG KONG – Palace              |    | Palace            |                | HK
                                           # the heading's own country against the one in force
Palace, Old Town, Paraguay      | BR | Palace            | Old Town       | PY
Palace (Ciudad del Este, Paraguay) | BR | Palace         | Ciudad del Este | PY
PARAGUAY – Palace (Ciudad del Este) | BR | Palace        | Ciudad del Este | PY
                                           # nothing to be known
Palace                          |    | Palace            |                |
Palace, Old Town                |    | Palace            | Old Town       |
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in FORMS.splitlines() if "|" in row]


@pytest.mark.parametrize(("heading", "force", "name", "city", "country"), ROWS)
def test_a_heading_is_taken_apart(heading: str, force: str, name: str, city: str, country: str) -> None:
    place = take_apart(heading, force, force and "As printed above")
    assert (place.name, place.city, place.country) == (name, city, country or force)


def test_the_country_in_force_is_named_as_it_was_printed() -> None:
    assert take_apart("Palace, Old Town", "TR", "Turkey").country_name == "Turkey"


def test_a_country_of_the_headings_own_is_named_as_it_is_printed_there() -> None:
    assert take_apart("Palace (Istanbul, Türkiye)", "", "").country_name == "Türkiye"
    assert take_apart("TÜRKİYE – Palace", "", "").country_name == "TÜRKİYE"


def test_a_misspelt_country_is_said_to_be_one() -> None:
    place = take_apart("Palace, Old Town, Philipines", "", "")
    assert (place.country, place.near) == ("PH", "Philipines")
    assert take_apart("Palace, Old Town, Philippines", "", "").near == ""


def test_white_space_and_final_signs_are_no_part_of_it() -> None:
    assert take_apart("  Palace,\n Old  Town: ", "BR", "Brazil") == take_apart("Palace, Old Town", "BR", "Brazil")


@given(st.text("Pa lc(),–:B", max_size=20), st.sampled_from(["", "BR"]))
def test_any_heading_can_be_taken_apart(heading: str, force: str) -> None:
    place = take_apart(heading, force, "Brazil" if force else "")
    assert place.country == force
    letters = [c for c in heading if c.isalpha()]
    assert {c.casefold() for c in place.name + place.city if c.isalpha()} <= {c.casefold() for c in letters}
