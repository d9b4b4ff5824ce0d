from __future__ import annotations

import pytest

from nrm.analysis.coverage import Coverage
from nrm.analysis.text.appearance import Appearance, appearance
from nrm.analysis.text.coverage import text_coverage
from tests.analysis.text.made_up_corpus import Said, made_up_corpus

WORDS: dict[str, Coverage] = {"c": "complete", "p": "partial", "-": "missing"}


@pytest.mark.parametrize(
    ("coverage", "years", "first", "last"),
    [
        ("ccccc", [1, 2], (1, True), (2, True)),
        ("ccccc", [0, 4], (0, False), (4, False)),
        ("pcccc", [2], (2, False), (2, True)),
        ("c-ccc", [2], (2, False), (2, True)),
        ("ccc-c", [2], (2, True), (2, False)),
        ("cccpc", [1], (1, True), (1, False)),
        ("c-ccc", [0, 3], (0, False), (3, True)),
        ("ccccc", [], (None, False), (None, False)),
    ],
)
def test_first_and_last(
    coverage: str, years: list[int], first: tuple[int | None, bool], last: tuple[int | None, bool]
) -> None:
    known = {year: WORDS[mark] for year, mark in enumerate(coverage)}
    assert appearance(years, known) == Appearance(*first, *last)


def test_an_edition_proves_absence_of_words_only_where_all_of_it_was_read() -> None:
    corpus = made_up_corpus(
        [Said(year, "words") for year in (2010, 2011, 2012, 2014)],
        missing=[2013],
        partial=[2011],
        findings=[("partial-page", 2012), ("empty-page", 2014)],
    )
    assert text_coverage(corpus) == {
        2010: "complete",
        2011: "partial",
        2012: "partial",
        2013: "missing",
        2014: "complete",
    }
