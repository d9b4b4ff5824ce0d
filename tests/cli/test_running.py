"""What a copy of the process with the libraries says is what a new interpreter says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.cli.running import ROOT, nrm, nrm_afresh

COMMANDS = [("list", "2016"), ("--help",), ("show", "no such market"), ("list", "--nosuch"), ("diff", "2015", "2016")]


@pytest.mark.parametrize("arguments", COMMANDS)
def test_a_copy_says_what_a_new_interpreter_says(
    arguments: tuple[str, ...], sample_build: Path, tmp_path: Path
) -> None:
    command = [*arguments, *(() if "--help" in arguments else ("--build", str(sample_build)))]
    environment = {key: value for key, value in os.environ.items() if key != "COLUMNS"} | {"PYTHONPATH": str(ROOT)}
    copied, afresh = nrm(*command, cwd=tmp_path), nrm_afresh(command, environment, tmp_path)
    assert (copied.returncode, copied.stdout, copied.stderr) == (afresh.returncode, afresh.stdout, afresh.stderr)
