"""Reports by another hand, with their answer keys, where they lie beside the checkout."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from nrm.entries import read_report
from tests.fuzz.score import score

FOLDER = Path(os.environ.get("NRM_PRACTICE", Path(__file__).parents[3] / "shared/practice"))
REPORTS = sorted(FOLDER.glob("*.pdf")) if FOLDER.is_dir() else []


@pytest.mark.slow
@pytest.mark.skipif(not REPORTS, reason=f"no practice reports in {FOLDER}")
@pytest.mark.parametrize("pdf", REPORTS, ids=lambda pdf: pdf.stem)
def test_every_figure_is_one(pdf: Path) -> None:
    tally = score(read_report(pdf), json.loads(pdf.with_suffix(".json").read_text("utf-8")))
    assert tally.perfect, "\n".join([str(tally.figures), *tally.differences[:8]])
