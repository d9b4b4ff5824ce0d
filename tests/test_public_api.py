"""`import nrm`: the names that a notebook uses."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import nrm
from nrm.frames import frame
from nrm.model import Report

ROOT = Path(__file__).parents[1]


def test_every_public_name_is_there_and_no_other() -> None:
    assert all(getattr(nrm, name) is not None for name in nrm.__all__)
    assert dir(nrm) == sorted(nrm.__all__)
    with pytest.raises(AttributeError, match="nosuch"):
        nrm.nosuch  # noqa: B018 -- it is the attribute that must not be there


@pytest.mark.parametrize("first", ["nrm.stages.build", "nrm.analysis.history", "nrm.charts", "nrm.corpus"])
def test_a_function_is_not_hidden_by_a_module_of_its_name(first: str) -> None:
    code = f"import {first}, nrm; assert callable(nrm.build) and callable(nrm.history) and callable(nrm.diff)"
    subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, timeout=60)


def test_a_corpus_answers_from_python(sample_build: Path) -> None:
    corpus = nrm.load(sample_build)
    assert isinstance(corpus, nrm.Corpus)
    assert len(corpus.listings) == len(corpus.rows("listings"))
    told = nrm.history(corpus.listings, corpus.editions)
    assert set(told.markets["market_id"]) == set(corpus.markets["market_id"])
    assert nrm.diff(corpus, 2012, 2013).rows
    assert nrm.charts.timeline(corpus).get_title(loc="left")


def test_the_pipeline_knows_a_corpus_and_what_ships(sample_build: Path, sample_reports: tuple[Report, ...]) -> None:
    invented = "reelharbor"
    text = "Sold in Tepito and in Brazil."
    shipped = {ent.kb_id_ for ent in nrm.nlp()(text).ents}
    assert {"tepito-mexico-city", "BR"} <= shipped
    known = nrm.nlp(nrm.load(sample_build))
    assert {"tepito-mexico-city", "BR"} <= {ent.kb_id_ for ent in known(text).ents}
    assert not [ent for ent in known(f"The site {invented} is made up.").ents if ent.label_ == "MARKET"]


def test_the_pipeline_looks_for_the_names_of_the_corpus_it_is_given(sample_build: Path) -> None:
    corpus = nrm.load(sample_build)
    one = corpus.rows("markets")[0] | {"market_id": "zempf", "name": "Zempf", "aliases": ("Zempf Films",)}
    own = nrm.Corpus.of({"markets": frame("markets", [one])}, sample=True)
    text = "Zempf was once called Zempf Films."
    assert [(ent.text, ent.kb_id_) for ent in nrm.nlp(own)(text).ents] == [("Zempf", "zempf"), ("Zempf Films", "zempf")]
    assert list(nrm.nlp()(text).ents) == []
