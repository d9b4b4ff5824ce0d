"""Names and sentences told apart by their words."""

from __future__ import annotations

import pytest

from nrm.layout.title_words import ends_within_phrase, is_open, reads_as_name, reads_as_prose, reads_as_title


@pytest.mark.parametrize(
    ("text", "name", "title"),
    [
        ("Old Hall of the Three Gates (Cork)", True, True),
        ("Mercado de la Merced", True, True),
        ("Based in Peru", True, False),
        ("Traders of the town", False, False),
        ("1337", False, False),
        (" ".join(["Hall"] * 21), False, False),
    ],
)
def test_a_name_has_capitals_and_a_title_only_words_that_join(text: str, name: bool, title: bool) -> None:
    assert (reads_as_name(text), reads_as_title(text)) == (name, title)


def test_several_longer_small_words_make_prose() -> None:
    assert reads_as_prose("Known among customers as the Hall")
    assert not reads_as_prose("Hall of Cork and the Lee")


@pytest.mark.parametrize("text", ["Hall of the", "Hall (Cork", "Hall,", "Hall &", "Hall –"])
def test_a_title_that_visibly_goes_on_is_open(text: str) -> None:
    assert is_open(text)
    assert not is_open("Hall")


@pytest.mark.parametrize(
    ("text", "goes_on"),
    [("Results of", True), ("Results\u00a0of", True), ("of", False), ("Results Of", False), ("Results of.", False)],
)
def test_hardly_a_phrase_ends_in_a_small_word(text: str, goes_on: bool) -> None:
    assert ends_within_phrase(text) is goes_on
