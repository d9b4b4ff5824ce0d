"""The standard set of charts, as PNG and SVG, into a folder."""

from __future__ import annotations

from pathlib import Path

from nrm.charts.additions import additions
from nrm.charts.per_year import per_year
from nrm.charts.save import FORMATS, save
from nrm.charts.timeline import timeline
from nrm.corpus import Corpus

CHARTS = {"listings-per-year": per_year, "additions-and-removals": additions, "timeline": timeline}


def draw(corpus: Corpus, folder: Path) -> tuple[Path, ...]:
    """Draw every chart of the standard set into the folder, made if needed; gives the files."""
    folder.mkdir(parents=True, exist_ok=True)
    drawn = []
    for name, chart in CHARTS.items():
        ax = chart(corpus)
        for form in FORMATS:
            save(ax, folder / f"{name}.{form}")
            drawn.append(folder / f"{name}.{form}")
    return tuple(drawn)
