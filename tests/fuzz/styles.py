"""How headings are set: emphasis, numbers, separators, and how they are drawn at random."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from typing import Any


@dataclass(frozen=True, slots=True)
class Style:
    """How the headings of one level are set.

    `run_in` headings lead the first paragraph and end with `separator`; `numbering` is a
    pattern such as "{n}. " or "({n}) ", or "{r}. " for roman numerals.
    """

    run_in: bool = False
    separator: str = ""
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    small_caps: bool = False
    scale: float = 1.0
    colour: str = "#000000"
    link: bool = False
    other_family: bool = False
    tracking: float = 0.0
    numbering: str = ""
    align: str = "left"
    indent: float = 0.0
    before: float = 0.6
    after: float = 0.2

    @property
    def plain(self) -> bool:
        return not (
            self.bold or self.italic or self.underline or self.caps or self.small_caps
            or self.scale > 1.05 or self.colour != "#000000" or self.other_family or self.tracking
        )  # fmt: skip


EMPHASES: tuple[dict[str, Any], ...] = (
    {"bold": True}, {"bold": True}, {"bold": True}, {"bold": True, "italic": True}, {"italic": True},
    {"underline": True}, {"bold": True, "underline": True}, {"caps": True},
    {"bold": True, "caps": True}, {"small_caps": True}, {"small_caps": True, "bold": True},
    {"scale": 1.2}, {"scale": 1.3, "bold": True}, {"scale": 1.15, "italic": True},
    {"colour": "#1f4e79"}, {"colour": "#8b1a1a", "bold": True}, {"colour": "#0000ee", "link": True,
     "underline": True}, {"other_family": True}, {"other_family": True, "bold": True},
    {"caps": True, "tracking": 0.08}, {"italic": True, "underline": True},
    {"caps": True, "underline": True}, {"bold": True, "tracking": 0.12},
    {"caps": True, "italic": True}, {"scale": 0.92, "bold": True},
    {"other_family": True, "bold": True, "colour": "#444444", "scale": 1.1},
    {"bold": True, "small_caps": True, "underline": True},
)  # fmt: skip
# chapter titles are bold and
CHAPTERS: tuple[dict[str, Any], ...] = (
    {"scale": 1.0, "align": "center"}, {"scale": 1.25}, {"scale": 1.5}, {"scale": 1.3, "align": "center"},
    {"scale": 1.2, "caps": True}, {"scale": 1.0, "caps": True, "align": "center"},
    {"scale": 1.4, "colour": "#1f4e79"}, {"scale": 1.6, "other_family": True},
    {"scale": 1.3, "small_caps": True}, {"scale": 1.1, "underline": True, "align": "center"},
    {"scale": 1.4, "numbering": "{R}. "}, {"scale": 1.4, "numbering": "{n}. "},
)  # fmt: skip
SEPARATORS = [":", ":", " –", " —", ".", ".", " -", ":–", ".—"]
NUMBERINGS = ["{n}. ", "{n}. ", "({n}) ", "{r}. ", "{n}) ", "{a}. ", "{n} "]


def emphasised(rng: random.Random, **more: Any) -> Style:
    return Style(**{**rng.choice(EMPHASES), **more})


def entry_style(rng: random.Random, *, run_in: bool) -> Style:
    if run_in:
        style = emphasised(rng, run_in=True, separator=rng.choice(SEPARATORS), before=0.3)
        return replace(style, scale=1.0, numbering=_numbering(rng, 0.1))
    style = emphasised(rng, numbering=_numbering(rng, 0.14))
    return replace(
        style,
        align="center" if rng.random() < 0.07 else "left",
        indent=rng.choice([0, 0, 0, 0, 0, 0, 1.5, 3.0]),
        before=rng.choice([0.3, 0.6, 0.9, 1.2]),
        after=rng.choice([0.0, 0.0, 0.2, 0.5]),
    )


def _numbering(rng: random.Random, chance: float) -> str:
    return rng.choice(NUMBERINGS) if rng.random() < chance else ""
