"""The picture of a page: its size, the colours of what is on it, and its legend."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from nrm.errors import BadTable
from nrm.inspect import Inspection, inspected
from nrm.inspect.boxes import BoxKind, PageBox
from nrm.inspect.picture import draw_page, with_boxes
from nrm.model import Box
from tests.entries.small_report import sound_report


@pytest.fixture(scope="module")
def seen(tmp_path_factory: pytest.TempPathFactory) -> Inspection:
    return inspected(sound_report().draw(tmp_path_factory.mktemp("picture") / "report.pdf"))


def test_a_page_is_drawn_with_room_for_legend_and_labels(seen: Inspection, tmp_path: Path) -> None:
    out = draw_page(seen, 4, tmp_path / "new folder/page.png")
    with Image.open(out) as picture:
        assert picture.format == "PNG"
        assert picture.width > 2 * 612 and picture.height > 2 * 792


def test_the_same_page_gives_the_same_picture(seen: Inspection, tmp_path: Path) -> None:
    first, second = (draw_page(seen, 6, tmp_path / name).read_bytes() for name in ("a.png", "b.png"))
    assert first == second


@pytest.mark.parametrize("page", [0, 8, -1])
def test_a_page_that_is_not_there(seen: Inspection, tmp_path: Path, page: int) -> None:
    with pytest.raises(BadTable, match="it has pages 1 to 7"):
        draw_page(seen, page, tmp_path / "page.png")


@pytest.mark.parametrize("kind", ["country", "market", "unexplained", "footnote", "page furniture"])
def test_a_box_is_outlined_and_filled_where_it_stands(kind: BoxKind) -> None:
    paper = Image.new("RGB", (200, 200), "white")
    drawn = with_boxes(paper, [PageBox(kind, Box(20, 20, 60, 40))])
    inside, outside = drawn.getpixel((80, 60)), drawn.getpixel((180, 180))
    assert outside == (255, 255, 255)
    assert inside != (255, 255, 255)
    edge = drawn.crop((30, 60, 45, 61)).tobytes()
    assert any(edge[i : i + 3] not in (bytes(inside), b"\xff\xff\xff") for i in range(0, len(edge), 3))  # type: ignore[arg-type]
    assert drawn.height > paper.height
