"""The fuzzer itself: the same seed gives the same report, and its truth is true."""

from __future__ import annotations

import io
import random

import pdfplumber
import pytest

from tests.fuzz.chapters import draw_plan
from tests.fuzz.compose import anchor, compose
from tests.fuzz.inline import bold, note, notes, plain
from tests.fuzz.layouts import draw_layout
from tests.fuzz.report import FAMILIES, make
from tests.fuzz.truth import letters, truth_of
from tests.fuzz.typeset_reportlab import typeset_and_locate
from tests.fuzz.wording import breaks, domain_stem

SEEDS = (6, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (1, 11)))


@pytest.mark.parametrize("seed", SEEDS)
def test_the_same_seed_gives_the_same_bytes(seed: int) -> None:
    first, second = make("reportlab", seed), make("reportlab", seed)
    assert first.pdf == second.pdf
    assert first.truth == second.truth


@pytest.mark.parametrize("seed", [25, *(pytest.param(seed, marks=pytest.mark.slow) for seed in (24, 26, 27, 28, 29))])
def test_measured_pages_are_those_of_the_typesetter(seed: int) -> None:
    rng = random.Random(f"reportlab {seed}")
    layout = draw_layout(rng, "reportlab")
    plan = draw_plan(rng, layout)
    sheet = compose(rng, plan, layout)
    pdf, located = typeset_and_locate(sheet)
    measured = {row["name"]: row["page"] for row in truth_of(plan, sheet, pdf)["entries"]}
    assert measured == {entry.name: located[anchor(entry)] for entry in plan.entries}


def test_another_seed_gives_another_report() -> None:
    assert make("reportlab", 1).truth != make("reportlab", 6).truth


@pytest.mark.parametrize("seed", SEEDS)
def test_a_heading_stands_on_its_page_as_another_reader_sees_it(seed: int) -> None:
    made = make("reportlab", seed)
    with pdfplumber.open(io.BytesIO(made.pdf)) as document:
        pages = [letters(page.extract_text() or "") for page in document.pages]
    assert len(pages) == made.truth["pages"]
    for entry in made.truth["entries"]:
        wanted = letters(entry["name"])
        on_page = wanted in pages[entry["page"] - 1]
        assert on_page or wanted in "".join(pages[entry["page"] - 1 : entry["page"] + 1]), entry["name"]


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize("seed", range(10))
def test_names_domains_and_sentences_of_a_plan_are_unlike(family: str, seed: int) -> None:
    rng = random.Random(f"{family} {seed}")
    entries = draw_plan(rng, draw_layout(rng, family)).entries
    for values in (
        [letters(entry.name) for entry in entries],
        [domain for entry in entries for domain in entry.domains],
        [sentence for entry in entries for sentence in (entry.first, entry.last)],
    ):
        assert len(values) == len(set(values))


@pytest.mark.parametrize("family", FAMILIES)
def test_truths_about_an_entry_stand_in_its_own_text_or_heading(family: str) -> None:
    for seed in range(10):
        rng = random.Random(f"{family} {seed}")
        for entry in draw_plan(rng, draw_layout(rng, family)).entries:
            said = plain(" ".join([entry.name, entry.aside, *(p.text for p in entry.paragraphs)]))
            assert entry.first in said
            assert entry.last in said
            for domain in entry.domains:
                assert domain in said


def test_layouts_differ_in_every_respect_that_is_drawn() -> None:
    layouts = [draw_layout(random.Random(seed), "reportlab").as_dict() for seed in range(400)]
    constant = [key for key in layouts[0] if key != "family" and all(x[key] == layouts[0][key] for x in layouts)]
    assert constant == []
    headings = {repr(layout[level]) for layout in layouts for level in ("online", "physical")}
    assert len(headings) > 200


def test_marks_come_out_of_a_text_again() -> None:
    marked = "A " + bold("word") + "," + note("with a note") + " plain."
    assert plain(marked) == "A word, plain."
    assert notes(marked) == ["with a note"]


def test_words_are_divided_where_the_list_says() -> None:
    assert breaks()["municipal"] == (2, 5, 6)


@pytest.mark.parametrize(("name", "stem"), [("Nhà Phim!", "nhaphim"), ("Đa-Z 24", "daz24")])
def test_a_domain_is_made_of_a_name(name: str, stem: str) -> None:
    assert domain_stem(name) == stem
