from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.analysis.redline import marked, redline

WORDS = st.lists(
    st.sampled_from(["the", "a", "market", "site", "sells", "seized", "goods"]),
    max_size=30,
)


def test_pieces_say_what_went_and_what_came() -> None:
    found = redline("It sells bags and shoes.", "It sells bags, belts and shoes.")
    assert [(piece.op, piece.text) for piece in found.pieces] == [
        ("same", "It sells"),
        ("deleted", "bags"),
        ("inserted", "bags, belts"),
        ("same", "and shoes."),
    ]
    assert found.similarity == 2 * 4 / (5 + 6)


def test_line_breaks_and_curly_quotes_are_no_rewording() -> None:
    assert redline("the site’s owner\nsells", "the site's owner sells").similarity == 1


@given(WORDS, WORDS)
def test_both_wordings_can_be_read_off_the_pieces(old: list[str], new: list[str]) -> None:
    found = redline(" ".join(old), " ".join(new))
    kept = {"same", "deleted"}, {"same", "inserted"}
    for ops, words in zip(kept, (old, new), strict=True):
        assert " ".join(p.text for p in found.pieces if p.op in ops) == " ".join(words)
    assert 0 <= found.similarity <= 1
    assert (found.similarity == 1) == (old == new)


LONG = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
MARKED = [
    ("a b", "a b", "a b"),
    ("a old b", "a new b", "a [-old-] {+new+} b"),
    (LONG, f"zero {LONG}", "{+zero+} one two …"),
    (f"{LONG} end", LONG, "… fifteen sixteen [-end-]"),
    (f"x {LONG} y", f"z {LONG} w", "[-x-] {+z+} one two … fifteen sixteen [-y-] {+w+}"),
    ("x one two three four five y", "z one two three four five w", "[-x-] {+z+} one two three four five [-y-] {+w+}"),
]


@pytest.mark.parametrize(("old", "new", "expected"), MARKED)
def test_a_redline_as_one_line_keeps_the_words_beside_a_change(old: str, new: str, expected: str) -> None:
    assert marked(redline(old, new), around=2) == expected


@given(WORDS, WORDS)
def test_with_enough_words_around_nothing_is_left_out(old: list[str], new: list[str]) -> None:
    found = redline(" ".join(old), " ".join(new))
    assert marked(found, "", "{}", around=1000).split() == new
    assert marked(found, "{}", "", around=1000).split() == old
