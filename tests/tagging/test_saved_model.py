"""A model as a folder: whole, replaced only by another, and telling what it learned from."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy

from nrm.errors import BadTable
from nrm.tagging.market_names import MarketName
from nrm.tagging.pipeline import nlp
from nrm.tagging.saved_model import TrainedOn, save, trained_on

TOLD = TrainedOn(sample=True, list_years=(2018, 2019), passages=7, mentions=9, seed=3, epochs=2)


def test_it_tells_what_it_learned_from_and_loads_alone(tmp_path: Path) -> None:
    save(nlp([MarketName("zempf", "Zempf", "online")]), TOLD, tmp_path / "deep" / "model")
    assert trained_on(tmp_path / "deep" / "model") == TOLD
    assert [e.kb_id_ for e in spacy.load(tmp_path / "deep" / "model")("Zempf").ents] == ["zempf"]
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["model"]


def test_a_model_is_replaced_and_an_empty_folder_filled(tmp_path: Path) -> None:
    (tmp_path / "model").mkdir()
    save(nlp([]), TOLD, tmp_path / "model")
    save(nlp([MarketName("zempf", "Zempf", "online")]), TOLD, tmp_path / "model")
    assert [e.kb_id_ for e in spacy.load(tmp_path / "model")("Zempf").ents] == ["zempf"]


def test_anything_else_is_left_alone(tmp_path: Path) -> None:
    folder = tmp_path / "thesis"
    folder.mkdir()
    (folder / "chapter.txt").write_text("years of work", "utf-8")
    with pytest.raises(BadTable, match="something else"):
        save(nlp([]), TOLD, folder)
    assert [path.name for path in folder.iterdir()] == ["chapter.txt"]
    with pytest.raises(BadTable, match="not a model"):
        trained_on(folder)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", "utf-8")
    with pytest.raises(BadTable, match="cannot be written"):
        save(nlp([]), TOLD, tmp_path / "file" / "model")
