from __future__ import annotations

import copy
from typing import Any

import pytest

from nrm.errors import BadTable
from nrm.json_shapes import check_document, shape, shapes

DIFF: dict[str, Any] = {
    "schema": "nrm.diff/1",
    "sample": True,
    "added": [],
    "relisted": [
        {
            "market_id": "fair-windhoek",
            "name": "The Fair",
            "kind": "physical",
            "country": "NA",
            "gap": 4,
            "last_list_year": 2011,
        }
    ],
    "removed": [{"market_id": "x", "name": "X", "kind": "online", "country": None}],
    "retained": [
        {
            "market_id": "y",
            "name": "Y",
            "kind": "online",
            "country": "",
            "gap": None,
            "changes": [{"field": "name", "old": "Why", "new": "Y"}],
        }
    ],
    "not_established": [],
}


def test_a_whole_document_passes_and_may_say_more() -> None:
    check_document(DIFF)
    check_document(DIFF | {"old": 2015, "new": 2016})


@pytest.mark.parametrize(
    ("path", "value", "message"),
    [
        (("schema",), "nrm.diff/2", "schema is 'nrm.diff/2'"),
        (("sample",), "yes", "sample is 'yes'"),
        (("added",), None, r"nrm\.diff/1\.added is no list"),
        (("relisted", 0, "gap"), 0, r"relisted\[0\]\.gap is 0, less than 1"),
        (("removed", 0, "kind"), "shop", r"removed\[0\]\.kind is 'shop'"),
        (("removed", 0), "x", r"removed\[0\] is no object"),
        (("retained", 0, "changes", 0, "field"), "", r"changes\[0\]\.field must not be empty"),
    ],
)
def test_what_is_wrong_is_named(path: tuple[Any, ...], value: object, message: str) -> None:
    document = copy.deepcopy(DIFF)
    place: Any = document
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(BadTable, match=message):
        check_document(document)


@pytest.mark.parametrize("field", ["sample", "schema", "added", "retained"])
def test_what_is_missing_is_named(field: str) -> None:
    document = {name: value for name, value in DIFF.items() if name != field}
    with pytest.raises(BadTable, match=field):
        check_document(document)


def test_years_are_numbers_in_json() -> None:
    row: dict[str, object] = {
        "row": 1,
        "input": "fair.example",
        "market_id": "",
        "name": None,
        "list_years": [2010, 2011],
        "current": None,
        "evidence": "exact domain",
        "score": None,
        "matched": "fair.example",
        "page_year": 2011,
        "page": 3,
        "printed_page": "1",
        "address": "",
    }
    document = {"schema": "nrm.screen/1", "sample": False, "column": "", "newest": 2011, "notices": [], "rows": [row]}
    check_document(document)
    row["list_years"] = ["2010"]
    with pytest.raises(BadTable, match="list_years"):
        check_document(document)


def test_every_command_that_prints_data_has_a_shape() -> None:
    commands = "list show diff build verify chart tag corroborate screen search kwic terms keyness comentions reuse"
    assert set(commands.split()) <= shapes().keys()
    assert shape("list").schema == "nrm.list/1"
    with pytest.raises(BadTable, match="no JSON shape"):
        shape("fly")
