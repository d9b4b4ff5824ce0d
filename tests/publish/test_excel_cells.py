"""Cells that no spreadsheet program takes for a formula."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nrm.publish.excel_cells import defused


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1", "+49 30", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\u00a0=1", "\u200b=1", "\ufeff=1",
        "＝1", "＋1", "－1", "＠A", "=cmd|' /C calc'!A0", '=HYPERLINK("https://x")', "﹦1",
    ],
)  # fmt: skip
def test_what_may_be_a_formula_gets_an_apostrophe(cell: str) -> None:
    assert defused(cell) == "'" + cell


@pytest.mark.parametrize("cell", ["", "Março", "a=b", "'=1", "1-2", "100 %", "|x", "東京", "…", "–5", "x\n=1"])
def test_other_cells_stay_as_they_are(cell: str) -> None:
    assert defused(cell) == cell


@given(st.text(max_size=20))
def test_nothing_is_lost_and_no_opener_comes_first(cell: str) -> None:
    safe = defused(cell)
    assert safe in (cell, "'" + cell)
    assert unicodedata.normalize("NFKC", safe.strip()[:1])[:1] not in tuple("=+-@")
