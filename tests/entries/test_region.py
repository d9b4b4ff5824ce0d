"""Where the results stand, with or without a title of their own."""

from __future__ import annotations

from nrm.entries.chapters import chapter_starts
from nrm.entries.region import results_region
from tests.entries.typescript import NO_CONTENTS, blocks_typed, found_in


def region(text: str) -> tuple[str, str, bool] | None:
    """The first and last block of the results as texts, and whether a title introduces them."""
    blocks = blocks_typed(text)
    found = found_in(blocks)
    starts = chapter_starts(found, NO_CONTENTS, 0, len(blocks))
    area = results_region(starts, found, blocks, [])
    return (blocks[area.start].text, blocks[area.end - 1].text, area.titled) if area else None


ENTRIES = """
    > Palace
    Nominated as palace.com. Palace is large.
    > Tower
    Nominated as tower.com. Tower is small.
"""
PHYSICAL = """
    > Hall (Old Town, Brazil)
    Hall is a large market.
    > Gate (New Town, Brazil)
    Gate is a small market.
"""


def test_a_title_of_their_own_begins_the_results() -> None:
    text = f"# Overview\nText.\n# Results\n## Online Markets\n{ENTRIES}\n# Public Information\nThe end."
    assert region(text) == ("Online Markets", "Nominated as tower.com. Tower is small.", True)


def test_without_a_title_the_first_section_begins_them() -> None:
    text = f"# Overview\nText.\n## Online Markets\n{ENTRIES}\n## Physical Markets\n{PHYSICAL}"
    assert region(text) == ("Online Markets", "Gate is a small market.", False)


def test_without_any_title_the_first_likely_market_begins_them() -> None:
    found = region(f"# Overview\nThis is what it is about.\n{ENTRIES}")
    assert found == ("Palace", "Nominated as tower.com. Tower is small.", False)


def test_a_category_above_the_first_market_belongs_to_them() -> None:
    found = region(f"# Overview\nThis is what it is about.\n* Linking\n{ENTRIES}")
    assert found is not None
    assert found[0] == "Linking"


def test_categories_begin_untitled_results_behind_a_chapter_that_names_closed_markets() -> None:
    closed = "\n! Filmhall\nFilmhall, nominated as filmhall.com, is gone.\n! Songhall\nNominated as songhall.com, too."
    markets = ENTRIES.replace("> Palace", "* Cyberlockers\n> Palace").replace("> Tower", "* Linking\n> Tower")
    found = region(f"# Overview\nText.\n# Positive Developments\nSome are gone.{closed}\n{markets}")
    assert found is not None
    assert found[0] == "Cyberlockers"


def test_a_chapter_of_unknown_wording_with_both_sections_is_the_results() -> None:
    text = (
        "# Overview\nText.\n# Appendix of the Year\n"
        f"## Online Markets\n{ENTRIES}\n## Physical Markets\n{PHYSICAL}"
    )
    assert region(text) == ("Online Markets", "Gate is a small market.", True)


def test_markets_of_an_issue_focus_are_no_results() -> None:
    text = f"# Issue Focus\n{ENTRIES}\n# Results\n## Online Markets\n> Gate\nNominated as gate.com. Gate is small."
    found = region(text)
    assert found is not None
    assert found[0] == "Online Markets"


def test_only_an_issue_focus_is_no_results_at_all() -> None:
    assert region(f"# Issue Focus\n{ENTRIES}") is None


def test_a_report_without_markets_has_no_results() -> None:
    assert region("# Overview\nThis is what it is about.\n> A heading\nAnd its text.") is None


def test_categories_are_told_by_the_online_markets_where_the_physical_ones_are_more() -> None:
    markets = ENTRIES.replace("> Palace", "* Odds and Ends\n> Palace").replace("> Tower", "* Linking\n> Tower")
    more = "\n* Gaming\n> Court\nNominated as court.com. Court is small."
    stalls = "\n".join(f"! Stall {n} (Old Town, Brazil)\nStall {n} is a large market." for n in "ABCDEFG")
    found = region(f"# Overview\nText.\n# Positive Developments\nGood.\n{markets}{more}\n## Physical Markets\n{stalls}")
    assert found is not None
    assert found[0] == "Odds and Ends"
