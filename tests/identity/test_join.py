"""Joining candidates: the strongest evidence first, whatever the order."""

from __future__ import annotations

from itertools import permutations

from nrm.identity.aliases import read
from nrm.identity.candidates import Candidate, candidate
from nrm.identity.join import join

from .conftest import MakeEntry

EMPTY = read("")


def _candidate(entry: MakeEntry, year: int, name: str, *domains: str) -> Candidate:
    made = entry(year, name, domains)
    return candidate(made, name, tuple(domains), EMPTY)


def _names(candidates: list[Candidate]) -> list[list[str]]:
    groups, _ = join(candidates)
    return [[one.name for one in group.members] for group in groups]


def test_a_domain_that_two_of_an_edition_claim_joins_neither_in_any_order(
    entry: MakeEntry,
) -> None:
    candidates = [
        _candidate(entry, 2030, "Zedflix", "zedflix.to"),
        _candidate(entry, 2031, "Yonderbox", "yonderbox.to", "zedflix.to"),
        _candidate(entry, 2031, "Xanadu", "xanadu.net", "zedflix.to"),
        _candidate(entry, 2032, "Yonderbox"),
    ]
    assert {str(_names(list(order))) for order in permutations(candidates)} == {
        "[['Zedflix'], ['Xanadu'], ['Yonderbox', 'Yonderbox']]"
    }


def test_a_domain_given_first_counts_more_than_a_related_one(entry: MakeEntry) -> None:
    found = _names(
        [
            _candidate(entry, 2030, "Zedflix", "zedflix.to"),
            _candidate(entry, 2031, "A Mirror", "a.net", "zedflix.to"),
            _candidate(entry, 2031, "New Name", "zedflix.to"),
        ]
    )
    assert found == [["Zedflix", "New Name"], ["A Mirror"]]


def test_why_is_kept_and_what_was_refused_too(entry: MakeEntry) -> None:
    groups, refused = join(
        [
            _candidate(entry, 2030, "Zedflix", "zedflix.to"),
            _candidate(entry, 2031, "ZEDFLIX"),
            _candidate(entry, 2030, "Yonderbox", "yonderbox.to", "zedflix.to"),
        ]
    )
    assert [it.why for group in groups for it in group.joins] == ["same name"]
    assert [it.why for it in refused] == ["same registered domain zedflix.to"]
