"""Small PDFs made by ReportLab for the tests of the reader."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

LETTER = (612.0, 792.0)


def pdf(
    path: Path,
    *pages: Callable[[Canvas], None],
    size: tuple[float, float] = LETTER,
    crop: tuple[float, float, float, float] | None = None,
    encrypt: StandardEncryption | None = None,
) -> Path:
    """A file with one page per function that draws it; `crop` is its crop box: x0, y0, x1, y1 from the bottom left."""
    canvas = Canvas(str(path), pagesize=size, invariant=1, cropBox=crop, encrypt=encrypt)
    canvas.setTitle("A title")
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return path


def text(
    words: str, x: float = 72.0, y: float = 700.0, font: str = "Times-Roman", size: float = 12.0
) -> Callable[[Canvas], None]:
    """A page with this line: baseline `y` points from the bottom."""

    def draw(canvas: Canvas) -> None:
        canvas.setFont(font, size)
        canvas.drawString(x, y, words)

    return draw


def nothing(canvas: Canvas) -> None:
    """A page with nothing on it."""
