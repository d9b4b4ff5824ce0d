"""Colours as short names: empty for the black of body text, else RRGGBB."""

from __future__ import annotations

from collections.abc import Sequence

from nrm.pdf.ink import on_screen

_DARK = 0.14


def colour_name(components: Sequence[object] | None) -> str:
    """A fill colour (grey, RGB or CMYK components from 0 to 1) as `rrggbb`; near black is "".

    Pattern and other colours that are no numbers count as black, for they say nothing of style.

    >>> colour_name((0.0, 0.0, 1.0))
    '0000ff'
    """
    numbers = [float(c) for c in components or () if isinstance(c, int | float)]
    if len(numbers) == 1:
        rgb = numbers * 3
    elif len(numbers) == 3:
        rgb = numbers
    elif len(numbers) == 4:
        rgb = list(on_screen(*numbers))
    else:
        return ""
    if max(rgb) <= _DARK:
        return ""
    return "".join(f"{round(255 * min(1.0, max(0.0, part))):02x}" for part in rgb)
