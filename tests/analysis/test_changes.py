from __future__ import annotations

from typing import Any

import pytest

from nrm.analysis.changes import changes

LISTING: dict[str, Any] = {
    "name": "Tank Road",
    "country": "IN",
    "city": "Delhi",
    "kind": "physical",
    "category": "",
    "based_in": "",
    "domains": (),
}

CASES = [
    ({}, {}, ""),
    ({"name": "1337X"}, {"name": "1337x"}, ""),
    ({"name": "Feria Barrio Polvora"}, {"name": "Feria Barrio Pólvora"}, ""),
    ({"name": "Egy.Best"}, {"name": "EgyBest"}, ""),
    ({}, {"name": "Gaffar Market"}, "renamed: Tank Road → Gaffar Market"),
    ({}, {"city": "New Delhi"}, "moved: Delhi → New Delhi"),
    ({}, {"kind": "online"}, "moved: physical → online"),
    ({}, {"city": ""}, "city no longer stated: Delhi"),
    ({}, {"based_in": "CN"}, "based_in newly stated: CN"),
    ({}, {"based_in": None}, ""),
    ({"domains": ("a.com",)}, {"domains": "A.com"}, ""),
    ({"domains": ("a.com", "b.com")}, {"domains": ("b.com", "c.com")}, "domains: +c.com, −a.com"),
    ({}, {"domains": ("c.com",)}, "domains newly stated: c.com"),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES)
def test_changes_between_two_listings(old: dict[str, Any], new: dict[str, Any], expected: str) -> None:
    found = changes(LISTING | old, LISTING | new, "Same text.", "Same text.")
    assert "; ".join(map(str, found)) == expected


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("One text.", "One  text.", ""),
        ("One text.", "Another text.", "reworded (50% alike)"),
        ("", "One text.", "text newly stated"),
        ("One text.", "", "text no longer stated"),
        ("", "", ""),
    ],
)
def test_changes_of_wording(old: str, new: str, expected: str) -> None:
    assert "; ".join(map(str, changes(LISTING, LISTING, old, new))) == expected


def test_a_rewording_as_json_has_its_pieces() -> None:
    (change,) = changes(LISTING, LISTING, "One text.", "Another text.")
    assert change.as_json() == {
        "field": "text",
        "what": "reworded",
        "old": "One text.",
        "new": "Another text.",
        "similarity": 0.5,
        "redline": [
            {"op": "deleted", "text": "One"},
            {"op": "inserted", "text": "Another"},
            {"op": "same", "text": "text."},
        ],
    }
