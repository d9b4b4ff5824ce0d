"""Organisations in text."""

from __future__ import annotations

import pytest

from nrm.tagging.organisations import find_organisations, organisations

CASES = [
    ("the Office of the U.S. Trade Representative said", [("Office of the U.S. Trade Representative", "ustr")]),
    ("the United States\nTrade Representative", [("United States\nTrade Representative", "ustr")]),
    ("USTR’s list", [("USTR", "ustr")]),
    ("Alibaba’s Taobao, Alibaba Group", [("Alibaba", "alibaba"), ("Alibaba Group", "alibaba")]),
    ("MPA, RIAA and IIPA", [("MPA", "mpa"), ("RIAA", "riaa"), ("IIPA", "iipa")]),
    ("WIPO, Europol, EUROPOL, the FBI, Interpol", None),
    ("the Amazon rainforest, the Brazilian Amazon", []),
    ("sold on Amazon", [("Amazon", "amazon")]),
    ("who is an ace in fact; the brein; react", []),
    ("an esa of the fbi", []),
    ("the motion picture association", []),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text for text, _ in CASES])
def test_finds_organisations(text: str, expected: list[tuple[str, str]] | None) -> None:
    found = [(text[s.start : s.end], s.norm) for s in find_organisations(text)]
    if expected is None:
        assert [norm for _, norm in found] == ["wipo", "europol", "europol", "fbi", "interpol"]
    else:
        assert found == expected


def test_every_form_finds_its_own_row() -> None:
    for row in organisations():
        for form in (*row.names, *row.exact):
            text = f"It was {form} that said so."
            assert [s.norm for s in find_organisations(text)] == [row.org_id], form
