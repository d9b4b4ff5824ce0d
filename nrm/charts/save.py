"""Charts as files: PNG at twice the screen's resolution and SVG, the same bytes every time."""

from __future__ import annotations

import html
import io
from pathlib import Path

from matplotlib.axes import Axes

from nrm.charts.canvas import alt_text, settled
from nrm.charts.theme import theme
from nrm.errors import UnknownName

PNG_DPI = 200
FORMATS = ("png", "svg")


def rendered(ax: Axes, form: str) -> bytes:
    """The chart as `png` (200 dots per inch) or `svg`, with its alternative text as metadata.

    The bytes depend on the chart and matplotlib's version only: no date, no random ids. Raises
    `UnknownName` for another format.
    """
    if form not in FORMATS:
        raise UnknownName(f"charts are written as {' or '.join(FORMATS)}, not as {form!r}")
    headline, alt = ax.get_title(loc="left"), alt_text(ax)
    out = io.BytesIO()
    with theme(), settled(ax) as figure:
        if form == "png":
            told = {"Title": headline, "Description": alt, "Software": None}
            figure.savefig(out, format="png", dpi=PNG_DPI, metadata=told)
            return out.getvalue()
        told = {"Title": headline, "Description": alt, "Date": None, "Creator": None}
        figure.savefig(out, format="svg", metadata=told)
    return _accessible(out.getvalue().decode(), alt).encode()


def save(ax: Axes, path: Path | str) -> None:
    """Write the chart to a file whose ending says the format: `.png` or `.svg`."""
    target = Path(path)
    target.write_bytes(rendered(ax, target.suffix.removeprefix(".").lower()))


def _accessible(svg: str, alt: str) -> str:
    """Have screen readers say the alternative text: they read `desc`, not the metadata."""
    start = svg.index(">", svg.index("<svg")) + 1
    opening = svg[:start].removesuffix(">") + ' role="img">'
    return f"{opening}\n <desc>{html.escape(alt)}</desc>{svg[start:]}"
