"""A corpus of two editions with one missing in between, and one with a partial edition: nothing is taken for absent."""

from __future__ import annotations

from typing import Any

import pytest
from matplotlib.colors import to_rgb

from nrm.charts import matrix, timeline
from nrm.charts.catalogue import CATALOGUE, standard_set
from nrm.charts.theme import BLUE, DEEP_BLUE, KIND_COLOURS, OPEN, PALE_BLUE, SKY, VERMILION
from nrm.charts.world_map import _LAND, _STEPS
from tests.analysis.tables import Tables, tables
from tests.charts.drawn import boxes, faults, texts

WHERE = {"bazaar": "PE", "mall": "CN", "kiosk": "IN", "shop": "CN"}


@pytest.fixture(params=["missing", "partial"])
def gap(request: pytest.FixtureRequest) -> Tables:
    """2016 and 2018 only, or with a 2017 of which not everything could be read."""
    gap: dict[str, Any] = {request.param: [2017]}
    return tables(
        {"shop": "###", "site": "#..", "bazaar": "#.#", "mall": "..#", "kiosk": "#.."},
        years=[2016, 2017, 2018],
        kinds={"bazaar": "physical", "mall": "physical", "kiosk": "physical"},
        countries=WHERE,
        details={("shop", 2016): {"category": "Trading"}, ("shop", 2018): {"category": "Trading"}},
        **gap,
    )


def test_every_chart_says_which_edition_cannot_say(gap: Tables) -> None:
    drawn = dict(standard_set(gap))
    assert set(drawn) >= set(CATALOGUE) - {"survival", "survival-by-cohort"}
    for name, ax in drawn.items():
        assert faults(ax) == [], name
        told = " ".join(texts(ax)).replace("\n", " ")
        assert "Not in the corpus: 2017." in told or "Not verified as complete: 2017." in told, name


def test_nothing_is_added_removed_or_turned_over(gap: Tables) -> None:
    drawn = dict(standard_set(gap))
    assert not [gid for gid in boxes(drawn["additions-and-removals"], "") if gid.startswith(("additions", "removals"))]
    assert texts(drawn["turnover"]).count("?") >= 4


def test_a_market_that_is_on_both_sides_is_neither_retained_nor_gone(gap: Tables) -> None:
    assert {"unknown-bazaar-1", "unknown-kiosk-1"} <= {f"unknown-{gid}" for gid in boxes(timeline(gap), "unknown-")}
    told = texts(matrix(gap))
    assert "listed, perhaps before too" in told
    assert "relisted after a gap" not in told


def lightness(colour: str) -> float:
    """CIE L*, 0 (black) to 100 (white): what is left of a colour in grey."""
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour)]
    y = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    return 116 * y ** (1 / 3) - 16 if y > 0.008856 else 903.3 * y


@pytest.mark.parametrize(
    "pair",
    [
        tuple(KIND_COLOURS.values()),
        (BLUE, SKY),
        (SKY, OPEN),
        (DEEP_BLUE, VERMILION),
        (VERMILION, PALE_BLUE),
        *(
            (one, other)
            for one, other in zip(
                (_LAND, *(colour for *_, colour in _STEPS)), [colour for *_, colour in _STEPS], strict=False
            )
        ),
    ],
)
def test_colours_that_meet_differ_in_grey(pair: tuple[str, str]) -> None:
    assert abs(lightness(pair[0]) - lightness(pair[1])) > 5
