from __future__ import annotations

import pytest

from nrm.charts.additions import additions, additions_table
from nrm.model import Kind
from tests.analysis.tables import Tables
from tests.charts.drawn import boxes, texts


@pytest.mark.parametrize("kind", [None, "online", "physical"])
def test_bars_are_the_numbers_of_the_table(corpus: Tables, kind: Kind | None) -> None:
    bars = {gid: bar.get_height() for gid, bar in boxes(additions(corpus, kind=kind), "").items()}
    expected = {}
    for row in additions_table(corpus, kind).dropna(subset="additions").to_dict("records"):
        for part, sign in (("additions_new", 1), ("additions_relisted", 1), ("removals", -1)):
            if row[part]:
                expected[f"{part}-{row['list_year']}"] = sign * row[part]
    assert bars == expected
    assert expected


def test_what_came_back_is_drawn_apart_from_what_is_new(corpus: Tables) -> None:
    bars = boxes(additions(corpus), "additions_")
    assert bars["new-2016"].get_height() == 1
    assert bars["relisted-2016"].get_y() == 1


def test_the_first_edition_and_what_cannot_be_counted_have_question_marks(holes: Tables) -> None:
    ax = additions(holes)
    assert not any(gid.endswith(("2010", "2013", "2014", "2015", "2016")) for gid in boxes(ax, ""))
    assert texts(ax).count("?") == 2 * 4
    assert "unknown" in boxes(ax, "")
    online = texts(additions(holes, kind="online"))
    assert online.count("?") == 2 * 2
    assert "+2" in online


def test_no_change_is_drawn_as_nought(corpus: Tables) -> None:
    assert "0" in texts(additions(corpus))
