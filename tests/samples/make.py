"""Make one sample edition: the PDF and its answer key."""

from __future__ import annotations

import json
from pathlib import Path

from .draw import pdf_bytes
from .facts import editions
from .layout import layout_of
from .manuscript import write
from .setting import set_edition
from .truth import truth

# What made the shipped files: other versions may write other bytes for the same pages.
MADE_WITH = {"reportlab": "5.1.0", "zlib": "1.2.13"}


def make(list_year: int, folder: Path) -> Path:
    """Write ``nml-<list_year>-facsimile.pdf`` and ``truth/<list_year>.json`` to a folder; the path of the PDF.

    Raises ``KeyError`` for a year without facts and ``FontMissing`` where its fonts are not installed.
    """
    layout = layout_of(list_year)
    edition = set_edition(write(editions()[list_year], layout), layout)
    (folder / "truth").mkdir(parents=True, exist_ok=True)
    pdf = folder / f"nml-{list_year}-facsimile.pdf"
    pdf.write_bytes(pdf_bytes(edition))
    key = json.dumps(truth(edition), ensure_ascii=False, indent=1)
    (folder / "truth" / f"{list_year}.json").write_text(key + "\n", encoding="utf-8", newline="\n")
    return pdf
