"""What each figure notices."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from tests.fuzz.score import FIGURES, score

ONLINE: dict[str, Any] = {
    "name": "Korvat", "kind": "online", "country": "", "city": "", "based_in": "LV",
    "domains": ["korvat.test", "korvat.example"], "category": "Linking", "page": 3,
    "first": "It began in May.", "last": "It ended in June.",
    "text": "It began in May. It went on. It ended in June.",
}  # fmt: skip
PHYSICAL: dict[str, Any] = {
    "name": "Zelm Bazaar", "kind": "physical", "country": "KG", "city": "Osh", "based_in": "",
    "domains": [], "category": "", "page": 4, "first": "Stalls are many.", "last": "Buyers are few.",
    "text": "Stalls are many. Buyers are few.",
}  # fmt: skip
TRUTH: dict[str, Any] = {
    "entries": [ONLINE, PHYSICAL],
    "elsewhere": ["Another chapter says so."],
    "footnotes": ["See the annual survey, p. 4."],
    "furniture": ["Notorious Markets Review"],
}


def read(row: dict[str, Any], **changed: Any) -> SimpleNamespace:
    """The row as a perfect extractor would give it, but for what is changed."""
    return SimpleNamespace(**{**row, "page_first": row["page"], "heading": row["name"], **changed})


def judged(*entries: SimpleNamespace) -> dict[str, float]:
    return score(SimpleNamespace(entries=entries), TRUTH).figures


def test_a_perfect_report_is_perfect() -> None:
    assert judged(read(ONLINE), read(PHYSICAL)) == dict.fromkeys(FIGURES, 1.0)


def test_nothing_found_is_no_recall() -> None:
    figures = judged()
    assert figures["recall"] == figures["whole"] == figures["domains"] == 0.0


@pytest.mark.parametrize(
    ("change", "figure", "value"),
    [
        ({"name": "KORVAT"}, "recall", 1.0),
        ({"name": "Kórvat"}, "recall", 0.5),
        ({"kind": "physical"}, "recall", 0.5),
        ({"name": "Other"}, "precision", 0.5),
        ({"based_in": "EE"}, "based_in", 0.0),
        ({"based_in": ""}, "based_in", 0.0),
        ({"domains": ["korvat.test"]}, "domains", 2 / 3),
        ({"category": ""}, "category", 0.0),
        ({"page_first": 4}, "page", 0.5),
        ({"text": "It began in May. It went on."}, "whole", 0.5),
        ({"text": ONLINE["text"] + " Stalls are many."}, "clean", 0.5),
        ({"text": ONLINE["text"] + " See the annual survey, p. 4."}, "clean", 0.5),
        ({"text": "It began in May. 7 It went on. It ended in June."}, "verbatim", 0.5),
        ({"text": "Korvat " + ONLINE["text"]}, "verbatim", 1.0),
        ({"text": "It be-\ngan in May. It went on. It ended in June."}, "whole", 1.0),
    ],
)
def test_a_figure_notices(change: dict[str, Any], figure: str, value: float) -> None:
    assert judged(read(ONLINE, **change), read(PHYSICAL))[figure] == pytest.approx(value)


@pytest.mark.parametrize("change", [{"country": "KZ"}, {"city": ""}])
def test_the_place_of_a_physical_market_counts(change: dict[str, str]) -> None:
    figures = judged(read(ONLINE), read(PHYSICAL, **change))
    assert figures[next(iter(change))] == 0.0


def test_differences_name_the_entry() -> None:
    tally = score(SimpleNamespace(entries=[read(ONLINE, based_in="EE")]), TRUTH)
    assert any("Zelm Bazaar" in line for line in tally.differences)
    assert any("based_in of 'Korvat'" in line for line in tally.differences)
