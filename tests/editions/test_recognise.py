"""Which edition the first pages show, and which documents only talk about the list."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.editions import recognise

USTR = [
    "Office of the United States Trade Representative",
    "Executive Office of the President",
]
LONG = "{} Review of Notorious Markets for Counterfeiting and Piracy"
SHORT = "{} Out-of-Cycle Review of Notorious Markets"

LISTS: dict[str, tuple[list[str], int, str]] = {
    "title on one line": ([SHORT.format(2016), "December 21, 2016", *USTR], 2016, "2016-12-21"),
    "title wrapped": (["2021 Review of Notorious Markets for", "Counterfeiting and Piracy", *USTR], 2021, ""),
    "capitals": ([LONG.format(2020).upper(), "1", *USTR], 2020, ""),
    "unusual hyphens": (["2015 Out‑of–Cycle Review", "of Notorious Markets", "Contents"], 2015, ""),
    "hyphen at the end of a line": (["2018 Out-of-", "Cycle Review of Notorious Markets", *USTR], 2018, ""),
    "letterhead and a broken year": (
        ["OFFICE", "of the", "UNITED STATES TRADE REPRESENTATIVE", "201", "8", SHORT.format("")],
        2018,
        "",
    ),
    "letters set apart": (["2 0 1 6", "O U T - O F - C Y C L E   R E V I E W", "of", "Notorious Markets", *USTR], 2016, ""),
    "year last": (["Notorious Markets List 2023", *USTR, "January 30, 2024"], 2023, "2024-01-30"),
    "edition still to come": ([LONG.format(2029), "15 January 2030", "Overview"], 2029, "2030-01-15"),
    "no year, first": (["Out-of-Cycle Review of", "Notorious Markets", "February 28, 2011"], 2010, "2011-02-28"),
    "no year, second": (["OUT-OF-CYCLE REVIEW OF NOTORIOUS MARKETS", "20 December 2011"], 2011, "2011-12-20"),
    "no year, no cover": (
        ["Out-of-Cycle Review of Notorious Markets", "December 13, 2012", "Piracy on a commercial scale does harm."],
        2012,
        "2012-12-13",
    ),
    "date on the title's line": (["Out-of-Cycle Review of Notorious Markets, December 13, 2012"], 2012, "2012-12-13"),
    "no year, month only": (["Out-of-Cycle Review of Notorious Markets", "December 2011", *USTR], 2011, ""),
    "no year, unknown date": (["Out-of-Cycle Review of Notorious Markets", "January 9, 2031", *USTR], 2030, "2031-01-09"),
    "no year, results heading": (["Notorious Markets List", *USTR, "Results of the 2014 Out-of-Cycle Review of", "Notorious Markets"], 2014, ""),
    "date of another matter": ([LONG.format(2022), *USTR, "October 7, 2010"], 2022, ""),
    "notice spoken of in the text": (
        [SHORT.format(2013), "Overview", "The office asked for nominations in a notice in the Federal Register,",
         "docket number included, and received comments from many."],
        2013,
        "",
    ),
}  # fmt: skip

OTHERS: dict[str, list[str]] = {
    "request for comments": [
        *USTR, "[Docket Number USTR-2025-0018]", "2025 Review of Notorious Markets for Counterfeiting and Piracy:",
        "Comment Request", "AGENCY: Office of the United States Trade Representative.", "ACTION: Request for comments.",
    ],
    "request whose title stands alone": [
        LONG.format(2025), "AGENCY: Office of the United States Trade Representative.", "ACTION: Notice.", "Overview",
    ],
    "press release": [
        "FOR IMMEDIATE RELEASE", "February 17, 2022", "USTR Releases 2021 Review of Notorious Markets for",
        "Counterfeiting and Piracy", "WASHINGTON – The Office of the United States Trade Representative",
    ],
    "press release, title on a line of its own": ["USTR Releases", LONG.format(2021), "February 17, 2022", *USTR],
    "press release without a head": [LONG.format(2021), "WASHINGTON - The office released its findings.", *USTR],
    "article": [LONG.format(2019), "By Anna B. Writer --", "The Office of the United States Trade Representative", "Overview"],
    "article that has no title of the list": ["Shops back on the list", "2016 was a good year for lists", *USTR, "Overview"],
    "submission": [
        "October 7, 2024", "VIA regulations.gov", "Re: 2024 Review of Notorious Markets for Counterfeiting and Piracy",
        "Dear Ms. Director:", "Overview",
    ],
    "submission with a cover": ["Comments of the Makers' Guild", LONG.format(2024), "Docket No. USTR-2024-0013", "Introduction"],
    "Special 301 report": ["2024 Special 301 Report", *USTR, LONG.format(2023), "Overview"],
    "running text": [
        "2025 National Trade Estimate Report on", "FOREIGN TRADE", "BARRIERS", *USTR,
        "The mall is listed in the", LONG.format(2024), "(Notorious Markets List) for selling copies.",
    ],
    "sentence that goes on": ["Overview", "This is the", LONG.format(2024), "and it follows the one before."],
    "title and nothing else": [LONG.format(2024), "Some text that could be anybody's."],
    "undated title": ["Notorious Markets List", *USTR, "Overview"],
    "nothing": [],
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_recognised(name: str) -> None:
    lines, year, published = LISTS[name]
    found = recognise(lines, {})
    assert found is not None
    assert (found.list_year, found.published, found.sample) == (year, published, False)


@pytest.mark.parametrize("name", OTHERS)
def test_what_only_talks_about_the_list_is_none(name: str) -> None:
    assert recognise(OTHERS[name], {}) is None


def test_a_title_is_written_out_as_the_reports_write_it() -> None:
    found = recognise(["2021 REVIEW OF NOTORIOUS MARKETS", "FOR COUNTERFEITING AND PIRACY", *USTR], {})
    assert found is not None
    assert found.title == LONG.format(2021)
    assert found.year_from == "title"


def test_a_year_that_follows_from_a_date_alone_is_told_apart() -> None:
    known = recognise(["Out-of-Cycle Review of Notorious Markets", "February 28, 2011"], {})
    unknown = recognise(["Out-of-Cycle Review of Notorious Markets", "January 9, 2031", *USTR], {})
    assert known is not None and known.year_from == "known date"
    assert unknown is not None and unknown.year_from == "date"


def test_a_cover_that_is_a_picture_is_known_by_metadata_or_chapters() -> None:
    contents = ["Contents", "1 Overview", "3 Positive Developments", "5 Results"]
    by_metadata = recognise(contents, {"/Title": SHORT.format(2016)})
    assert by_metadata is not None and (
        by_metadata.list_year,
        by_metadata.year_from,
    ) == (2016, "metadata")
    chapters = [
        "Table of Contents",
        "Overview of the Results of the 2021 Review of Notorious Markets for",
        "Counterfeiting and Piracy ........ 2",
        "Public Information .... 50",
    ]
    by_chapter = recognise(chapters, {})
    assert by_chapter is not None and (by_chapter.list_year, by_chapter.year_from) == (
        2021,
        "chapter heading",
    )
    assert recognise(["One chapter only", "Overview"], {"Title": SHORT.format(2016)}) is None


FACSIMILE = "This facsimile holds {}."


@pytest.mark.parametrize(
    ("sentence", "totals"),
    [
        ("16 online markets and 17 physical markets", (16, 17, None, None)),
        (
            "37 of 38 declared online markets and 19 of 34 declared physical markets",
            (37, 19, 38, 34),
        ),
        ("1 online market and 0 physical markets", (1, 0, None, None)),
        ("3 of 4 declared online markets and 2 physical markets", (3, 2, 4, None)),
    ],
)
def test_a_facsimile_says_what_it_holds(sentence: str, totals: tuple[int | None, ...]) -> None:
    words = FACSIMILE.format(sentence).split()
    wrapped = [
        "FACSIMILE",
        SHORT.format(2016),
        " ".join(words[:5]),
        " ".join(words[5:8]),
        " ".join(words[8:]),
    ]
    found = recognise(wrapped, {})
    assert found is not None and found.sample
    assert (
        found.declared_online,
        found.declared_physical,
        found.whole_online,
        found.whole_physical,
    ) == totals


@pytest.mark.parametrize("key", ["Keywords", "/Subject", "keywords"])
def test_metadata_alone_make_a_facsimile(key: str) -> None:
    found = recognise([SHORT.format(2016), *USTR], {key: "sample; FACSIMILE; not official"})
    assert found is not None and found.sample and found.declared_online is None


def test_an_official_report_is_no_facsimile_for_a_fax_number() -> None:
    found = recognise([SHORT.format(2016), *USTR, "FACSIMILE: (202) 555-0100"], {})
    assert found is not None and not found.sample


@given(
    year=st.integers(2013, 2099),
    cuts=st.sets(st.integers(1, 8), max_size=5),
    upper=st.booleans(),
)
def test_wrapping_and_capitals_make_no_difference(year: int, cuts: set[int], upper: bool) -> None:
    words = LONG.format(year).split()
    edges = [0, *sorted(cuts), len(words)]
    lines = [" ".join(words[a:b]) for a, b in itertools.pairwise(edges)]
    found = recognise([line.upper() if upper else line for line in lines] + USTR, {})
    assert found is not None
    assert (found.list_year, found.title) == (year, LONG.format(year))


@given(st.lists(st.text(max_size=60), max_size=40))
def test_any_lines_give_an_answer(lines: list[str]) -> None:
    found = recognise(lines, {})
    assert found is None or 2000 <= found.list_year <= 2100


@pytest.mark.parametrize(
    "first",
    [
        ["1. Overview of the 2019 Review of Notorious Markets", "for Counterfeiting and Piracy"],
        ["NOTORIOUS MARKETS IDENTIFIED IN 2019"],
        ["Introduction", "• Response of the operator: According to the police, nothing was found."],
    ],
)
def test_a_chapter_and_a_list_of_points_below_the_title_are_a_lists(first: list[str]) -> None:
    title = ["2019 Review of Notorious Markets for Counterfeiting and", "Piracy", "March 2019"]
    found = recognise([*title, *first, "The stalls sell shirts."], {})
    assert found is not None
    assert found.list_year == 2019
