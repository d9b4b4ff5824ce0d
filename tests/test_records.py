from __future__ import annotations

from nrm.findings import finding
from nrm.model import Box, Provenance, Region
from nrm.records import findings_rows, provenance_object
from nrm.schema import check_record


def test_a_finding_without_edition_or_page_has_none() -> None:
    twice = [finding("not-an-nml", file="x.pdf"), finding("not-an-nml", file="x.pdf")]
    (row,) = findings_rows(twice, sample=True)
    check_record("findings", row)
    assert (row["list_year"], row["page"], row["text"]) == (None, None, None)
    assert row["file"] == "x.pdf"


def test_boxes_are_plain_hundredths() -> None:
    box = Box(-0.001, 1.23456, 2, 3.999)
    made = provenance_object(Provenance("ab", (Region(1, "", box),)))
    assert repr(made) == ("{'sha256': 'ab', 'regions': [{'page': 1, 'printed': '', 'box': [0.0, 1.23, 2.0, 4.0]}]}")
