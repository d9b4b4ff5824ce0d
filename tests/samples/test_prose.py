"""The samples' prose: repeatable, kept and changed from year to year, and silent on the entries' own affairs."""

from __future__ import annotations

import pytest

from .facts import editions, listings
from .prose import entry_paragraphs, fill, invented_names

MARKETS = sorted({listing.name for listing in listings()})[::9]


def sentences(market: str, year: int) -> list[str]:
    return [sentence for paragraph in entry_paragraphs("online", market, year) for sentence in paragraph]


def test_sentences_are_kept_changed_and_added_over_the_years() -> None:
    kept = changed = added = 0
    for market in MARKETS:
        for year in range(2010, 2024):
            old, new = set(sentences(market, year)), set(sentences(market, year + 1))
            kept += len(old & new)
            changed += len(old - new)
            added += len(new) > len(old)
    assert kept > 5 * changed > 0
    assert added > 0


@pytest.mark.parametrize("kind", ["online", "physical"])
def test_an_entry_has_several_paragraphs_and_says_nothing_twice(kind: str) -> None:
    for market in MARKETS:
        paragraphs = entry_paragraphs(kind, market, 2024)
        said = [sentence for paragraph in paragraphs for sentence in paragraph]
        assert len(paragraphs) >= 2
        assert len(said) == len(set(said)) >= 5


def test_prose_names_no_market_of_the_facts() -> None:
    own = {name for listing in listings() for name in listing.names if len(name) > 3}
    for market in MARKETS:
        text = " ".join(sentences(market, 2024))
        assert not [name for name in own if name in text]


def test_invented_names_are_unlike_every_listed_name_and_domain() -> None:
    listed = {name.casefold() for listing in listings() for name in (*listing.names, *listing.domains)}
    assert not listed & {name.casefold() for name in invented_names()}


def test_filling_is_settled_by_its_key() -> None:
    template = "{office_cap} wrote to {site} in {month}."
    assert fill(template, "a") == fill(template, "a")
    assert len({fill(template, str(i)) for i in range(40)}) > 20
    with pytest.raises(KeyError, match="no_such_slot"):
        fill("{no_such_slot}", "a")


def test_joint_headings_count_once_for_each_market() -> None:
    held = {year: (edition.held("online"), edition.held("physical")) for year, edition in editions().items()}
    assert held[2019] == (38, 19)
    assert held[2021] == (42, 23)
    assert sum(len(listing.names) > 1 for listing in listings()) == 7
