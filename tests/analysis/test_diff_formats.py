from __future__ import annotations

import pytest

from nrm.analysis.diff import diff
from nrm.analysis.diff_formats import as_html, as_html_page, as_markdown, note, rows_of_text
from tests.analysis.tables import SHOP, Tables, tables


@pytest.fixture
def mixed() -> Tables:
    return tables(
        {"shop": SHOP, "site": "######.", "b<b>": "#######", "same": "#######"},
        details={("b<b>", 2016): {"text": "b<b> is a large market."}},
    )


NOTES = [
    (SHOP, 2015, 2016, [], "after four editions (2012–2015), last listed in 2011"),
    (
        SHOP,
        2015,
        2016,
        [2013],
        "after three editions (2012, 2014 and 2015), last listed in 2011, not established for 2013",
    ),
    (SHOP, 2011, 2016, [], "away for four editions (2012–2015)"),
    (SHOP, 2011, 2014, [], ""),
    ("......#", 2015, 2016, [2013], "not established whether for the first time: 2013"),
    ("##.####", 2011, 2013, [2012], "in between not established for 2012"),
]


@pytest.mark.parametrize(("marks", "old", "new", "missing", "expected"), NOTES)
def test_notes(marks: str, old: int, new: int, missing: list[int], expected: str) -> None:
    (row,) = diff(tables({"shop": marks, "x": "......."}, missing=missing), old, new).rows
    assert note(row) == expected


def test_a_partial_edition_is_named() -> None:
    (row,) = diff(tables({"shop": SHOP}, partial=[2015]), 2015, 2016).rows
    assert note(row) == "2015 cannot say"


def test_markdown_counts_what_did_not_change_and_escapes_names(mixed: Tables) -> None:
    text = as_markdown(diff(mixed, 2015, 2016))
    assert "## Relisted (1)\n\n- **Shop** (online): after four editions" in text
    assert "- unchanged: 1\n" in text
    assert "**B\\<B\\>**" in text
    assert "  > b\\<b\\> is a **large** market." in text


def test_html_escapes_and_unfolds_the_redline(mixed: Tables) -> None:
    text = as_html(diff(mixed, 2015, 2016))
    assert "<ins>large</ins>" in text
    assert "b&lt;b&gt;" in text
    assert "<b>" not in text


def test_a_page_of_its_own_says_its_encoding_and_its_notices(mixed: Tables) -> None:
    page = as_html_page(diff(mixed, 2015, 2016), "One & two.")
    assert page.startswith('<!doctype html>\n<html lang="en">\n<meta charset="utf-8">')
    assert "<p><em>One &amp; two.</em></p>" in page


def test_how_alike_two_wordings_are_has_a_column(mixed: Tables) -> None:
    alike = {row["market_id"]: row["similarity"] for row in rows_of_text(diff(mixed, 2015, 2016))}
    assert alike == {"shop": "", "site": "", "b<b>": f"{8 / 9:.4f}", "same": ""}


def test_a_notebook_shows_the_notices(mixed: Tables) -> None:
    shown = diff(mixed, 2015, 2016)._repr_html_()
    assert shown.startswith(as_html(diff(mixed, 2015, 2016)))
    assert "SAMPLE DATA" in shown
    assert "no finding of a violation of law" in shown
    mixed.listings["sample"] = False
    assert "SAMPLE DATA" not in diff(mixed, 2015, 2016)._repr_html_()
