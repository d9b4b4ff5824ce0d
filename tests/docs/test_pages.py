"""The documentation tells of commands, options, charts and names that exist, and its pages can be built."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest
from typer.testing import CliRunner

import nrm
from nrm.cli.app import COMMANDS, app
from tests.cli.running import ROOT

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.rglob("*.md"))
_CONSOLE = re.compile(r"```console\n(.*?)```", re.DOTALL)


def _commands() -> list[tuple[str, list[str]]]:
    told = [ROOT / "README.md", *PAGES]
    return [
        (path.name, shlex.split(line.partition("  #")[0]))
        for path in told
        for block in _CONSOLE.findall(path.read_text("utf-8"))
        for line in block.splitlines()
        if line.startswith("nrm ")
    ]


@cache
def _help(command: str) -> str:
    return CliRunner(env={"COLUMNS": "200"}).invoke(app, [command, "--help"]).output


@pytest.mark.parametrize(("page", "words"), _commands(), ids=lambda value: value if isinstance(value, str) else None)
def test_every_command_in_the_documents_has_its_options(page: str, words: list[str]) -> None:
    name = words[1]
    if name.startswith("-"):
        return
    assert name in COMMANDS
    for option in (word.partition("=")[0] for word in words if word.startswith("--")):
        assert re.search(rf"{option}\b", _help(name)), f"{page}: nrm {name} has no {option}"


def test_the_charts_in_the_documents_exist() -> None:
    from nrm.charts.catalogue import CATALOGUE
    from nrm.charts.text_catalogue import TEXT_CHARTS

    drawn = {words[2] for _, words in _commands() if words[1] == "chart" and words[2:] and words[2][0] != "-"}
    assert drawn
    assert drawn <= {*CATALOGUE, *TEXT_CHARTS}


@pytest.mark.slow
def test_the_pages_can_be_built_without_a_warning(tmp_path: Path) -> None:
    made = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    commands = (tmp_path / "reference/commands.html").read_text("utf-8")
    assert all(f"nrm {name}" in commands for name in COMMANDS)
    tables = (tmp_path / "reference/tables.html").read_text("utf-8")
    assert "market_id" in tables
    python = (tmp_path / "reference/python.html").read_text("utf-8")
    assert [name for name in nrm.__all__ if f".{name}\"" not in python and name not in ("__version__", "charts")] == []
    remote = re.compile(r"""(?:src|href)=["'](?:https?:)?//(?!github\.com|www\.mkdocs\.org|ustr\.gov)""")
    fetched = [path.name for path in tmp_path.rglob("*.html") for _ in remote.finditer(path.read_text("utf-8"))]
    assert not fetched, f"{sorted(set(fetched))} want files from other hosts"
