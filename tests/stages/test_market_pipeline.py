"""The pipeline with the names that ship and with those of a corpus."""

from __future__ import annotations

from pathlib import Path

import nrm
from nrm.frames import frame


def test_the_pipeline_knows_a_corpus_and_what_ships(sample_build: Path) -> None:
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
