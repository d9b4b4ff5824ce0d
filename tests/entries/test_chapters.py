"""Which chapter each block belongs to."""

from __future__ import annotations

import pytest

from nrm.entries.chapters import chapter_starts, same_title
from nrm.layout import Contents
from tests.entries.typescript import NO_CONTENTS, blocks_typed, found_in, listed


def starts(text: str, contents: Contents = NO_CONTENTS, first: int = 0) -> list[tuple[str, str]]:
    """Chapters and their titles, without what stands before the first title."""
    blocks = blocks_typed(text)
    found = chapter_starts(found_in(blocks), contents, first, len(blocks))
    assert (found[0].chapter, found[0].block, found[0].titled) == ("front matter", 0, False)
    assert [s.block for s in found] == sorted(s.block for s in found)
    return [(s.chapter, s.title) for s in found[1:]]


REPORT = """
    # Overview
    This is what the report is about.
    # Positive Developments
    A market was closed and its owner was fined.
    # Results of the 2023 Review
    ## Online Markets
    > Palace
    Nominated as palace.com. Palace is large.
    ## Physical Markets
    > Hall, Old Town
    Hall is large.
    # Public Information
    Send comments to the office.
"""


def test_chapters_begin_at_their_titles() -> None:
    assert starts(REPORT) == [
        ("overview", "Overview"),
        ("positive developments", "Positive Developments"),
        ("results", "Results of the 2023 Review"),
        ("public information", "Public Information"),
    ]


def test_chapters_may_swap() -> None:
    swapped = """
        # Results of the 2023 Review
        ## Physical Markets
        > Hall, Old Town
        Hall is large.
        ## Online Markets
        > Palace
        Nominated as palace.com. Palace is large.
        # Positive Developments
        A market was closed.
    """
    assert [chapter for chapter, _ in starts(swapped)] == ["results", "positive developments"]


def test_an_overview_of_the_results_is_no_results_chapter() -> None:
    assert starts("# Overview of the Results\nText about it.\n# Results\n## Online Markets\nText.")[0][0] == "overview"


def test_a_market_named_like_a_chapter_ends_no_results() -> None:
    text = REPORT.replace("> Palace", "> Spotlight\n    Spotlight is large.\n    > Palace")
    assert ("issue focus", "Spotlight") not in starts(text)


def test_an_unknown_title_that_looks_like_a_chapters_ends_the_results() -> None:
    text = REPORT.replace("# Public Information", "# What Else Was Seen")
    assert starts(text)[-1] == ("other", "What Else Was Seen")


def test_a_country_that_looks_like_a_chapter_does_not() -> None:
    text = REPORT.replace("> Hall, Old Town", "# Brazil\n    > Hall, Old Town")
    assert ("other", "Brazil") not in starts(text)


def test_nothing_ends_the_results_before_both_sections_were_seen() -> None:
    text = REPORT.replace("> Palace", "# Streaming\n    > Palace")
    assert [chapter for chapter, _ in starts(text)].count("other") == 0


def test_a_title_of_the_contents_page_is_a_chapter_whatever_its_wording() -> None:
    text = REPORT.replace("# Positive Developments", "# What Went Well")
    assert ("other", "What Went Well") not in starts(text)
    contents = Contents(tuple(listed("What Went Well", level=1)), frozenset())
    assert ("other", "What Went Well") in starts(text, contents)


def test_of_two_results_chapters_the_one_with_sections_counts() -> None:
    text = f"{REPORT}\n# Results of Earlier Reviews\nThey were good."
    found = [title for chapter, title in starts(text) if chapter == "results"]
    assert found == ["Results of the 2023 Review"]


def test_titles_before_the_first_block_of_text_do_not_count() -> None:
    assert starts("# Overview\nText.\n# Results\n## Online Markets\nText.", first=1)[0][0] == "results"


def test_a_report_without_titles_is_front_matter() -> None:
    assert starts("This is a text.\nAnd another one.") == []


@pytest.mark.parametrize(
    ("one", "other", "answer"),
    [
        ("Palace", "PALACE", True),
        ("3. Palace", "Palace:", True),
        ("São Paulo Market", "Sao Paulo Market", True),
        ("Shopping Palace", "Shoping Palace", True),
        ("Palace", "Hall", False),
        ("Palace One", "Hall One", False),
        ("A1", "A2", False),
    ],
)
def test_titles_are_the_same_up_to_typing_errors(one: str, other: str, answer: bool) -> None:
    assert same_title(one, other) is answer
    assert same_title(other, one) is answer


def test_a_market_that_says_where_it_stands_ends_no_results_whatever_its_look() -> None:
    text = REPORT.replace("# Public Information", "# Gate, Cork, Ireland\n    Gate is old.\n    # Public Information")
    assert ("other", "Gate, Cork, Ireland") not in starts(text)
    assert starts(text)[-1] == ("public information", "Public Information")


def test_a_long_market_title_that_seems_centred_ends_no_results() -> None:
    long = REPORT.replace("# Results", "! Results").replace("# Public", "! Public").replace("# Overview", "! Overview")
    text = long.replace("> Hall, Old Town", "> Hall, Old Town\n    Hall is large.\n    > The Palace of the Old Gates")
    assert [chapter for chapter, _ in starts(text)].count("other") == 0
