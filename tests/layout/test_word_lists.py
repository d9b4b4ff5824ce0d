from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from nrm.layout.word_lists import word_list

LISTS = [
    (about, name, words)
    for about, lists in tomllib.loads(files("nrm.layout").joinpath("words.toml").read_text("utf-8")).items()
    for name, words in lists.items()
]


@pytest.mark.parametrize(("about", "name", "words"), LISTS, ids=lambda value: value if len(value) < 20 else "")
def test_each_word_stands_once_and_as_it_is_compared(about: str, name: str, words: str) -> None:
    listed = words.split()
    assert sorted(word_list(about, name)) == sorted(listed)
    assert words == words.casefold()


def test_a_list_that_is_not_there_is_an_error() -> None:
    with pytest.raises(KeyError):
        word_list("titles", "no such list")
