"""The notebooks run from top to bottom on a build of the sample editions and show their charts."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

NOTEBOOKS = Path(__file__).parents[2] / "notebooks"
NAMES = sorted(path.name for path in NOTEBOOKS.glob("*.ipynb"))
SECONDS = 60


def read(name: str) -> Any:
    nbformat = pytest.importorskip("nbformat", reason="the extra `notebooks` is not installed")
    return nbformat.read(NOTEBOOKS / name, as_version=4)


def test_the_notebooks_are_there() -> None:
    there = "history taobao countries_and_survival names_in_colour language"
    assert {f"{name}.ipynb" for name in there.split()} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_nothing_that_drifts_is_stored(name: str) -> None:
    notebook = read(name)
    for cell in notebook.cells:
        assert not cell.get("outputs")
        assert cell.get("execution_count") is None
    assert set(notebook.metadata) == {"kernelspec", "language_info"}


def test_the_history_takes_five_cells() -> None:
    assert sum(cell.cell_type == "code" for cell in read("history.ipynb").cells) == 5


@pytest.fixture(scope="module")
def sample_build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The build that NRM_BUILD names, or a new one of the sample editions."""
    if "NRM_BUILD" in os.environ:
        return Path(os.environ["NRM_BUILD"]).resolve()
    import nrm

    out = tmp_path_factory.mktemp("build") / "derived"
    nrm.build(out=out, sample=True, charts=False)
    return out


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
# Jupyter's own machinery opens sockets and event loops that it leaves to the garbage collector.
@pytest.mark.filterwarnings("default")
def test_a_notebook_runs_and_shows_its_charts(name: str, sample_build: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    nbclient = pytest.importorskip("nbclient", reason="the extra `notebooks` is not installed")
    monkeypatch.setenv("NRM_BUILD", str(sample_build))
    root = str(NOTEBOOKS.parent)
    monkeypatch.setenv("PYTHONPATH", os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH")))))
    notebook = read(name)
    client = nbclient.NotebookClient(
        notebook, timeout=SECONDS, kernel_name="python3", resources={"metadata": {"path": str(NOTEBOOKS)}}
    )
    client.execute()
    for cell in (cell for cell in notebook.cells if cell.cell_type == "code"):
        assert cell.outputs, f"nothing is shown by {cell.source!r}"
        kinds = {kind for output in cell.outputs for kind in output.get("data", {})}
        if cell.source.startswith("nrm.charts"):
            assert "image/png" in kinds
        assert not any(output.get("name") == "stderr" for output in cell.outputs), cell.outputs
