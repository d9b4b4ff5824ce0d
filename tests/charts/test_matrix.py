from __future__ import annotations

from collections import Counter

from nrm.analysis.history import history
from nrm.charts.matrix import matrix, matrix_table
from tests.analysis.tables import Tables
from tests.charts.drawn import boxes, texts


def test_the_table_says_what_happened_in_each_edition(corpus: Tables) -> None:
    table = matrix_table(corpus)
    assert [int(year) for year in table.columns] == list(range(2010, 2017))
    assert list(table.loc["shop"]) == ["listed", "retained", *["absent"] * 4, "relisted"]
    assert list(table.loc["mall"]) == ["absent", "absent", "listed", "retained", "absent", "relisted", "retained"]


def test_counts_agree_with_the_events(holes: Tables) -> None:
    cells = Counter(matrix_table(holes).to_numpy().ravel())
    events = history(holes).events
    for word in ("listed", "retained", "relisted"):
        assert cells[word] == int((events["event"] == word).sum())
    assert sum(cells[word] for word in ("listed", "retained", "relisted", "unknown")) == len(holes.listings)


def test_cells_are_listings_and_open_ones_are_unknown(holes: Tables) -> None:
    ax = matrix(holes)
    assert len(boxes(ax, "cell-")) == len(holes.listings)
    assert set(boxes(ax, "unknown-")) == {"shop-3", "site-3", "bazaar-3", "mall-3"}


def test_the_key_names_only_what_is_there(corpus: Tables) -> None:
    assert {"relisted after a gap", "retained"} <= set(texts(matrix(corpus)))
    assert "listed, perhaps before too" not in texts(matrix(corpus))
    assert "relisted after a gap" not in texts(matrix(corpus, markets=["bazaar"]))
