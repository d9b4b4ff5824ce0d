"""Claims checked against listings."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import pytest

from nrm.errors import BadTable
from nrm.tagging.corroborate import Claim, ClaimKind, verdicts

LISTINGS = pd.DataFrame(
    [(2018, "vk", "online"), (2019, "vk", "online"), (2018, "tepito", "physical"), (2017, "tea", "online")],
    columns=["list_year", "market_id", "kind"],
)
EDITIONS = pd.DataFrame(
    [
        (2016, "missing", "missing"),
        (2017, "complete", "partial"),
        (2018, "complete", "complete"),
        (2019, "complete", "complete"),
        (2020, "complete", "partial"),
        (2021, "missing", "missing"),
    ],
    columns=["list_year", "coverage_online", "coverage_physical"],
)


def claim(market_id: str, year: int | None, kind: ClaimKind = "listed", market: str = "X") -> Claim:
    return Claim(1, market, market_id, "", year, "", kind, "S.")


CASES = [
    (claim("vk", 2018), "confirmed"),
    (claim("vk", 2017), "contradicted"),
    (claim("vk", 2020), "contradicted"),
    (claim("vk", 2021), "not established"),
    (claim("vk", 2016), "not established"),
    (claim("vk", 2030), "not established"),
    (claim("vk", None), "not established"),
    (claim("tepito", 2020), "not established"),
    (claim("tepito", 2019), "contradicted"),
    (claim("", 2018), "unknown market"),
    (claim("quux", 2018), "unknown market"),
    (claim("", 2018, market=""), "not established"),
    (claim("vk", 2020, "removed"), "confirmed"),
    (claim("vk", 2019, "removed"), "contradicted"),
    (claim("tepito", 2019, "removed"), "confirmed"),
    (claim("tea", 2019, "removed"), "contradicted"),
    (claim("vk", 2017, "removed"), "not established"),
    (claim("vk", 2021, "removed"), "not established"),
]


@pytest.mark.parametrize(
    ("claimed", "expected"), CASES, ids=[f"{c.market_id} {c.claim} {c.list_year}" for c, _ in CASES]
)
def test_verdict(claimed: Claim, expected: str) -> None:
    (checked,) = verdicts([claimed], LISTINGS, EDITIONS)
    assert (checked.claim, checked.verdict) == (claimed, expected)


@pytest.mark.parametrize(
    ("other", "expected"), [(None, "contradicted"), (2018, "not established"), (2020, "contradicted")]
)
def test_of_a_year_with_two_readings_both_must_contradict(other: int | None, expected: str) -> None:
    (checked,) = verdicts([replace(claim("vk", 2017), other_reading=other)], LISTINGS, EDITIONS)
    assert checked.verdict == expected


def test_a_table_without_its_columns_is_an_error() -> None:
    with pytest.raises(BadTable, match="listings: the columns market_id, kind"):
        verdicts([], LISTINGS[["list_year"]], EDITIONS)
