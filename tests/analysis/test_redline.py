from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from nrm.analysis.redline import redline

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
