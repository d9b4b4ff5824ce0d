from __future__ import annotations

import csv
import datetime
import io
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from nrm.corpus import Corpus
from nrm.errors import NrmError, UnknownName
from nrm.frames import frame
from nrm.publish.exports import FORMS, export
from nrm.publish.exports.flat_tables import flat_tables
from nrm.publish.tables_once import TablesOnce
from nrm.schema import tables
from tests.publish.made_up import made_up_frames, made_up_records

URL = "https://ustr.example/nml.pdf"


@pytest.fixture
def corpus() -> Corpus:
    """The made-up corpus with an official address, and an entry whose name is a formula."""
    records = made_up_records(sample=False)
    records["editions"] = [row | {"source_url": URL} for row in records["editions"]]
    records["entries"] = [row | {"name": '=HYPERLINK("x")'} for row in records["entries"]]
    return Corpus.of({name: frame(name, rows) for name, rows in records.items()}, sample=False)


@pytest.fixture
def book(corpus: Corpus, tmp_path: Path) -> Any:
    pytest.importorskip("xlsxwriter", reason="an extra")
    calamine = pytest.importorskip("python_calamine", reason="an extra")
    export(corpus, "xlsx", tmp_path / "nrm.xlsx")
    return calamine.CalamineWorkbook.from_path(str(tmp_path / "nrm.xlsx"))


def test_a_workbook_has_a_sheet_for_each_table_with_every_row(book: Any) -> None:
    assert book.sheet_names == ["about", *tables()]
    for name, records in made_up_records(sample=False).items():
        assert len(book.get_sheet_by_name(name).to_python()) == len(records) + 1, name


def test_numbers_dates_and_truths_are_what_they_are(book: Any) -> None:
    head, first, second = book.get_sheet_by_name("editions").to_python()
    edition = dict(zip(head, first, strict=True))
    assert edition["list_year"] == 2016
    assert edition["published"] == datetime.date(2016, 12, 21)
    assert edition["sample"] is False
    assert edition["contents_only"] == "A; B"
    assert dict(zip(head, second, strict=True))["pages"] == ""
    head, listing = book.get_sheet_by_name("listings").to_python()
    assert dict(zip(head, listing, strict=True))["country"] == "NA"


def test_a_workbook_runs_no_formula_and_links_to_the_page(book: Any, tmp_path: Path) -> None:
    head, entry = book.get_sheet_by_name("entries").to_python()
    assert dict(zip(head, entry, strict=True))["name"] == '=HYPERLINK("x")'
    with zipfile.ZipFile(tmp_path / "nrm.xlsx") as archive:
        sheets = {name: archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))}
    assert not any("<f>" in text for text in sheets.values())
    assert sum(text.count(URL) for name, text in sheets.items() if name.endswith(".rels")) >= 3
    linked = [text for text in sheets.values() if 'location="page=3"' in text]
    assert linked
    assert all("<autoFilter" in text and 'state="frozen"' in text for text in linked)


def test_the_same_build_gives_the_same_bytes(corpus: Corpus, tmp_path: Path) -> None:
    for form in FORMS:
        for name in ("one", "two"):
            export(corpus, form, tmp_path / f"{name}.{form}")
        assert (tmp_path / f"one.{form}").read_bytes() == (tmp_path / f"two.{form}").read_bytes()


def test_csv_for_spreadsheets_is_defused_and_says_what_it_is(corpus: Corpus, tmp_path: Path) -> None:
    assert export(corpus, "csv", tmp_path / "nrm.zip", ["entries", "passages"]) == {"entries": 1, "passages": 3}
    with zipfile.ZipFile(tmp_path / "nrm.zip") as archive:
        assert archive.namelist() == ["about.txt", "entries.csv", "passages.csv"]
        assert "violation of law" in archive.read("about.txt").decode()
        raw = archive.read("entries.csv").decode()
        passages = list(csv.DictReader(io.StringIO(archive.read("passages.csv").decode("utf-8-sig"), newline="")))
    assert raw.startswith("\ufeffentry_id,")
    assert next(csv.DictReader(io.StringIO(raw.removeprefix("\ufeff"), newline="")))["name"] == '\'=HYPERLINK("x")'
    assert [(row["page"], row["printed_page"]) for row in passages] == [("3", "iii")] * 3


def test_json_has_the_tables_as_they_are(corpus: Corpus, tmp_path: Path) -> None:
    export(corpus, "json", tmp_path / "nrm.json")
    document = json.loads((tmp_path / "nrm.json").read_text("utf-8"))
    assert document["sample"] is False
    assert document["tables"].keys() == tables().keys()
    assert document["tables"]["listings"][0]["domains"] == ["fair.example", "a\\; b"]
    assert document["tables"]["editions"][0]["published"] == "2016-12-21"


def test_links_lead_to_the_page_of_the_official_pdf(corpus: Corpus) -> None:
    links = {table.name: table.links for table in flat_tables(TablesOnce(corpus), tables())}
    assert links["listings"] == (f"{URL}#page=3",)
    assert links["passages"] == (f"{URL}#page=3",) * 3
    assert set(links["markets"]) == {""}


def test_samples_and_what_is_not_established_are_told(tmp_path: Path) -> None:
    export(Corpus.of(made_up_frames(sample=True), sample=True), "csv", tmp_path / "nrm.zip")
    with zipfile.ZipFile(tmp_path / "nrm.zip") as archive:
        about = archive.read("about.txt").decode()
    assert "SAMPLE DATA" in about
    assert "Not established: Not in this corpus: 2017." in about


def test_nothing_is_overwritten_unasked_and_trouble_is_clear(corpus: Corpus, tmp_path: Path) -> None:
    mine = tmp_path / "nrm.json"
    mine.write_text("mine")
    with pytest.raises(NrmError, match="is there already"):
        export(corpus, "json", mine)
    assert mine.read_text() == "mine"
    export(corpus, "json", mine, force=True)
    assert mine.read_text("utf-8").startswith("{")
    with pytest.raises(UnknownName, match="no table 'towns'"):
        export(corpus, "json", tmp_path / "a.json", ["towns"])
    with pytest.raises(UnknownName, match="no form 'pdf'"):
        export(corpus, "pdf", tmp_path / "a.pdf")
    for form in FORMS:
        with pytest.raises(NrmError, match="cannot be written"):
            export(corpus, form, tmp_path / "none" / f"a.{form}")
    assert [path.name for path in tmp_path.iterdir()] == ["nrm.json"]


def test_a_workbook_without_its_package_says_what_to_install(
    corpus: Corpus, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(NrmError, match=r"pip install 'nrm\[xlsx\]'"):
        export(corpus, "xlsx", tmp_path / "nrm.xlsx")
    assert not list(tmp_path.iterdir())
    assert export(corpus, "csv", tmp_path / "nrm.zip", ["events"]) == {"events": 1}
