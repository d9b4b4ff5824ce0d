"""Titles of chapters, sections and categories, by their wording."""

from __future__ import annotations

import pytest

from nrm.entries.titles import bare_title, category_titled, chapter_titled, section_titled

CHAPTERS = """
Contents                                        | contents
Table of Contents                               | contents
Overview                                        | overview
OVERVIEW                                        | overview
I. Overview                                     | overview
1. Introduction                                 | overview
Executive Summary                               | overview
Background                                      | overview
Overview of the Results of the 2018 Review      | overview
Positive Developments                           | positive developments
Positive Developments Since the 2019 List       | positive developments
Recent Positive Steps                           | positive developments
Issue Focus                                     | issue focus
Issue Focus: Online Pharmacies                  | issue focus
Focus Issue: Freight                            | issue focus
Spotlight: Small Parcels                        | issue focus
Results of the 2023 Review                      | results
Review Results                                  | results
RESULTS                                         | results
Chapter 3: Results                              | results
Notorious Markets                               | results
Listed Markets                                  | results
Public Information                              | public information
Public Comments                                 | public information
How to Submit Comments                          | public information
Conclusion                                      | other
Annex A                                         | other
Glossary                                        | other
Previously Listed Markets                       | other
"""
ROWS = [[cell.strip() for cell in row.split("|")] for row in CHAPTERS.strip().splitlines()]


@pytest.mark.parametrize(("title", "chapter"), ROWS)
def test_a_chapter_is_known_by_its_title(title: str, chapter: str) -> None:
    assert chapter_titled(title) == chapter


@pytest.mark.parametrize(
    "title",
    ["Shopping Palace", "China", "Resulting Market", "Summary Court Market", "Contentsville", "name.com", ""],
)
def test_other_titles_are_no_chapters(title: str) -> None:
    assert chapter_titled(title) is None


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Online Markets", "online"),
        ("ONLINE MARKETS", "online"),
        ("A. Online Markets", "online"),
        ("Notorious Online Markets", "online"),
        ("Internet Markets", "online"),
        ("Internet-Based Markets", "online"),
        ("List of Online Marketplaces", "online"),
        ("Markets on the Internet", "online"),
        ("Online", "online"),
        ("Physical Markets", "physical"),
        ("2. Physical Marketplaces:", "physical"),
        ("Notorious Physical Markets", "physical"),
        ("Brick-and-Mortar Markets", "physical"),
        ("Brick\u2010and\u2010Mortar Markets", "physical"),
        ("Physical", "physical"),
        ("Online Shopping Palace", None),
        ("Physical Fitness", None),
        ("Results", None),
        ("Street Market", "physical"),
        ("The Market Online Today", None),
    ],
)
def test_a_section_is_known_by_its_title(title: str, kind: str | None) -> None:
    assert section_titled(title) == kind


@pytest.mark.parametrize(
    ("title", "answer"),
    [
        ("BitTorrent Indexing", True),
        ("BITTORRENT TRACKERS", True),
        ("3. Cyberlockers", True),
        ("Linking", True),
        ("Business-to-Business and Business-to-Consumer", True),
        ("Hosting Providers", True),
        ("Linkmania", False),
        ("My Cyberlocker", False),
        ("name.com", False),
    ],
)
def test_a_category_is_known_by_its_wording(title: str, answer: bool) -> None:
    assert category_titled(title) is answer


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("  3. São  Paulo: ", "sao paulo"),
        ("Section II – Results", "results"),
        ("Part 2. Results", "results"),
        ("Brick\u2010and\u2011Mortar", "brick-and-mortar"),
        ("Overview.", "overview"),
        ("Partial Results", "partial results"),
    ],
)
def test_titles_are_compared_bare(title: str, bare: str) -> None:
    assert bare_title(title) == bare


@pytest.mark.parametrize("title", [row[0] for row in ROWS])
def test_no_chapter_is_a_section(title: str) -> None:
    assert section_titled(title) is None
