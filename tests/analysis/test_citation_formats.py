from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.analysis.citation import Reference
from nrm.analysis.citation_formats import FACSIMILE, as_bibtex, as_csl, as_row, as_text
from nrm.json_shapes import check_document

EDITION = Reference(
    list_year=2016,
    title="2016 Review of Notorious Markets",
    published="2016-12-21",
    url="https://ustr.gov/a%20(b)_c.pdf",
    address_seen=False,
    file="2016.pdf",
    sha256="a" * 64,
    sample=False,
)
ENTRY = replace(EDITION, market_id="shop", entry="Shop.com", pages=((12, "10"), (13, "11")), accessed="2026-05-03")
UNESCAPED = {r"\textbackslash{}": "\\", r"\textbraceleft{}": "{", r"\textbraceright{}": "}"}
UNESCAPED |= {r"\textasciitilde{}": "~", r"\textasciicircum{}": "^"}

TEXTS = [
    (
        EDITION,
        "Office of the United States Trade Representative, 2016 Review of Notorious Markets "
        "(Washington, DC, 21 December 2016), https://ustr.gov/a%20(b)_c.pdf",
    ),
    (
        ENTRY,
        "“Shop.com”, in Office of the United States Trade Representative, 2016 Review of Notorious Markets "
        "(Washington, DC, 21 December 2016), pp. 10–11 (PDF pp. 12–13), https://ustr.gov/a%20(b)_c.pdf, "
        "accessed 3 May 2026",
    ),
    (
        replace(EDITION, pages=((12, "10"),), url="", published=""),
        "Office of the United States Trade Representative, 2016 Review of Notorious Markets "
        "(Washington, DC), p. 10 (PDF p. 12)",
    ),
    (
        replace(EDITION, pages=((12, "12"),), url=""),
        "Office of the United States Trade Representative, 2016 Review of Notorious Markets "
        "(Washington, DC, 21 December 2016), p. 12",
    ),
    (
        replace(EDITION, pages=((12, ""), (13, "11")), url=""),
        "Office of the United States Trade Representative, 2016 Review of Notorious Markets "
        "(Washington, DC, 21 December 2016), PDF pp. 12–13",
    ),
    (
        replace(ENTRY, sample=True, url="", accessed=""),
        "[SAMPLE DATA: facsimile, not to be cited] “Shop.com”, in 2016 Review of Notorious Markets, "
        "pp. 10–11 (PDF pp. 12–13)",
    ),
]


@pytest.mark.parametrize(("found", "expected"), TEXTS)
def test_as_text(found: Reference, expected: str) -> None:
    assert as_text(found) == expected
    assert str(found) == expected


def fields(bibtex: str) -> dict[str, str]:
    return dict(re.findall(r"^  (\w+) = (.*),$", bibtex, re.MULTILINE))


def test_an_edition_in_bibtex() -> None:
    assert as_bibtex(EDITION).startswith("@techreport{ustr-nml-2016,\n")
    assert fields(as_bibtex(EDITION)) == {
        "author": "{{Office of the United States Trade Representative}}",
        "title": "{{2016 Review of Notorious Markets}}",
        "institution": "{Office of the United States Trade Representative}",
        "address": "{Washington, DC}",
        "year": "{2016}",
        "month": "dec",
        "day": "{21}",
        "url": "{https://ustr.gov/a%20(b)_c.pdf}",
    }


def test_an_entry_in_bibtex() -> None:
    found = fields(as_bibtex(ENTRY))
    assert as_bibtex(ENTRY).startswith("@incollection{ustr-nml-2016-shop,\n")
    assert (found["title"], found["booktitle"]) == ("{{Shop.com}}", "{{2016 Review of Notorious Markets}}")
    assert (found["pages"], found["note"]) == ("{10--11}", "{PDF pp. 12–13}")
    assert found["urldate"] == "{2026-05-03}"


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1))
def test_any_name_can_be_told_from_its_bibtex(name: str) -> None:
    title = fields(as_bibtex(replace(ENTRY, entry=name)))["title"]
    assert title.count("{") == title.count("}")
    written = title.removeprefix("{{").removesuffix("}}")
    read = re.sub(r"\\text\w+\{\}|\\[&%$#_]", lambda m: UNESCAPED.get(m[0], m[0][1:]), written)
    assert read == name


def test_a_brace_in_an_address_does_not_end_it() -> None:
    assert fields(as_bibtex(replace(EDITION, url="https://x.org/{a} b")))["url"] == "{https://x.org/%7Ba%7D%20b}"


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("bibtex") is None, reason="bibtex is not installed")
def test_bibtex_itself_reads_it(tmp_path: Path) -> None:
    made = [EDITION, replace(ENTRY, entry="50% & {up}_#1\\"), replace(EDITION, list_year=2017, sample=True)]
    (tmp_path / "refs.bib").write_text("\n\n".join(map(as_bibtex, made)), "utf-8")
    (tmp_path / "a.aux").write_text("\\citation{*}\n\\bibstyle{plain}\n\\bibdata{refs}\n", "utf-8")
    ran = subprocess.run(["bibtex", "a"], cwd=tmp_path, capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stdout
    assert "Warning" not in ran.stdout
    written = " ".join((tmp_path / "a.bbl").read_text("utf-8").split())
    assert r"50\% \& \textbraceleft{}up\textbraceright{}\_\#1\textbackslash{}" in written
    assert "pages 10--11" in written


def test_an_entry_in_csl() -> None:
    office = "Office of the United States Trade Representative"
    assert as_csl(ENTRY) == {
        "id": "ustr-nml-2016-shop",
        "type": "chapter",
        "title": "Shop.com",
        "container-title": "2016 Review of Notorious Markets",
        "author": [{"literal": office}],
        "publisher": office,
        "publisher-place": "Washington, DC",
        "issued": {"date-parts": [[2016, 12, 21]]},
        "page": "10-11",
        "URL": "https://ustr.gov/a%20(b)_c.pdf",
        "accessed": {"date-parts": [[2026, 5, 3]]},
        "note": "PDF pp. 12–13",
    }
    assert as_csl(EDITION)["type"] == "report"


def test_a_facsimile_says_so_in_its_title_and_claims_no_publisher() -> None:
    sample = replace(ENTRY, sample=True, url="")
    for text in (fields(as_bibtex(sample))["title"], as_csl(sample)["title"], as_text(sample)):
        assert FACSIMILE in text
    assert as_bibtex(sample).startswith("@misc{facsimile-nml-2016-shop,")
    for text in (as_bibtex(sample), str(as_csl(sample)), as_text(sample)):
        assert "Trade Representative" not in text
        assert "issued" not in text
    assert "SAMPLE DATA" in sample._repr_html_()


@pytest.mark.parametrize("found", [EDITION, ENTRY, replace(ENTRY, sample=True), replace(EDITION, published="", url="")])
def test_the_row_has_the_shape_of_the_command(found: Reference) -> None:
    row = as_row(found)
    check_document({"schema": "nrm.cite/1", "sample": found.sample, "rows": [row]})
    assert row["citable"] is not found.sample
    assert (row["text"], row["bibtex"], row["csl"]) == (as_text(found), as_bibtex(found), as_csl(found))
