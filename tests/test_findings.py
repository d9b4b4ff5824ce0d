from __future__ import annotations

import pytest

from nrm.errors import BadTable
from nrm.findings import finding
from nrm.schema import findings


def test_severity_and_advice_come_from_the_schema() -> None:
    made = finding("contents-only", list_year=2016, file="nml.pdf", page=4, text="The Fair")
    known = findings()["contents-only"]
    assert (made.severity, made.hint) == (known.severity, known.hint)
    assert (made.list_year, made.file, made.page, made.text) == (2016, "nml.pdf", 4, "The Fair")
    assert made.finding_id.startswith("2016-contents-only-")


def test_equal_findings_have_one_id_and_others_another() -> None:
    ids = [
        finding("empty-page", list_year=2016, page=1).finding_id,
        finding("empty-page", list_year=2016, page=1, hint="Look.").finding_id,
        finding("empty-page", list_year=2016, page=2).finding_id,
        finding("empty-page", list_year=2017, page=1).finding_id,
    ]
    assert ids[0] == ids[1]
    assert len(set(ids)) == 3


def test_advice_can_be_given_and_codes_cannot_be_invented() -> None:
    assert finding("empty-page", hint="Look at page 3.").hint == "Look at page 3."
    with pytest.raises(BadTable, match="no finding code 'strange'"):
        finding("strange")
