"""One made-up report from a family and a seed: the PDF and its truth."""

from __future__ import annotations

import importlib
import random
from dataclasses import dataclass
from typing import Any

from tests.fuzz.chapters import draw_plan
from tests.fuzz.compose import compose
from tests.fuzz.layouts import draw_layout
from tests.fuzz.truth import truth_of

FAMILIES = ("reportlab", "chromium", "libreoffice", "typst", "latex")


@dataclass(frozen=True, slots=True)
class MadeReport:
    family: str
    seed: int
    pdf: bytes
    truth: dict[str, Any]


def make(family: str, seed: int) -> MadeReport:
    """The report of this family and seed; always the same one.

    Raises MissingProgram (from the typesetter's module) where its program is not installed.
    """
    rng = random.Random(f"{family} {seed}")
    layout = draw_layout(rng, family)
    plan = draw_plan(rng, layout)
    sheet = compose(rng, plan, layout)
    typesetter = importlib.import_module(f"tests.fuzz.typeset_{family}")
    pdf: bytes = typesetter.typeset(sheet)
    return MadeReport(family, seed, pdf, truth_of(plan, sheet, pdf))
