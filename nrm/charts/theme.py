"""One look for all charts: type, colours, and what stands for "unknown".

The colours are those of Okabe and Ito, "Color Universal Design" (2008), which people with any
common colour blindness can tell apart; pairs that meet in a chart also differ in lightness, so that
a grey print keeps them apart. The typeface ships with matplotlib.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import matplotlib as mpl

from nrm.model import Kind

INK = "#222222"
FAINT = "#6b6b6b"
GRID = "#dedede"
PAPER = "#ffffff"
UNKNOWN = "#9a9a9a"
OPEN = "#e4e4e4"
UNKNOWN_HATCH = "////"

BLUE, ORANGE, GREEN, VERMILION = "#0072B2", "#E69F00", "#009E73", "#D55E00"
DEEP_BLUE, PALE_BLUE = "#00466e", "#a9d6f2"
SKY, PURPLE, YELLOW, BLACK = "#56B4E9", "#CC79A7", "#F0E442", "#000000"
KIND_COLOURS: dict[Kind, str] = {"online": BLUE, "physical": ORANGE}
# Dark enough for text on white.
KIND_INKS: dict[Kind, str] = {"online": "#005b8e", "physical": "#855c00"}
KIND_NAMES: dict[Kind, str] = {"online": "online markets", "physical": "physical markets"}
# In an order in which neighbours differ in lightness.
SEQUENCE = (BLUE, ORANGE, GREEN, PURPLE, VERMILION, SKY, BLACK, YELLOW)

TITLE_SIZE, TEXT_SIZE, SMALL_SIZE, TINY_SIZE = 14.0, 10.0, 8.5, 7.5

# Any: matplotlib types the keys by a literal of all names, which differs between its versions.
_SETTINGS: Any = {
    "font.family": "DejaVu Sans",
    "font.size": TEXT_SIZE,
    "axes.edgecolor": FAINT,
    "axes.labelcolor": INK,
    "axes.titlesize": TITLE_SIZE,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.axisbelow": True,
    "axes.facecolor": PAPER,
    "figure.facecolor": PAPER,
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "figure.constrained_layout.w_pad": 0.12,
    "figure.constrained_layout.h_pad": 0.12,
    "hatch.color": UNKNOWN,
    "hatch.linewidth": 0.7,
    "text.color": INK,
    # A market may have a dollar sign in its name.
    "text.parse_math": False,
    "xtick.color": FAINT,
    "ytick.color": FAINT,
    "xtick.labelcolor": INK,
    "ytick.labelcolor": INK,
    "svg.hashsalt": "nrm",
    "svg.fonttype": "path",
    "path.simplify": False,
}


@contextmanager
def theme() -> Iterator[None]:
    """Draw and save within this: settings as above, matplotlib's own defaults for all others.

    What the user has set for charts of their own neither leaks in nor is changed.
    """
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(_SETTINGS)
        yield
