"""Listings per edition as a bar chart in inline SVG: shapes and classes only, coloured by the page's style sheet."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup


class Bar(NamedTuple):
    """An edition in the bar chart; counts are `None` where it is not in the corpus."""

    year: int
    online: int | None
    physical: int | None
    complete: bool


def bars_svg(bars: Sequence[Bar], label: str) -> Markup:
    """Listings per edition, physical on top of online; an edition that is not complete has a dashed outline."""
    step, width, height, foot = 44, 44 * len(bars) + 20, 230, 26
    tallest = max(((bar.online or 0) + (bar.physical or 0) for bar in bars), default=0) or 1
    scale = (height - foot - 26) / tallest
    parts = [Markup('<svg class="bars" viewBox="0 0 {} {}" width="{}" height="{}" role="img" aria-label="{}">').format(
        width, height, width, height, label)]  # fmt: skip
    base = height - foot
    parts.append(Markup('<path class="axis" d="M6 {}H{}"/>').format(base, width - 6))
    for number, bar in enumerate(bars):
        x = 12 + step * number
        year = '<text class="year" x="{}" y="{}" text-anchor="middle">{}</text>'
        parts.append(Markup(year).format(x + 17, height - 8, bar.year))
        if bar.online is None or bar.physical is None:
            parts.append(Markup(year).format(x + 17, base - 6, "?"))
            continue
        top = base
        for kind, count in (("online", bar.online), ("physical", bar.physical)):
            top -= round(count * scale)
            box = '<rect class="spell {}{}" x="{}" y="{}" width="34" height="{}"/>'
            parts.append(Markup(box).format(kind, "" if bar.complete else " partial", x, top, round(count * scale)))
        total = '<text class="total" x="{}" y="{}" text-anchor="middle">{}</text>'
        parts.append(Markup(total).format(x + 17, top - 5, bar.online + bar.physical))
    parts.append(Markup("</svg>"))
    return Markup("").join(parts)
