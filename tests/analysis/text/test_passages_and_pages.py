"""The passages of each sample hold every letter of its running text, and no letter of its furniture or contents."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from nrm.analysis.text.passages import text_passages
from nrm.corpus import load
from nrm.pdf.page_texts import page_texts
from nrm.stages.discover import sample_files

FEWEST = 3
"""A line at the top or foot of so many pages is furniture."""


def letters(texts: Iterable[str]) -> Counter[str]:
    return Counter(letter for text in texts for letter in text.casefold() if letter.isalpha())


def edges(page: str) -> list[str]:
    """The first and the last two lines of a page."""
    lines = [line for line in page.splitlines() if line.strip()]
    return [*lines[:2], *lines[max(2, len(lines) - 2) :]]


def furniture(pages: Iterable[str]) -> list[str]:
    """The lines at the edges of pages that are the same but for numbers on several of them."""
    found = [(line, "".join(filter(str.isalpha, line))) for page in pages for line in edges(page)]
    counted = Counter(bare for _, bare in found)
    return [line for line, bare in found if bare and counted[bare] >= FEWEST]


@pytest.fixture(scope="module")
def passages_of(sample_build: Path) -> dict[int, list[dict[str, Any]]]:
    found: dict[int, list[dict[str, Any]]] = {}
    for row in load(sample_build).rows("passages"):
        found.setdefault(row["list_year"], []).append(row)
    return found


def test_every_letter_of_the_pages_is_in_a_passage_or_is_furniture_or_contents(
    passages_of: dict[int, list[dict[str, Any]]],
) -> None:
    """The pages are read by another reader than the one that made the passages."""
    with sample_files() as files:
        for year, file in zip(sorted(passages_of), files, strict=True):
            pages = dict(page_texts(file))
            rows = passages_of[year]
            told = {region["page"] for row in rows for region in row["provenance"]["regions"]}
            running = {number: page for number, page in pages.items() if number in told}
            contents = pages.keys() - running.keys()
            assert len(contents) <= 2
            assert all("contents" in pages[min(contents)].casefold() for _ in contents)
            expected = letters(running.values())
            expected.subtract(letters(furniture(running.values())))
            assert letters(row["text"] for row in rows) == +expected, year
            assert expected.total() > 10_000


def test_pieces_of_a_passage_stand_on_its_page(sample_build: Path) -> None:
    """The page of a passage's first words is the one that is given for them."""
    with sample_files() as files:
        pages = {2010 + n: {k: squeezed(text) for k, text in page_texts(file)} for n, file in enumerate(files)}
    for passage in text_passages(load(sample_build)):
        first = squeezed(passage.text)[:12]
        assert first in pages[passage.list_year][passage.region(0).page], passage.passage_id


def squeezed(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))
