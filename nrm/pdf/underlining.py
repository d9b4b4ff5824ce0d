"""Which glyphs of a row are underlined, and by which stroke."""

from __future__ import annotations

from collections.abc import Sequence

from nrm.model import Box
from nrm.pdf.glyphs import Glyph
from nrm.pdf.strokes import underlines

DESCENDER_GAP = 2.2
END_GAP = 3


def ruled(
    cells: Sequence[Glyph | None], under: Sequence[tuple[int, Box]], size: float
) -> dict[int, int]:
    """Which cells are underlined, by which stroke; gaps at descenders and brackets are closed."""
    if not under:
        return {}
    found: dict[int, int] = {}
    for place, cell in enumerate(cells):
        if cell is None:
            continue
        for index, stroke in under:
            if underlines(stroke, cell.baseline, size, cell.x0, cell.x1):
                found[place] = index
                break
    places = sorted(found)
    for before, after in zip(places, places[1:], strict=False):
        gap = _left(cells[after]) - _right(cells[before])
        if after - before > 1 and gap <= DESCENDER_GAP * size:
            found.update(dict.fromkeys(range(before + 1, after), found[before]))
    if places:
        end = places[-1] + 1
        last_word = None not in cells[end:]
        while end < len(cells) and cells[end] is not None and (
            last_word or not _wordy(cells[end])
        ):
            if end - places[-1] > END_GAP:
                break
            found[end] = found[places[-1]]
            end += 1
    return {place: index for place, index in found.items() if cells[place] is not None}


def _left(cell: Glyph | None) -> float:
    return cell.x0 if cell is not None else 0.0


def _right(cell: Glyph | None) -> float:
    return cell.x1 if cell is not None else 0.0


def _wordy(cell: Glyph | None) -> bool:
    return cell is not None and cell.text.isalnum()
