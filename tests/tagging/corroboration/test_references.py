"""Where a sentence means the list, and the years beside its name."""

from __future__ import annotations

import pytest

from nrm.tagging.corroboration.references import find_references, years_in

NAMES = [
    ("in the 2024 Review of Notorious Markets for Counterfeiting and Piracy (Notorious Markets List) too", (2024,)),
    ("the 2024 Notorious Markets for Counterfeiting and Piracy (Notorious Markets List)", (2024,)),
    ("the 2016 Out-of-Cycle Review of Notorious Markets", (2016,)),
    ("the 2015 Special 301 Out‑of‑Cycle Review of Notorious Markets", (2015,)),
    ("the 2013 Special 301 Out-of-Cycle Review (OCR) of Notorious Markets", (2013,)),
    ("the 2013 and 2014 Notorious Markets Lists", (2013, 2014)),
    ("the Notorious Markets List for 2016", (2016,)),
    ("the 2011 to 2013 Notorious Market Lists", (2011, 2012, 2013)),
    ("the Notorious Markets Report", ()),
    ("the 2020 NML", (2020,)),
    ("the 2012 list of notorious markets", (2012,)),
    ("the notorious markets list", ()),
    ("named as a notorious market in the 2013 Review of Notorious Markets", (2013,)),
    ("the February 2011 Notorious Markets List", ()),
]


@pytest.mark.parametrize(("text", "years"), NAMES, ids=[text for text, _ in NAMES])
def test_names_of_the_list(text: str, years: tuple[int, ...]) -> None:
    references = find_references(text, known_before=False)
    assert references[0].years == years
    assert references[0].named


@pytest.mark.parametrize(
    "text",
    [
        "notorious online pirate sites",
        "the Watch List",
        "the list",
        "a notorious place for fakes",
        "the Special 301 Report",
        "the 2024 Special 301 Review",
    ],
)
def test_other_words(text: str) -> None:
    assert find_references(text, known_before=False) == []


def test_the_list_alone_needs_an_earlier_mention() -> None:
    assert [r.named for r in find_references("the List names it", known_before=True)] == [False]
    assert len(find_references("The Notorious Markets List came out; the list is long.", known_before=False)) == 2


def test_years() -> None:
    assert years_in("2013, 2014, and 2016") == (2013, 2014, 2016)
    assert years_in("2013 through 2016") == (2013, 2014, 2015, 2016)
