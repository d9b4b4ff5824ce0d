from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.analysis.text.tokens import surfaces_of, words


@pytest.mark.parametrize(
    ("text", "surfaces"),
    [
        ("Stream-ripping, again.", ["Stream-ripping", "again"]),
        ("the site’s owners' list", ["the", "site’s", "owners", "list"]),
        ("AT&T and shop.example/page", ["AT&T", "and", "shop.example", "page"]),
        ("the U.S. list, e.g. here", ["the", "U.S.", "list", "e.g.", "here"]),
        ("1,000,000 visits, 2.5 percent in 2016,2017", ["1,000,000", "visits", "2.5", "percent", "in", "2016", "2017"]),
        ("São Paulo", ["São", "Paulo"]),
        ("Sa\u0303o", ["Sa\u0303o"]),
        ("co\u00adpy", ["co\u00adpy"]),
        ("– ... !", []),
        ("东京 market", ["东京", "market"]),
    ],
)
def test_what_a_word_is(text: str, surfaces: list[str]) -> None:
    assert [word.surface for word in words(text)] == surfaces == surfaces_of(text)


@pytest.mark.parametrize(
    ("text", "joined"),
    [
        ("a b", True),
        ("a “b”", True),
        ("a/b", True),
        ("a\nb", True),
        ("a, b", False),
        ("a. b", False),
        ("a (b", False),
        ("a – b", False),
        ("a: b", False),
    ],
)
def test_punctuation_parts_words(text: str, joined: bool) -> None:
    first, second = words(text)
    assert not first.joined
    assert second.joined is joined


@given(st.text(alphabet="ab .,-’'&1é\u0301İß東\u00ad(", max_size=60))
def test_words_are_where_they_say_and_hold_every_letter(text: str) -> None:
    found = words(text)
    assert all(text[word.start : word.end] == word.surface for word in found)
    assert all(before.end <= after.start for before, after in zip(found, found[1:], strict=False))
    covered = {place for word in found for place in range(word.start, word.end)}
    assert {place for place, letter in enumerate(text) if letter.isalnum()} <= covered
