"""`nrm train`, `nrm evaluate` and `nrm build --model` on a small corpus."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import nrm
from nrm.cli.app import app
from nrm.errors import BadTable, MixedSources
from nrm.json_shapes import check_document
from nrm.stages.discover import sample_files
from nrm.stages.training import refuse_sample_model
from nrm.tagging.evaluate import SAMPLE_NOTE
from nrm.tagging.saved_model import trained_on


@pytest.fixture(scope="module")
def small_build(tmp_path_factory: pytest.TempPathFactory, sample_build: Path) -> Path:
    """The build of the sample editions with the passages of two of them alone."""
    folder = tmp_path_factory.mktemp("small") / "build"
    shutil.copytree(sample_build.resolve(), folder)
    for name in ("passages.jsonl", "mentions.csv"):
        lines = (folder / name).read_text("utf-8").splitlines(keepends=True)
        kept = [line for n, line in enumerate(lines) if (n == 0 and name.endswith("csv")) or _is_kept(line)]
        (folder / name).write_text("".join(kept), "utf-8")
    return folder


def _is_kept(line: str) -> bool:
    return line.startswith(('{"passage_id": "2010-', '{"passage_id": "2011-', "2010-", "2011-", '{"passage_id":"2010-'))


def run(*arguments: str | Path, code: int = 0) -> str:
    ran = CliRunner().invoke(app, list(map(str, arguments)))
    assert ran.exit_code == code, ran.output
    return ran.stdout if code == 0 else ran.stderr


@pytest.fixture(scope="module")
def model(small_build: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("trained") / "model"
    shown = run("train", "--build", small_build, "--out", folder, "--epochs", "2", "--seed", "5")
    assert "SAMPLE DATA" in shown
    return folder


@pytest.mark.slow
def test_a_model_tells_what_it_learned_from(model: Path) -> None:
    told = trained_on(model)
    assert (told.sample, told.list_years, told.seed, told.epochs) == (True, (2010, 2011), 5, 2)
    assert told.mentions > 100


@pytest.mark.slow
def test_the_same_seed_gives_the_same_model(model: Path, small_build: Path, tmp_path: Path) -> None:
    run("train", "--build", small_build, "--out", tmp_path / "again", "--epochs", "2", "--seed", "5")
    assert (tmp_path / "again/ner/model").read_bytes() == (model / "ner/model").read_bytes()


@pytest.mark.slow
def test_a_build_uses_it_beside_the_names(model: Path, tmp_path: Path) -> None:
    with sample_files() as files:
        shutil.copy(files[0], tmp_path)
    run("build", tmp_path, "--out", tmp_path / "plain", "--no-charts")
    run("build", tmp_path, "--out", tmp_path / "more", "--no-charts", "--model", model)
    plain, more = (nrm.load(tmp_path / name).rows("mentions") for name in ("plain", "more"))
    assert [row for row in more if row["subtype"] != "statistical"] == plain
    assert all(row["label"] == "MARKET" and not row["norm"] for row in more if row["subtype"] == "statistical")


@pytest.mark.slow
def test_a_model_of_facsimiles_reads_no_official_report(model: Path) -> None:
    refuse_sample_model(model, sample=True)
    with pytest.raises(MixedSources, match="trained on sample data"):
        refuse_sample_model(model, sample=False)


@pytest.mark.slow
def test_the_pipeline_takes_it_too(model: Path) -> None:
    language = nrm.nlp(model=model)
    assert language.pipe_names == ["ner", "nrm_mentions"]
    assert "tepito-mexico-city" in {ent.kb_id_ for ent in language("Sold in Tepito.").ents}
    with pytest.raises(BadTable):
        nrm.nlp(model="nowhere")


@pytest.mark.slow
def test_evaluation(small_build: Path) -> None:
    arguments = ("evaluate", "2011", "--build", small_build, "--epochs", "1", "--workers", "1")
    document: dict[str, Any] = json.loads(run(*arguments, "--json"))
    check_document(document)
    assert document["list_years"] == [2011]
    assert SAMPLE_NOTE in document["notes"]
    keys = {(row["system"], row["label"], row["scope"]) for row in document["rows"]}
    assert {(system, "MARKET", scope) for system in ("rulers", "model", "both") for scope in _SCOPES} <= keys
    for row in document["rows"]:
        assert row["right"] <= min(row["found"], row["wanted"])
    shown = run(*arguments)
    assert SAMPLE_NOTE in shown
    assert "Leave it off" in shown or "worth using" in shown


_SCOPES = ("all names", "unseen names")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("evaluate", "1999"), "no edition 1999"),
        (("train", "--out", "LICENSE"), "something else than a model"),
        (("train", "--build", "nowhere"), "nowhere"),
    ],
)
def test_trouble_is_one_line(arguments: tuple[str, ...], said: str, small_build: Path) -> None:
    build = () if "--build" in arguments else ("--build", str(small_build))
    options = ("--epochs", "1") if arguments[0] == "train" else ()
    shown = run(*arguments, *build, *options, code=2)
    assert said in shown
    assert len(shown.splitlines()) == 1


def test_a_folder_that_is_no_model_is_said_before_anything_is_read(tmp_path: Path) -> None:
    shown = run("build", "--sample", "--out", tmp_path / "out", "--model", tmp_path, code=2)
    assert "not a model that `nrm train` wrote" in shown
    assert list(tmp_path.iterdir()) == []
