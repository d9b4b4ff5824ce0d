"""Values as JSON and back: nothing is lost on the way."""

from __future__ import annotations

import json

import pytest

from nrm.model import Box, Edition, Finding, Mention, Provenance, Region, Report
from nrm.stages.plain_values import plain, value_of
from nrm.stages.read_file import FileRead


def test_reports_come_back_as_they_were(sample_reads: tuple[FileRead, ...]) -> None:
    for found in sample_reads[::5]:
        assert value_of(FileRead, json.loads(json.dumps(plain(found)))) == found


@pytest.mark.parametrize(
    "value",
    [
        Region(1, "iv", Box(1.0, 2.5, 3.0, 4.0)),
        Provenance("ab", (Region(1, "", Box(0, 0, 1, 1)), Region(2, "2", Box(0, 0, 1, 1)))),
        Edition(2016, "Title", "", "x.pdf", "ab", 4, False, declared_online=None, declared_physical=3),
        Finding("a", "b", "warning", 2016, "x.pdf", 3, "text", "hint"),
        Mention("a", "b", "", 2016, "results", "MARKET", "", "Name", "name", 0, 4, 1),
    ],
)
def test_a_value_comes_back_as_it_was(value: object) -> None:
    assert value_of(type(value), json.loads(json.dumps(plain(value)))) == value


@pytest.mark.parametrize("given", [[], [1], None, "text", [1, 2, 3, 4, 5, 6]])
def test_what_is_no_such_value_is_an_error(given: object) -> None:
    with pytest.raises((TypeError, ValueError)):
        value_of(Report, given)
