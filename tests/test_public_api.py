"""`import nrm`: the names that a notebook uses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import nrm

ROOT = Path(__file__).parents[1]


def test_every_public_name_is_there_and_no_other() -> None:
    assert all(getattr(nrm, name) is not None for name in nrm.__all__)
    assert dir(nrm) == sorted(nrm.__all__)
    with pytest.raises(AttributeError, match="nosuch"):
        nrm.nosuch  # noqa: B018 -- it is the attribute that must not be there


@pytest.mark.slow
@pytest.mark.parametrize("first", ["nrm.stages.build", "nrm.analysis.history", "nrm.charts", "nrm.corpus"])
def test_a_function_is_not_hidden_by_a_module_of_its_name(first: str) -> None:
    code = f"import {first}, nrm; assert callable(nrm.build) and callable(nrm.history) and callable(nrm.diff)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=300)


def test_a_corpus_answers_from_python(sample_build: Path) -> None:
    corpus = nrm.load(sample_build)
    assert isinstance(corpus, nrm.Corpus)
    assert len(corpus.listings) == len(corpus.rows("listings"))
    told = nrm.history(corpus.listings, corpus.editions)
    assert set(told.markets["market_id"]) == set(corpus.markets["market_id"])
    assert nrm.diff(corpus, 2012, 2013).rows
    assert nrm.charts.timeline(corpus).get_title(loc="left")
