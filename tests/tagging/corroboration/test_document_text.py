"""Running text out of pages."""

from __future__ import annotations

from nrm.tagging.corroboration.document_text import SourcePage, chapter_countries, paragraphs

FULL = "This line is as long as the lines of this document usually are, give or take some"


def texts(*pages: str) -> list[str]:
    return [p.text for p in paragraphs(SourcePage(n, text) for n, text in enumerate(pages, start=1))]


def test_a_short_line_ends_its_paragraph() -> None:
    assert texts(f"{FULL}\nand ends.\n{FULL}\nagain.") == [f"{FULL} and ends.", f"{FULL} again."]


def test_capitals_are_a_heading() -> None:
    assert texts(f"PROTECTION OF IDEAS\n{FULL}\nend.") == ["PROTECTION OF IDEAS", f"{FULL} end."]


def test_what_repeats_at_the_edges_of_pages_goes() -> None:
    pages = [f"{n} | BARRIERS\n{word} {FULL}\n{word} {FULL}\n- {n} -" for n, word in enumerate("abcd", start=1)]
    joined = " ".join(texts(*pages))
    assert "BARRIERS" not in joined
    assert "- 2 -" not in joined
    assert joined.count(FULL) == 8


def test_words_divided_at_a_line_end() -> None:
    first = "The goods that were found in the port this year were mostly of the counter-"
    assert texts(f"{first}\nfeit kind and the counterfeit goods were burnt in the Out-of-\nCycle fire, they say.") == [
        f"{first[:-1]}feit kind and the counterfeit goods were burnt in the Out-of-Cycle fire, they say."
    ]


def test_a_paragraph_knows_the_page_of_each_character() -> None:
    (paragraph,) = paragraphs([SourcePage(4, FULL), SourcePage(5, f"goes on here and {FULL}")])
    assert paragraph.page_at(0) == 4
    assert paragraph.page_at(paragraph.text.index("goes on")) == 5


def test_a_heading_that_is_a_country_begins_its_chapter() -> None:
    found = paragraphs([SourcePage(1, f"PERU\n{FULL}\nend.\nThe Philippines\n{FULL}\nend."), SourcePage(2, FULL, "TH")])
    assert [p.country for p in found] == ["PE", "PH", "TH"]


def test_a_country_within_a_paragraph_is_no_heading() -> None:
    (paragraph,) = paragraphs([SourcePage(1, f"{FULL}\nJapan\n{FULL}", "KR")])[:1]
    assert paragraph.country == "KR"
    assert {p.country for p in paragraphs([SourcePage(1, f"{FULL} of\nJapan\n{FULL}", "KR")])} == {"KR"}


def test_chapters_of_bookmarks() -> None:
    marks = [("FOREWORD", 1), ("CÔTE D’IVOIRE", 2), ("European Union", 4), ("Japan", 0)]
    assert chapter_countries(marks, 5) == {1: "", 2: "CI", 3: "CI", 4: "", 5: ""}
