"""The shipped sample editions: made by the generator, true to the facts, and right about themselves."""

from __future__ import annotations

import csv
import json
import re
import zlib
from collections import Counter
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import reportlab

from .fonts import FontMissing, same_files
from .layout import layout_of
from .make import MADE_WITH, make

SHIPPED = Path(__file__).parents[2] / "nrm" / "samples"
FACTS = Path(__file__).parent / "facts"
YEARS = range(2010, 2025)
# One edition set in a font that comes with matplotlib, one in a font of the system.
REMADE = (2010, 2019)


def facts(name: str, year: int) -> list[dict[str, str]]:
    with (FACTS / name).open(encoding="utf-8", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["list_year"] == str(year)]


def truth(year: int) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((SHIPPED / "truth" / f"{year}.json").read_text(encoding="utf-8"))
    return loaded


def pdf_path(year: int) -> Path:
    return SHIPPED / f"nml-{year}-facsimile.pdf"


def page_texts(year: int) -> list[str]:
    with pypdfium2.PdfDocument(pdf_path(year)) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def bare(text: str) -> str:
    """Text without spaces and without hyphens, so that line ends make no difference."""
    return re.sub(r"[\s\-\u00ad\u0002\ufffe]", "", text)


def need_same_fonts(year: int) -> None:
    family = layout_of(year).font
    try:
        same = same_files(family)
    except FontMissing as error:
        pytest.skip(str(error))
    if not same:
        pytest.skip(f"the fonts of family {family} here are of another version than those of the shipped files")


@pytest.mark.parametrize("year", REMADE)
def test_truth_is_what_the_generator_makes(year: int, tmp_path: Path) -> None:
    need_same_fonts(year)
    make(year, tmp_path)
    assert json.loads((tmp_path / "truth" / f"{year}.json").read_text(encoding="utf-8")) == truth(year)


@pytest.mark.parametrize("year", REMADE)
def test_pdf_is_what_the_generator_makes(year: int, tmp_path: Path) -> None:
    need_same_fonts(year)
    here = {"reportlab": reportlab.Version, "zlib": zlib.ZLIB_RUNTIME_VERSION}
    if here != MADE_WITH:
        pytest.skip(f"the shipped files were made with {MADE_WITH}, here is {here}")
    assert make(year, tmp_path).read_bytes() == pdf_path(year).read_bytes()


def test_the_same_edition_gives_the_same_bytes(tmp_path: Path) -> None:
    need_same_fonts(2010)
    assert make(2010, tmp_path / "one").read_bytes() == make(2010, tmp_path / "two").read_bytes()


@pytest.mark.parametrize("year", YEARS)
def test_every_row_of_the_facts_has_one_entry(year: int) -> None:
    def city(row: dict[str, str]) -> str:
        return "" if row["city"] in (row["name"], row["country_name"]) else row["city"]

    wanted = Counter(
        (row["name"], row["kind"], row["country"], row["country_name"], city(row), row["based_in"], row["domains"])
        for row in facts("listings.csv", year)
    )
    given = Counter(
        (e["name"], e["kind"], e["country"], e["country_name"], e["city"], e["based_in"], "; ".join(e["domains"]))
        for e in truth(year)["entries"]
    )
    assert given == wanted
    assert max(given.values()) == 1


@pytest.mark.parametrize("year", YEARS)
def test_categories_are_those_of_the_facts(year: int) -> None:
    entries = {(e["name"], e["kind"]): e["category"] for e in truth(year)["entries"]}
    for row in facts("listings.csv", year):
        if row["category"] or year > 2013:
            assert entries[row["name"], row["kind"]] == row["category"]


@pytest.mark.parametrize("year", YEARS)
def test_cover_and_metadata_say_facsimile_and_how_many(year: int) -> None:
    key = truth(year)
    held = {kind: sum(len(e["names"]) for e in key["entries"] if e["kind"] == kind) for kind in ("online", "physical")}
    assert (key["declared_online"], key["declared_physical"]) == (held["online"], held["physical"])
    [edition] = facts("editions.csv", year)
    totals = {
        kind: f"{held[kind]} of {edition[f'declared_{kind}']} declared"
        if edition[f"declared_{kind}"]
        else f"{held[kind]}"
        for kind in held
    }
    cover = " ".join(page_texts(year)[0].split())
    sentence = f"This facsimile holds {totals['online']} online markets and {totals['physical']} physical markets."
    assert sentence in cover
    assert "FACSIMILE" in cover
    assert "must never be cited" in cover
    assert key["title"] in cover
    with pypdfium2.PdfDocument(pdf_path(year)) as pdf:
        metadata = pdf.get_metadata_dict()
        assert len(pdf) == key["pages"]
    assert metadata["Title"] == edition["title"]
    assert metadata["Author"] == "nrm sample generator"
    assert metadata["Subject"].startswith("FACSIMILE")
    assert metadata["Keywords"] == "FACSIMILE"


@pytest.mark.parametrize("year", YEARS)
def test_headings_sentences_and_notes_stand_where_the_truth_says(year: int) -> None:
    key, pages = truth(year), [bare(text) for text in page_texts(year)]
    for entry in key["entries"]:
        first, last = entry["page"] - 1, entry["page_last"]
        assert bare(entry["heading"]) in pages[first], entry["heading"]
        stretch = "".join(pages[first:last])
        assert bare(entry["first"])[:20] in stretch, entry["heading"]
        slip = re.findall(r"[A-Z]-\d{4}", entry["last"])[-1]
        assert bare(slip) in stretch, entry["heading"]
    for chapter in key["chapters"]:
        assert bare(chapter["title"]) in pages[chapter["page"] - 1]
    for note in key["footnotes"]:
        assert bare(note["text"])[:30] in pages[note["page"] - 1], note
        assert bare(note["text"])[-4:] in pages[note["page_last"] - 1], note


@pytest.mark.parametrize("year", YEARS)
def test_printed_page_numbers_are_on_their_pages(year: int) -> None:
    pages = page_texts(year)
    for entry in truth(year)["entries"]:
        lines = [line.strip() for line in pages[entry["page"] - 1].splitlines()]
        folio = layout_of(year).folio_form.format(n=entry["printed_page"])
        assert folio in lines, entry["heading"]


def test_no_decoy_is_ever_listed() -> None:
    editions = [truth(year) for year in YEARS]
    decoys = {name.casefold() for key in editions for name in key["decoys"]}
    listed = {name.casefold() for key in editions for e in key["entries"] for name in (*e["names"], *e["domains"])}
    assert not decoys & listed
    assert all(key["decoys"] for key in editions)


def test_the_set_holds_the_traps_it_is_meant_to_hold() -> None:
    keys = {year: truth(year) for year in YEARS}
    entries = [(year, e) for year, key in keys.items() for e in key["entries"]]
    assert any(e["page"] != e["page_last"] for _, e in entries), "an entry that runs over a page"
    assert any("(formerly " in e["heading"] for _, e in entries), "an earlier name in a heading"
    assert any(len(e["names"]) == 2 and len(e["heading"]) > 80 for _, e in entries), "a wrapped heading for two"
    assert any(not e["heading"].isascii() for _, e in entries), "an accent"
    assert any(n["page"] != n["page_last"] for key in keys.values() for n in key["footnotes"]), "a note that runs on"
    assert any(key["contents_typos"] for key in keys.values()), "a contents page with a misprint"
    assert any(e["printed_page"] != str(e["page"]) for _, e in entries), "page numbers that differ"
    order = {year: [c["chapter"] for c in keys[year]["chapters"]] for year in YEARS}
    assert order[2019].index("positive developments") < order[2019].index("issue focus")
    assert order[2020].index("issue focus") < order[2020].index("positive developments")
    assert "other" in order[2015]
