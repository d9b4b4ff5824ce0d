"""Sentences of a paragraph."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.tagging.corroboration.sentences import sentences

CASES = [
    ("One. Two! Three?", ["One.", "Two!", "Three?"]),
    ("The U.S. Trade Representative spoke. It ended.", ["The U.S. Trade Representative spoke.", "It ended."]),
    ("It happened in the U.S. The market closed.", ["It happened in the U.S.", "The market closed."]),
    ("Hosting Concepts B.V. and others. Mr. Smith left.", ["Hosting Concepts B.V. and others.", "Mr. Smith left."]),
    ("It is listed.12 In 2016 it was not.", ["It is listed.12", "In 2016 it was not."]),
    ("He said “No.” Then he left (at last). Good.", ["He said “No.”", "Then he left (at last).", "Good."]),
    ("See ex.ua for 3.5 million files.", ["See ex.ua for 3.5 million files."]),
    ("  ", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [s.text for s in sentences(text)] == expected


@given(st.text(alphabet="Ab1. ?!”(U.S)", max_size=50))
def test_nothing_is_lost(text: str) -> None:
    found = list(sentences(text))
    assert "".join(s.text for s in found).replace(" ", "") == text.replace(" ", "")
    assert all(text[s.start : s.end] == s.text for s in found)
