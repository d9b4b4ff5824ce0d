"""Small PDFs whose covers say what they are."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

OFFICE = "Office of the United States Trade Representative"


@cache
def edition_pdf(year: int, note: str = "") -> bytes:
    """An edition that consists of its cover; `note` makes another version of it."""
    return drawn((f"{year} Out-of-Cycle Review of Notorious Markets", OFFICE, f"January {year + 1}", note))


@cache
def letter_pdf() -> bytes:
    """A PDF that is no edition."""
    return drawn(("A letter about trade", "Dear reader"))


@cache
def facsimile_pdf(year: int) -> bytes:
    """A sample edition."""
    return drawn((f"{year} Out-of-Cycle Review of Notorious Markets", OFFICE, "FACSIMILE"))


@cache
def scan_pdf() -> bytes:
    """A PDF without text."""
    return drawn(())


def drawn(lines: Sequence[str]) -> bytes:
    """A PDF of one page with these lines."""
    out = BytesIO()
    canvas = Canvas(out, invariant=1)
    canvas.setFont("Times-Roman", 14)
    for number, line in enumerate(lines):
        canvas.drawString(72, 700 - 30 * number, line)
    canvas.rect(72, 72, 100, 100)
    canvas.save()
    return out.getvalue()
