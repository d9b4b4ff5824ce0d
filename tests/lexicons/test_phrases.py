"""The tree of names: longest match, letter case, and what may stand between words."""

from __future__ import annotations

import pytest

from nrm.lexicons.phrases import PhraseTree, words_of


def tree(*names: str, any_case: bool = False) -> PhraseTree[str]:
    made: PhraseTree[str] = PhraseTree()
    for name in names:
        made.add(name, name, any_case=any_case)
    return made


@pytest.mark.parametrize(
    ("names", "text", "expected"),
    [
        (["New York", "New York City"], "New York City, New York", ["New York City", "New York"]),
        (["Rose", "Rose Garden Hall"], "Rose Garden", ["Rose"]),
        (["Isle of Man"], "Isle of Man ISLE OF MAN Isle of man isle of Man", ["Isle of Man"] * 2),
        (["ABC"], "ABC Abc abc A.B.C. ABCD", ["ABC", "ABC"]),
        (["Xi'an"], "Xi’an XI'AN Xian", ["Xi'an", "Xi'an"]),
        (
            ["Bad Homburg"],
            "Bad-Homburg Bad  Homburg Bad\nHomburg Bad. Homburg",
            ["Bad Homburg"] * 3,
        ),
        (["Saint Croix"], "St. Croix St Croix ST. CROIX Saint. Croix", ["Saint Croix"] * 3),
        (["This & That"], "This and That, This & That", ["This & That"] * 2),
        (["One, Two and Three"], "One, Two and Three; One Two and Three", ["One, Two and Three"]),
        (["Ärger"], "ARGER Arger A\u0308rger", ["Ärger"] * 3),
    ],
)
def test_finding(names: list[str], text: str, expected: list[str]) -> None:
    assert [value for _, _, value in tree(*names).find(text)] == expected


def test_any_case_needs_one_capital() -> None:
    names = tree("Cold Soup", any_case=True)
    assert [text for text in ("Cold soup", "COLD SOUP", "cold soup") if list(names.find(text))] == [
        "Cold soup",
        "COLD SOUP",
    ]


def test_the_first_value_of_a_name_stays() -> None:
    names: PhraseTree[int] = PhraseTree()
    names.add("Twin Peak", 1)
    names.add("TWIN PEAK", 2)
    assert [value for _, _, value in names.find("Twin Peak")] == [1]


def test_a_name_needs_a_word() -> None:
    with pytest.raises(ValueError, match="without a word"):
        tree("()")


def test_words() -> None:
    assert words_of("Côte d’Ivoire (St. X & Y), U.S.") == (
        "cote",
        "d",
        "ivoire",
        "saint",
        "x",
        "and",
        "y",
        "us",
    )
