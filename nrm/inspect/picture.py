"""A page as a picture, with coloured boxes around what was found on it, and a legend below."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from nrm.errors import BadTable, UnreadablePdf
from nrm.inspect.boxes import BoxKind, PageBox, page_boxes
from nrm.inspect.inspection import Inspection

_SCALE = 2.0
_STRIP = 34
_SWATCH = 16
_MARGIN = 12
_LABEL_SIZE = 14
_GUTTER = 260

Colour = tuple[int, int, int]


class _Ink(NamedTuple):
    colour: Colour
    fill: int
    width: int
    pad: float


# Colours that stay apart for colour-blind eyes (Okabe and Ito 2008); fill is the opacity of 255.
_INKS: dict[BoxKind, _Ink] = {
    "line": _Ink((190, 190, 190), 0, 1, 0.0),
    "paragraph": _Ink((120, 120, 120), 0, 1, 1.5),
    "entry": _Ink((0, 158, 115), 26, 3, 5.0),
    "page furniture": _Ink((120, 120, 120), 70, 1, 1.0),
    "footnote": _Ink((86, 180, 233), 60, 2, 1.0),
    "contents page": _Ink((240, 228, 66), 90, 1, 1.0),
    "chapter": _Ink((0, 0, 0), 40, 3, 2.0),
    "heading": _Ink((0, 0, 0), 40, 2, 2.0),
    "section": _Ink((0, 114, 178), 60, 3, 2.0),
    "category": _Ink((204, 121, 167), 70, 2, 2.0),
    "country": _Ink((230, 159, 0), 80, 2, 2.0),
    "market": _Ink((0, 158, 115), 90, 2, 2.0),
    "unexplained": _Ink((213, 94, 0), 110, 3, 2.0),
}
_LABELLED: frozenset[BoxKind] = frozenset({"entry", "chapter"})


def draw_page(seen: Inspection, page: int, out: Path) -> Path:
    """Write a PDF page (from 1) with its boxes as a PNG, at two pixels a point; gives the path.

    Raises `BadTable` for a page that the document does not have.
    """
    count = len(seen.document.pages)
    if not 1 <= page <= count:
        raise BadTable(f"{seen.path}: there is no page {page}; it has pages 1 to {count}")
    picture = with_boxes(_rendered(seen.path, page), page_boxes(seen, page))
    out.parent.mkdir(parents=True, exist_ok=True)
    picture.save(out, "PNG")
    return out


def _rendered(path: Path, page: int) -> Image.Image:
    try:
        with pypdfium2.PdfDocument(path) as document:
            drawn: Image.Image = document[page - 1].render(scale=_SCALE).to_pil()
            return drawn.convert("RGB")
    except pypdfium2.PdfiumError as error:
        raise UnreadablePdf(f"{path}: page {page} cannot be drawn ({error})") from error


def with_boxes(picture: Image.Image, boxes: Sequence[PageBox]) -> Image.Image:
    """The picture of a page with its boxes drawn over it and a legend of their kinds below."""
    overlay = Image.new("RGBA", picture.size, (0, 0, 0, 0))
    draw = ImageDraw.Draw(overlay)
    for one in boxes:
        ink = _INKS[one.kind]
        fill = (*ink.colour, ink.fill) if ink.fill else None
        draw.rectangle(_pixels(one, ink), fill=fill, outline=(*ink.colour, 255), width=ink.width)
    marked = Image.alpha_composite(picture.convert("RGBA"), overlay).convert("RGB")
    return _with_legend(_with_labels(marked, boxes), [kind for kind in _INKS if any(b.kind == kind for b in boxes)])


@cache
def _font() -> ImageFont.FreeTypeFont:
    """DejaVu Sans as it comes with matplotlib: it has the letters of the names in the reports."""
    import matplotlib

    return ImageFont.truetype(str(Path(matplotlib.get_data_path(), "fonts/ttf/DejaVuSans.ttf")), _LABEL_SIZE)


def _pixels(one: PageBox, ink: _Ink) -> tuple[float, float, float, float]:
    box, pad = one.box, ink.pad
    return (
        (box.x0 - pad) * _SCALE,
        (box.top - pad) * _SCALE,
        (box.x1 + pad) * _SCALE,
        (box.bottom + pad) * _SCALE,
    )


def _with_labels(picture: Image.Image, boxes: Sequence[PageBox]) -> Image.Image:
    """The picture with a gutter at its right, in which each label stands level with its box."""
    labelled = sorted((b for b in boxes if b.kind in _LABELLED and b.label), key=lambda b: b.box.top)
    if not labelled:
        return picture
    font = _font()
    whole = Image.new("RGB", (picture.width + _GUTTER, picture.height), "white")
    whole.paste(picture, (0, 0))
    draw = ImageDraw.Draw(whole)
    y = 0.0
    for one in labelled:
        ink = _INKS[one.kind]
        text = _shortened(one.label, draw, font)
        y = max(_pixels(one, ink)[1], y)
        wide = draw.textlength(text, font=font)
        draw.rectangle((picture.width, y, picture.width + wide + 8, y + _LABEL_SIZE + 5), fill=ink.colour)
        draw.text((picture.width + 4, y + 1), text, fill="white", font=font)
        y += _LABEL_SIZE + 8
    return whole


def _shortened(label: str, draw: ImageDraw.ImageDraw, font: ImageFont.FreeTypeFont) -> str:
    """The label as far as the gutter has room for it."""
    text = label
    while draw.textlength(text, font=font) > _GUTTER - 16:
        text = f"{text.rstrip('…')[:-1].rstrip()}…"
    return text


def _with_legend(picture: Image.Image, kinds: Sequence[BoxKind]) -> Image.Image:
    """A strip below the page with a swatch and the name of each kind, in as many rows as needed."""
    font = _font()
    measure = ImageDraw.Draw(picture)
    rows: list[list[tuple[BoxKind, float]]] = [[]]
    x = float(_MARGIN)
    for kind in kinds:
        wide = _SWATCH + 6 + measure.textlength(kind, font=font) + 2 * _MARGIN
        if rows[-1] and x + wide > picture.width:
            rows.append([])
            x = float(_MARGIN)
        rows[-1].append((kind, x))
        x += wide
    whole = Image.new("RGB", (picture.width, picture.height + _STRIP * len(rows)), "white")
    whole.paste(picture, (0, 0))
    draw = ImageDraw.Draw(whole)
    draw.line((0, picture.height, picture.width, picture.height), fill=(160, 160, 160))
    for number, row in enumerate(rows):
        y = picture.height + number * _STRIP + (_STRIP - _SWATCH) // 2
        for kind, left in row:
            ink = _INKS[kind]
            pale = tuple(255 - (255 - c) * ink.fill // 255 for c in ink.colour)
            draw.rectangle((left, y, left + _SWATCH, y + _SWATCH), fill=pale, outline=ink.colour, width=ink.width)
            draw.text((left + _SWATCH + 6, y - 1), kind, fill="black", font=font)
    return whole
