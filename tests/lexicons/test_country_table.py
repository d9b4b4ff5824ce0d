"""The tables themselves: every rule against false friends does something."""

from __future__ import annotations

import pytest

from nrm.lexicons.countries import find_countries
from nrm.lexicons.country_table import country_table, with_plurals

# For each rule a text that holds a name and no country by that rule, and one that the rule leaves.
RULES = [
    ("a person: title before", "Dr. Jordan", "near Jordan"),
    ("a person: first name before", "Thomas Holland", "from Holland"),
    ("a person: family name after", "Israel Adesanya", "Israel and"),
    ("a person: initial before", "by J. Chad", "by Chad"),
    ("a person: called so", "a user named Chad", "a user in Chad"),
    (
        "a person: any family name after, of somebody who speaks or is introduced",
        "Jordan Walsh, a lawyer",
        "Jordan Customs, an agency",
    ),
    ("a person: an occupation after", "Jordan, the basketball star", "Jordan, the kingdom"),
    ("a gulf, a strait or a sea called after a country", "the gulf of Mexico", "north of Mexico"),
    ("China: the ware", "fine China", "from China"),
    ("Jordan: shoes", "Jordan trainers", "Jordan trains"),
    ("Jordan: a brand before others", "Jordan and Puma", "Jordan and Peru"),
    ("Jordan: a brand after others", "Reebok or Jordan", "Oman or Jordan"),
    ("Georgia: the American state, after a town or a state", "Macon, Georgia", "Batumi, Georgia"),
    (
        "Georgia: the American state, before a state or an institution",
        "Georgia Governor",
        "Georgia government",
    ),
    ("a town in the United States named after a country", "Poland, Ohio", "Poland, Spain"),
    (
        "Jersey: the island only after a word that leads to a place",
        "Replica Jersey",
        "banks in Jersey",
    ),
    ("Jersey: the garment", "and Jersey sellers", "and Jersey banks"),
    (
        "Reunion without its accent: the island only after a word that leads to a place",
        "Class Reunion",
        "in Reunion",
    ),
    ("Turkey: the bird", "smoked Turkey", "from Turkey"),
    (
        "Emirates: without its article an airline or an authority",
        "fly Emirates",
        "the Emirates",
    ),
    ("US: the word us in capitals", "ABOUT US", "THE US"),
    ("US$: a currency", "US$ 3", "US 3"),
    ("America: part of the name of a body", "Writers Guild of America", "parts of America"),
    ("English: the language, unless of a league, a court or a firm", "English", "English courts"),
    ("a language, by the word after", "Thai-language", "Thai-hosted"),
    ("a language, by the words before", "dubbed in Russian", "based in Russian towns"),
    ("Sino: only as the first part of a compound", "Sino films", "Sino-Russian"),
    ("Polish: the verb", "Polish the", "Polish sites"),
    ("Polish: the paste", "Nail Polish", "the Polish"),
    ("Antigua: the town in Guatemala", "Antigua, Guatemala", "Antigua, Grenada"),
    (
        "Saint and name: a church, a hospital or a press",
        "St. Lucia's Hospital",
        "St. Lucia's ports",
    ),
    ("the beginning of an address in the net", "China-store.example", "China store"),
    ("a handle, a tag or the end of an e-mail address", "#Chile", "Chile"),
    ("the inside of an address in the net", "www.Peru.example", "www Peru"),
]


@pytest.mark.parametrize(("rule", "caught", "left"), RULES)
def test_each_rule(rule: str, caught: str, left: str) -> None:
    table = country_table()
    (trap,) = {trap for traps in table.traps.values() for trap in traps if trap.name == rule}

    def names(text: str) -> list[tuple[int, int, str]]:
        return [(start, end, m.iso) for start, end, m in table.tree.find(text) if m.iso]

    assert any(trap.catches(caught, *name) for name in names(caught))
    assert names(left)
    assert not any(trap.catches(left, *name) for name in names(left))
    assert len(find_countries(left)) == len(names(left))


def test_every_rule_is_tested() -> None:
    table = country_table()
    assert {t.name for traps in table.traps.values() for t in traps} == {
        rule for rule, _, _ in RULES
    }


def test_plurals() -> None:
    assert list(with_plurals(("Russian", "Israeli", "New Zealander", "Chinese", "Dutch"))) == [
        "Russian",
        "Russians",
        "Israeli",
        "Israelis",
        "New Zealander",
        "New Zealanders",
        "Chinese",
        "Dutch",
    ]
