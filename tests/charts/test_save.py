from __future__ import annotations

import io
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from matplotlib.figure import Figure
from PIL import Image

from nrm.charts import per_year, rendered, save, timeline
from nrm.charts.canvas import ChartAxes, alt_text, root_figure, settled
from nrm.errors import UnknownName
from tests.analysis.tables import Tables

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("form", ["png", "svg"])
def test_the_same_chart_is_the_same_bytes(form: str, corpus: Tables) -> None:
    first, second = (rendered(timeline(corpus), form) for _ in range(2))
    assert first == second


def test_a_png_has_twice_the_resolution_and_its_alternative_text(corpus: Tables) -> None:
    ax = per_year(corpus)
    image = Image.open(io.BytesIO(rendered(ax, "png")))
    width, height = root_figure(ax).get_size_inches()
    assert image.size == (round(width * 200), round(height * 200))
    assert image.info["Description"] == alt_text(ax)
    assert "Creation Time" not in image.info


def test_an_svg_says_what_it_shows(corpus: Tables) -> None:
    ax = per_year(corpus)
    root = ET.fromstring(rendered(ax, "svg").decode())
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}desc") == alt_text(ax)
    assert root.findtext(f"{SVG}title") == "How many markets the list names"


@pytest.mark.parametrize("ending", [".png", ".svg", ".SVG"])
def test_the_ending_of_a_file_says_the_format(ending: str, corpus: Tables, tmp_path: Path) -> None:
    path = tmp_path / f"chart{ending}"
    save(per_year(corpus), path)
    assert path.read_bytes()[:4] in (b"\x89PNG", b"<?xm")


def test_other_formats_are_errors(corpus: Tables, tmp_path: Path) -> None:
    with pytest.raises(UnknownName, match="'jpg'"):
        save(per_year(corpus), tmp_path / "chart.jpg")
    assert list(tmp_path.iterdir()) == []


def test_axes_show_themselves_in_a_notebook(corpus: Tables) -> None:
    ax = per_year(corpus)
    assert isinstance(ax, ChartAxes)
    shown = ax._repr_mimebundle_()
    assert shown["image/png"].startswith(b"\x89PNG")
    assert shown["text/plain"] == alt_text(ax)


def test_a_name_with_a_dollar_sign_is_drawn_as_it_is(corpus: Tables) -> None:
    corpus.listings.loc[corpus.listings["market_id"] == "shop", "name"] = "$hop & $ons <x>"
    assert b"mathtext" not in rendered(timeline(corpus), "svg")


def test_the_bytes_do_not_depend_on_what_was_written_before(corpus: Tables) -> None:
    alone = rendered(timeline(corpus), "png")
    ax = timeline(corpus)
    with settled(ax):
        rendered(ax, "svg")
        assert rendered(ax, "png") == alone
    assert rendered(ax, "png") == alone


def test_a_figure_of_ones_own_keeps_its_layout(corpus: Tables) -> None:
    own = Figure(layout="constrained")
    ax = per_year(corpus, ax=own.add_subplot())
    rendered(ax, "png")
    assert own.get_layout_engine() is not None
    plain = per_year(corpus, ax=Figure().add_subplot())
    rendered(plain, "svg")
    assert root_figure(plain).get_layout_engine() is None
