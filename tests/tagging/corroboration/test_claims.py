"""Claims about the list, sentence by sentence (`cases.toml`), paragraph by paragraph, and in a document."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nrm.model import Finding
from nrm.tagging.corroborate import Claim, SourcePage, claims
from nrm.tagging.reviewed import reviewed_names

CASES: list[dict[str, Any]] = tomllib.loads(Path(__file__).with_name("cases.toml").read_text("utf-8"))["case"]
DAY = date(2025, 4, 1)


def read(text: str, on: date | None = DAY, chapter: str = "") -> tuple[tuple[Claim, ...], tuple[Finding, ...]]:
    return claims([SourcePage(7, text, chapter)], on, reviewed_names(), file="report.pdf")


@pytest.mark.parametrize("case", CASES, ids=[f"{case['sentence'][:70]}|{case['on']}" for case in CASES])
def test_sentence(case: dict[str, Any]) -> None:
    on = date.fromisoformat(case["on"]) if case["on"] else None
    found, findings = read(case["sentence"], on, case["chapter"])
    assert [[c.market, c.country, c.list_year or 0, c.claim] for c in found] == case["claims"]
    assert sorted({f.code for f in findings}) == case["findings"]
    assert {c.page for c in found} <= {7}
    assert {c.sentence for c in found} <= {case["sentence"]}


def test_known_markets_have_their_id_and_unknown_ones_none() -> None:
    found, _ = read("Tepito and the Zempf Mall in Quito are listed in the 2022 Notorious Markets List.")
    assert [(c.market, c.market_id, c.country) for c in found] == [
        ("Tepito", "tepito-mexico-city", "MX"),
        ("Zempf Mall", "", "EC"),
    ]


def test_a_namesake_in_another_country_is_another_market() -> None:
    found, _ = read("The Gamarra market in Bogotá is listed in the 2022 Notorious Markets List.", chapter="CO")
    assert [(c.market, c.market_id, c.country) for c in found] == [("Gamarra", "", "CO")]


def test_the_year_as_printed_stands_beside_the_list_year() -> None:
    found, findings = read("The 2025 Notorious Markets List includes Tepito.")
    assert [(c.list_year, c.year_printed) for c in found] == [(2024, "2025")]
    (finding,) = findings
    assert finding.code == "list-year-settled"
    assert "2025-04-01" in finding.text
    assert (finding.file, finding.page) == ("report.pdf", 7)


def test_a_year_that_may_be_that_of_publication_has_two_readings() -> None:
    found, _ = read("Tepito was removed from the Notorious Markets List in 2020. Taobao was added to the 2020 NML.")
    assert [(c.market, c.list_year, c.other_reading) for c in found] == [("Tepito", 2020, 2019), ("Taobao", 2020, None)]


def test_the_list_takes_its_year_from_the_sentence_before() -> None:
    found, findings = read(
        "USTR has published the 2022 Notorious Markets List. The List includes Tepito. "
        "In other news, the list of members grew."
    )
    assert [(c.market, c.list_year, c.year_printed) for c in found] == [("Tepito", 2022, "")]
    assert sorted(f.code for f in findings) == ["claim-without-market", "list-year-settled"]


def test_a_press_release() -> None:
    found, _ = read(
        "USTR’s 2021 Notorious Markets List names 42 online and 35 physical markets. It lists for the first time "
        "AliExpress. The China-based sites DHgate and Pinduoduo continue to be part of the list."
    )
    assert [(c.market, c.list_year) for c in found] == [("AliExpress", 2021), ("DHgate", 2021), ("Pinduoduo", 2021)]


def test_what_others_put_forward_is_not_the_list() -> None:
    found, findings = read("Right holders named Shopee in their submissions for the 2021 Notorious Markets List.")
    assert found == ()
    assert [f.code for f in findings] == ["claim-unclear"]


def test_any_other_list_is_none_of_ours() -> None:
    assert read("The Watch List includes Tepito. It was removed from the list in 2014.") == ((), ())


def test_a_bulleted_list() -> None:
    found, _ = read("The 2022 Notorious Markets List names these markets:\n• Tepito, Mexico City\n• Barrio Once\n")
    assert [c.market for c in found] == ["Tepito", "Barrio Once"]


def test_a_sentence_over_two_pages_counts_where_the_market_stands() -> None:
    line = "Counterfeit goods remain easy to find in the markets of the capital and of the ports, "
    pages = [
        SourcePage(
            1,
            f"{line}\n{line}\nand sellers are seldom fined for it, so that the well-known market of Barrio\n1 | TRADE",
        ),
        SourcePage(
            2,
            "TRADE | 2\n"
            "Once and that of La Salada are listed in the 2024 Notorious Markets List, as they\nwere before.",
        ),
        SourcePage(3, "3 | TRADE\n" + line),
    ]
    found, _ = claims(pages, DAY, reviewed_names())
    assert [(c.page, c.market) for c in found] == [(1, "Barrio Once"), (2, "La Salada")]


def test_markets_without_a_name_are_rows_without_market() -> None:
    found, findings = read("Several markets in China are listed in the 2024 Notorious Markets List.")
    assert [(c.market, c.country, c.list_year) for c in found] == [("", "CN", 2024)]
    assert [f.code for f in findings] == ["claim-without-market"]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            "The Notorious Markets List 2024 includes listed in was removed from Tepito market , and . not China "
            "which USTR’s Review of the list it ( ) — Quay Mall".split()
        ),
        max_size=24,
    )
)
def test_any_words_are_read_without_falling_over(words: list[str]) -> None:
    found, findings = read(" ".join(words))
    assert all(c.claim in ("listed", "removed") for c in found)
    assert len({f.finding_id for f in findings}) == len(findings)
