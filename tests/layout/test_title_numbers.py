"""Numbers before titles, known by their counting up, and numbers that are part of a name."""

from __future__ import annotations

import pytest

from nrm.layout.candidate import Candidate
from nrm.layout.title_numbers import without_counted_numbers


def titled(text: str, look: str = "bold", size: float = 12.0) -> Candidate:
    return Candidate(0, "own line", text, "", 0, frozenset(look.split()), size, centred=False)


@pytest.mark.parametrize(
    ("titles", "names"),
    [
        ([titled("1 Abe"), titled("2 Bec"), titled("3 Cid")], ["Abe", "Bec", "Cid"]),
        ([titled("1 Abe"), titled("2 Bec"), titled("1 Cid"), titled("2 Dom")], ["Abe", "Bec", "Cid", "Dom"]),
        (  # one of another look, within the count
            [titled("1 Abe"), titled("2 Bec"), titled("3 Cid"), titled("4 Dom", "italic", 14.0), titled("5 Eva")],
            ["Abe", "Bec", "Cid", "Dom", "Eva"],
        ),
        (  # of another look and size, and not what is missing
            [titled("1 Abe"), titled("2 Bec"), titled("3 Cid"), titled("4 Dom", "italic", 14.0)],
            ["Abe", "Bec", "Cid", "4 Dom"],
        ),
        ([titled("4 Shared"), titled("91 Mobile"), titled("123 Films")], ["4 Shared", "91 Mobile", "123 Films"]),
        ([titled("1 Abe"), titled("2 Bec")], ["1 Abe", "2 Bec"]),  # two are no count
    ],
)
def test_only_what_counts_up_is_a_number(titles: list[Candidate], names: list[str]) -> None:
    assert [one.text for one in without_counted_numbers(titles)] == names
