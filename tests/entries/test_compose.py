"""Judged headings → entries and passages: each block in one passage, each entry with all of its text."""

from __future__ import annotations

from collections.abc import Sequence

from nrm.entries.chapters import chapter_starts
from nrm.entries.compose import Composed, compose
from nrm.entries.region import results_region
from nrm.entries.roles import judge
from nrm.layout import Footnote
from nrm.model import Box, Entry
from tests.entries.typescript import NO_CONTENTS, blocks_typed, found_in
from tests.layout.lines_of import line

REPORT = """
    # Overview
    This is what the report is about.
    • one point of it
    # Results
    A word before all markets.
    ## Online Markets
    * Linking
    > PALACE (formerly Hall)
    Nominated as palace.com. The Palace is based in Canada.
    • It sells shirts.
    ---
    It also sells shoes to Palace buyers in India.
    > Tower
    Tower is large. Similar to other.org.
    ## Physical Markets
    ! BRAZIL
    A word about the country.
    > Gate, Old Town
    The gate is large.
    > Gate, Old Town
    This one is another.
    # Public Information
    Write to the office.
"""


def composed(text: str = REPORT, footnotes: Sequence[Footnote] = ()) -> Composed:
    blocks = blocks_typed(text)
    found = found_in(blocks)
    starts = chapter_starts(found, NO_CONTENTS, 0, len(blocks))
    region = results_region(starts, found, blocks, [])
    assert region is not None
    inside = [c for c in found if region.start <= c.block < region.end]
    judged = judge(inside, blocks, [])
    return compose(2023, "0" * 64, {1: "i", 2: "ii"}, blocks, starts, region, judged, footnotes)


def by_heading(heading: str) -> Entry:
    return next(entry for entry in composed().entries if entry.heading == heading)


def test_an_online_entry() -> None:
    entry = by_heading("PALACE (formerly Hall)")
    assert (entry.entry_id, entry.name, entry.kind) == ("2023-palace-formerly-hall", "Palace", "online")
    assert (entry.category, entry.based_in, entry.domains) == ("Linking", "CA", ("palace.com",))
    assert (entry.country, entry.city) == ("", "")
    assert entry.text == (
        "Nominated as palace.com. The Palace is based in Canada.\nIt sells shirts.\n"
        "It also sells shoes to Palace buyers in India."
    )
    assert (entry.page_first, entry.page_last, entry.printed_first) == (1, 2, "i")


def test_a_physical_entry() -> None:
    entry = by_heading("Gate, Old Town")
    assert (entry.name, entry.kind, entry.city) == ("Gate", "physical", "Old Town")
    assert (entry.country, entry.country_name) == ("BR", "BRAZIL")
    assert (entry.based_in, entry.domains, entry.category) == ("", (), "")


def test_namesakes_have_ids_of_their_own() -> None:
    assert [e.entry_id for e in composed().entries] == [
        "2023-palace-formerly-hall",
        "2023-tower",
        "2023-gate-old-town",
        "2023-gate-old-town-2",
    ]


def test_every_block_is_in_a_passage_in_order() -> None:
    found = "".join(passage.text for passage in composed().passages)
    typed = "".join(block.text.removeprefix("• ") for block in blocks_typed(REPORT))
    assert found == typed


def test_passages_know_chapter_entry_and_type() -> None:
    found = {p.text: (p.chapter, p.type, p.entry_id) for p in composed().passages}
    assert found["This is what the report is about."] == ("overview", "paragraph", "")
    assert found["one point of it"] == ("overview", "list item", "")
    assert found["Overview"] == ("overview", "heading", "")
    assert found["Linking"] == ("results", "heading", "")
    assert found["It sells shirts."] == ("results", "list item", "2023-palace-formerly-hall")
    assert found["Tower"] == ("results", "heading", "2023-tower")
    assert found["A word about the country."] == ("results", "paragraph", "")
    assert found["Write to the office."] == ("public information", "paragraph", "")


def test_passages_are_numbered_within_their_owner() -> None:
    result = composed()
    ids = [p.passage_id for p in result.passages]
    assert len(ids) == len(set(ids))
    assert [i for i in ids if "tower" in i] == ["2023-tower.1", "2023-tower.2"]
    assert next(e.passages for e in result.entries if e.name == "Tower") == ("2023-tower.1", "2023-tower.2")


def test_text_of_the_results_that_belongs_to_no_entry_is_named() -> None:
    blocks = blocks_typed(REPORT)
    alone = [blocks[i].text for i in composed().introductions]
    assert alone == ["A word before all markets.", "A word about the country."]


def test_a_run_in_heading_shares_its_line_with_the_text() -> None:
    text = """
        # Results
        ## Online Markets
        > Palace: Nominated as palace.com. Palace is large.
        > Tower: Nominated as tower.com. Tower is small.
    """
    result = composed(text)
    assert [e.text for e in result.entries] == [
        "Nominated as palace.com. Palace is large.",
        "Nominated as tower.com. Tower is small.",
    ]
    heads = [p.text for p in result.passages if p.type == "heading" and p.entry_id]
    assert [h.rstrip(": ") for h in heads] == ["Palace", "Tower"]


def test_regions_cover_their_lines_page_by_page() -> None:
    entry = by_heading("PALACE (formerly Hall)")
    assert [(r.page, r.printed) for r in entry.provenance.regions] == [(1, "i"), (2, "ii")]
    first, second = (region.box for region in entry.provenance.regions)
    assert first.bottom - first.top > 2 * (second.bottom - second.top)
    for passage in composed().passages:
        if passage.entry_id == entry.entry_id:
            for region in passage.provenance.regions:
                whole = first if region.page == 1 else second
                assert whole.x0 <= region.box.x0 < region.box.x1 <= whole.x1
                assert whole.top <= region.box.top < region.box.bottom <= whole.bottom


def test_footnotes_are_passages_of_the_chapter_of_their_page() -> None:
    note = Footnote("3", "See the report.", (line("See the report.", y=44, page=1),))
    (passage,) = [p for p in composed(footnotes=[note]).passages if p.type == "footnote"]
    assert (passage.mark, passage.text, passage.entry_id) == ("3", "See the report.", "")
    assert passage.passage_id.startswith("2023-note")
    assert passage.provenance.regions[0].box == Box(*(round(v, 2) for v in note.lines[0].box))


def test_a_footnote_is_in_no_entry() -> None:
    note = Footnote("3", "Nothing of an entry.", (line("Nothing of an entry.", y=44, page=2),))
    result = composed(footnotes=[note])
    assert [p.text for p in result.passages if p.mark] == ["Nothing of an entry."]
    assert not any("Nothing of an entry" in entry.text for entry in result.entries)
