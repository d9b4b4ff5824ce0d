"""Sentences: a full stop within an abbreviation, a name or a domain ends none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.entries.sentences import sentences


def parts(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences(text)]


@pytest.mark.parametrize(
    "expected",
    [
        ["One sentence."],
        ["One.", "Another one."],
        ["Really?", "Yes!", "So it is."],
        ["Run by Palace Trading Co., Ltd. in Old Town.", "It stays."],
        ["Palace Inc. runs it.", "It stays."],
        ["Made in the U.S. by others.", "It stays."],
        ["Nominated as name.com.", "It stays."],
        ["See name.com and other.org for more.", "It stays."],
        ["See No. 7 of St. Mary.", "It stays."],
        ["Shirts, e.g. of silk, and shoes, i.e. boots.", "It stays."],
        ["It sold 3.5 million shirts.", "It stays."],
        ["“It stays.”", "It went."],
        ["It stays (so they say).", "(They went.)"],
        ["No full stop at the end"],
        ["It ended in 2012.", "2013 was better."],
        ["It ended.", "iName went on."],
    ],
)
def test_sentences_come_apart_where_they_end(expected: list[str]) -> None:
    found = parts(" ".join(expected))
    assert [text.strip("\"”’)] ") for text in found] == [text.strip("\"”’)] ") for text in expected]


def test_no_text_has_no_sentence() -> None:
    assert parts("") == parts("   ") == []


@given(st.text("abAB. !?”()", max_size=60))
def test_sentences_are_in_order_apart_and_lose_no_word(text: str) -> None:
    at = 0
    for start, end in sentences(text):
        assert at <= start < end <= len(text)
        assert not any(c.isalnum() for c in text[at:start])
        at = end
    assert not any(c.isalnum() for c in text[at:])
