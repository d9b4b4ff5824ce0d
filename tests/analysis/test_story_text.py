from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.analysis.presence import State
from nrm.analysis.story_text import drawing, sentences

STATES: dict[str, State] = {"#": "listed", ".": "absent", "?": "unknown"}

CASES = [
    (
        "##....##",
        (),
        "On the lists of 2010 and 2011; what came before 2010 is unknown. "
        "Absent from four editions (2012–2015), relisted in 2016. "
        "On the lists of 2016 and 2017. Listed in 2017, the newest edition of the corpus.",
    ),
    (
        "##.?..#.",
        (),
        "On the lists of 2010 and 2011; what came before 2010 is unknown. "
        "Absent from three editions (2012, 2014 and 2015), not established for 2013, relisted in 2016. "
        "Delisted in 2017; absent from 2017.",
    ),
    (
        "##...?#",
        (),
        "On the lists of 2010 and 2011; what came before 2010 is unknown. "
        "Absent from three editions (2012–2014), not established for 2015; relisted, and on the list of 2016. "
        "Listed in 2016, the newest edition of the corpus.",
    ),
    (
        ".#?#",
        (),
        "First listed in 2011. Not established for 2012, listed again in 2013. "
        "Listed in 2013, the newest edition of the corpus.",
    ),
    (".#?", (), "First listed in 2011. Not established for 2012, up to the newest edition of the corpus."),
    (
        ".#?.",
        (),
        "First listed in 2011. Off the list by 2013 at the latest; absent from 2013, not established for 2012.",
    ),
    ("?#.", (), "Listed in 2011; not established for 2010. Delisted in 2012; absent from 2012."),
    ("#.", (2009,), "Listed in 2010; not established for 2009. Delisted in 2011; absent from 2011."),
    (".###.", (), "First listed in 2011. On the lists of 2011–2013. Delisted in 2014; absent from 2014."),
]


@pytest.mark.parametrize(("marks", "earlier", "expected"), CASES)
def test_sentences(marks: str, earlier: tuple[int, ...], expected: str) -> None:
    years = range(2010, 2010 + len(marks))
    found = sentences(years, [STATES[mark] for mark in marks], earlier_missing=earlier)
    assert " ".join(found) == expected


@given(st.lists(st.sampled_from(["listed", "absent", "unknown"]), min_size=1, max_size=15))
def test_the_drawing_puts_each_mark_under_its_year(states: list[State]) -> None:
    years = range(2010, 2010 + len(states))
    head, *marks = drawing(list(zip(years, states, strict=True))).split("\n")
    for year, state in zip(years, states, strict=True):
        under = marks[0].ljust(len(head))[head.index(str(year)) :][:4].strip()
        assert STATES[{"■": "#", "·": ".", "?": "?"}[under]] == state
