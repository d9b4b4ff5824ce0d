from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pandas as pd
import pytest

from nrm.corpus import Corpus, load
from nrm.errors import BadBuild
from nrm.publish import new_build, write_tables
from nrm.schema import tables
from tests.publish.made_up import made_up_frames, made_up_records


def _build(target: Path, *, sample: bool = True, text: str = "one") -> None:
    with new_build(target) as folder:
        write_tables(made_up_frames(sample=sample, text=text), folder, sample=sample)


@pytest.fixture
def target(tmp_path: Path) -> Path:
    _build(tmp_path / "derived")
    return tmp_path / "derived"


@pytest.mark.parametrize("name", list(tables()))
def test_what_was_written_is_read(target: Path, name: str) -> None:
    corpus = load(target)
    pd.testing.assert_frame_equal(getattr(corpus, name), made_up_frames(text="one")[name])
    assert corpus.rows(name) == made_up_records(text="one")[name]
    assert getattr(corpus, name) is getattr(corpus, name)


@pytest.mark.parametrize("sample", [True, False])
def test_sample_data_are_known_as_such(tmp_path: Path, sample: bool) -> None:
    _build(tmp_path / "derived", sample=sample)
    corpus = load(str(tmp_path / "derived"))
    assert corpus.sample is sample
    assert ("SAMPLE DATA" in repr(corpus)) is sample
    assert ("SAMPLE DATA" in corpus._repr_html_()) is sample


def test_a_corpus_does_not_change_when_the_build_does(target: Path) -> None:
    corpus = load(target)
    _build(target, text="two")
    assert corpus.entries["text"].tolist() == ["one"]
    assert load(target).entries["text"].tolist() == ["two"]


def test_it_shows_itself_in_a_notebook() -> None:
    frames = made_up_frames()
    frames["editions"].loc[0, "title"] = "<script>"
    corpus = Corpus.of(frames, sample=True)
    assert repr(corpus).startswith("<Corpus of 1 edition (2016 to 2016), 1 market, 1 listing")
    shown = corpus._repr_html_()
    assert "&lt;script&gt;" in shown
    assert "<script>" not in shown
    assert shown.count("<tr>") == 3


def test_a_corpus_of_frames_has_every_table() -> None:
    corpus = Corpus.of({"listings": made_up_frames()["listings"]}, sample=True)
    assert len(corpus.listings) == 1
    assert corpus.events.empty
    assert corpus.rows("listings") == made_up_records()["listings"]
    assert corpus.path is None


def test_without_a_build_the_message_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(BadBuild, match="run `nrm build` first"):
        load(tmp_path / "none")
    with pytest.raises(BadBuild, match="no build of nrm"):
        load(tmp_path)


def test_a_damaged_build_says_what_to_do(target: Path) -> None:
    corpus = load(target)
    assert corpus.path is not None
    (corpus.path / "listings.csv").unlink()
    with pytest.raises(BadBuild, match=r"listings\.csv is missing; run `nrm build` again"):
        _ = corpus.listings
    (corpus.path / "events.csv").write_text("a,b\n1,2\n")
    with pytest.raises(BadBuild, match=r"events\.csv.*run `nrm build` again"):
        _ = corpus.events


def test_rows_are_read_without_pandas(target: Path) -> None:
    code = (
        "import sys; from nrm.corpus import load; from pathlib import Path\n"
        "corpus = load(sys.argv[1]); corpus.rows('listings'); corpus.rows('passages'); repr(corpus)\n"
        "print([m for m in ('pandas', 'numpy', 'pyarrow', 'spacy', 'sqlite3') if m in sys.modules])"
    )
    run = subprocess.run([sys.executable, "-c", code, target], capture_output=True, text=True, check=True)
    assert run.stdout == "[]\n"
