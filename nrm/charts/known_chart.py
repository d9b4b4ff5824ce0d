"""What the catalogue says of a chart."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from inspect import signature

from matplotlib.axes import Axes


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart of the catalogue: `draw(corpus, ax=None, **options)` gives its axes; `about` says what it shows."""

    name: str
    about: str
    draw: Callable[..., Axes]

    @property
    def options(self) -> tuple[str, ...]:
        """What `draw` can be told besides, such as `kind` or `years`, if the chart does not settle it."""
        settled = self.draw.keywords if isinstance(self.draw, partial) else {}
        return tuple(name for name in signature(self.draw).parameters if name not in {"corpus", "ax", *settled})
