"""The extractor against made-up reports: fixed seeds, and the seeds that once showed something."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

import nrm
from tests.fuzz.programs import MissingProgram
from tests.fuzz.report import FAMILIES, make
from tests.fuzz.score import score

FIXED = range(5)
SLOW_REPORTLAB = range(5, 12)
SLOW = range(4)
CASES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "cases.toml").read_text("utf-8")).get("case", [])


def check(family: str, seed: int, folder: Path) -> None:
    """Every figure of this report is 1, or the first differences are shown."""
    try:
        made = make(family, seed)
    except MissingProgram as missing:
        pytest.skip(str(missing))
    pdf = folder / f"{family}-{seed}.pdf"
    pdf.write_bytes(made.pdf)
    tally = score(nrm.read_report(pdf), made.truth)
    assert tally.perfect, "\n".join([str(tally.figures), *tally.differences[:8]])


@pytest.mark.parametrize("seed", FIXED)
def test_reads_what_reportlab_draws(seed: int, tmp_path: Path) -> None:
    check("reportlab", seed, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SLOW_REPORTLAB)
def test_reads_more_of_what_reportlab_draws(seed: int, tmp_path: Path) -> None:
    check("reportlab", seed, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(("family", "seed"), [(family, seed) for family in FAMILIES[1:] for seed in SLOW])
def test_reads_what_other_typesetters_print(family: str, seed: int, tmp_path: Path) -> None:
    check(family, seed, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("case", [pytest.param(case, id=case["showed"]) for case in CASES])
def test_reads_what_once_failed(case: dict[str, Any], tmp_path: Path) -> None:
    check(case["family"], case["seed"], tmp_path)
